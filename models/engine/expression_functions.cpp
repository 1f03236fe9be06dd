#include "models/engine/expression_functions.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "grammars/base/parse_number.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/date.hpp"
#include "grammars/values/rule_ids.hpp"
#include "grammars/values/value_text.hpp"
#include "models/engine/expression_node.hpp"
#include "models/engine/header.hpp"
#include "models/engine/lookup_table.hpp"
#include "models/engine/reference_data.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

using Kind = Value::Kind;
using Node = Program::Node;
using Arguments = std::span<const Value>;

Value text_or_missing(std::string_view text) {
    return text.empty() ? Value{} : Value::of(text);
}

// ---- parts of a text ----

/// The text from the part number `from` (1 = the first, -1 = the last) to the end of part number `to`.
std::string_view parts_between(std::string_view text, const RE2& separator, double from, bool to_the_end) {
    std::vector<std::string_view> parts;
    std::size_t at = 0;
    const re2::StringPiece whole(text.data(), text.size());
    re2::StringPiece piece;
    while (at <= text.size() && separator.Match(whole, at, text.size(), RE2::UNANCHORED, &piece, 1)) {
        if (piece.empty()) break;
        const auto begin = static_cast<std::size_t>(piece.data() - text.data());
        parts.push_back(text.substr(at, begin - at));
        at = begin + piece.size();
    }
    parts.push_back(text.substr(std::min(at, text.size())));
    const auto count = static_cast<double>(parts.size());
    const double index = from < 0 ? count + from : from - 1;
    if (!(index >= 0 && index < count)) return {};
    const std::string_view part = parts[static_cast<std::size_t>(index)];
    if (!to_the_end) return part;
    return text.substr(static_cast<std::size_t>(part.data() - text.data()));
}

Value part(const Node& node, Arguments a, Evaluation&) {
    return text_or_missing(without_spaces(parts_between(a[0].text, *node.pattern, a[1].number, false)));
}

Value rest(const Node& node, Arguments a, Evaluation&) {
    return text_or_missing(without_spaces(parts_between(a[0].text, *node.pattern, a[1].number, true)));
}

const RE2& line_end() {
    static const RE2 pattern("\r\n|\n|\r");
    return pattern;
}

Value line(const Node&, Arguments a, Evaluation&) {
    return text_or_missing(without_spaces(parts_between(a[0].text, line_end(), a[1].number, false)));
}

Value lines(const Node&, Arguments a, Evaluation&) {
    return text_or_missing(without_spaces(parts_between(a[0].text, line_end(), a[1].number, true)));
}

/// The first place that the pattern matches, or what its group matches there.
Value match(const Node& node, Arguments a, Evaluation&) {
    constexpr int most_groups = 10;
    const int group = a.size() > 1 ? static_cast<int>(a[1].number) : 0;
    if (group < 0 || group >= most_groups || group > node.pattern->NumberOfCapturingGroups()) return {};
    re2::StringPiece pieces[most_groups];
    const re2::StringPiece whole(a[0].text.data(), a[0].text.size());
    if (!node.pattern->Match(whole, 0, whole.size(), RE2::UNANCHORED, pieces, group + 1)) return {};
    const re2::StringPiece& piece = pieces[group];
    if (piece.data() == nullptr) return {};
    return text_or_missing(
        a[0].text.substr(static_cast<std::size_t>(piece.data() - a[0].text.data()), piece.size()));
}

Value replace(const Node& node, Arguments a, Evaluation& record) {
    std::string text(a[0].text);
    RE2::GlobalReplace(&text, *node.pattern, re2::StringPiece(a[1].text.data(), a[1].text.size()));
    return text_or_missing(record.keep(std::move(text)));
}

// ---- values ----

Value canonical(const Node& node, Arguments a, Evaluation& record) {
    auto result = node.kind->canonical(a[0].text, {});
    if (!result) return {};
    const Remark remark = result.remark();
    const std::string_view text = record.keep(result.take());
    if (record.notes && text != a[0].text) {
        const RuleId rule = remark.rule.empty() ? rules::other_notation : remark.rule;
        record.notes->push_back({rule, RepairKind::normal_form, std::string(a[0].text), std::string(text)});
    }
    return text_or_missing(text);
}

/// A number without the zeros at its end: 42.50 -> 42.5. How precisely it was measured is lost, so it is
/// noted.
Value without_scale(const Node&, Arguments a, Evaluation& record) {
    const std::string_view given = a[0].text;
    if (!parse_number(given) || given.find('.') == std::string_view::npos) return a[0];
    std::string_view text = given;
    while (text.ends_with('0')) text.remove_suffix(1);
    if (text.ends_with('.')) text.remove_suffix(1);
    if (text == given) return a[0];
    if (record.notes) {
        record.notes->push_back(
            {rules::scale_changed, RepairKind::normal_form, std::string(given), std::string(text)});
    }
    return Value::of(text);
}

Value lookup(const Node& node, Arguments a, Evaluation&) {
    return text_or_missing(node.table->find(a[0].text, node.index));
}

Value registry(const Node& node, Arguments a, Evaluation& record) {
    if (!record.reference) return {};
    return text_or_missing(record.keep(record.reference->text(node.texts[0], a[0].text, node.texts[1])));
}

