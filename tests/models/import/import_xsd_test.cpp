#include "models/import/import_xsd.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/model_language/parse_model.hpp"

using daicho::import_xsd;

namespace {

const std::string cut = std::string{DAICHO_SOURCE_DIR} + "/tests/data/gif/GIF_Core_DataModel_cut.xsd";

const daicho::syntax::Class& class_named(const daicho::syntax::Model& model, const std::string& name) {
    const auto found = std::ranges::find(model.classes, name, [](const auto& one) { return one.name.text; });
    REQUIRE(found != model.classes.end());
    return *found;
}

const daicho::syntax::Item& item_named(const daicho::syntax::Class& tree, const std::string& name) {
    const auto found = std::ranges::find(tree.items, name, [](const auto& one) { return one.name.text; });
    REQUIRE(found != tree.items.end());
    return *found;
}

std::vector<std::string> names(const daicho::syntax::Pattern& pattern) {
    std::vector<std::string> all;
    for (const auto& item : pattern.items) all.push_back(item.path.text);
    return all;
}

}  // namespace

TEST_CASE("complex types become classes with the items of their groups") {
    const auto model = import_xsd(cut, "gif.core").model;
    CHECK(model.classes.size() == 5);
    const auto& address = class_named(model, "Address");
    CHECK(address.label.ja == "住所");
    CHECK(address.items.size() == 11);
    CHECK(item_named(address, "prefecture").type.names.front().text == "text");
    CHECK(item_named(address, "prefecture").cardinality.minimum == 0);
    CHECK(item_named(address, "prefecture").label.ja == "都道府県を記載。");
}

TEST_CASE("restrictions become required patterns") {
    const auto model = import_xsd(cut, "gif.core").model;
    const auto& address = class_named(model, "Address");
    REQUIRE(address.patterns.size() == 2);
    CHECK(address.patterns[0].name.text == "MP06");
    CHECK(names(address.patterns[1]) == std::vector<std::string>{"fullAddress", "postalCode", "country"});
}

TEST_CASE("an element whose pattern is left open is the item of that class") {
    const auto model = import_xsd(cut, "gif.core").model;
    const auto& type = item_named(class_named(model, "Building"), "buildingAddress").type;
    CHECK(type.kind == daicho::syntax::TypeKind::reference);
    CHECK(type.names.front().text == "Address");
    CHECK(type.pattern.empty());
}

TEST_CASE("an extension extends") {
    const auto model = import_xsd(cut, "gif.core").model;
    const auto& tree = class_named(model, "OtherBuildingStructure");
    REQUIRE(tree.extends);
    CHECK(tree.extends->text == "Building");
}

TEST_CASE("enumerations become code lists, and what they are used for says in which form") {
    const auto model = import_xsd(cut, "gif.core").model;
    REQUIRE(model.code_lists.size() == 2);
    CHECK(model.code_lists[0].name.text == "StatusCodeList");
    CHECK(model.code_lists[0].label.ja == "有無コード一覧");
    REQUIRE(model.code_lists[0].codes.size() == 4);
    CHECK(model.code_lists[0].codes[2].code == "2");
    CHECK(model.code_lists[0].codes[2].label.ja == "非公開");
    const auto& country = item_named(class_named(model, "Address"), "country").type;
    CHECK(country.kind == daicho::syntax::TypeKind::code);
    CHECK(country.names.front().text == "CountryRegionCodeList");
    CHECK(country.form == daicho::syntax::CodeForm::both);
}

TEST_CASE("the head of the schema becomes the head of the model") {
    const auto model = import_xsd(cut, "gif.core").model;
    CHECK(model.name.text == "gif.core");
    CHECK(model.version == "2025-03-25");
    CHECK(model.label.en == "Government Interoperability Framework(GIF)");
    REQUIRE(model.sources.size() == 1);
    CHECK(model.sources[0].license == "https://creativecommons.org/licenses/by/4.0/legalcode.ja");
    REQUIRE(model.namespaces.size() == 2);
    CHECK(model.namespaces[0].placeholder);
}

TEST_CASE("elements that stand in no class are told") {
    const auto left_out = import_xsd(cut, "gif.core").left_out;
    REQUIRE(left_out.size() == 2);
    CHECK(left_out[0].name.text == "spouseStatus");
    CHECK(left_out[0].type.names.front().text == "StatusCodeList");
    CHECK(left_out[0].type.form == daicho::syntax::CodeForm::code);
    CHECK(left_out[1].name.text == "floorName");
}

TEST_CASE("what was imported can be printed and read") {
    const auto model = import_xsd(cut, "gif.core").model;
    const std::string text = daicho::print_model(model);
    CHECK(daicho::print_model(daicho::parse_model(text, "gif.core.gifm")) == text);
}
