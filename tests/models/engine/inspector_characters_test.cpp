#include <catch2/catch.hpp>

#include "models/engine/inspector.hpp"
#include "models/engine/model_set.hpp"
#include "models/rules/message.hpp"
#include "tests/support/checked_text.hpp"
#include "tests/support/known_characters.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;
using Places = std::vector<std::string>;

namespace {

const char* const people = R"(model test version "1" {
    class Person "個人" {
        familyName "氏" : text 0..1 characters name;
        registeredName "戸籍氏" : text 0..1 characters registered;
        reading "カナ" : kana 0..1;
        birth "生年月日" : date 0..1;
        secret "秘匿" : text 0..1 confidential characters name;
        rule same-name LV1 warning "違う" en "they differ"
            when familyName and registeredName : familyName = registeredName;
    }
})";

/// The one finding of a file of one record.
Finding only_finding(const WrittenModel& model, const std::string& text) {
    CheckedText checked(*model, text);
    CAPTURE(text, checked.places());
    REQUIRE(checked.inspection.findings.size() == 1);
    return checked.inspection.findings.front();
}

std::string message_of(const Finding& finding) {
    return render_message(finding, find_rule(finding.rule.text), Language::en);
}

}  // namespace

TEST_CASE("a clean cell costs no finding, and neither does a registered name in an item for one") {
    const WrittenModel model(people);
    CHECK(CheckedText(*model, "氏,戸籍氏\n山田,山田\n").places() == Places{});
    CHECK(CheckedText(*model, "戸籍氏\n髙田\n").places() == Places{});
}

TEST_CASE("many characters outside JIS X 0213 in one cell are one finding that lists them") {
    const WrittenModel model(people);
    const Finding finding = only_finding(model, "氏\n髙田髙𠮷\n");
    CHECK(finding.rule.text == "C220");
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.blocks == Level::none);
    CHECK(finding.expected == "JIS X 0213");
    CHECK(finding.detail == "髙 U+9AD9 CP932, 𠮷 U+20BB7");
    CHECK(message_of(finding) ==
          "'髙田髙𠮷' has characters that are not in JIS X 0213: 髙 U+9AD9 CP932, 𠮷 U+20BB7; they may "
          "be lost where it arrives, so see whether others will do");
}

TEST_CASE("an invisible character blocks LV1, is taken out safely, and rules see the mended value") {
    const WrittenModel model(people);
    const CheckedText checked(*model, "氏,戸籍氏\n山\u200B田,山田\n");
    REQUIRE(checked.places() == Places{"1:1 C217"});
    const Finding& finding = checked.inspection.findings.front();
    CHECK(finding.blocks == Level::lv1);
    CHECK(finding.repair.kind == RepairKind::normal_form);
    CHECK(finding.repair.value == "山田");
}

TEST_CASE("of a value that its grammar refuses for a character nobody sees, the character is told") {
    const WrittenModel model(people);
    const Finding finding = only_finding(model, "生年月日\n2024-04-1\u200B8\n");
    CHECK(finding.rule.text == "C217");
    CHECK(finding.repair.value == "2024-04-18");
}

TEST_CASE("characters and notation of one cell are mended together, so that one transform is enough") {
    const WrittenModel model(people);
    const CheckedText checked(*model, "カナ\nやま\u200Bた\u3099\n");
    for (const Finding& finding : checked.inspection.findings) {
        CAPTURE(finding.rule.text);
        CHECK(finding.repair.kind == RepairKind::normal_form);
        CHECK(finding.repair.value == "ヤマダ");
    }
    CHECK(checked.places() == Places{"1:1 C217", "1:1 C224", "1:1 C210"});
}

TEST_CASE("what a grammar finds is not told a second time") {
    const WrittenModel model(people);
    CHECK(CheckedText(*model, "カナ\nﾔﾏﾀﾞ\n").places() == Places{"1:1 C211"});
    CHECK(CheckedText(*model, "氏\n山\u0085田\n").places() == Places{"1:1 C212"});
}

TEST_CASE("a column that no model knows is looked at too, and warns at most") {
    const WrittenModel model(people);
    const Finding finding = only_finding(model, "メモ\n山\uFFFD田\n");
    CHECK(finding.rule.text == "C214");
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.blocks == Level::none);
}

TEST_CASE("a confidential value is not told by its characters") {
    const WrittenModel model(people);
    const Finding finding = only_finding(model, "秘匿\n髙田\n");
    CHECK(finding.confidential);
    CHECK(message_of(masked(finding)).find("髙") == std::string::npos);
}

TEST_CASE("one code of a mark is no finding, both in a file are one") {
    const WrittenModel model(people);
    const CheckedText one(*model, "メモ\n10〜12\n11〜13\n");
    CHECK(mixed_pairs(one.inspection.pairs, {}).empty());
    const CheckedText both(*model, "メモ\n10〜12\n11～13\n");
    CHECK(both.places() == Places{});
    const auto findings = mixed_pairs(both.inspection.pairs, {});
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule.text == "C228");
    CHECK(findings[0].place.line == 3);
    CHECK(findings[0].detail == "〜 U+301C JIS 1-01-33 (2), ～ U+FF5E JIS 1-01-33 (3)");
}

TEST_CASE("the names of the family register are looked up in MJ where a registry has it, and nowhere else") {
    ModelSet models;
    const Model& person = models.get("Person");
    const std::string csv = "戸籍氏名\n髙田 𰻞\n𠮷田 山\n";
    KnownCharacters characters;
    InspectionOptions options;
    CHECK(CheckedText(person, csv, options).places() == Places{});
    options.characters = &characters;
    CHECK(CheckedText(person, csv, options).places() == Places{});
    characters.sets = {LoadedSet::mj};
    for (const char* unit : {"髙", "田", "𠮷", "山"}) characters.members.insert({LoadedSet::mj, unit});
    const CheckedText checked(person, csv, options);
    REQUIRE(checked.places() == Places{"1:1 C220"});
    CHECK(checked.inspection.findings.front().detail.find("U+30EDE") != std::string::npos);
    // An item that is a name asks for JIS X 0213 all the same.
    CHECK(CheckedText(person, "氏\n髙田\n", options).places() == Places{"1:1 C220"});
}
