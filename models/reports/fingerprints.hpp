#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "grammars/base/finding.hpp"

namespace daicho {

/// By what a finding is known again in the next run: its rule, file, column and plain value (see
/// `match_key`), and how many of just these came before it. No line or record number is in it, so sorting a
/// file makes no finding a new one; nor does a repair of a cell another finding about it.
class Fingerprints {
 public:
    /// 64 hexadecimal digits, another one for each finding of a run. Confidential values are not in it.
    std::string of(std::string_view path, const Finding& finding);
    /// The same for all findings that have rule, file, column and plain value in common.
    static std::string plain_kind_of(std::string_view path, const Finding& finding);
    /// As before there were plain values: the same for all that have the value as written in common.
    static std::string kind_of(std::string_view path, const Finding& finding);

 private:
    std::unordered_map<std::string, std::uint64_t> seen_;
};

}  // namespace daicho
