#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "grammars/base/language.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/dialect.hpp"

namespace daicho {

/// A reason for which two spellings may count as the same.
struct TextEquivalence {
    std::string_view name;
    Text title;
    /// Equal for texts that are the same for this reason; null where it is no matter of characters.
    std::string (*key)(std::string_view text);
};

/// All of them: what is told first stands first. The last one is none: the texts differ.
std::span<const TextEquivalence> text_equivalences();
const TextEquivalence* find_text_equivalence(std::string_view name);

/// Two places that differ.
struct TextDifference {
    struct Place {
        std::uint64_t line = 0;    ///< 1-based; 0: the file as a whole
        std::uint64_t column = 0;  ///< code points from the start of the line, from 1
        std::string text;
    };
    const TextEquivalence* reason = nullptr;
    Place a;
    Place b;
};

/// A text to compare: a rewindable source at its start.
struct ComparedText {
    ByteSource& source;
    std::optional<Encoding> encoding;  ///< proved where it is not said
};

/// Tells every difference of two texts, in their order. Lines are compared in pairs; where some were put in
/// or left out, the next that are the same pair again, within some dozen lines. Memory does not depend on the
/// size of the texts.
void compare_texts(const ComparedText& a, const ComparedText& b,
                   const std::function<void(const TextDifference&)>& tell);

}  // namespace daicho
