// The values of a table of 30 columns checked against a model on one thread: 6 texts, 6 codes, 4 dates, 3
// phone numbers, 3 postal codes, 2 pairs of coordinates, a name with its reading, 2 yes/no. Once clean, once
// with one bad cell in every record. Records are split and bound beforehand; what is measured is
// Inspector::inspect.

#include <string>
#include <utility>

#include "models/engine/model_set.hpp"
#include "tests/bench/inspecting.hpp"
#include "tests/bench/records.hpp"

using namespace daicho;

namespace {

constexpr std::size_t records = 200'000;

double seconds(const Model& model, bool bad) {
    std::string text = bench::header;
    for (std::size_t i = 0; i < records; ++i) text += bench::record(i, bad);
    return bench::inspecting(model, std::move(text));
}

}  // namespace

int main() {
    ModelSet models;
    const Model& model = models.get(DAICHO_BENCH_FOLDER "/records.gifm");
    const double clean = seconds(model, false);
    const double bad = seconds(model, true);
    const auto rate = [](double took) { return static_cast<double>(records) / took / 1e6; };
    std::printf("%-52s %9.2f million records/s\n", "30 columns, clean", rate(clean));
    std::printf("%-52s %9.2f million records/s   %5.2f of the clean rate\n",
                "30 columns, one bad cell in every record", rate(bad), rate(bad) / rate(clean));
    return 0;
}
