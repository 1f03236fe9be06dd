#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "registries/lookup/lookup.hpp"

namespace daicho {

/// What of an answer people see and in which shape: shared by those who write answers as text and as pages.

/// The records of a field that say more than their titles and so make a table; else null.
const std::vector<AnswerRecord>* records_for_table(const AnswerField& field);

/// Whether people see the field in a table of its record.
inline bool is_seen(const AnswerField& field) {
    return field.name.shown != ShownIn::nowhere;
}

/// Whether the field is a row where its record is shown alone: the title has been told, and some say nothing
/// new.
inline bool is_row(const AnswerField& field) {
    return is_seen(field) && field.name.shown != ShownIn::title;
}

/// What a list has of its matches, by place in the record: the fields that people see there and of which at
/// least one match has something. Matches of one kind have the same fields; `matches` is not empty.
std::vector<std::size_t> list_columns(std::span<const LookupMatch> matches);

}  // namespace daicho
