// Lookups on one thread from what is compiled in: codes of municipalities (which exist, and which ended) and
// of code lists, names; each with its answer, and with the line of JSON that it becomes. What is prepared
// once, when it is first asked for, is measured apart.

#include <string>
#include <vector>

#include "registries/embedded/code_systems.hpp"
#include "registries/embedded/municipality_history.hpp"
#include "registries/embedded/municipality_names.hpp"
#include "registries/lookup/answer_json.hpp"
#include "registries/lookup/lookup.hpp"
#include "tests/bench/bench.hpp"

using namespace daicho;

namespace {

constexpr std::size_t queries_at_least = 100'000;

using Queries = std::vector<std::string>;

template <class Text>
Queries of_municipalities(bool ended, Text text) {
    Queries queries;
    for (const MunicipalityPeriod& period : MunicipalityHistory::embedded().periods()) {
        if (period.ended.empty() != ended) queries.push_back(text(period));
    }
    return queries;
}

Queries of_code_lists() {
    Queries queries;
    for (const CodeSystem& system : CodeSystems::embedded().systems()) {
        for (const SystemCode& code : system.codes) {
            queries.push_back(std::string(system.id) + ":" + std::string(code.code));
        }
    }
    return queries;
}

void measure(const char* what, const char* kind_name, const Queries& queries) {
    const LookupKind& kind = *find_lookup_kind(kind_name);
    const std::size_t rounds = queries_at_least / queries.size() + 1;
    std::size_t matches = 0;
    std::string out;
    const auto each = [&](auto use) {
        for (std::size_t round = 0; round < rounds; ++round) {
            for (const std::string& query : queries) use(query, look_up(kind, query, {}));
        }
    };
    const double asked = bench::best_of_five([&] {
        each([&](const std::string&, const LookupAnswer& answer) { matches += answer.matches.size(); });
    });
    const double written = bench::best_of_five([&] {
        out.clear();
        each([&](const std::string& query, const LookupAnswer& answer) {
            append_answer_json(out, kind, query, answer, Language::ja);
        });
    });
    const double count = static_cast<double>(rounds * queries.size());
    std::printf("%-36s %9.0f lookups/s %9.0f with JSON/s   %.1f matches each\n", what, count / asked,
                count / written, static_cast<double>(matches) / count / 5);
}

/// The time of the first call.
template <class Prepare>
void prepare(const char* what, Prepare&& first) {
    const double begin = bench::cpu_seconds();
    first();
    std::printf("%-36s %9.2f ms, once\n", what, (bench::cpu_seconds() - begin) * 1e3);
}

}  // namespace

int main() {
    prepare("history of municipalities", MunicipalityHistory::embedded);
    prepare("names of municipalities", [] { municipalities_named("千代田区"); });
    prepare("kana of municipalities", [] { municipalities_named("チヨダク"); });
    prepare("code systems", CodeSystems::embedded);
    const auto code = [](const MunicipalityPeriod& p) { return std::string(p.lg_code); };
    const auto name = [](const MunicipalityPeriod& p) {
        return std::string(p.prefecture).append(p.county).append(p.city).append(p.ward);
    };
    measure("municipality by code", "municipality", of_municipalities(false, code));
    measure("municipality that ended, by code", "municipality", of_municipalities(true, code));
    measure("municipality by name", "municipality", of_municipalities(false, name));
    measure("SYSTEM:CODE", "code", of_code_lists());
    return 0;
}
