#pragma once

#include <string>
#include <string_view>

#include "grammars/base/language.hpp"
#include "grammars/characters/shrink_text.hpp"

namespace daicho {

class JsonWriter;
class TextTable;

/// What a unit came to, as members of an object that is open: unit, codes, verdict, text, steps, candidates.
void write_unit_shrink(JsonWriter& json, std::string_view unit, const UnitShrink& shrink);

/// A text and what it came to, as a line of JSON.
void append_shrink_json(std::string& out, std::string_view text, const ShrunkText& shrunk);

/// The header of the table of units and candidates for people; `with_places`: it says where units are.
TextTable shrink_table(Language language, bool with_places);
/// Adds the lines of a unit: one a candidate, that which was chosen marked. `place`: where it is, for a table
/// that says so.
void add_unit_shrink(TextTable& table, std::string_view unit, const UnitShrink& shrink, Language language,
                     const std::string* place = nullptr);

/// A text and what it came to, for people.
void append_shrink_text(std::string& out, std::string_view text, const ShrunkText& shrunk, Language language);

}  // namespace daicho
