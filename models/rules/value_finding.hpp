#pragma once

#include <string>
#include <string_view>

#include "grammars/values/value_type.hpp"
#include "models/rules/rule.hpp"

namespace daicho {

/// What `remark`, the refusal of `text`, proposes instead; nothing where what is left over beside the value
/// is no note on it.
Repair proposal(std::string_view text, const Remark& remark);

/// Whether text beside a value is a note on it: in brackets, behind a space, or a word such as ほか. What
/// goes straight on (40～60, 大阪市以外) says that more or something else is meant.
bool is_note(std::string_view rest);

/// Whether text beside a value is 0-0, which stands where a form asks for a number and there is none.
bool is_no_number(std::string_view rest);

/// The rule that the refusal of `text` tells: with another value of its size beside it, several values.
RuleId rule_of_refusal(std::string_view text, const Remark& remark);

/// The rule of what there is to know of a value that is canonical and right as far as one can see; empty
/// where there is nothing.
RuleId note_on(const ValueType& type, std::string_view canonical);
/// Whether there may be any on a value of that kind.
bool may_have_notes(const ValueType& type);

/// What reading `text` as a `type` gave, told as a finding without a place: the refusal, or the remark that
/// the text is not in its canonical form, or a note on it. Its rule is empty where there is nothing to tell.
Finding value_finding(const ValueType& type, std::string_view text, const Result<std::string>& result);

}  // namespace daicho
