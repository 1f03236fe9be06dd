#include "grammars/model_language/parse_model.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <variant>

#include "grammars/base/error.hpp"

using namespace daicho::syntax;
using daicho::parse_model;

namespace {

Class class_of(const std::string& statements) {
    return std::move(parse_model("model t { class A {" + statements + "} }", "t.gifm").classes.at(0));
}

Item item_of(const std::string& item) {
    return class_of(item + ";").items.at(0);
}

}  // namespace

TEST_CASE("the head of a model names it, dates it and says where it is from") {
    const Model model = parse_model(
        "model gif.core version \"2.2.0\" \"コア\" en \"Core\" status current { # a comment\n"
        "    source \"GIF \\\"438\\\"\" commit \"201a52f\" license \"CC0-1.0\";\n"
        "    namespace pd \"http://xxx/gif\" placeholder;\n"
        "    use gif.parts;　use gif.codes;\n"
        "}\n",
        "t.gifm");
    CHECK(model.name.text == "gif.core");
    CHECK(model.version == "2.2.0");
    CHECK(model.label.ja == "コア");
    CHECK(model.label.en == "Core");
    CHECK(model.status == "current");
    REQUIRE(model.sources.size() == 1);
    CHECK(model.sources[0].document == "GIF \"438\"");
    CHECK(model.sources[0].commit == "201a52f");
    CHECK(model.sources[0].license == "CC0-1.0");
    REQUIRE(model.namespaces.size() == 1);
    CHECK(model.namespaces[0].uri == "http://xxx/gif");
    CHECK(model.namespaces[0].placeholder);
    REQUIRE(model.uses.size() == 2);
    CHECK(model.uses[1].text == "gif.codes");
}

TEST_CASE("a byte order mark and spaces of any width do not matter") {
    CHECK(parse_model("\xEF\xBB\xBFmodel　t\t{\r\n}", "t.gifm").name.text == "t");
    CHECK(parse_model("model t{}#", "t.gifm").name.text == "t");
}

TEST_CASE("an item has a name, a label and a type") {
    const Item item = item_of("cityAndCounty \"市区町村(郡)\" en \"City\" : city_and_county");
    CHECK(item.name.text == "cityAndCounty");
    CHECK(item.label.ja == "市区町村(郡)");
    CHECK(item.label.en == "City");
    CHECK(item.type.kind == TypeKind::value);
    CHECK(item.type.names.at(0).text == "city_and_county");
    CHECK(item.cardinality.minimum == 0);
    CHECK(item.cardinality.maximum == 1);
    CHECK(item.requirement == Requirement::optional);
    CHECK(item.standing == Standing::base);
}

TEST_CASE("a name knows its place in the file") {
    const std::string file = "model t { class A { 氏名 \"氏名\" : text; } }";
    const Model model = parse_model(file, "t.gifm");
    CHECK(daicho::slice(file, model.classes[0].items[0].name.where) == "氏名");
    CHECK(daicho::slice(file, model.classes[0].where) == "class A { 氏名 \"氏名\" : text; }");
}

TEST_CASE("types are values, codes, classes and unions of classes") {
    const Type code = item_of("a : code X as both").type;
    CHECK(code.kind == TypeKind::code);
    CHECK(code.form == CodeForm::both);
    const Type reference = item_of("a : class gif.core/Address MP04 0..1").type;
    CHECK(reference.kind == TypeKind::reference);
    CHECK(reference.names.at(0).text == "gif.core/Address");
    CHECK(reference.pattern == "MP04");
    CHECK(item_of("a : class Address required").type.pattern.empty());
    const Type either = item_of("a : one of Person | LegalEntity").type;
    CHECK(either.kind == TypeKind::one_of);
    CHECK(either.names.at(1).text == "LegalEntity");
}

TEST_CASE("a value may be limited by a range and a pattern") {
    const Type both = item_of("a : integer range -5..100.5 0..1").type;
    CHECK(both.minimum == "-5");
    CHECK(both.maximum == "100.5");
    const Type least = item_of("a : integer range 0.. 1..1").type;
    CHECK(least.minimum == "0");
    CHECK_FALSE(least.maximum);
    CHECK(item_of("a : integer range ..9").type.maximum == "9");
    CHECK(item_of("a : text matches /^[#\"]\\/\\d$/").type.matches == "^[#\"]/\\d$");
}

TEST_CASE("an item says how often, how urgently and in what form it comes") {
    const Item item = item_of(
        "a : text 1..n list \";\" in registry town characters name original in b required? confidential "
        "inferred number \"1.2\" "
        "alias \"い\" \"ろ\" legacy \"は\" typo \"に\" alias \"ほ\"");
    CHECK(item.cardinality.minimum == 1);
    CHECK(item.cardinality.maximum == Cardinality::unlimited);
    CHECK(item.separator == ";");
    CHECK(item.registry == "town");
    CHECK(item.characters.text == "name");
    CHECK(item.original.text == "b");
    CHECK(item.requirement == Requirement::required);
    CHECK(item.may_be_empty);
    CHECK(item.confidential);
    CHECK(item.inferred);
    CHECK(item.number == "1.2");
    REQUIRE(item.aliases.size() == 5);
    CHECK(item.aliases[1].text == "ろ");
    CHECK(item.aliases[2].scope == AliasScope::legacy);
    CHECK(item.aliases[3].scope == AliasScope::typo);
    CHECK(item.aliases[4].scope == AliasScope::alias);
    CHECK(item_of("a : text required when assigned").requirement == Requirement::when_assigned);
    CHECK(item_of("a : text recommended").requirement == Requirement::recommended);
    CHECK(item_of("a : text forbidden").requirement == Requirement::forbidden);
}

