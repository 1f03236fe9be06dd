#include "grammars/characters/shrink_text.hpp"

#include "grammars/base/error.hpp"
#include "grammars/characters/character_authority.hpp"
#include "grammars/text/repertoire.hpp"

namespace daicho {

namespace {

bool target_has(ShrinkTarget target, const CharacterUnit& unit) {
    static const Repertoire& jisx0213 = *find_repertoire("jisx0213");
    static const Repertoire& jisx0208 = *find_repertoire("jisx0208");
    return unit.selectors == 0 && has_unit(target == ShrinkTarget::jisx0213 ? jisx0213 : jisx0208, unit);
}

Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

UnitShrink ask(const CharacterAuthority* authority, std::string_view unit, ShrinkPolicy policy,
               ShrinkTarget target) {
    if (authority) return authority->shrink(unit, policy, target);
    UnitShrink unknown;
    unknown.verdict = ShrinkVerdict::not_loaded;
    return unknown;
}

}  // namespace

void require_shrink_table(const CharacterAuthority* authority, ShrinkPolicy policy) {
    const auto set = policy == ShrinkPolicy::nta ? LoadedSet::tax_shrink : LoadedSet::mj_shrink;
    if (authority != nullptr && authority->has(set)) return;
    const Text title = title_of(set);
    throw Error{ErrorKind::registry,
                "縮退の表（" + std::string(title.ja) +
                    "）が台帳ファイルにありません。それを含めて daicho build "
                    "で作った台帳ファイルを指定してください。",
                "the table for replacement is not in the registry (" + std::string(title.en) +
                    "); name a registry that daicho build made with it",
                ErrorHint::registry};
}

bool fits(std::string_view text, ShrinkTarget target) {
    const CharacterUnit unit = unit_at(text, 0);
    return unit.size != 0 && unit.size == text.size() && target_has(target, unit);
}

bool surely_fits(std::string_view text, ShrinkTarget target) {
    const TextProperties found = properties_of_text(text);
    const auto bit = target == ShrinkTarget::jisx0213 ? character::jis_x0213 : character::jis_x0208;
    return (found.common & bit) != 0 && (found.any & character::selector) == 0;
}

ShrunkText shrink_text(const CharacterAuthority* authority, std::string_view text, ShrinkPolicy policy,
                       ShrinkTarget target) {
    ShrunkText shrunk;
    for_each_unit(text, [&](const CharacterUnit& unit, std::size_t at) {
        const std::string_view here = text.substr(at, unit.size);
        const bool inside = target_has(target, unit);
        // Controls are for other rules; only a key changes what is in the target.
        if ((inside && policy != ShrinkPolicy::match_key) || (unit.base < 0x80 && unit.selectors == 0)) {
            shrunk.text += here;
            return;
        }
        UnitShrink answer = ask(authority, here, policy, target);
        const std::size_t begin = shrunk.text.size();
        shrunk.text += answer.text.empty() ? here : std::string_view(answer.text);
        shrunk.complete &= inside || !answer.text.empty();
        if (answer.verdict == ShrinkVerdict::already) return;
        if (inside && answer.text.empty()) return;
        shrunk.units.push_back(
            {span(at, at + unit.size), span(begin, shrunk.text.size()), std::move(answer)});
    });
    return shrunk;
}

}  // namespace daicho
