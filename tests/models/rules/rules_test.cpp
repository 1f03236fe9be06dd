#include <set>

#include <catch2/catch.hpp>

#include "models/rules/message.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

/// Calls `use` for each built-in rule.
template <class Use>
void for_each_rule(Use&& use) {
    for (const RuleFamily& family : rule_families()) {
        for (const Rule& rule : family.rules) use(family, rule);
    }
}

/// A finding that knows everything.
Finding full_finding(const Rule& rule) {
    Finding finding{.rule = rule.id, .record = 3, .place = 4, .column = 2, .header = "H", .item = "I"};
    finding.value = "V";
    finding.expected = "E";
    finding.detail = "D";
    finding.repair = {RepairKind::guess, "R"};
    return finding;
}

}  // namespace

TEST_CASE("ids and slugs of rules are unique, in order, and of their family") {
    std::set<std::string_view> slugs;
    std::string_view last;
    for_each_rule([&](const RuleFamily& family, const Rule& rule) {
        CAPTURE(rule.id.text);
        CHECK(rule.id.text.size() == 4);
        CHECK(rule.id.text[0] == family.letter);
        CHECK((last.empty() || last[0] != rule.id.text[0] || last < rule.id.text));
        CHECK(slugs.insert(rule.slug).second);
        last = rule.id.text;
    });
}

TEST_CASE("every text of a rule is there in both languages") {
    for_each_rule([&](const RuleFamily&, const Rule& rule) {
        CAPTURE(rule.id.text);
        for (const Text& text : {rule.title, rule.message, rule.why, rule.fix}) {
            CHECK(!text.ja.empty());
            CHECK(!text.en.empty());
        }
        CHECK(rule.message.ja.ends_with("。"));
    });
}

TEST_CASE("errors block a level and nothing else does, but for what is asked of a repository or a model") {
    for_each_rule([&](const RuleFamily& family, const Rule& rule) {
        if (family.letter == 'P' || rule.id == rules::contradictory_model) {
            CHECK(rule.blocks == Level::none);
            return;
        }
        CAPTURE(rule.id.text);
        CHECK((rule.severity == Severity::error) == (rule.blocks != Level::none));
    });
}

TEST_CASE("messages have no placeholder or bracket left, whatever the finding knows") {
    for_each_rule([&](const RuleFamily&, const Rule& rule) {
        for (const Language language : {Language::ja, Language::en}) {
            for (const Finding& finding : {full_finding(rule), Finding{.rule = rule.id}}) {
                const std::string message = render_message(finding, &rule, language);
                CAPTURE(message);
                CHECK(message.find_first_of("{}[]") == std::string::npos);
            }
        }
    });
}

TEST_CASE("a message that is kept says of each finding what one made for it says") {
    const auto option = [](RuleHint) { return std::string_view{"--this"}; };
    for_each_rule([&](const RuleFamily&, const Rule& rule) {
        Finding offered = full_finding(rule), bare{.rule = rule.id};
        offered.repair = {RepairKind::guess, "other"};
        for (const Wording& wording : {Wording{Language::ja}, Wording{Language::en, option}}) {
            const RuleMessage kept(&rule, wording);
            for (const Finding& finding : {full_finding(rule), bare, offered, masked(offered), bare}) {
                std::string message = "before ";
                kept.append(message, finding);
                CHECK(message == "before " + render_message(finding, &rule, wording));
            }
        }
    });
}

TEST_CASE("a rule names an option where it has a hint, in the words of the program alone") {
    const auto option = [](RuleHint) { return std::string_view{"--this"}; };
    for_each_rule([&](const RuleFamily&, const Rule& rule) {
        CAPTURE(rule.id.text);
        const Finding finding = full_finding(rule);
        for (const Language language : {Language::ja, Language::en}) {
            const auto texts = [&](const Wording& wording) {
                return render_message(finding, &rule, wording) + "\n" + render_fix(rule, wording);
            };
            const std::string without = texts(language), with = texts({language, option});
            CAPTURE(without);
            CHECK(without.find("--") == std::string::npos);
            CHECK(without.find_first_of("{}[]") == std::string::npos);
            CHECK((with.find("--this") != std::string::npos) == (rule.hint != RuleHint::none));
        }
    });
}

TEST_CASE("a rule is found by its id in either case and by its slug") {
    CHECK(find_rule("K310") != nullptr);
    CHECK(find_rule("k310") == find_rule("K310"));
    CHECK(find_rule("wrong-check-digit") == find_rule("K310"));
    CHECK(find_rule("K999") == nullptr);
    CHECK(find_rule("") == nullptr);
}

TEST_CASE("a book finds the rules of a model before the built-in ones") {
    const RuleBook book{{Rule{.id = {"Address.parts"}, .slug = "parts"}}};
    REQUIRE(book.find({"Address.parts"}));
    CHECK(book.find({"Address.parts"})->slug == "parts");
    CHECK(book.find({"K310"}) == find_rule("K310"));
    CHECK(book.find({"Address.other"}) == nullptr);
}

}  // namespace daicho
