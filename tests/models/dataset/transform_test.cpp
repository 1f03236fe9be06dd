#include "models/dataset/transform.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "tests/support/scratch_folder.hpp"

namespace daicho {

namespace {

const std::string office_table =
    "\xEF\xBB\xBF名称,電話番号\r\n本庁,０３－５２５３－５１１１\r\n支所,5253\r\n";

/// Notes what it is told.
struct NotingListener final : TransformListener {
    void begin(const TransformFacts& facts) override { model = facts.model; }
    void change(const CellChange& change) override {
        changes.push_back(std::string(change.before) + " > " + std::string(change.after));
    }
    void left(LeftOver kind, const Finding& finding) override {
        if (kind == LeftOver::error) errors.push_back(finding.value);
        if (kind == LeftOver::loss)
            losses.push_back(std::to_string(finding.place.line) + ": " + finding.value);
    }
    void end(const TransformOutcome& outcome) override { records = outcome.records; }

    std::string model;
    std::vector<std::string> changes, errors, losses;
    std::uint64_t records = 0;
};

TransformRequest to_facility() {
    TransformRequest request;
    request.check.model = "Facility";
    return request;
}

}  // namespace

TEST_CASE("a table in memory is transformed by one call, which tells every change and what is left") {
    Models models;
    NotingListener listener;
    std::string result;
    const TransformOutcome outcome =
        transform(memory_source(office_table), memory_target(result), to_facility(), models, listener);
    CHECK(listener.model == "gif.core.facility/Facility");
    CHECK(listener.changes == std::vector<std::string>{"０３－５２５３－５１１１ > (03)5253-5111"});
    CHECK(listener.errors == std::vector<std::string>{"5253"});
    CHECK(listener.records == 2);
    CHECK(outcome.fixed == 1);
    CHECK(outcome.changed == 1);
    CHECK(outcome.filled == 0);
    CHECK(outcome.left_over(LeftOver::error) == 1);
    CHECK(result.starts_with("\xEF\xBB\xBFID,名称,名称(カナ),連絡先電話番号"));
    CHECK(result.find(",本庁,,(03)5253-5111\r\n") != std::string::npos);
}

TEST_CASE("an empty item has a place in JSON and XML where another column has one of its names") {
    const ScratchFolder folder;
    const std::string model = folder.write("place.gifm", R"(model test version "1" {
    class Place "場所" {
        name "名称" : text 1..1 required;
        city "市区町村名" : text 0..1 alias "区";
        note "備考" : text 0..1;
    }
})");
    Models models;
    for (const std::string form : {"json", "xml"}) {
        TransformRequest request;
        request.form = form;
        request.check.model = model;
        std::string once, twice;
        transform(memory_source("名称,市区町村名,区,備考\n甲,,南浜学区,\n"), memory_target(once), request,
                  models);
        transform(memory_source(once, "a." + form), memory_target(twice), request, models);
        CHECK(once == twice);
        CHECK(once.find("市区町村名") != once.npos);
        CHECK(once.find("備考") == once.npos);
    }
}

TEST_CASE(
    "an empty item has a place in JSON and XML where another column has what it is of, by a map as well") {
    Models models;
    for (const std::string form : {"json", "xml"}) {
        TransformRequest request, again;
        request.form = again.form = form;
        request.check.map = "evacuation_space_to_eei";
        again.check.model = "gif.disaster.shelter/EvacuationSite";
        std::string once, twice;
        transform(
            memory_source("ID,名称,緯度,経度,fX,fY\n1,甲,,,139.75221,35.70812\n2,乙,,,139.76001,35.71234\n"),
            memory_target(once), request, models);
        transform(memory_source(once, "a." + form), memory_target(twice), again, models);
        CHECK(once == twice);
        CHECK(once.find("緯度") != once.npos);
    }
}

TEST_CASE("every line around the header that the result does not have is a loss") {
    using Lines = std::vector<std::string>;
    const struct {
        const char* text;
        Lines lost;
    } cases[] = {
        {"#license,CC BY 4.0\n#attribution_name,○○市\n名称,電話番号\n本庁,5253\n",
         {"1: #license,CC BY 4.0", "2: #attribution_name,○○市"}},
        {"施設の一覧\n\n名称,電話番号,備考\n本庁,5253,\n支所,5254,\n", {"1: 施設の一覧"}},
        {"名称,電話番号\n# 令和6年4月1日現在\n本庁,5253\n", {"2: # 令和6年4月1日現在"}},
        {"名称,電話番号\n本庁,5253\n", {}},
    };
    for (const auto& c : cases) {
        INFO(c.text);
        Models models;
        NotingListener listener;
        std::string result;
        transform(memory_source(c.text), memory_target(result), to_facility(), models, listener);
        CHECK(listener.losses == c.lost);
    }
}

TEST_CASE("a table without a record leaves an error") {
    Models models;
    std::string result;
    const auto outcome =
        transform(memory_source("名称,電話番号\n"), memory_target(result), to_facility(), models);
    CHECK(outcome.left_over(LeftOver::error) == 1);
}

TEST_CASE("what is asked for goes before what the source has") {
    Models models;
    std::string result;
    TransformRequest request = to_facility();
    request.write = {.newline = Newline::lf, .bom = false};
    transform(memory_source(office_table), memory_target(result), request, models);
    CHECK(result.starts_with("ID,名称"));
    CHECK(result.find('\r') == std::string::npos);
}

TEST_CASE("a table without any item of the model is refused, and nothing is written") {
    Models models;
    std::string result;
    CHECK_THROWS_AS(transform(memory_source("x,y\n1,2\n"), memory_target(result), to_facility(), models),
                    Error);
    CHECK(result.empty());
}

TEST_CASE("a record with too few or too many cells is as ragged in the result, and of no level") {
    Models models;
    NotingListener listener;
    std::string result;
    // The own column goes to the end, so that no record stays as it was written.
    const std::string table =
        "独自,名称,電話番号\nx,本庁,０３－５２５３－５１１１\ny,支所\nz,分室,０３－５２５３－５１１１,\"a,"
        "b\"\n";
    const TransformOutcome outcome =
        transform(memory_source(table), memory_target(result), to_facility(), models, listener);
    CHECK(listener.changes == std::vector<std::string>{"０３－５２５３－５１１１ > (03)5253-5111"});
    CHECK(listener.losses.empty());
    CHECK(outcome.levels[0] >= 2);
    const auto ends_in = [&](std::string_view end) { return result.find(end) != result.npos; };
    CHECK(ends_in(",y,\n"));
    CHECK(ends_in(",z,\"a,b\"\n"));
    CHECK(ends_in("０３－５２５３－５１１１"));
}

}  // namespace daicho
