#include "registries/characters/shrink_end.hpp"

#include <algorithm>

#include "grammars/characters/shrink_text.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/characters/shrink_choice.hpp"
#include "registries/characters/shrink_origin.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

/// Relations that make two writings one for comparing; those of notice 582, of dictionaries and by analogy
/// lead to other characters too often.
bool joins(const ShrinkLink& link) {
    return link.basis <= ShrinkBasis::family_register_popular;
}

/// Follows relations until nothing leads on.
class EndFinder {
 public:
    explicit EndFinder(const Registry& registry) : registry_(registry) {}

    struct End {
        std::string text;
        std::vector<ShrinkStep> steps;
    };
    std::vector<End> ends;
    bool cycle = false;

    void follow(const std::string& text, const std::vector<ShrinkLink>& links) {
        const auto different = different_targets(links);
        bool leads_on = false;
        path_.push_back(text);
        for (const ShrinkLink& link : links) {
            if (!joins(link) || link.to == text) continue;
            if (std::ranges::find(different, link.to) != different.end()) continue;
            leads_on = true;
            go(text, link);
        }
        path_.pop_back();
        if (!leads_on) end(text);
    }

 private:
    void go(const std::string& from, const ShrinkLink& link) {
        if (std::ranges::find(path_, link.to) != path_.end()) {
            cycle = true;
            return;
        }
        if (std::ranges::find(seen_, link.to) != seen_.end()) return;
        seen_.push_back(link.to);
        steps_.push_back({from, link.to, link.basis, link.rank, link.hops});
        const auto glyph = mj_glyph_of(registry_, link.to);
        follow(link.to, glyph ? shrink_links(registry_, glyph->mj) : std::vector<ShrinkLink>());
        steps_.pop_back();
    }

    void end(const std::string& text) {
        if (std::ranges::find(ends, text, &End::text) == ends.end()) ends.push_back({text, steps_});
    }

    const Registry& registry_;
    std::vector<std::string> path_;
    std::vector<std::string> seen_;
    std::vector<ShrinkStep> steps_;
};

}  // namespace

bool end_at(const Registry& registry, std::string_view text, ShrinkTarget target, ShrinkCandidate& candidate,
            bool& missing) {
    candidate.text = text;
    if (!fits(text, ShrinkTarget::jisx0213)) return false;
    if (target == ShrinkTarget::jisx0208 && !fits(text, target)) {
        candidate.text = tax_target(registry, text);
        missing |= !registry.has("nta_shrink");
        if (candidate.text.empty()) return false;
        candidate.steps.push_back({std::string(text), candidate.text, ShrinkBasis::tax_agency});
    }
    candidate.jis_level = kanji_level(candidate.text);
    candidate.joyo = is_joyo(candidate.text);
    candidate.jinmei = is_jinmei(candidate.text);
    return true;
}

void settle_chosen(UnitShrink& answer) {
    std::vector<const ShrinkCandidate*> chosen;
    for (const ShrinkCandidate& one : answer.candidates) {
        const auto same = [&](const ShrinkCandidate* other) { return other->text == one.text; };
        if (one.chosen && std::ranges::none_of(chosen, same)) chosen.push_back(&one);
    }
    const bool strange =
        !answer.candidates.empty() && std::ranges::all_of(answer.candidates, &ShrinkCandidate::different);
    answer.verdict = chosen.size() == 1 ? ShrinkVerdict::unique
                     : !chosen.empty()  ? ShrinkVerdict::tied
                     : strange          ? ShrinkVerdict::different_character
                                        : ShrinkVerdict::none;
    if (chosen.size() != 1) return;
    answer.text = chosen.front()->text;
    answer.steps = chosen.front()->steps;
}

UnitShrink shrink_to_end(const Registry& registry, const ShrinkOrigin& origin, std::string_view unit,
                         ShrinkTarget target) {
    UnitShrink answer;
    EndFinder finder(registry);
    finder.follow(origin.unit, origin.links);
    bool missing = false;
    for (EndFinder::End& end : finder.ends) {
        ShrinkCandidate candidate;
        candidate.steps = origin.before;
        candidate.steps.insert(candidate.steps.end(), end.steps.begin(), end.steps.end());
        candidate.chosen = !finder.cycle;
        if (end_at(registry, end.text, target, candidate, missing)) answer.candidates.push_back(candidate);
    }
    answer.cycle = finder.cycle;
    settle_chosen(answer);
    // An end that the target lacks is an end all the same: what is left proves nothing.
    if (answer.verdict == ShrinkVerdict::unique && answer.candidates.size() < finder.ends.size()) {
        answer.verdict = ShrinkVerdict::tied;
        answer.text.clear();
        answer.steps.clear();
    }
    if (answer.verdict == ShrinkVerdict::unique && answer.text == unit)
        answer.verdict = ShrinkVerdict::already;
    if (answer.verdict == ShrinkVerdict::none && missing) answer.verdict = ShrinkVerdict::not_loaded;
    return answer;
}

}  // namespace daicho
