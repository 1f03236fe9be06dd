#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "grammars/base/finding.hpp"

namespace daicho {

/// How a value is folded in a fingerprint. Later ones take more notations for the same.
enum class FingerprintForm : std::uint8_t {
    as_written,
    plain,    ///< see `match_key`, without spaces
    numbers,  ///< and without any spaces, and 3-5-1 for 三丁目5番1号
};

/// By what a finding is known again in the next run: its rule, file, column and value without its notation
/// (`FingerprintForm::numbers`), and how many of just these came before it. No line or record number is in
/// it, so sorting a file makes no finding a new one; nor does a repair of a cell another finding about it.
class Fingerprints {
 public:
    /// 64 hexadecimal digits, another one for each finding of a run. Confidential values are not in it.
    std::string of(std::string_view path, const Finding& finding);
    /// The same for all findings that have rule, file, column and folded value in common.
    static std::string kind_of(std::string_view path, const Finding& finding,
                               FingerprintForm form = FingerprintForm::numbers);

 private:
    std::unordered_map<std::string, std::uint64_t> seen_;
};

}  // namespace daicho
