// Transformations of the files of municipalities, by all shipped ones that begin at the model they follow.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/dataset/transform.hpp"
#include "models/dataset/validate.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

struct Way {
    std::string map, target;
};

const std::multimap<std::string, Way> maps = {
    {"municipal.evacuation_space/EvacuationSpace",
     {"evacuation_space_to_facility", "gif.core.facility/Facility"}},
    {"municipal.evacuation_space/EvacuationSpace",
     {"evacuation_space_to_eei", "gif.disaster.shelter/EvacuationSite"}},
    {"municipal.public_facility/PublicFacility",
     {"public_facility_to_facility", "gif.core.facility/Facility"}},
};

/// All that was told of columns that are not in the result and of cells that were changed or lost.
class Told final : public TransformListener {
 public:
    std::set<std::string> columns;
    std::string texts;

    void begin(const TransformFacts& facts) override {
        for (const auto& one : facts.unmapped) {
            if (!one.kept) columns.insert(one.header);
        }
    }
    void change(const CellChange& change) override { texts.append(change.before).append("\n"); }
    void left(LeftOver, const Finding& finding) override { texts.append(finding.value).append("\n"); }
    void end(const TransformOutcome&) override {}
};

/// By the reader alone: the texts of a table, with the header of each.
std::multimap<std::string, std::string> texts_of(const std::string& path) {
    std::multimap<std::string, std::string> texts;
    const auto table = open_table(path, {});
    Batch batch;
    while (table->next(batch)) {
        for (std::size_t r = 0; r < batch.size(); ++r) {
            for (std::size_t c = 0; c < batch.width(r) && c < table->header().size(); ++c)
                texts.emplace(table->header()[c], batch.cell(r, c));
        }
    }
    return texts;
}

/// Empty where two results are the same; else what they have where they part.
std::string difference(const std::string& one, const std::string& other) {
    if (one == other) return {};
    const auto [at, there] = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    const auto from = static_cast<std::size_t>(at - one.begin());
    return one.substr(from < 60 ? 0 : from - 60, 200) + "\n" + other.substr(from < 60 ? 0 : from - 60, 200);
}

}  // namespace

TEST_CASE("results of municipal files are settled, at the level they claim, and tell what they lack") {
    Models models;
    std::size_t results = 0;
    std::vector<std::string> paths;
    for (const char* folder : {"municipal", "xlsx", "json-xml"}) {
        for (const auto& file : std::filesystem::directory_iterator(shared_data(folder))) {
            if (file.is_regular_file()) paths.push_back(file.path().string());
        }
    }
    for (const std::string& path : paths) {
        CheckOptions check;
        CheckResult found;
        try {
            found = validate(file_source(path), check, models);
        } catch (const Error&) {
            continue;
        }
        const std::string model = found.facts.model;
        if (model.empty() || !found.verdict.level) continue;
        std::vector<Way> ways = {{"", model}};
        for (auto [at, end] = maps.equal_range(model); at != end; ++at) ways.push_back(at->second);
        for (const Way& way : ways) {
            for (const std::string form : {"csv", "json", "xml", "xlsx"}) {
                CAPTURE(path, way.map, way.target, form);
                TransformRequest request, again;
                request.form = again.form = form;
                request.check.map = way.map;
                request.check.model = way.map.empty() ? way.target : "auto";
                again.check.model = way.target;
                std::string once, twice;
                Told told;
                TransformOutcome outcome;
                try {
                    outcome = transform(file_source(path), memory_target(once), request, models, told);
                } catch (const Error&) {
                    continue;  // told: a header of a cell that XML cannot hold, a map that lacks its columns
                }
                const std::string result = "a." + form;
                transform(memory_source(once, result), memory_target(twice), again, models);
                CHECK(difference(once, twice) == "");
                check.model = way.target;
                const CheckResult read = validate(memory_source(once, result), check, models);
                CHECK(read.verdict.level == outcome.level);
                CHECK(read.verdict.levels == outcome.levels);
                ++results;
                if (form != "csv" || !way.map.empty() || request.check.read.encoding) continue;
                check.model = "auto";
                std::string utf8;
                request.write.encoding = Encoding::utf8;
                transform(file_source(path), memory_target(utf8), request, models);
                for (const auto& [header, text] : texts_of(path)) {
                    if (text.empty() || text.find_first_of("\"\n\r") != text.npos) continue;
                    if (told.columns.contains(header) || utf8.find(text) != utf8.npos) continue;
                    if (told.texts.find(text) == told.texts.npos)
                        FAIL_CHECK(header + ": " + text + " is gone");
                }
            }
        }
    }
    CHECK(results > 500);
}
