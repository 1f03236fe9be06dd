#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "grammars/base/both_texts.hpp"
#include "grammars/base/record_place.hpp"
#include "grammars/model_language/syntax.hpp"
#include "models/infer/column_watch.hpp"

namespace daicho {

/// What the draft makes of a column.
struct ItemGuess {
    syntax::Item item;
    std::optional<syntax::CodeList> codes;
    BothTexts seen;    ///< what the guess rests on, for the end of its line
    BothTexts advice;  ///< what a person has to decide, for the line above; empty: nothing
};

/// Whether a header says that its values are numbers or codes of the records (ID, 番号 …).
bool names_key(std::string_view header);

/// `name` is the name of the item and `records` the number of records that were read.
ItemGuess guess_item(const ColumnWatch& column, const std::string& name, std::uint64_t records,
                     const PlaceForm& places);

}  // namespace daicho
