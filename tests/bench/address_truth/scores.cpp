#include "tests/bench/address_truth/scores.hpp"

#include <algorithm>
#include <cstdio>

#include "grammars/formats/json_writer.hpp"

namespace daicho::truth {

namespace {

std::uint64_t hash_of(std::string_view text) {  // FNV-1a
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return hash;
}

double share(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

using Named = std::pair<const std::pair<Outcome, std::string>, Cause>;

/// The causes, the most frequent first.
std::vector<const Named*> by_count(const Score& score) {
    std::vector<const Named*> causes;
    for (const Named& cause : score.causes) causes.push_back(&cause);
    std::ranges::stable_sort(causes, std::greater{}, [](const Named* cause) { return cause->second.count; });
    return causes;
}

void print_causes(const Score& score) {
    for (const Named* cause : by_count(score)) {
        const auto& [key, value] = *cause;
        std::printf("      %-9s %8llu  %s\n", std::string(to_string(key.first)).c_str(),
                    static_cast<unsigned long long>(value.count), key.second.c_str());
        for (const auto& [hash, sample] : value.samples)
            std::printf("                    %s\n", sample.c_str());
    }
}

}  // namespace

std::string_view to_string(Outcome outcome) {
    constexpr std::string_view names[] = {"right", "tied", "missing", "doubted", "wrong", "unchecked"};
    return names[static_cast<std::size_t>(outcome)];
}

std::uint64_t Score::checked() const {
    return of(Outcome::right) + of(Outcome::tied) + of(Outcome::missing) + of(Outcome::doubted) +
           of(Outcome::wrong);
}

double Score::precision() const {
    return share(of(Outcome::right), of(Outcome::right) + of(Outcome::wrong));
}

double Score::recall() const {
    return share(of(Outcome::right), checked());
}

void Scores::count(std::string_view measure, Outcome outcome, std::string_view cause, std::string_view text,
                   std::string_view answer) {
    auto at = scores_.find(measure);
    if (at == scores_.end()) at = scores_.emplace(measure, Score{}).first;
    Score& score = at->second;
    ++score.counts[static_cast<std::size_t>(outcome)];
    if (cause.empty() && outcome == Outcome::right) return;
    Cause& found = score.causes[{outcome, std::string(cause)}];
    ++found.count;
    const std::uint64_t hash = hash_of(text);
    if (found.samples.size() >= samples_) {
        if (samples_ == 0 || hash > std::prev(found.samples.end())->first) return;
        if (!found.samples.contains(hash)) found.samples.erase(std::prev(found.samples.end()));
    }
    found.samples.emplace(hash, std::string(text) + "  ->  " + std::string(answer));
}

void print_text(const std::string& set, const Scores& scores) {
    std::printf("%s\n", set.c_str());
    for (const auto& [measure, score] : scores.all()) {
        std::printf("  %-28s %9llu asked  right %7.3f %%  precision %7.3f %%", measure.c_str(),
                    static_cast<unsigned long long>(score.checked()), 100 * score.recall(),
                    100 * score.precision());
        for (const Outcome outcome :
             {Outcome::tied, Outcome::missing, Outcome::doubted, Outcome::wrong, Outcome::unchecked}) {
            std::printf("  %s %llu", std::string(to_string(outcome)).c_str(),
                        static_cast<unsigned long long>(score.of(outcome)));
        }
        std::printf("\n");
        print_causes(score);
    }
}

void append_json(std::string& out, const std::string& set, const Scores& scores) {
    JsonWriter json(out);
    json.begin_object().key("set").string(set).key("measures").begin_array();
    for (const auto& [measure, score] : scores.all()) {
        json.begin_object().key("measure").string(measure);
        for (std::size_t i = 0; i < outcomes; ++i) {
            json.key(to_string(static_cast<Outcome>(i))).number(score.counts[i]);
        }
        json.key("causes").begin_array();
        for (const Named* cause : by_count(score)) {
            json.begin_object().key("outcome").string(to_string(cause->first.first));
            json.key("cause").string(cause->first.second).key("count").number(cause->second.count);
            json.key("samples").begin_array();
            for (const auto& [hash, sample] : cause->second.samples) json.string(sample);
            json.end_array().end_object();
        }
        json.end_array().end_object();
    }
    json.end_array().end_object().end_line();
}

}  // namespace daicho::truth
