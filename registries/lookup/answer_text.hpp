#pragma once

#include <string>
#include <string_view>

#include "registries/lookup/lookup.hpp"

namespace daicho {

/// Appends an answer for people to read: what was found with all its fields and, in a line each, the others;
/// or the list of those that are equally good. What there is to say beside the data goes to `remarks`, a line
/// each.
void append_answer_text(std::string& out, std::string& remarks, std::string_view query,
                        const LookupAnswer& answer, Language language);

/// A value in one cell: terms by their labels, lists with a comma between, records by their titles.
std::string answer_cell(const AnswerValue& value, Language language);
void append_answer_cell(std::string& out, const AnswerValue& value, Language language);

/// The fields by which people know a thing: "111007 埼玉県さいたま市".
std::string answer_title(const AnswerRecord& record, Language language);

}  // namespace daicho
