#pragma once

#include <string>
#include <utility>

#include "grammars/characters/conversion.hpp"
#include "grammars/characters/undo_conversion.hpp"
#include "grammars/formats/text_source.hpp"

namespace daicho {

/// A file converted in memory.
struct ConvertedFile {
    std::string bytes;
    std::string record;
    ConversionSummary summary;
};

inline ConvertedFile convert_in_memory(std::string bytes, const ConversionRequest& request) {
    MemorySource source(std::move(bytes), "test.csv");
    ConvertedFile out;
    out.summary = convert_characters(
        source, request, [&](std::string_view piece) { out.bytes.append(piece); },
        [&](std::string_view piece) { out.record.append(piece); });
    return out;
}

inline std::string undo_in_memory(const std::string& bytes, const std::string& record) {
    MemorySource result(bytes, "out.csv");
    MemorySource edits(record, "record.jsonl");
    MemorySource places(record, "record.jsonl");
    std::string original;
    undo_conversion(result, edits, places, [&](std::string_view piece) { original.append(piece); });
    return original;
}

inline std::string undo_in_memory(const ConvertedFile& file) {
    return undo_in_memory(file.bytes, file.record);
}

/// Rules of folds by their names.
inline ConversionRules folds_named(std::initializer_list<std::string_view> names) {
    ConversionRules rules;
    for (const auto name : names) rules.folds.push_back(find_character_fold(name));
    return rules;
}

}  // namespace daicho