// ---- numbers and dates ----

std::string digits_of(double number) {
    char text[64];
    const auto [end, error] = std::to_chars(text, text + sizeof text, number);
    return error == std::errc() ? std::string(text, end) : std::string();
}

Value sum(const Node&, Arguments a, Evaluation&) {
    double total = 0;
    bool any = false;
    for (const Value& v : a) {
        total += v.number;
        any |= v.kind == Kind::number;
    }
    return any ? Value::of(total) : Value{};
}

Value count(const Node&, Arguments a, Evaluation&) {
    const auto present = std::ranges::count_if(a, [](const Value& v) { return v.kind != Kind::missing; });
    return Value::of(static_cast<double>(present));
}

/// Days since 1970-01-01 of a date in the common form; missing for anything else.
Value days(const Node&, Arguments a, Evaluation&) {
    const std::string_view text = a[0].text.substr(0, std::string_view("YYYY-MM-DD").size());
    if (!is_canonical_date(text)) return {};
    const auto year = static_cast<int>(two_digits(text, 0) * 100 + two_digits(text, 2));
    return Value::of(static_cast<double>(day_number({year, two_digits(text, 5), two_digits(text, 8)})));
}

Value year(const Node&, Arguments a, Evaluation&) {
    const auto number = a[0].text.size() >= 4 ? parse_number(a[0].text.substr(0, 4)) : std::nullopt;
    return number ? Value::of(*number) : Value{};
}

constexpr auto text = Argument::text;
constexpr auto number = Argument::number;
constexpr auto pattern = Argument::pattern;

// One line a function.
const ExpressionFunction table[] = {
    {"fold",
     {text},
     1,
     false,
     false,
     false,
     Kind::text,
     [](const Node&, Arguments a, Evaluation& r) { return Value::of(r.keep(header_key(a[0].text))); },
     "fold(text)"},
    {"spaced",
     {text},
     1,
     false,
     false,
     false,
     Kind::text,
     [](const Node&, Arguments a, Evaluation& r) { return Value::of(r.keep(" " + std::string(a[0].text))); },
     "spaced(text)"},
    {"trim",
     {text},
     1,
     false,
     false,
     true,
     Kind::text,
     [](const Node&, Arguments a, Evaluation&) { return text_or_missing(without_spaces(a[0].text)); },
     "trim(text)"},
    {"length",
     {text},
     1,
     false,
     false,
     false,
     Kind::number,
     [](const Node&, Arguments a, Evaluation&) {
         return Value::of(static_cast<double>(count_code_points(a[0].text)));
     },
     "length(text)"},
    {"number",
     {text},
     1,
     false,
     false,
     false,
     Kind::number,
     [](const Node&, Arguments a, Evaluation&) {
         const auto value = parse_number(a[0].text);
         return value ? Value::of(*value) : Value{};
     },
     "number(text)"},
    {"text",
     {number},
     1,
     false,
     false,
     false,
     Kind::text,
     [](const Node&, Arguments a, Evaluation& r) { return text_or_missing(r.keep(digits_of(a[0].number))); },
     "text(number)"},
    {"line", {text, number}, 2, false, false, true, Kind::text, line, "line(text, number)"},
    {"lines", {text, number}, 2, false, false, true, Kind::text, lines, "lines(text, from)"},
    {"part",
     {text, pattern, number},
     3,
     false,
     false,
     true,
     Kind::text,
     part,
     "part(text, /separator/, number)"},
    {"rest",
     {text, pattern, number},
     3,
     false,
     false,
     true,
     Kind::text,
     rest,
     "rest(text, /separator/, from)"},
    {"match",
     {text, pattern, number},
     2,
     false,
     false,
     true,
     Kind::text,
     match,
     "match(text, /pattern/) or match(text, /pattern/, group)"},
    {"replace",
     {text, pattern, text},
     3,
     false,
     false,
     false,
     Kind::text,
     replace,
     "replace(text, /pattern/, text)"},
    {"canonical",
     {Argument::kind, text},
     2,
     false,
     false,
     false,
     Kind::text,
     canonical,
     "canonical(\"kind\", text)"},
    {"without_scale", {text}, 1, false, false, false, Kind::text, without_scale, "without_scale(text)"},
    {"lookup",
     {Argument::table, text, Argument::literal},
     3,
     false,
     false,
     false,
     Kind::text,
     lookup,
     "lookup(table, key, \"column\")"},
    {"registry",
     {Argument::literal, text, Argument::literal},
     3,
     false,
     false,
     false,
     Kind::text,
     registry,
     "registry(\"kind\", key, \"column\")"},
    {"sum", {number}, 1, true, true, false, Kind::number, sum, "sum(number, …)"},
    {"count", {text}, 1, true, true, false, Kind::number, count, "count(text, …)"},
    {"days", {text}, 1, false, false, false, Kind::number, days, "days(date)"},
    {"year", {text}, 1, false, false, false, Kind::number, year, "year(date)"},
};

}  // namespace

std::span<const ExpressionFunction> expression_functions() {
    return table;
}

}  // namespace daicho
