#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registries/characters/gj_characters.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/lookup/answer_field.hpp"

namespace daicho {

class Registry;

/// What is asked about: a unit of text, a glyph of MJ, mostly both.
struct CharacterSubject {
    std::string unit;  ///< empty for the glyphs that have neither code nor sequence
    std::optional<MjGlyph> glyph;
    const GjCharacter* added = nullptr;  ///< what MJ+ adds to MJ, where it is that
};

/// All that is known of it, for the answer of `lookup character`. `registry` null: what is compiled in.
AnswerRecord character_record(const Registry* registry, const CharacterSubject& subject);

/// What a clerk should beware of, each as a record of one field.
std::vector<AnswerRecord> character_remarks(const Registry* registry, const CharacterSubject& subject);

}  // namespace daicho
