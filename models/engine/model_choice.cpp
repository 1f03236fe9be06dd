#include "models/engine/model_choice.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace daicho {

namespace {

/// A class that may fit, with the fit that it cannot exceed.
struct Candidate {
    std::size_t number = 0;
    double limit = 0;
};

/// No more columns are items than those with a heading that the class knows, and half for each of the other
/// columns that are recognised by their content, of each kind one at most; no class has more than all
/// required items.
double limit_of(std::uint32_t known, std::size_t named, std::size_t kinds) {
    if (named == 0) return 1;
    const double by_heading = known;
    const double by_content = 0.5 * static_cast<double>(kinds);
    const double columns = std::min(1.0, (by_heading + by_content) / static_cast<double>(named));
    return 2 * columns / (columns + 1);
}

std::vector<Candidate> candidates_for(const ModelIndex& index, std::span<const std::string> headings,
                                      std::span<const ColumnEvidence> evidence) {
    std::set<const ValueType*> kinds;
    for (const ColumnEvidence& column : evidence) {
        if (column.kind) kinds.insert(column.kind);
    }
    const auto named = std::ranges::count_if(headings, [](const auto& heading) { return !heading.empty(); });
    const auto known = index.count_known(headings);
    std::vector<Candidate> candidates;
    for (std::size_t number = 0; number < known.size(); ++number) {
        if (index.classes()[number].part) continue;
        candidates.push_back(
            {number, limit_of(known[number], static_cast<std::size_t>(named), kinds.size())});
    }
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::limit);
    return candidates;
}

}  // namespace

std::vector<ModelFit> rank_models(ModelSet& models, std::span<const std::string> headings,
                                  std::span<const ColumnEvidence> evidence, std::size_t most) {
    struct Ranked {
        std::size_t number;
        ModelFit fit;
    };
    const auto better = [](const Ranked& a, const Ranked& b) {
        return a.fit.fit != b.fit.fit ? a.fit.fit > b.fit.fit : a.number < b.number;
    };
    std::vector<Ranked> ranked;
    for (const Candidate& candidate : candidates_for(models.index(), headings, evidence)) {
        if (ranked.size() == most && candidate.limit < ranked.back().fit.fit) break;
        const Model& model = models.get(candidate.number);
        const Binding binding = match_columns(model, headings, evidence);
        if (binding.bound() == 0) continue;
        const Ranked one{candidate.number, {&model, fit(model, binding, headings)}};
        ranked.insert(std::upper_bound(ranked.begin(), ranked.end(), one, better), one);
        if (ranked.size() > most) ranked.pop_back();
    }
    std::vector<ModelFit> best;
    for (const Ranked& one : ranked) best.push_back(one.fit);
    return best;
}

const Model& no_model() {
    static const Model model = [] {
        Model empty;
        empty.patterns.emplace_back();
        return empty;
    }();
    return model;
}

}  // namespace daicho
