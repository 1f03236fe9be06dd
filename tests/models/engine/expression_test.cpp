#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;

namespace {

/// A class of three texts a b c (slots 0 1 2) with one rule.
WrittenModel with_check(const std::string& check) {
    return WrittenModel(
        "model t version \"1\" { class T \"て\" { a \"エ\" : text 0..1; b \"ビ\" : text 0..1; "
        "c \"シ\" : text 0..1; rule r LV1 error \"だめ\" en \"bad\" : " +
        check +
        "; } "
        "codes List \"一覧\" closed { 1 \"一\"; 2 \"二\"; } }");
}

struct Row {
    const char* check;
    std::array<std::string_view, 3> values;
    bool holds;
    bool fails;
};

}  // namespace

TEST_CASE("conditions are three-valued over missing items") {
    const Row rows[] = {
        {"a = \"x\"", {"x", "", ""}, true, false},
        {"a = \"x\"", {"y", "", ""}, false, true},
        {"a = \"x\"", {"", "", ""}, false, false},
        {"a = \"x\" or b", {"", "1", ""}, true, false},
        {"a = \"x\" and b = \"y\"", {"", "n", ""}, false, true},
        {"a = \"x\" and b = \"y\"", {"", "y", ""}, false, false},
        {"not a", {"", "", ""}, true, false},
        {"not (a = \"x\")", {"", "", ""}, false, false},
        {"a <= b", {"2024-01-01", "2024-01-02", ""}, true, false},
        {"number(a) < number(b)", {"9", "10", ""}, true, false},
        {"number(a) + number(b) = number(c)", {"1", "2", "3"}, true, false},
        {"number(a) / number(b) = 1", {"1", "0", ""}, false, false},
        {"a ++ b = c", {"x", "y", "xy"}, true, false},
        {"a ++ b = c", {"x", "", "x"}, true, false},
        {"a starts b", {"東京都港区", "東京都", ""}, true, false},
        {"a contains b", {"東京都港区", "港", ""}, true, false},
        {"a matches /[0-9]+/", {"12", "", ""}, true, false},
        {"a matches /[0-9]+/", {"12x", "", ""}, false, true},
        {"a in {\"p\" \"q\"}", {"q", "", ""}, true, false},
        {"a in List", {"3", "", ""}, false, true},
        {"length(a) = 2", {"東京", "", ""}, true, false},
        {"fold(a) = fold(b)", {"ＡＢ", "ab", ""}, true, false},
    };
    for (const auto& [check, values, holds, fails] : rows) {
        CAPTURE(check);
        const WrittenModel model = with_check(check);
        Evaluation record;
        record.slots = values;
        CHECK(model->rules.front().check.holds(record) == holds);
        CHECK(model->rules.front().check.fails(record) == fails);
    }
}

TEST_CASE("an expression that cannot be right is refused when the model is read") {
    for (const char* check : {"d = \"x\"", "a < 3", "number(a) ++ b", "a and 3", "fould(a) = b", "a in Lost",
                              "a matches /(/", "number(a, b) = 1"}) {
        CAPTURE(check);
        CHECK_THROWS_AS(with_check(check), Error);
    }
}
