#pragma once

#include <string>
#include <string_view>

#include "registries/lookup/lookup.hpp"

namespace daicho {

class JsonWriter;

/// Appends an answer as a line of JSON: query, kind, status, matches (each with its fields, reason, and
/// `tied` or `sure` where they are not as usual), complete, and note where there is one. Keys are always
/// there, null where there is nothing.
void append_answer_json(std::string& out, const LookupKind& kind, std::string_view query,
                        const LookupAnswer& answer, Language language);

/// Writes a value: terms by their keys, nothing as null.
void write_value(JsonWriter& json, const AnswerValue& value);

/// Writes the fields of a record into an object that was begun. `all`: those with nothing as null.
void write_record(JsonWriter& json, const AnswerRecord& record, bool all = true);

}  // namespace daicho
