#include "models/rules/message.hpp"

#include <catch2/catch.hpp>

namespace daicho {

namespace {

Rule rule_saying(std::string_view message) {
    return {.id = {"T999"}, .slug = "x", .message = {message, message}};
}

}  // namespace

TEST_CASE("placeholders take the fields of the finding") {
    const Rule rule =
        rule_saying("{header}/{item} {line} {record} {column}: '{value}' is not {expected} ({detail})");
    Finding finding{.rule = rule.id, .record = 3, .place = 4, .column = 2, .header = "H", .item = "I"};
    finding.value = "V";
    finding.expected = "E";
    finding.detail = "D";
    CHECK(render_message(finding, &rule, Language::en) == "H/I 4 3 2: 'V' is not E (D)");
}

TEST_CASE("a part in brackets is left out when one of its fields is empty") {
    const Rule rule = rule_saying("a[ b {detail}] c[ {line}]");
    CHECK(render_message(Finding{}, &rule, Language::en) == "a c");
    Finding finding{.place = 7};
    finding.detail = "D";
    CHECK(render_message(finding, &rule, Language::en) == "a b D c 7");
}

TEST_CASE("a part in brackets that names an option is there where the program has it") {
    Rule rule = rule_saying("a[; choose it with {option}] b{nothing}[ {nothing}]");
    rule.hint = RuleHint::model;
    const Wording named{Language::en, [](RuleHint) { return std::string_view("--model"); }};
    CHECK(render_message(Finding{}, &rule, named) == "a; choose it with --model b");
    CHECK(render_message(Finding{}, &rule, Language::en) == "a b");
}

TEST_CASE("what is left open in a template of a model's own ends with it") {
    for (const char* open : {"a [b", "a {value", "a [{value", "]a}", "[]", "["}) {
        const Rule rule = rule_saying(open);
        CHECK(render_message(Finding{.rule = rule.id}, &rule, Language::en).size() < 9);
    }
}

TEST_CASE("a sentence about the repair follows, which says how sure it is") {
    const Rule rule = rule_saying("x");
    Finding finding;
    finding.repair = {RepairKind::normal_form, "R"};
    CHECK(render_message(finding, &rule, Language::ja) == "x「R」と書きます。");
    CHECK(render_message(finding, &rule, Language::en) == "x; write 'R'");
    finding.repair.kind = RepairKind::guess;
    CHECK(render_message(finding, &rule, Language::ja) == "x「R」ではありませんか。");
    CHECK(render_message(finding, &rule, Language::en) == "x; perhaps 'R' is meant");
    const Rule speaks = rule_saying("use {repair}");
    CHECK(render_message(finding, &speaks, Language::en) == "use R");
}

TEST_CASE("behind the message of a model's rule stand the values that it compares") {
    const Rule rule =
        written_rule({"Site.order"}, Severity::error, Level::lv1, {"順序が逆です。", "out of order"});
    Finding finding{.rule = rule.id};
    CHECK(render_message(finding, &rule, Language::ja) == "順序が逆です。");
    finding.detail = "開始日: 2024-05-01, 終了日: 2024-04-01";
    CHECK(render_message(finding, &rule, Language::ja) ==
          "順序が逆です。（開始日: 2024-05-01, 終了日: 2024-04-01）");
    CHECK(render_message(finding, &rule, Language::en) ==
          "out of order (開始日: 2024-05-01, 終了日: 2024-04-01)");
    CHECK(render_message(masked(finding), &rule, Language::en) == "out of order");
}

TEST_CASE("a rule that no book knows is named") {
    Finding finding{.rule = {"Address.parts"}};
    finding.value = "V";
    CHECK(render_message(finding, nullptr, Language::en) == "Address.parts: this rule is broken by 'V'");
}

TEST_CASE("long texts are cut to columns and controls are shown") {
    struct Row {
        std::string_view text;
        std::size_t columns;
        std::string_view shown;
    };
    const Row rows[] = {
        {"abc", 3, "abc"},      {"abcd", 3, "abc…"},          {"東京都", 6, "東京都"},
        {"東京都", 5, "東京…"}, {"a\nb\tc\x7F", 9, "a␊b␉c␡"},
    };
    for (const Row& row : rows) CHECK(shown(row.text, row.columns) == row.shown);
}

TEST_CASE("a list of names that is too long ends behind a name") {
    const Rule* rule = find_rule("S129");
    REQUIRE(rule != nullptr);
    std::string names;
    for (int i = 0; i < 40; ++i) {
        names += (i == 0 ? "/" : ", /") + std::string("名前") + std::to_string(i);
        Finding finding{RuleId{"S129"}};
        finding.value = "/a";
        finding.detail = names;
        const std::string message = render_message(finding, rule, Language::ja);
        const std::size_t begin = message.find("（/") + std::string_view("（").size();
        const std::string told = message.substr(begin, message.find("）", begin) - begin);
        CAPTURE(told);
        const std::string_view whole = std::string_view(told).substr(0, told.find(" …"));
        CHECK(names.starts_with(whole));
        CHECK((whole.size() == names.size() || names.substr(whole.size(), 2) == ", "));
        CHECK((told.size() == whole.size()) == (whole.size() == names.size()));
    }
}

TEST_CASE("a masked finding tells nothing of the value") {
    Finding finding{.rule = {"K310"}};
    finding.value = "123456789018";
    finding.detail = "8";
    finding.repair = {RepairKind::guess, "1"};
    const Finding hidden = masked(finding);
    CHECK(hidden.value == masked_text);
    CHECK(hidden.detail.empty());
    CHECK(hidden.repair.value == masked_text);
    CHECK(hidden.expected.empty());
    CHECK(hidden.rule == finding.rule);
}

}  // namespace daicho
