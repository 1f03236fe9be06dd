#include "grammars/values/postal_code.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#include "grammars/parts/digits.hpp"
#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

struct Written {
    std::string area;      // before the hyphen, or all digits
    std::string delivery;  // after it
};

}  // namespace

}  // namespace daicho

BOOST_FUSION_ADAPT_STRUCT(daicho::Written, area, delivery)

namespace daicho {

namespace {

// GIF 443: seven digits. 郵便番号 on paper: 〒, three digits, hyphen, four digits.
const auto mark = x3::lit("〒") | "〠" | "郵便番号" | '\'';
const auto link = spaces >> '-' >> -x3::lit('-') >> spaces | +x3::lit(' ');
const auto nothing = x3::attr(std::string{});
const auto delivery = x3::omit[float_tail] >> x3::eoi >> nothing | link >> +digit | nothing;
const auto postal_code = x3::omit[*(mark >> *x3::char_(": "))] >> +digit >> delivery;

Remark refuse_count(const Written& written, Span where) {
    const bool undivided = written.delivery.empty();
    if (undivided && written.area.size() == 6) {
        return {rules::lost_leading_zero, where, RepairKind::guess, "0" + written.area, "7"};
    }
    // 3 and 5 digits were whole codes until 1998.
    if (undivided && written.area.size() == 5) return {rules::ambiguous, where};
    return {.rule = rules::wrong_digit_count, .where = where, .detail = "7"};
}

bool is_canonical(std::string_view text, const Reading&) {
    return text.size() == 7 && is_all_digits(text);
}

}  // namespace

Result<PostalCode> parse_postal_code(std::string_view text, const Reading&) {
    const Narrow narrow(text);
    if (is_spreadsheet_damage(narrow.text())) return unreadable(text);
    Written written;
    auto it = narrow.text().begin();
    if (!x3::parse(it, narrow.text().end(), postal_code, written)) return unreadable(text);
    const auto end = static_cast<std::uint32_t>(it - narrow.text().begin());
    const std::string digits = written.area + written.delivery;
    if (digits.size() != 7) return refuse_count(written, narrow.original({0, end}));
    if (!written.delivery.empty() && written.area.size() != 3) {
        return Remark{rules::not_of_this_type, narrow.original({0, end}), RepairKind::guess, digits,
                      "NNN-NNNN"};
    }
    if (end != narrow.text().size()) {
        const Span rest = narrow.original({end, whole(narrow.text()).end});
        return Remark{rules::text_left_over, rest, RepairKind::guess, digits};
    }
    return read_from(text, PostalCode{digits});
}

std::string to_string(const PostalCode& code) {
    return code.digits;
}

const ValueType postal_code_type{
    .name = "postal_code",
    .name_ja = "郵便番号",
    .form = "1020094",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_postal_code>,
};

}  // namespace daicho
