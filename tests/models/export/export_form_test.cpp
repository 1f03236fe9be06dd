#include "models/export/export_form.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "grammars/formats/json_reader.hpp"

using namespace daicho;

namespace {

const std::string library = std::string{DAICHO_SOURCE_DIR} + "/tests/data/models/library.gifm";

std::vector<std::string> places_of(const std::vector<ExportLoss>& losses, ModelFact fact) {
    const auto found = std::ranges::find(losses, fact, &ExportLoss::fact);
    return found == losses.end() ? std::vector<std::string>() : found->places;
}

Export library_as(const std::string& form, bool japanese = false) {
    ModelSet models;
    return export_model(models, models.find(library), *find_export_form(form), {.japanese_names = japanese});
}

struct Nothing final : JsonListener {
    void key(std::string_view) override {}
    void value(JsonKind, std::string_view) override {}
    void begin(JsonKind) override {}
    void end() override {}
};

}  // namespace

TEST_CASE("what a form cannot say is named with its places, what it can say is not") {
    const Export schema = library_as("json-schema");
    CHECK(places_of(schema.losses, ModelFact::rules) == std::vector<std::string>{"Library.some-seats"});
    CHECK(places_of(schema.losses, ModelFact::uniqueness) == std::vector<std::string>{"Library"});
    CHECK(places_of(schema.losses, ModelFact::code_values).empty());
    CHECK(places_of(schema.losses, ModelFact::other_names).empty());
    const Export sql = library_as("sql");
    CHECK(places_of(sql.losses, ModelFact::uniqueness).empty());
    CHECK(places_of(sql.losses, ModelFact::confidentiality) == std::vector<std::string>{"Library.phone"});
    CHECK(places_of(library_as("mermaid").losses, ModelFact::rules).size() == 1);
}

TEST_CASE("Japanese names are the labels, English ones those of the schema") {
    CHECK(library_as("json-schema").text.find("\"seats\": {") != std::string::npos);
    CHECK(library_as("json-schema", true).text.find("\"座席数\": {") != std::string::npos);
    CHECK(library_as("json-schema", true).text.find("\"seats\": {") == std::string::npos);
}

TEST_CASE("every ninth class is written in every form, the JSON of it well-formed") {
    ModelSet models;
    const std::set<std::string_view> json = {"json-schema", "table-schema",   "data-package",
                                             "csvw",        "jsonld-context", "openapi-schema"};
    std::size_t written = 0, count = 0;
    for (const auto& entry : models.entries()) {
        if (++count % 9 != 0) continue;
        const FoundClass found = models.find(entry.model + "/" + entry.class_name);
        for (const ExportForm& form : export_forms()) {
            if (form.name == "xlsx" && written > 0) continue;  // the same tables each time
            INFO(entry.model << "/" << entry.class_name << " as " << form.name);
            const Export made = export_model(models, found, form, {});
            CHECK_FALSE(made.text.empty());
            ++written;
            if (!json.contains(form.name)) continue;
            JsonReader reader(made.text, "export");
            Nothing nothing;
            reader.read(nothing);
        }
    }
    CHECK(written > 100);
}

TEST_CASE("a loss names a few of its places and counts the others") {
    const ExportLoss loss{ModelFact::rules, {"a", "b", "c"}};
    CHECK(loss_text(loss, Language::en, 3) == "rules between items: a, b, c");
    CHECK(loss_text(loss, Language::en, 1) == "rules between items: a and 2 more");
    CHECK(loss_text(loss, Language::ja, 2) == "項目の間の規則: a、b、ほか 1 件");
}
