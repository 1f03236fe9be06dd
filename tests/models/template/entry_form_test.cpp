#include "models/template/entry_form.hpp"

#include <catch2/catch.hpp>

#include "grammars/formats/csv_cell.hpp"
#include "models/dataset/model_access.hpp"
#include "models/dataset/validate.hpp"
#include "models/template/entry_values.hpp"

using namespace daicho;

namespace {

/// Everything that is said of a table as a dataset of a model, with the level that it reaches.
CheckResult checked(Models& models, const std::string& model, const std::string& bytes, const char* name) {
    CheckOptions options;
    options.model = model;
    options.threads = 1;
    return validate(memory_source(bytes, name), options, models);
}

/// The classes of GIF and of the municipal datasets whose items are known.
std::vector<std::string> all_classes(Models& models) {
    std::vector<std::string> names;
    ModelAccess access(models);
    for (const auto& entry : access->entries()) {
        std::string name = entry.model + "/" + entry.class_name;
        if (name.starts_with("publications.")) continue;
        const Model& model = access->get(name);
        if (!model.unknown_items && !model.slots.empty()) names.push_back(std::move(name));
    }
    return names;
}

/// A text that values of the column cannot be, or nothing where any text is one.
std::string wrong_value(const Slot& slot) {
    if (slot.codes != nullptr) return slot.codes->closed() && slot.codes->size() > 0 ? "＠＠" : "";
    const std::string wrong = "＠＠";
    return slot.canonical(wrong, {}) ? "" : wrong;
}

/// A record with one defect: what was planted, and which rule must tell it; any where none is named.
struct Planted {
    std::size_t column = 0;
    std::string value;
    std::string rule;
};

std::vector<Planted> planted_defects(const EntryForm& form) {
    std::vector<Planted> defects;
    for (std::size_t i = 0; i < form.columns.size(); ++i) {
        const EntryColumn& column = form.columns[i];
        if (column.example.empty()) continue;
        if (column.need == EntryNeed::required) defects.push_back({i, "", "R401"});
        const std::string wrong = wrong_value(form.slot_of(column));
        if (!wrong.empty()) defects.push_back({i, wrong, form.slot_of(column).codes ? "K300" : ""});
    }
    return defects;
}

/// The form with its example, and a record for each defect below.
std::string table_with(const EntryForm& form, const std::vector<Planted>& defects) {
    std::string csv = entry_csv(form);
    for (const Planted& planted : defects) {
        for (std::size_t i = 0; i < form.columns.size(); ++i) {
            if (i > 0) csv += ',';
            append_csv_cell(csv, i == planted.column ? planted.value : form.columns[i].example);
        }
        csv += "\r\n";
    }
    return csv;
}

bool is_told(const CheckResult& result, const EntryForm& form, const Planted& planted, std::uint64_t record) {
    const std::string& item = form.slot_of(form.columns[planted.column]).path;
    for (const Finding& finding : result.findings) {
        const bool here = finding.record == record && finding.item == item;
        const bool so =
            planted.rule.empty() ? finding.severity != Severity::info : finding.rule.text == planted.rule;
        if (here && so) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("of every model: the example of its form is a dataset of LV2, and what is planted in it is told") {
    Models models;
    std::size_t number = 0;
    for (const std::string& name : all_classes(models)) {
        CAPTURE(name);
        const EntryForm form = entry_form(models, name, {});
        const auto defects = planted_defects(form);
        const CheckResult result = checked(models, name, table_with(form, defects), "form.csv");
        for (const Finding& finding : result.findings) {
            CAPTURE(finding.rule.text, finding.item, finding.value, result.message(finding, Language::en));
            CHECK((finding.record > 1 || finding.severity == Severity::info));
        }
        CHECK(result.verdict.lacking.empty());
        REQUIRE(result.verdict.level);
        for (std::size_t i = 0; i < defects.size(); ++i) {
            CAPTURE(form.columns[defects[i].column].header, defects[i].value, defects[i].rule);
            CHECK(is_told(result, form, defects[i], i + 2));
        }
        if (number++ % 8 == 0) {  // the same record nested; some of them, to be quick
            const std::string json = entry_json(models, form, number % 16 == 1);
            const CheckResult nested = checked(models, name, json, "form.json");
            REQUIRE(nested.verdict.level);
            CAPTURE(json);
            CHECK(*nested.verdict.level >= Level::lv2);
        }
    }
    CHECK(number > 250);
}

TEST_CASE("examples of values are canonical, and so are all choices") {
    Models models;
    for (const char* name : {"gif.core.person/Person", "gif.core.facility/Facility",
                             "municipal.evacuation_space/EvacuationSpace"}) {
        const EntryForm form = entry_form(models, name, {.extensions = true});
        for (const EntryColumn& column : form.columns) {
            const Slot& slot = form.slot_of(column);
            CAPTURE(name, column.header, column.example);
            CHECK((column.example.empty() || slot.is_canonical(column.example, {})));
            for (const std::string& choice : kind_choices(slot)) CHECK(slot.is_canonical(choice, {}));
        }
    }
}

TEST_CASE("a form that was filled in as a workbook is read as it was typed") {
    Models models;
    for (const char* name : {"gif.core.person/Person", "municipal.evacuation_space/EvacuationSpace",
                             "publications.address_registry/AddressCity"}) {
        CAPTURE(name);
        const EntryForm form = entry_form(models, name, {});
        const CheckResult result = checked(models, name, entry_workbook(form, Language::ja), "form.xlsx");
        REQUIRE(result.verdict.level);
        CHECK(result.verdict.records == 1);
        CHECK(*result.verdict.level >= Level::lv2);
    }
}

TEST_CASE("a form has the headers of flat files, and what a class does not have is refused") {
    Models models;
    const std::string csv = entry_csv(entry_form(models, "municipal.evacuation_space/EvacuationSpace", {}));
    CHECK(csv.find(",所在地_都道府県,") != csv.npos);
    CHECK(csv.find("address.") == csv.npos);
    CHECK(csv.find("座標参照系") == csv.npos);
    CHECK_THROWS_WITH(entry_form(models, "Person", {.pattern = "MP99"}), Catch::Contains("MP01"));
    CHECK_THROWS(entry_workbook(entry_form(models, "publications.postal_code/PostalArea", {}), Language::ja));
}
