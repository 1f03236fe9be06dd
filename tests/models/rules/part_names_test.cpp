#include "models/rules/part_names.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "grammars/values/rule_ids.hpp"
#include "grammars/values/value_type.hpp"
#include "models/rules/message.hpp"

using namespace daicho;

namespace {

bool has_latin_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

TEST_CASE("names of parts are told in one language, and what has one name alone as it is") {
    CHECK(part_names_in("年 (year)", Language::ja) == "年");
    CHECK(part_names_in("年 (year)", Language::en) == "year");
    CHECK(part_names_in("町字 (streetAddress)・番地以下 (cityBlock)", Language::ja) == "町字・番地以下");
    CHECK(part_names_in("町字 (streetAddress)・番地以下 (cityBlock)", Language::en) ==
          "streetAddress, cityBlock");
    for (const std::string alone :
         {"", "年", "東京都・大阪府", "年 (year", " (year)", "年 (年)", "年 (year)・月"})
        CHECK(part_names_in(alone, Language::ja) == alone);
}

TEST_CASE("what a value of any kind lacks, or has of another item, is said in the language of the report") {
    std::size_t told = 0;
    for (const ValueType* const type : value_types()) {
        for (const std::string text :
             {"2024年4月", "4月18日", "3月", "10:00", "10時から", "2024-04-01", "1234-5678", "2024-04-01～",
              "霞が関2-1-2", "中央1-1", "四条通烏丸東入", "千代田区霞が関2-1-2",
              "〒100-8926 東京都千代田区霞が関2-1-2", "2丁目5番5号"}) {
            const auto read = type->canonical(text, {});
            if (read || (read.refusal().rule != rules::incomplete &&
                         read.refusal().rule != rules::part_of_another_item)) {
                continue;
            }
            Finding finding{.rule = read.refusal().rule};
            finding.detail = read.refusal().detail;
            if (finding.detail.empty()) continue;
            finding.value = "0";  // no letter of its own
            finding.span = {0, 1};
            const Rule* rule = find_rule(finding.rule.text);
            CAPTURE(type->name, text, finding.detail);
            CHECK(!has_latin_letter(render_message(finding, rule, Language::ja)));
            const bool names_of_places = part_names_in(finding.detail, Language::en) == finding.detail;
            CHECK((names_of_places || is_ascii(render_message(finding, rule, Language::en))));
            ++told;
        }
    }
    CHECK(told > 20);
}
