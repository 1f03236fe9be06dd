#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "registries/characters/shrink_links.hpp"

namespace daicho {

/// What a policy takes of the relations of a glyph: nothing, one, or several that are equally good.
using ShrinkChoice = std::vector<std::string>;

/// The rules of the published unique table (MJSU): unification by JIS; else 民二5202; else 親字・正字 by
/// hops, those before others that 民一2842 names too; else 民一2842; else the first part of notice 582 by
/// rank. Targets that 民一2842 calls different are dropped from every rule but the first. Of several 常用 is
/// taken, then 人名用 by level. Table two, dictionaries and analogy never count.
ShrinkChoice choose_by_published_rules(std::span<const ShrinkLink> links);

/// What the publisher settled by hand for a glyph (an exception to the rules): a character, or an empty text
/// for "no answer"; nothing for a glyph of which the rules speak.
std::optional<std::string_view> published_exception(std::string_view mj);

/// Both: what the published table says of a glyph.
ShrinkChoice choose_as_published(std::string_view mj, std::span<const ShrinkLink> links);

/// The best basis that has a relation, all of them in their order, then hops, then rank.
ShrinkChoice choose_best_basis(std::span<const ShrinkLink> links);

/// Those targets that 民一2842 calls different characters (別字).
std::vector<std::string_view> different_targets(std::span<const ShrinkLink> links);

/// The level of a kanji of JIS X 0213, 1 to 4; 0 for all else, a text of several characters too.
unsigned kanji_level(std::string_view text);
bool is_joyo(std::string_view text);
bool is_jinmei(std::string_view text);

}  // namespace daicho
