#include "models/dictionary/class_sheet.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "models/dictionary/sheets.hpp"

using daicho::class_sheet;
using daicho::ClassSheet;
using daicho::Demand;
using daicho::Language;
using daicho::ModelSet;
using daicho::SheetItem;

namespace {

const std::string library = std::string{DAICHO_SOURCE_DIR} + "/tests/data/models/library.gifm";

ClassSheet sheet_of(ModelSet& models, const std::string& name, const daicho::SheetOptions& options = {}) {
    return class_sheet(models, models.find(library + "#" + name), options);
}

std::vector<std::string> paths(const ClassSheet& sheet) {
    std::vector<std::string> all;
    for (const SheetItem& line : sheet.items) all.push_back(line.path);
    return all;
}

const SheetItem& line(const ClassSheet& sheet, const std::string& path) {
    const auto found = std::ranges::find(sheet.items, path, &SheetItem::path);
    REQUIRE(found != sheet.items.end());
    return *found;
}

}  // namespace

TEST_CASE("the items of a nested class follow the item that holds them") {
    ModelSet models;
    const ClassSheet sheet = sheet_of(models, "Library");
    CHECK(paths(sheet) == std::vector<std::string>{"id", "name", "kind", "seats", "buildingName", "keywords",
                                                   "place", "place.city", "phone"});
    CHECK(line(sheet, "place").laid_out);
    CHECK(line(sheet, "place").left_out == 1);
    CHECK(line(sheet, "place.city").depth == 1);
    CHECK(line(sheet, "place.city").header == "場所_市区町村");
    CHECK(line(sheet, "place.city").number == "7.1");
    CHECK(line(sheet, "place.city").aliases.size() == 1);
}

TEST_CASE("with all extension items the nested ones are there too, with depth 0 none") {
    ModelSet models;
    CHECK(paths(sheet_of(models, "Library", {.depth = 1, .extensions = true})).size() == 10);
    CHECK(paths(sheet_of(models, "Library", {.depth = 0})).size() == 8);
}

TEST_CASE("a class that nests itself is laid out once") {
    ModelSet models;
    const ClassSheet sheet = class_sheet(models, models.find(library + "#Branch"), {.depth = 9});
    const auto all = paths(sheet);
    CHECK(std::ranges::count(all, "parent") == 1);
    CHECK(std::ranges::count(all, "parent.place.city") == 1);
    CHECK(all.front() == "id");  // of the class that is extended
}

TEST_CASE("a required pattern asks for its items, and for what is always required") {
    ModelSet models;
    const ClassSheet sheet = sheet_of(models, "Library");
    REQUIRE(sheet.columns == std::vector<std::string>{"MP01", "MP02"});
    CHECK(line(sheet, "id").demands == std::vector{Demand::required, Demand::required});
    CHECK(line(sheet, "place.city").demands == std::vector{Demand::required, Demand::none});
    CHECK(line(sheet, "seats").demands == std::vector{Demand::may_be_empty, Demand::none});
    CHECK(line(sheet, "kind").demands == std::vector{Demand::recommended, Demand::required});
    CHECK(line(sheet, "buildingName").demands == std::vector{Demand::may_be_empty, Demand::may_be_empty});
}

TEST_CASE("every class of the models compiled in can be shown in every form") {
    ModelSet models;
    for (const auto* source : models.sources()) {
        for (const auto& tree : source->tree.classes) {
            CAPTURE(source->path, tree.name.text);
            const ClassSheet sheet = class_sheet(models, {source, &tree}, {.depth = 1, .extensions = true});
            CHECK(sheet.items.size() >= tree.items.size());
            for (const auto& form : daicho::sheet_forms()) {
                const std::string text = form.class_sheet(sheet, Language::ja);
                if (!sheet.items.empty())
                    CHECK_THAT(text, Catch::Contains(sheet.items.front().item->label.ja));
                CHECK(text.back() == '\n');
            }
        }
    }
}
