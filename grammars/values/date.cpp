#include "grammars/values/date.hpp"

#include "grammars/values/partial_date.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

Result<Date> parse_date(std::string_view text, const Reading& reading) {
    const auto read = parse_partial_date(text, reading);
    if (!read) return read.refusal();
    if (read->day == 0) {
        const Narrow narrow(text);
        return refused(rules::incomplete, narrow.original(whole(narrow.text())),
                       read->month == 0 ? "月日 (month and day)" : "日 (day)");
    }
    return {Date{read->year, read->month, read->day}, read.remark()};
}

bool is_canonical_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const unsigned century = two_digits(text, 0), rest = two_digits(text, 2);
    const unsigned month = two_digits(text, 5), day = two_digits(text, 8);
    if (century > 99 || rest > 99 || century + rest == 0) return false;
    if (month - 1 >= 12 || day == 0) return false;
    return day <= 28 || day <= days_in_month(static_cast<int>(century * 100 + rest), month);
}

namespace {

bool is_canonical(std::string_view text, const Reading&) {
    return is_canonical_date(text);
}

}  // namespace

const ValueType date_type{"date", "日付", "YYYY-MM-DD", is_canonical, canonical_by<parse_date>};

}  // namespace daicho
