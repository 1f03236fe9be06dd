#include "grammars/values/email.hpp"

#include <algorithm>

#include "grammars/parts/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

const auto alphanumeric = digit | x3::char_('a', 'z') | x3::char_('A', 'Z');

// RFC 5322: an atom, with dots anywhere.
const auto local_part = +(alphanumeric | x3::char_(".!#$%&'*+/=?^_`{|}~-"));
const auto label = +(alphanumeric | x3::char_('-'));
const auto domain = label >> +(x3::char_('.') >> label);
const auto address = x3::raw[local_part >> '@' >> domain];

const auto header = x3::lit("E-mail") | "e-mail" | "Email" | "email" | "E-MAIL" | "Mail" | "mailto" |
                    "メールアドレス" | "メール";
const auto between = spaces >> (x3::lit(';') | ',' | "、" | '/' | "\r\n" | '\n') >> spaces | +x3::lit(' ');
const auto addresses =
    x3::omit[-(header >> spaces >> ':' >> spaces)] >> address % x3::omit[between] >> x3::omit[-x3::lit(';')];

// What stands for the @ where robots shall not find it.
const auto hidden_at = spaces >> (x3::lit("(at)") | "[at]" | "(a)" | "[アット]" | "(アット)" |
                                  "(アットマーク)" | "★" | "☆" | "■" | "●" | "◎") >>
                       spaces;
const auto hidden_address = x3::raw[local_part] >> x3::omit[hidden_at] >> x3::raw[domain] >> x3::eoi;

using Range = boost::iterator_range<std::string_view::const_iterator>;

std::string_view take_address(std::string_view& text) {
    const auto end = std::min(text.find(';'), text.size());
    const auto taken = text.substr(0, end);
    text.remove_prefix(end);
    return taken;
}

bool is_address(std::string_view text) {
    return x3::parse(text.begin(), text.end(), x3::omit[address] >> x3::eoi);
}

bool is_canonical(std::string_view text, const Reading&) {
    while (true) {
        if (!is_address(take_address(text))) return false;
        if (text.empty()) return true;
        text.remove_prefix(1);
    }
}

Remark refuse(std::string_view narrow_text, std::string_view text) {
    std::vector<Range> halves;
    if (x3::parse(narrow_text.begin(), narrow_text.end(), hidden_address, halves) && halves.size() == 2) {
        std::string shown(halves[0].begin(), halves[0].end());
        shown.append("@").append(halves[1].begin(), halves[1].end());
        return {rules::not_of_this_type, whole(text), RepairKind::guess, shown};
    }
    return unreadable(text);
}

}  // namespace

Result<Email> parse_email(std::string_view text, const Reading&) {
    const Narrow narrow(text);
    std::vector<Range> found;
    auto it = narrow.text().begin();
    if (!x3::parse(it, narrow.text().end(), addresses, found)) return refuse(narrow.text(), text);
    Email email;
    for (const Range& range : found) email.addresses.emplace_back(range.begin(), range.end());
    if (it != narrow.text().end()) {
        const auto end = static_cast<std::uint32_t>(it - narrow.text().begin());
        const Span rest = narrow.original({end, whole(narrow.text()).end});
        return Remark{rules::text_left_over, rest, RepairKind::guess, to_string(email)};
    }
    return read_from(text, std::move(email));
}

std::string to_string(const Email& value) {
    std::string text;
    for (const auto& one : value.addresses) {
        if (!text.empty()) text += ';';
        text += one;
    }
    return text;
}

const ValueType email_type{
    .name = "email",
    .name_ja = "メールアドレス",
    .form = "name@example.jp",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_email>,
};

}  // namespace daicho
