#include <catch2/catch.hpp>
#include <string>
#include <variant>

#include "grammars/base/error.hpp"
#include "grammars/model_language/parse_model.hpp"

using namespace daicho::syntax;

namespace {

const std::string before = "model t { class A { join a = ";

std::string file_with(const std::string& expression) {
    return before + expression + "; } }";
}

Model model_with(const std::string& expression) {
    return daicho::parse_model(file_with(expression), "t.gifm");
}

/// How the expression reads in the canonical print.
std::string print_of(const std::string& expression) {
    const std::string print = daicho::print_model(model_with(expression));
    const std::size_t begin = print.find("join a = ") + 9;
    return print.substr(begin, print.find(";\n", begin) - begin);
}

Operator root_of(const std::string& expression) {
    const Model model = model_with(expression);
    return std::get<Binary>(model.classes[0].joins[0].value.node).op;
}

}  // namespace

TEST_CASE("the loosest operator is the root of an expression") {
    CHECK(root_of("a or b and c") == Operator::logical_or);
    CHECK(root_of("a and b or c") == Operator::logical_or);
    CHECK(root_of("not a and b") == Operator::logical_and);
    CHECK(root_of("a = b and c") == Operator::logical_and);
    CHECK(root_of("a ++ b = c") == Operator::equal);
    CHECK(root_of("a ++ b starts c ++ d") == Operator::starts);
    CHECK(root_of("a + b ++ c") == Operator::concatenate);
    CHECK(root_of("a + b * c") == Operator::add);
    CHECK(root_of("-a * b") == Operator::multiply);
    CHECK(root_of("a <= b") == Operator::less_equal);
    CHECK(root_of("a < b") == Operator::less);
    CHECK(root_of("a != b") == Operator::not_equal);
}

TEST_CASE("operators of one kind take their operands from the left") {
    const Model model = model_with("a - b - c");
    const auto& outer = std::get<Binary>(model.classes[0].joins[0].value.node);
    CHECK(std::get<ItemPath>(outer.right->node).path == "c");
    CHECK(std::get<Binary>(outer.left->node).op == Operator::subtract);
}

TEST_CASE("an expression is printed with no more parentheses than it needs") {
    const char* printed[] = {
        "a or b and not c = d",
        "(a or b) and not (c and d)",
        "not not a",
        "a - (b - c)",
        "a - b - c",
        "(a + b) * c / -d",
        "-(a + b)",
        "--a",
        "fold(a ++ b) starts fold(c)",
        "(a = b) = c",
        "a matches /^[0-9]{3}\\/x$/ and b",
        "(a ++ b) matches /x/",
        "(not a) matches /x/",
        "sex in { \"1\" \"2\" } or sex in gif.core/SexCodeList",
        "(a in { \"1\" }) = b",
        "f()",
        "f(g(a, \"x\\\"y\\\\z\\n\"), 1.50, 0)",
        "address.fullAddress ++ 氏名（漢字）",
        "(not a) = b",
    };
    for (const std::string expression : printed) {
        const std::string once = print_of(expression);
        INFO(expression);
        CHECK(print_of(once) == once);
        if (expression != "(a ++ b) matches /x/") CHECK(once == expression);
    }
    CHECK(print_of("(a ++ b) matches /x/") == "a ++ b matches /x/");
    CHECK(print_of("((a)) or (b and (c))") == "a or b and c");
    CHECK(print_of("a++b") == "a ++ b");
    CHECK(print_of("a in{}") == "a in { }");
}

TEST_CASE("an expression knows its place in the file") {
    const Model model = model_with("  f(a) ++ ( b ) ");
    const Expression& value = model.classes[0].joins[0].value;
    const std::string file = file_with("  f(a) ++ ( b ) ");
    CHECK(daicho::slice(file, value.where) == "f(a) ++ ( b )");
    const auto& binary = std::get<Binary>(value.node);
    CHECK(daicho::slice(file, binary.left->where) == "f(a)");
    CHECK(daicho::slice(file, binary.right->where) == "( b )");
}

TEST_CASE("words of operators begin names of items too") {
    CHECK(print_of("inside ++ nothing ++ order ++ matched") == "inside ++ nothing ++ order ++ matched");
    CHECK(print_of("a.in ++ not_a") == "a.in ++ not_a");
}

TEST_CASE("an expression too deep or too long is refused, not read until the stack ends") {
    const auto refused = [](const std::string& expression, const std::string& words) {
        try {
            model_with(expression);
        } catch (const daicho::Error& error) {
            return error.en().find(words) != std::string::npos;
        }
        return false;
    };
    const auto times = [](std::size_t count, const std::string& text) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i) out += text;
        return out;
    };
    CHECK(refused(times(100'000, "("), "nested too deeply"));
    CHECK(refused(times(100'000, "f("), "nested too deeply"));
    CHECK(refused(times(100'000, "a = (") + "b", "nested too deeply"));
    CHECK(refused(times(100'000, "not ") + "a", "too long"));
    CHECK(refused(times(100'000, "-") + "a", "too long"));
    CHECK(refused(times(100'000, "a + ") + "a", "too long"));
    CHECK_FALSE(refused(times(64, "(") + "a" + times(64, ")"), ""));
    CHECK_FALSE(refused(times(1000, "a + ") + "a", ""));
    CHECK_FALSE(refused(times(1000, "not ") + "a", ""));
}
