#include <set>

#include <catch2/catch.hpp>

#include "grammars/formats/rule_ids.hpp"
#include "grammars/values/rule_ids.hpp"
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

TEST_CASE("errors block a level and nothing else does") {
    for_each_rule([&](const RuleFamily&, const Rule& rule) {
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

TEST_CASE("each rule that a grammar, the reader or the engine names is in the table") {
    const RuleId ids[] = {
        rules::not_of_this_type,    rules::other_notation,     rules::no_such_day,
        rules::outside_era,         rules::two_digit_year,     rules::out_of_range,
        rules::text_left_over,      rules::several_values,     rules::incomplete,
        rules::end_before_start,    rules::ambiguous,          rules::swapped_coordinates,
        rules::wrong_digit_count,   rules::unknown_name,       rules::wrong_check_digit,
        rules::lost_leading_zero,   rules::spreadsheet_damage, rules::missing_check_digit,
        rules::unknown_code,        rules::unknown_area_code,  rules::wrong_script,
        rules::half_width_kana,     rules::control_character,  rules::surrounding_space,
        rules::empty_file,          rules::byte_order_mark,    rules::mixed_line_ends,
        rules::no_final_newline,    rules::control_in_file,    rules::invalid_bytes,
        rules::ragged_record,       rules::unclosed_quote,     rules::stray_quote,
        rules::duplicate_header,    rules::blank_header,       rules::blank_record,
        rules::text_above_header,   rules::no_header,          rules::skipped_lines,
        rules::trailing_columns,    rules::label_for_code,     rules::missing_column,
        rules::missing_value,       rules::duplicate_key,      rules::own_column,
        rules::misspelt_header,     rules::ambiguous_header,   rules::bound_by_content,
        rules::filled_from_another, rules::odd_header,

    };
    for (const RuleId id : ids) {
        CAPTURE(id.text);
        REQUIRE(find_rule(id.text));
        CHECK(find_rule(id.text)->id == id);
    }
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
