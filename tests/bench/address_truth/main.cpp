// How many addresses with a known place the matcher finds, and what it makes of the others:
//   address_truth REGISTRY INDEX DATA [--set NAME]... [--every N] [--mixed N] [--seed N] [--samples N]
//   [--json]
// INDEX is made where it is not there.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "grammars/base/error.hpp"
#include "registries/builder/builder.hpp"
#include "registries/store/registry.hpp"
#include "tests/bench/address_truth/least.hpp"
#include "tests/bench/address_truth/truth_set.hpp"
#include "tests/bench/bench.hpp"

using namespace daicho;
using namespace daicho::truth;

namespace {

const TruthSet sets[] = {
    {"corporations", "corporations, with code and postal code", measure_corporations},
    {"shelters", "shelters, with code and point", measure_shelters},
    {"points", "points of shelters, asked for their town", measure_points},
    {"residences", "residences of the registry in many spellings", measure_residences},
    {"parcels", "parcels of the registry in many spellings", measure_parcels},
    {"towns", "towns of the registry in many spellings, with a lot behind", measure_towns},
    {"municipal", "files of municipalities", measure_municipal_files},
    {"old", "municipalities that are no more, and their towns", measure_old_municipalities},
    {"universities", "universities, with postal code", measure_universities},
    {"schools", "schools with a school code, with postal code", measure_school_codes},
};

struct Options {
    std::vector<std::string> paths;
    std::vector<std::string> sets;
    std::uint64_t every = 1, mixed = 4, seed = 1, samples = 5;
    bool json = false;
    std::string least;

    bool wants(std::string_view name) const {
        return sets.empty() || std::find(sets.begin(), sets.end(), name) != sets.end();
    }
};

Options read_options(int count, char** words) {
    Options options;
    const std::pair<std::string_view, std::uint64_t*> numbers[] = {{"--every", &options.every},
                                                                   {"--mixed", &options.mixed},
                                                                   {"--seed", &options.seed},
                                                                   {"--samples", &options.samples}};
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const auto* number = std::find_if(std::begin(numbers), std::end(numbers),
                                          [&](const auto& option) { return option.first == word; });
        if (word == "--json") {
            options.json = true;
        } else if (word == "--least" && i + 1 < count) {
            options.least = words[++i];
        } else if (word == "--set" && i + 1 < count) {
            options.sets.push_back(words[++i]);
        } else if (number != std::end(numbers) && i + 1 < count) {
            *number->second = std::strtoull(words[++i], nullptr, 10);
        } else {
            options.paths.push_back(word);
        }
    }
    return options;
}

void make_what_is_missing(const std::string& registry, const std::string& index, const std::string& data) {
    if (!std::filesystem::exists(registry)) {
        std::vector<std::string> folders;
        for (const char* folder : {"address", "municipality", "postal", "corporate", "characters"}) {
            folders.push_back(data + "/" + folder);
        }
        build_registry(registry, folders, {});
    }
    if (!std::filesystem::exists(index)) build_address_index(Registry(registry), index);
}

void print(const TruthSet& set, const Scores& scores, double seconds, bool json) {
    if (json) {
        std::string out;
        append_json(out, std::string(set.name), scores);
        std::fputs(out.c_str(), stdout);
    } else {
        print_text(std::string(set.what), scores);
        std::printf("  %.1f s of CPU with reading and judging\n\n", seconds);
    }
    std::fflush(stdout);
}

/// Whether every measure reaches what it is held to.
bool run(const Options& options) {
    make_what_is_missing(options.paths[0], options.paths[1], options.paths[2]);
    const Registry registry(options.paths[0]);
    const AddressIndex index = AddressIndex::open(options.paths[1]);
    const AddressMatcher matcher(index);
    const KnownFacts facts(registry);
    const Bench bench{matcher, facts, options.paths[2], options.every, options.seed, options.mixed};
    bool all = true;
    for (const TruthSet& set : sets) {
        if (!options.wants(set.name)) continue;
        Scores scores(options.samples);
        const double begin = bench::cpu_seconds();
        set.measure(bench, scores);
        print(set, scores, bench::cpu_seconds() - begin, options.json);
        if (!options.least.empty()) all &= reaches_least(options.least, std::string(set.name), scores);
    }
    return all;
}

}  // namespace

int main(int count, char** words) {
    const Options options = read_options(count, words);
    if (options.paths.size() != 3 || options.every == 0) {
        std::fputs(
            "address_truth REGISTRY INDEX DATA [--set NAME]... [--every N] [--mixed N] [--seed N] [--samples "
            "N] [--json]\n",
            stderr);
        return 2;
    }
    try {
        return run(options) ? 0 : 1;
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
