#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

class Registry;

/// Something that a text which is being typed may become.
struct Suggestion {
    std::string_view kind;  ///< "municipality" "town" "corporation" "school" "postal-code"; program's life
    std::string id;
    std::string label;   ///< what to put into the box: 東京都千代田区
    std::string detail;  ///< what tells it from others: kana, address
};

/// Things whose names begin as `text` (UTF-8) does: written with kanji, in kana, in Latin letters as they are
/// typed (chiy, ちyo), one character or more. `kinds`: those of `Suggestion::kind` that are wanted; empty:
/// all. `limit` at most of all kinds together, the kinds taking turns, in a fixed order. `registry` may be
/// null.
std::vector<Suggestion> suggest(const Registry* registry, std::string_view text,
                                const std::vector<std::string_view>& kinds, std::size_t limit);

/// Katakana of Latin letters as they are typed into a Japanese keyboard (Hepburn or kunrei), kana kept;
/// letters at the end that are no syllable yet are left out: "chiyod" is チヨ. Empty where a letter is
/// neither.
std::string kana_typed(std::string_view text);

}  // namespace daicho
