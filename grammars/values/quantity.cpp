#include "grammars/values/quantity.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <charconv>
#include <span>

#include "grammars/base/embedded_file.hpp"
#include "grammars/values/number_text.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

std::span<const EmbeddedFile> unit_table();

namespace {

namespace x3 = boost::spirit::x3;

std::string_view take_cell(std::string_view& line) {
    const std::string_view cell = line.substr(0, line.find('\t'));
    line.remove_prefix(std::min(cell.size() + 1, line.size()));
    return cell;
}

/// The spellings of the units of `kind`, with their powers of ten.
x3::symbols<int> unit_symbols(std::string_view kind) {
    x3::symbols<int> symbols;
    std::string_view text = unit_table().front().text;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (take_cell(line) != kind) continue;
        const std::string_view digits = take_cell(line);
        int power = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), power);
        while (!line.empty()) symbols.add(std::string(take_cell(line)), power);
    }
    return symbols;
}

const auto area = unit_symbols("area_m2");
const auto length = unit_symbols("length_m");
const auto heads = unit_symbols("people");
const auto money = unit_symbols("yen");

template <const auto& symbols>
std::optional<Unit> unit_at(std::string_view text) {
    Unit unit;
    const char* at = text.data();
    if (!x3::parse(at, at + text.size(), symbols, unit.power)) return {};
    unit.size = static_cast<std::size_t>(at - text.data());
    return unit;
}

bool is_not_negative(std::string_view text, const Reading&) {
    return is_canonical_decimal(text) && text[0] != '-';
}

bool is_any(std::string_view text, const Reading&) {
    return is_canonical_decimal(text);
}

bool is_count(std::string_view text, const Reading&) {
    return is_canonical_integer(text) && text[0] != '-';
}

bool is_whole(std::string_view text, const Reading&) {
    return is_canonical_integer(text);
}

}  // namespace

Result<Decimal> parse_area_m2(std::string_view text, const Reading&) {
    return read_number(text, {.negative = false, .unit_at = unit_at<area>});
}

Result<Decimal> parse_length_m(std::string_view text, const Reading&) {
    return read_number(text, {.negative = false, .unit_at = unit_at<length>});
}

Result<Decimal> parse_height_m(std::string_view text, const Reading&) {
    return read_number(text, {.unit_at = unit_at<length>});
}

Result<Decimal> parse_people(std::string_view text, const Reading&) {
    return read_number(text, {.whole_numbers = true, .negative = false, .unit_at = unit_at<heads>});
}

Result<Decimal> parse_yen(std::string_view text, const Reading&) {
    if (Narrow(text).text() == "無料") return read_from(text, Decimal{false, "0", 0});
    return read_number(text, {.whole_numbers = true, .money = true, .unit_at = unit_at<money>});
}

const ValueType area_m2_type{"area_m2", "面積（平方メートル）", "1234.5", is_not_negative,
                             canonical_by<parse_area_m2>};
const ValueType length_m_type{"length_m", "長さ（メートル）", "12.5", is_not_negative,
                              canonical_by<parse_length_m>};
const ValueType height_m_type{"height_m", "高さ（メートル）", "25.5", is_any, canonical_by<parse_height_m>};
const ValueType people_type{"people", "人数", "1234", is_count, canonical_by<parse_people>};
const ValueType yen_type{"yen", "金額（円）", "1234", is_whole, canonical_by<parse_yen>};

}  // namespace daicho