TEST_CASE("keywords are names of items where a name stands") {
    for (const std::string word :
         {"code", "class", "pattern", "rule", "split", "join", "unique", "alias", "locate", "identify",
          "extension", "status", "one", "required", "codes", "model", "n"}) {
        INFO(word);
        CHECK(item_of(word + " \"語\" : text").name.text == word);
        CHECK(item_of(word + " : text").name.text == word);
    }
}

TEST_CASE("an extension block holds items that a class may have") {
    const Class value = class_of("a : text; extension { b : text; c : text; } d : text;");
    REQUIRE(value.items.size() == 4);
    CHECK(value.items[1].standing == Standing::extension);
    CHECK(value.items[2].standing == Standing::extension);
    CHECK(value.items[3].standing == Standing::base);
}

TEST_CASE("a class says what it extends and whether own items are welcome") {
    const Model model = parse_model(
        "model t { class Shelter \"避難所\" extends gif.core/Facility closed { } class B open { } }",
        "t.gifm");
    CHECK(model.classes.at(0).extends->text == "gif.core/Facility");
    CHECK(model.classes.at(0).closed);
    CHECK_FALSE(model.classes.at(1).extends);
    CHECK_FALSE(model.classes.at(1).closed);
}

TEST_CASE("a pattern is a list of items, some of which may be empty") {
    const Class value = class_of("pattern MP07 \"国外\" { address.fullAddress buildingNameEtc? }");
    const Pattern& pattern = value.patterns.at(0);
    CHECK(pattern.name.text == "MP07");
    CHECK(pattern.label.ja == "国外");
    CHECK(pattern.items.at(0).path.text == "address.fullAddress");
    CHECK_FALSE(pattern.items.at(0).may_be_empty);
    CHECK(pattern.items.at(1).may_be_empty);
}

TEST_CASE("a rule has a name, a level, a severity, a message, and conditions") {
    const Class value =
        class_of("rule full-address-parts LV2s warning \"ちがう\" en \"differs\" when a : b = c;");
    const Rule& rule = value.rules.at(0);
    CHECK(rule.slug.text == "full-address-parts");
    CHECK(rule.blocks == daicho::Level::lv2s);
    CHECK(rule.severity == daicho::Severity::warning);
    CHECK(rule.message.en == "differs");
    CHECK(std::holds_alternative<ItemPath>(rule.when->node));
    CHECK(std::holds_alternative<Binary>(rule.check.node));
    CHECK_FALSE(class_of("rule r none info \"x\" : a;").rules.at(0).when);
}

TEST_CASE("a class says which items an address has beside its text") {
    const Class value = class_of("locate x.full { localGovernmentCode latitude -> y }");
    CHECK(value.locates.at(0).whole.text == "x.full");
    CHECK(value.locates.at(0).items.at(0).item.text == "localGovernmentCode");
    CHECK(value.locates.at(0).items.at(1).part.text == "latitude");
    CHECK(value.locates.at(0).items.at(1).item.text == "y");
}

TEST_CASE("a class says which items speak of the corporation that has a number") {
    const Class value = class_of("identify n { tradeName -> x.name within } identify parent { }");
    CHECK(value.identifies.at(0).number.text == "n");
    CHECK(value.identifies.at(0).items.at(0).part.text == "tradeName");
    CHECK(value.identifies.at(0).items.at(0).item.text == "x.name");
    CHECK(value.identifies.at(0).items.at(1).item.text == "within");
    CHECK(value.identifies.at(1).items.empty());
}

TEST_CASE("splits, joins, keys and headers of nested items are statements of a class") {
    const Class value = class_of(
        "split a as person_name { familyName -> x.y givenName } join a = b ++ c; unique a b.c; "
        "alias x.y \"い\" \"ろ\" legacy \"は\"; alias x.z typo \"に\";");
    CHECK(value.splits.at(0).kind.text == "person_name");
    CHECK(value.splits.at(0).parts.at(0).part.text == "familyName");
    CHECK(value.splits.at(0).parts.at(0).item.text == "x.y");
    CHECK(value.splits.at(0).parts.at(1).item.text == "givenName");
    CHECK(value.joins.at(0).whole.text == "a");
    CHECK(value.uniques.at(0).items.at(1).text == "b.c");
    CHECK(value.path_aliases.at(0).path.text == "x.y");
    CHECK(value.path_aliases.at(0).aliases.at(2).scope == AliasScope::legacy);
    CHECK(value.path_aliases.at(1).aliases.at(0).scope == AliasScope::typo);
}

TEST_CASE("a code list holds its codes, or says where they are, or that they are unknown") {
    const Model model = parse_model(
        "model t {\n"
        "    codes A \"一覧\" open { 0 \"不明\"; \"A 1\" \"名\" en \"name\" alias \"別\"; B-1.2+ \"点\"; }\n"
        "    codes B from \"b.tsv\" closed;\n"
        "    codes C \"C\" values unknown;\n"
        "}",
        "t.gifm");
    const CodeList& list = model.code_lists.at(0);
    CHECK_FALSE(list.closed);
    CHECK(list.codes.at(0).code == "0");
    CHECK(list.codes.at(1).code == "A 1");
    CHECK(list.codes.at(1).label.en == "name");
    CHECK(list.codes.at(1).aliases.at(0).text == "別");
    CHECK(list.codes.at(2).code == "B-1.2+");
    CHECK(model.code_lists.at(1).file == "b.tsv");
    CHECK(model.code_lists.at(1).closed);
    CHECK(model.code_lists.at(2).unknown_values);
}
