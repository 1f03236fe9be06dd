#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "grammars/characters/check.hpp"
#include "grammars/values/value_type.hpp"
#include "models/engine/column_habit.hpp"
#include "models/engine/model.hpp"

namespace daicho {

/// How the cells of a column are checked: settled once, before the first record.
struct ColumnCheck {
    std::uint32_t column = 0;    ///< from 0
    const Slot* slot = nullptr;  ///< null for a column that no item has
    std::size_t slot_number = 0;
    const ValueType* kind = nullptr;             ///< null for a code
    const CharacterCheck* characters = nullptr;  ///< null: the grammar of the kind looks after them
    ColumnHabit habit;                           ///< of its values
    bool required = false;
    bool simple = false;         ///< `kind` alone decides
    bool kind_decides = false;   ///< and nothing else is asked of its values
    bool plain_text = false;     ///< `kind` is any text without controls and without spaces around it
    bool remarks = false;        ///< a text in which lines may end
    bool refuses_marks = false;  ///< a text that must be there: `-` is none

    /// Whether a blank cell is worth a word.
    bool misses_blanks() const { return required || habit.numbered; }
    bool is_canonical(std::string_view text, const Reading& reading) const {
        if (simple) return !kind || kind->is_canonical(text, reading);
        return slot->is_canonical(text, reading);
    }
    Result<std::string> canonical(std::string_view text, const Reading& reading) const {
        if (slot) return slot->canonical(text, reading);
        if (kind) return kind->canonical(text, reading);
        return std::string(text);
    }
};

}  // namespace daicho
