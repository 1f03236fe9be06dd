#include "models/engine/model_choice.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "models/engine/model_fit.hpp"

namespace daicho {

namespace {

double count_named(std::span<const std::string> headers) {
    return static_cast<double>(
        std::ranges::count_if(headers, [](const auto& header) { return !header.empty(); }));
}

/// A class that may fit, with the fit that it cannot exceed.
struct Candidate {
    std::size_t number = 0;
    std::size_t known = 0;  ///< headers
    double told = 0;        ///< by these at most
    double limit = 0;
};

/// No more columns are items than those with a header that the class knows, and half for each of the other
/// columns that are recognised by their content, of each kind one at most; no class has more than all
/// required items.
double limit_of(const ModelIndex& index, const Candidate& candidate, double named, std::size_t kinds) {
    if (named == 0) return 1;
    const double by_content = 0.5 * static_cast<double>(kinds);
    const double columns = std::min(1.0, (static_cast<double>(candidate.known) + by_content) / named);
    const ModelIndex::Named& one = index.classes()[candidate.number];
    const bool whole = static_cast<double>(candidate.known) == named &&
                       may_be_whole(std::string(index.files()[one.file].model) + "/" + std::string(one.name));
    return greatest_fit(columns, candidate.told, whole);
}

KnownColumns known_columns(const ModelIndex& index, std::span<const std::string> headers,
                           std::span<const ColumnEvidence> evidence) {
    // Of a kind that two columns have none is bound; two stand for all.
    std::map<const ValueType*, std::size_t> of_kind;
    KnownColumns known;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const bool by_content = !evidence.empty() && !evidence[i].by_header;
        const ValueType* kind = by_content ? evidence[i].kind : nullptr;
        auto classes = index.classes_knowing(headers[i]);
        if (classes.empty() && (kind == nullptr || ++of_kind[kind] > 2)) continue;
        known.add(index, headers[i], std::move(classes));
        if (!evidence.empty()) known.evidence.push_back({kind, evidence[i].filled});
    }
    return known;
}

/// Those of them that one class can bind.
KnownColumns columns_for(std::size_t number, const KnownColumns& known) {
    std::map<const ValueType*, std::size_t> of_kind;
    KnownColumns own;
    for (std::size_t i = 0; i < known.headers.size(); ++i) {
        const ValueType* kind = known.evidence.empty() ? nullptr : known.evidence[i].kind;
        const bool by_header = std::ranges::binary_search(known.classes[i], number);
        if (!by_header && (kind == nullptr || ++of_kind[kind] > 2)) continue;
        own.headers.push_back(known.headers[i]);
        for (const bool rare : {false, true}) own.weighed[rare].push_back(known.weighed[rare][i]);
        if (!known.evidence.empty()) own.evidence.push_back(known.evidence[i]);
    }
    return own;
}

std::vector<Candidate> candidates_for(const ModelIndex& index, const KnownColumns& known, double named) {
    std::vector<Candidate> all(index.classes().size());
    for (std::size_t i = 0; i < known.headers.size(); ++i) {
        const double told[] = {header_weight(index, known.weighed[0][i]),
                               header_weight(index, known.weighed[1][i])};
        for (const std::size_t number : known.classes[i]) {
            ++all[number].known;
            all[number].told += told[index.classes()[number].rare];
        }
    }
    std::set<const ValueType*> kinds;
    for (const ColumnEvidence& column : known.evidence) {
        if (column.kind) kinds.insert(column.kind);
    }
    std::vector<Candidate> candidates;
    for (std::size_t number = 0; number < all.size(); ++number) {
        if (index.classes()[number].part) continue;
        all[number].number = number;
        all[number].limit = limit_of(index, all[number], named, kinds.size());
        candidates.push_back(all[number]);
    }
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::limit);
    return candidates;
}

struct Ranked {
    std::size_t number;
    ModelFit fit;
};

/// The models that bind something of the table, the best first. They are looked at in the order of the fit
/// that each cannot exceed, as long as `is_open` says so of what was ranked so far and that fit of the next
/// one.
std::vector<Ranked> rank_while(ModelSet& models, std::span<const std::string> headers,
                               std::span<const ColumnEvidence> evidence,
                               const std::function<bool(const std::vector<Ranked>&, double)>& is_open) {
    const auto better = [](const Ranked& a, const Ranked& b) {
        return a.fit.fit != b.fit.fit ? a.fit.fit > b.fit.fit : a.number < b.number;
    };
    std::vector<Ranked> ranked;
    const double named = count_named(headers);
    const KnownColumns known = known_columns(models.index(), headers, evidence);
    for (const Candidate& candidate : candidates_for(models.index(), known, named)) {
        if (!is_open(ranked, candidate.limit)) break;
        const Model& model = models.get(candidate.number);
        const KnownColumns columns = columns_for(candidate.number, known);
        const Binding binding = match_columns(model, columns.headers, columns.evidence);
        if (binding.bound() == 0) continue;
        const bool rare = models.index().classes()[candidate.number].rare;
        const double fits = fit_of(models.index(), model, binding, columns, named, rare);
        const Ranked one{candidate.number, {&model, fits}};
        ranked.insert(std::upper_bound(ranked.begin(), ranked.end(), one, better), one);
    }
    return ranked;
}

std::vector<ModelFit> fits_of(std::span<const Ranked> ranked) {
    std::vector<ModelFit> fits;
    for (const Ranked& one : ranked) fits.push_back(one.fit);
    return fits;
}

}  // namespace

double fit(const ModelIndex& index, const Model& model, const Binding& binding,
           std::span<const std::string> headers) {
    const auto is_it = [&](const ModelIndex::Named& one) {
        return one.name == model.class_name && model.name.starts_with(index.files()[one.file].model);
    };
    const auto found = std::ranges::find_if(index.classes(), is_it);
    const bool rare = found != index.classes().end() && found->rare;
    KnownColumns columns;
    for (const std::string& header : headers) columns.add(index, header, index.classes_knowing(header));
    return fit_of(index, model, binding, columns, count_named(headers), rare);
}

std::vector<ModelFit> rank_models(ModelSet& models, std::span<const std::string> headers,
                                  std::span<const ColumnEvidence> evidence, std::size_t most, double least) {
    const auto is_open = [&](const std::vector<Ranked>& ranked, double limit) {
        return limit >= (ranked.size() < most ? least : std::max(least, ranked[most - 1].fit.fit));
    };
    auto ranked = rank_while(models, headers, evidence, is_open);
    ranked.resize(std::min(most, ranked.size()));
    std::erase_if(ranked, [&](const Ranked& one) { return one.fit.fit < least; });
    return fits_of(ranked);
}

std::vector<ModelFit> convincing_models(ModelSet& models, std::span<const std::string> headers,
                                        std::span<const ColumnEvidence> evidence) {
    const auto least = [](const std::vector<Ranked>& ranked) {
        return ranked.empty() ? convincing_fit : std::max(convincing_fit, ranked.front().fit.fit);
    };
    auto ranked = rank_while(models, headers, evidence,
                             [&](const auto& so_far, double limit) { return limit >= least(so_far); });
    std::erase_if(ranked, [best = least(ranked)](const Ranked& one) { return one.fit.fit < best; });
    return fits_of(ranked);
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
