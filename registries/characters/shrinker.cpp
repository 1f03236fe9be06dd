#include "registries/characters/shrinker.hpp"

#include <algorithm>

#include "grammars/characters/shrink_text.hpp"
#include "grammars/text/character.hpp"
#include "registries/characters/gaiji_census.hpp"
#include "registries/characters/gj_base.hpp"
#include "registries/characters/shrink_choice.hpp"
#include "registries/characters/shrink_end.hpp"
#include "registries/characters/shrink_origin.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

/// One way from a unit to the target.
struct ShrinkWay {
    ShrinkLink link;  ///< `to` is in JIS X 0213; that to itself for a unit that is there
    ShrinkCandidate candidate;
};

/// The ways of a unit, and whether something was not loaded that might know more.
class ShrinkWays {
 public:
    ShrinkWays(const Registry& registry, const ShrinkOrigin& origin, ShrinkTarget target)
        : registry_(registry), origin_(origin), target_(target) {
        different_ = different_targets(origin.links);
        if (fits(origin.unit, ShrinkTarget::jisx0213)) add({origin.unit, ShrinkBasis::jis_unification});
        for (const ShrinkLink& link : origin.links) add(link);
    }

    std::vector<ShrinkWay>& ways() { return ways_; }
    bool missing() const { return missing_; }

 private:
    void add(const ShrinkLink& link) {
        const bool known = std::ranges::any_of(ways_, [&](const ShrinkWay& way) { return way.link == link; });
        if (known) return;
        ShrinkWay way{link, {}};
        way.candidate.steps = origin_.before;
        if (link.to != origin_.unit) {
            way.candidate.steps.push_back({origin_.unit, link.to, link.basis, link.rank, link.hops});
        }
        way.candidate.different = is_different(link);
        if (!end_at(registry_, link.to, target_, way.candidate, missing_)) return;
        ways_.push_back(std::move(way));
    }

    bool is_different(const ShrinkLink& link) const {
        return link.basis != ShrinkBasis::jis_unification &&
               std::ranges::find(different_, link.to) != different_.end();
    }

    const Registry& registry_;
    const ShrinkOrigin& origin_;
    ShrinkTarget target_;
    std::vector<std::string_view> different_;
    std::vector<ShrinkWay> ways_;
    bool missing_ = false;
};

std::vector<ShrinkLink> links_of(const std::vector<ShrinkWay>& ways) {
    std::vector<ShrinkLink> links;
    for (const ShrinkWay& way : ways) links.push_back(way.link);
    return links;
}

/// What the policy takes, as characters of JIS X 0213.
ShrinkChoice choose(ShrinkPolicy policy, const ShrinkOrigin& origin, const std::vector<ShrinkWay>& ways) {
    const bool stays = fits(origin.unit, ShrinkTarget::jisx0213);
    switch (policy) {
        case ShrinkPolicy::mjsu:
            if (origin.beyond_map) return {};
            return stays ? ShrinkChoice{origin.unit} : choose_as_published(origin.mj, origin.links);
        case ShrinkPolicy::nta:
            return stays && origin.before.empty() ? ShrinkChoice{origin.unit} : ShrinkChoice();
        case ShrinkPolicy::identity_first:
        case ShrinkPolicy::match_key:
            break;
    }
    return choose_best_basis(links_of(ways));
}

/// Marks what was chosen, and says what that comes to.
void settle(UnitShrink& answer, std::vector<ShrinkWay>& ways, const ShrinkChoice& choice) {
    for (ShrinkWay& way : ways) {
        way.candidate.chosen =
            !way.candidate.different && std::ranges::find(choice, way.link.to) != choice.end();
        answer.candidates.push_back(std::move(way.candidate));
    }
    settle_chosen(answer);
}

/// Whether the sets that a policy speaks from are there; only kanji are in the map, and what a private use
/// character is nobody knows but who imported a font or table.
bool knows(const Registry& registry, std::string_view unit, ShrinkPolicy policy) {
    if (policy == ShrinkPolicy::nta) return registry.has("nta_shrink");
    if (is_private_use(unit)) return has_gj(registry);
    const bool kanji = (properties_of(code_point_at(unit, 0).value) & character::ideograph) != 0;
    return !kanji || (registry.has("mj_character") && has_shrink_links(registry));
}

}  // namespace

UnitShrink shrink_unit(const Registry& registry, std::string_view unit, ShrinkPolicy policy,
                       ShrinkTarget target) {
    UnitShrink answer;
    if (policy != ShrinkPolicy::match_key && fits(unit, target)) {
        answer.verdict = ShrinkVerdict::already;
        answer.text = unit;
        return answer;
    }
    answer.verdict = ShrinkVerdict::not_loaded;
    if (!knows(registry, unit, policy)) return answer;
    const ShrinkOrigin origin = shrink_origin(registry, unit);
    if (policy == ShrinkPolicy::match_key) return shrink_to_end(registry, origin, unit, target);
    ShrinkWays ways(registry, origin, target);
    settle(answer, ways.ways(), choose(policy, origin, ways.ways()));
    if (answer.verdict == ShrinkVerdict::none && ways.missing()) answer.verdict = ShrinkVerdict::not_loaded;
    return answer;
}

}  // namespace daicho
