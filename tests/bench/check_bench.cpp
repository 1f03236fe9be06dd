// A million records of 30 columns against a model with required patterns, a regular expression, code lists,
// rules between columns and a unique key: splitting, checking and the watch over the keys, all CPU time of
// the run, with one thread and with two; clean, and with one bad cell in every record.

#include <sys/resource.h>

#include <chrono>
#include <fstream>
#include <string>

#include "grammars/base/pipeline.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/engine/inspector.hpp"
#include "models/engine/model_set.hpp"
#include "models/engine/unique_keys.hpp"
#include "registries/knowledge/knowledge.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/inspecting.hpp"
#include "tests/bench/records.hpp"

using namespace daicho;

namespace {

constexpr std::size_t records = 1'000'000;

/// Record number `i`, its serial number in place of the remarks.
std::string numbered(std::size_t i, bool bad) {
    std::string line = bench::record(i, bad);
    line.pop_back();
    return line + "," + bench::digits(i, 8) + "\n";
}

std::string table(bool bad, std::size_t size = records) {
    std::string text = bench::header;
    text.pop_back();
    text += ",番号\n";
    for (std::size_t i = 0; i < size; ++i) text += numbered(i, bad);
    return text;
}

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double cpu_of_all_threads() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

struct Took {
    double cpu = 1e30;
    double wall = 1e30;
    std::uint64_t findings = 0;
};

Took check(const Model& model, const std::string& text, unsigned threads) {
    Took best;
    for (int run = 0; run < 5; ++run) {
        const auto reader = read_table(text);
        const Binding binding = bind_columns(model, reader->header(), {});
        InspectionOptions options;
        options.reading.addresses = &Knowledge::places();
        const Inspector inspector(model, binding, reader->header(), options);
        UniqueKeys keys(inspector);
        std::uint64_t findings = 0;
        const double cpu = cpu_of_all_threads();
        const double wall = now();
        ordered_pipeline<Batch, Inspection>(
            threads, [&](Batch& batch) { return reader->next(batch); },
            [&](Batch& batch, Inspection& out) { inspector.inspect(batch, out); },
            [&](Batch& batch, Inspection& out) {
                keys.watch(batch, out);
                findings += out.findings.size();
            });
        best.cpu = std::min(best.cpu, cpu_of_all_threads() - cpu);
        best.wall = std::min(best.wall, now() - wall);
        best.findings = findings;
    }
    return best;
}

void report(const char* what, const Took& took, double than = 0) {
    const auto rate = [](double seconds) { return static_cast<double>(records) / seconds / 1e6; };
    std::printf("%-44s %6.2f million records/s of CPU %6.2f of wall, %8llu findings", what, rate(took.cpu),
                rate(took.wall), static_cast<unsigned long long>(took.findings));
    if (than > 0) std::printf("   %5.2f", than / took.wall);
    std::printf("\n");
}

}  // namespace

int main(int count, char** arguments) {
    if (count == 3) {  // check_bench RECORDS FILE: writes the table and does nothing else
        std::ofstream(arguments[2], std::ios::binary) << table(false, std::stoul(arguments[1]));
        return 0;
    }
    ModelSet models;
    const Model& model = models.get(DAICHO_BENCH_FOLDER "/records.gifm#CheckedRecord");
    const std::string clean = table(false);
    std::printf("%-44s %6.2f million records/s of CPU\n", "clean, inspecting alone",
                static_cast<double>(records) / bench::inspecting(model, clean) / 1e6);
    const Took one = check(model, clean, 1);
    report("clean, one thread", one);
    report("clean, two threads (ratio of wall time)", check(model, clean, 2), one.wall);
    report("one bad cell in every record (ratio)", check(model, table(true), 1), one.wall);
    return 0;
}
