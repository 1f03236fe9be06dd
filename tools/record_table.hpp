#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "registries/lookup/answer_field.hpp"

/// Reports whose facts are described once: a record is an object of JSON, and a row of a table for people. A
/// field without a key is for people alone, one that is shown nowhere for programs alone.
namespace daicho {

AnswerNumber count_of(std::int64_t count);

/// For programs alone.
AnswerField fact(std::string_view key, AnswerValue value);
/// The same; an empty text is null.
AnswerField text_fact(std::string_view key, std::string_view text);

template <class Things, class RecordOf>
std::vector<AnswerRecord> records_of(const Things& things, RecordOf record_of) {
    std::vector<AnswerRecord> records;
    for (const auto& thing : things) records.push_back(record_of(thing));
    return records;
}

/// A line of JSON.
std::string record_line(const AnswerRecord& record);

/// A table with a row a record; `like` has the columns where there is no record. Counts are in groups of
/// digits.
std::string record_table(const std::vector<AnswerRecord>& records, const AnswerRecord& like,
                         Language language);

}  // namespace daicho
