#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "grammars/base/finding.hpp"

namespace daicho {

/// By what a finding is known again in the next run: its rule, file, column and value, and how many of just
/// these came before it. No line or record number is in it, so sorting a file makes no finding a new one.
class Fingerprints {
 public:
    /// 64 hexadecimal digits, another one for each finding of a run. Confidential values are not in it.
    std::string of(std::string_view path, const Finding& finding);
    /// The same for all findings that have rule, file, column and value in common.
    static std::string kind_of(std::string_view path, const Finding& finding);
    /// The same, also for values that are one text in another notation (see `match_key`): a repair of a cell
    /// makes no other finding about it a new one.
    static std::string plain_kind_of(std::string_view path, const Finding& finding);

 private:
    std::unordered_map<std::string, std::uint64_t> seen_;
};

}  // namespace daicho
