#include "grammars/characters/unit_replacements.hpp"

#include <catch2/catch.hpp>

#include "grammars/characters/character_converter.hpp"

using namespace daicho;

namespace {

UnitReplacements table() {
    UnitReplacements own;
    own.add("\uE000", {"葛\U000E0102", "MJ022335, 票"});
    own.add("\uE000", {"辻", "a second one"});
    return own;
}

/// The text after the conversion, and behind it what was left.
std::string converted(const std::string& text, const UnitReplacements& own) {
    ConversionRules rules;
    rules.own = &own;
    CharacterConverter converter(rules);
    std::string now = text;
    if (!converter.touches(text)) return now;
    ConversionPlan plan;
    converter.plan(text, 0, text.size(), false, plan);
    for (auto edit = plan.edits.rbegin(); edit != plan.edits.rend(); ++edit) {
        now.replace(edit->begin, edit->end - edit->begin, edit->now);
    }
    for (const PlannedLoss& left : plan.left) now += " " + left.why;
    return now;
}

}  // namespace

TEST_CASE("own characters become what the table says, and those that it does not have are told") {
    const UnitReplacements own = table();
    CHECK(converted("\uE000飾 \uE000", own) == "葛\U000E0102飾 葛\U000E0102");
    CHECK(converted("見本", own) == "見本");
    CHECK(converted("\uE001", own) == "\uE001 not-in-table");
    CHECK(own.touches() == character::private_use);
}

TEST_CASE("a table may name characters that are no private use ones") {
    UnitReplacements own = table();
    own.add("髙", {"高", "票"});
    CHECK(own.touches() == 0);
    CHECK(converted("髙\uE000", own) == "高葛\U000E0102");
}

TEST_CASE("headers keep their characters") {
    const UnitReplacements own = table();
    ConversionRules rules;
    rules.own = &own;
    CharacterConverter converter(rules);
    ConversionPlan plan;
    const std::string header = "\uE000";
    converter.plan(header, 0, header.size(), true, plan);
    CHECK(plan.edits.empty());
}
