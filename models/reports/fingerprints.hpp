#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "grammars/base/finding.hpp"

namespace daicho {

/// How a fingerprint knows the column, and how the value is folded. Earlier baselines are compared in the
/// form in which they were made.
enum class FingerprintForm : std::uint8_t {
    as_written,  ///< the header; the value as it is
    plain,       ///< the header; see `match_key`, without spaces
    numbers,     ///< the header; and without any spaces, and 3-5-1 for 三丁目5番1号
    of_item,     ///< the item, of a column without one the header; the value as in `numbers`
    any_column,  ///< no column: who keeps it keeps header and item beside it
};

/// Fingerprints of findings, one after the other: what a value comes to is worked out once.
class FingerprintMaker {
 public:
    explicit FingerprintMaker(FingerprintForm form = FingerprintForm::of_item) : form_(form) {}

    /// 64 hexadecimal digits, the same for all findings that have rule, file, column and folded value in
    /// common. Confidential values are not in it. Lives until the next is asked for.
    const std::string& kind_of(std::string_view path, const Finding& finding);

 private:
    FingerprintForm form_;
    std::string path_, told_;
    std::unordered_map<std::string, std::string> made_;  ///< by rule, column and value as written
};

/// By what a finding is known again in the next run: its rule, file, item (of a column without one the
/// header) and value without its notation, and how many of just these came before it. No line or record
/// number is in it, so sorting a file makes no finding a new one; nor does a repair of a cell another finding
/// about it, nor another name of a column that the model knows as well.
class Fingerprints {
 public:
    explicit Fingerprints(FingerprintForm form = FingerprintForm::of_item) : maker_(form) {}

    /// 64 hexadecimal digits, another one for each finding of a run.
    std::string of(std::string_view path, const Finding& finding);

 private:
    FingerprintMaker maker_;
    std::unordered_map<std::string, std::uint64_t> seen_;
};

}  // namespace daicho
