#pragma once

#include <string>
#include <string_view>

#include "grammars/values/value_type.hpp"

namespace daicho {

/// Whether something is there or allowed, as the code of GIF 438-1 有無コード一覧.
enum class YesNo : char { no = '0', yes = '1', undisclosed = '2', unknown = '9' };

/// Reads yes or no in any of the usual words and marks: 有, あり, ○, 可, TRUE, 1. One word says one thing in
/// all kinds made from this: `yes_no` gives the code, `yes_no_label` 有 and 無, `permission_label` 可 and 否.
/// A dash is refused as ambiguous: no, not asked, or not known.
Result<YesNo> parse_yes_no(std::string_view text, const Reading& reading);

/// Reads a flag of the municipal standard datasets: `1` where it is so, empty where it is not. 無, × and 0
/// become empty, which says the same; what is neither yes nor no is refused.
Result<bool> parse_flag(std::string_view text, const Reading& reading);

extern const ValueType yes_no_type;
extern const ValueType yes_no_label_type;
extern const ValueType permission_label_type;
extern const ValueType flag_type;

}  // namespace daicho
