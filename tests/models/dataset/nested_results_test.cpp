// What a form writes of a result is what a reader finds in it: the columns, their order, and the level.
#include <random>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "models/dataset/transform.hpp"
#include "models/dataset/validate.hpp"

namespace daicho {

namespace {

struct Made {
    std::string bytes;
    TransformOutcome outcome;
};

Made made_of(const std::string& bytes, const std::string& file, TransformRequest request, Models& models) {
    request.check.threads = 1;
    Made made;
    made.outcome = transform(memory_source(bytes, file), memory_target(made.bytes), request, models);
    return made;
}

/// A table of evacuation sites as cities publish it, with columns of their own, most cells of which are empty
/// in the first records.
class SparseTable {
 public:
    explicit SparseTable(unsigned seed) : random_(seed) {}

    std::vector<std::string> own;  ///< values that no item has a place for

    std::string csv() {
        std::string text = "ID,名称,所在地_連結表記,緯度,経度,収容人数,担当区,開設班,備蓄庫";
        const bool address_alone = chance(2);
        if (!address_alone) text += ",所在地_都道府県,所在地_市区町村";
        text += chance(2) ? ",座標の出どころ\r\n" : ",公衆電話\r\n";
        const std::size_t records = 4 + random_() % 6;
        for (std::size_t i = 0; i < records; ++i) {
            const std::string number = std::to_string(i + 1);
            text += "AA000000000" + number + ",第" + number + "小学校,山口県山口市滝町" + number + "番1号," +
                    (chance(2) ? "34.18" + number + ",131.47" + number : ",") + "," +
                    (chance(2) ? "120" : "");
            for (int column = 0; column < 3; ++column) text += "," + own_cell(i);
            if (!address_alone) text += chance(2) ? ",山口県,山口市" : ",,";
            text += "," + own_cell(i) + "\r\n";
        }
        if (chance(2)) text += ",,,,,,,,\r\n";
        return text;
    }

 private:
    bool chance(unsigned one_in) { return random_() % one_in == 0; }
    /// Some have lines, as cells of workbooks do.
    std::string own_cell(std::size_t record) {
        if (!chance(record < 2 ? 4 : 2)) return {};
        own.push_back("値" + std::to_string(own.size()) + "の文");
        return chance(4) ? "\"" + own.back() + "\r\n続き\"" : own.back();
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("a result is settled, whole and at the level that it claims in every form") {
    Models models;
    struct Way {
        std::string map, target;
    };
    for (const Way& way : {Way{"", "municipal.evacuation_space/EvacuationSpace"},
                           Way{"evacuation_space_to_facility", "gif.core.facility/Facility"},
                           Way{"evacuation_space_to_eei", "gif.disaster.shelter/EvacuationSite"}}) {
        for (unsigned seed = 0; seed < 12; ++seed) {
            SparseTable maker(seed);
            const std::string table = maker.csv();
            for (const std::string form : {"csv", "json", "jsonl", "xml", "xlsx"}) {
                CAPTURE(way.target, form, table);
                TransformRequest first, again;
                first.form = again.form = form;
                first.check.map = way.map;
                if (way.map.empty()) first.check.model = way.target;
                again.check.model = way.target;
                const std::string file = "a." + form;
                const Made once = made_of(table, "a.csv", first, models);
                const Made twice = made_of(once.bytes, file, again, models);
                CHECK(once.bytes == twice.bytes);
                CHECK(once.outcome.level == twice.outcome.level);
                CheckOptions check;
                check.model = way.target;
                const CheckResult read = validate(memory_source(once.bytes, file), check, models);
                CHECK(read.verdict.level == once.outcome.level);
                CHECK(read.verdict.levels == once.outcome.levels);
                if (form == "xlsx") continue;  // a zip
                for (const std::string& value : maker.own) CHECK(once.bytes.find(value) != std::string::npos);
            }
        }
    }
}

TEST_CASE("a result whose headers leave open which item is meant claims no more than a reader finds") {
    Models models;
    TransformRequest request;
    request.check.model = "municipal.evacuation_space/EvacuationSpace";
    const std::string table =
        "全国地方公共団体コード,ID,名称,名称,所在地_連結表記,緯度,経度\n"
        "352039,AA0000000001,第一小学校,別名,山口県山口市滝町1番1号,34.1,131.4\n";
    const Made once = made_of(table, "a.csv", request, models);
    const CheckResult read = validate(memory_source(once.bytes, "a.csv"), request.check, models);
    CHECK(read.has(Severity::error));
    CHECK(read.verdict.level == once.outcome.level);
}

}  // namespace daicho
