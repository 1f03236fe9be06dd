#include "tests/bench/address_truth/least.hpp"

#include <cstdio>
#include <map>
#include <optional>

#include "grammars/base/parse_number.hpp"
#include "grammars/formats/table_reader.hpp"

namespace daicho::truth {

namespace {

struct Bounds {
    double right = 0;  ///< percent, at least
    double wrong = 0;  ///< percent, at most
};

/// The bounds of a set, by measure.
std::map<std::string, Bounds, std::less<>> bounds_of(const std::string& path, const std::string& set) {
    std::map<std::string, Bounds, std::less<>> bounds;
    const auto table = open_table(path, {});
    Batch batch;
    while (table->next(batch)) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (batch.cell(i, 0) != set) continue;
            bounds[std::string(batch.cell(i, 1))] = {parse_number(batch.cell(i, 2)).value(),
                                                     parse_number(batch.cell(i, 3)).value()};
        }
    }
    return bounds;
}

}  // namespace

bool reaches_least(const std::string& path, const std::string& set, const Scores& scores) {
    const auto bounds = bounds_of(path, set);
    bool all = true;
    for (const auto& [measure, bound] : bounds) {
        const auto found = scores.all().find(measure);
        if (measure == "*" || (found != scores.all().end() && found->second.checked() > 0)) continue;
        std::fprintf(stderr, "%s, %s: nothing was checked\n", set.c_str(), measure.c_str());
        all = false;
    }
    for (const auto& [measure, score] : scores.all()) {
        auto found = bounds.find(measure);
        if (found == bounds.end()) found = bounds.find("*");
        if (found == bounds.end() || score.checked() == 0) continue;
        const double checked = static_cast<double>(score.checked()) / 100;
        const double right = static_cast<double>(score.of(Outcome::right)) / checked;
        const double wrong = static_cast<double>(score.of(Outcome::wrong)) / checked;
        if (right >= found->second.right && wrong <= found->second.wrong) continue;
        std::fprintf(stderr, "%s, %s: %.3f %% right (at least %g), %.3f %% wrong (at most %g)\n", set.c_str(),
                     measure.c_str(), right, found->second.right, wrong, found->second.wrong);
        all = false;
    }
    return all;
}

}  // namespace daicho::truth
