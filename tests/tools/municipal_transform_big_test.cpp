// Properties of a transformation over the files that municipalities publish, each brought to the model that
// tests/data/municipal-models.tsv names for it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "tests/support/shared_data.hpp"
#include "tools/run.hpp"

using namespace daicho;

namespace {

struct Known {
    std::string file;
    std::string model;
};

/// The files that a model fits.
std::vector<Known> known_files() {
    std::ifstream table(DAICHO_SOURCE_DIR "/tests/data/municipal-models.tsv");
    std::vector<Known> all;
    for (std::string line; std::getline(table, line);) {
        const auto first = line.find('\t');
        const auto second = line.find('\t', first + 1);
        if (line.starts_with('#') || second == std::string::npos) continue;
        Known known{line.substr(0, first), line.substr(first + 1, second - first - 1)};
        if (known.model != "-" && known.file != "file") all.push_back(std::move(known));
    }
    return all;
}

std::string read_all(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Runs the program; false where only the name of the dataset is known, not its items.
bool run_with(const std::vector<std::string>& arguments, std::string& out) {
    std::vector<const char*> views;
    for (const auto& argument : arguments) views.push_back(argument.c_str());
    std::ostringstream data;
    std::ostringstream talk;
    const Exit exit = run(views, data, talk);
    out = data.str();
    if (talk.str().find("項目が分からない") != std::string::npos) return false;
    INFO(talk.str());
    CHECK(exit != Exit::failure);
    return true;
}

/// The level of a JSON report: the text of the key that stands before `levels`.
std::string level_of(const std::string& json) {
    const std::string opening = "\"level\":\"";
    const auto levels = json.find("\"levels\":{");
    const auto at = levels == std::string::npos ? levels : json.rfind(opening, levels);
    if (at == std::string::npos) return "(there is none)";
    const auto begin = at + opening.size();
    return json.substr(begin, json.find('"', begin) - begin);
}

using Column = std::vector<std::string>;

Column column_of(const std::string& path, std::size_t column) {
    const auto reader = open_table(path, {});
    Column cells;
    for (Batch batch; reader->next(batch);) {
        for (std::size_t record = 0; record < batch.size(); ++record) {
            if (!batch.blank(record)) cells.emplace_back(batch.cell(record, column));
        }
    }
    return cells;
}

/// Every column of the source that is no item stands in the result, with the cells it had.
void check_own_columns(const std::string& source, const std::string& result, const std::string& report) {
    const auto names = open_table(result, {})->header();
    const auto headers = open_table(source, {})->header();
    const auto begin = report.find("\"unmapped\":[");
    const auto end = report.find("]", begin);
    REQUIRE(begin != std::string::npos);
    const std::string unmapped = report.substr(begin, end - begin);
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (headers[i].empty() || unmapped.find("\"column\":\"" + headers[i] + "\"") == std::string::npos)
            continue;
        if (std::count(headers.begin(), headers.end(), headers[i]) > 1) continue;
        const auto at = std::find(names.begin(), names.end(), headers[i]);
        INFO(headers[i]);
        REQUIRE(at != names.end());
        const bool same =
            column_of(source, i) == column_of(result, static_cast<std::size_t>(at - names.begin()));
        CHECK(same);
    }
}

}  // namespace

TEST_CASE(
    "a transformed municipal file keeps its own columns, is settled at once, and has the level it claims") {
    const std::string folder = shared_data("municipal");
    const auto scratch = std::filesystem::temp_directory_path() / "daicho-municipal-transform";
    std::filesystem::create_directories(scratch);
    std::size_t files = 0;
    for (const Known& known : known_files()) {
        INFO(known.file << " to " << known.model);
        const std::string once = scratch / "once.csv";
        const std::string twice = scratch / "twice.csv";
        const std::string report = scratch / "report.json";
        std::string out;
        const bool has_items = run_with(
            {"transform", folder + "/" + known.file, "--to", known.model, "-o", once, "--report", report},
            out);
        if (!has_items) continue;
        const std::string told = read_all(report);
        check_own_columns(folder + "/" + known.file, once, told);

        run_with({"transform", once, "--to", known.model, "-o", twice}, out);
        const bool settled = read_all(once) == read_all(twice);
        CHECK(settled);

        run_with({"validate", once, "--model", known.model, "--format", "json", "--max-findings", "1"}, out);
        CHECK(level_of(out) == level_of(told));
        CHECK(level_of(out) != "(there is none)");
        ++files;
    }
    std::filesystem::remove_all(scratch);
    CHECK(files >= 50);
}

namespace {

struct Pair {
    std::string of;                  ///< the model of the files
    std::string there, model, back;  ///< transformations, and the model between them
};

/// Makes `map` of a file, and checks that the result is settled at once and has the level it claims.
void check_mapped(const std::string& from, const std::string& map, const std::string& model,
                  const std::string& to) {
    INFO(map);
    std::string out;
    run_with({"transform", from, "--map", map, "-o", to, "--report", to + ".json"}, out);
    run_with({"transform", to, "--to", model, "-o", to + ".again.csv"}, out);
    const bool settled = read_all(to) == read_all(to + ".again.csv");
    CHECK(settled);
    run_with({"validate", to, "--model", model, "--format", "json", "--max-findings", "1"}, out);
    CHECK(level_of(out) == level_of(read_all(to + ".json")));
}

}  // namespace

TEST_CASE(
    "a municipal file that goes through a pair of transformations is settled, and has the level it claims") {
    const std::vector<Pair> pairs{{"EvacuationSpace", "evacuation_space_to_eei",
                                   "gif.disaster.shelter/EvacuationSite", "eei_to_evacuation_space"},
                                  {"EvacuationSpace", "evacuation_space_to_facility",
                                   "gif.core.facility/Facility", "facility_to_evacuation_space"},
                                  {"PublicFacility", "public_facility_to_facility",
                                   "gif.core.facility/Facility", "facility_to_public_facility"}};
    const std::string folder = shared_data("municipal");
    const auto scratch = std::filesystem::temp_directory_path() / "daicho-municipal-pairs";
    std::filesystem::create_directories(scratch);
    std::size_t files = 0;
    for (const Known& known : known_files()) {
        // Items that repeat (足りていない必要物資) stay own columns in the model between; large files take
        // long.
        const std::string file = folder + "/" + known.file;
        if (known.file.starts_with("kumamoto") || std::filesystem::file_size(file) > 50'000) continue;
        for (const Pair& pair : pairs) {
            if (!known.model.ends_with(pair.of)) continue;
            INFO(known.file);
            check_mapped(file, pair.there, pair.model, scratch / "there.csv");
            check_mapped(scratch / "there.csv", pair.back, known.model, scratch / "back.csv");
            ++files;
        }
    }
    std::filesystem::remove_all(scratch);
    CHECK(files > 30);
}
