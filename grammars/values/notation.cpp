#include "grammars/values/notation.hpp"

#include <boost/spirit/home/x3.hpp>

#include "grammars/text/narrow.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace x3 = boost::spirit::x3;

namespace {

// What spreadsheets leave where a value was: 1.23E+12, #####, #N/A, #VALUE!
const auto digits = +x3::char_('0', '9');
const auto short_number = digits >> -('.' >> digits) >> x3::char_("eE") >> '+' >> digits;
const auto too_narrow = '#' >> x3::repeat(1, x3::inf)[x3::lit('#')];
const auto error_mark = '#' >> (x3::lit("N/A") | "REF!" | "VALUE!" | "NAME?" | "DIV/0!" | "NUM!" | "NULL!");
const auto damage = x3::omit[short_number | too_narrow | error_mark] >> x3::eoi;

std::string_view without_end_spaces(std::string_view text) {
    const Narrow narrow(text);
    return slice(text, narrow.original(whole(narrow.text())));
}

}  // namespace

bool is_spreadsheet_damage(std::string_view narrow_text) {
    return x3::parse(narrow_text.begin(), narrow_text.end(), damage);
}

Remark notation_remark(std::string_view text, std::string_view canonical) {
    if (text == canonical) return {};
    const bool contained = text.find(canonical) != std::string_view::npos;
    const bool only_ends = contained && without_end_spaces(text) == canonical;
    return {.rule = only_ends ? rules::surrounding_space : rules::other_notation,
            .where = whole(text),
            .repair = RepairKind::normal_form};
}

Remark unreadable(std::string_view text) {
    const bool damaged = is_spreadsheet_damage(Narrow(text).text());
    return {.rule = damaged ? rules::spreadsheet_damage : rules::not_of_this_type, .where = whole(text)};
}

}  // namespace daicho
