#include "grammars/values/number_text.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <boost/spirit/home/x3.hpp>

#include "grammars/parts/number.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

namespace {

namespace x3 = boost::spirit::x3;
using parts::into;
using Piece = boost::iterator_range<const char*>;

constexpr std::size_t most_digits = 30;

/// A number as it stands in the text.
struct Spelt {
    Piece rough;  // 約
    bool negative = false;
    Piece digits;  // with thousands separators
    std::optional<std::uint64_t> words;
    Piece fraction;
    int power = 0;
};

x3::symbols<int> power_words() {
    x3::symbols<int> symbols;
    symbols.add("千", 3)("百万", 6)("万", 4)("億", 8)("兆", 12);
    return symbols;
}

const auto power_word = power_words()[([](auto& context) { x3::_val(context).power = x3::_attr(context); })];
const auto minus = (x3::lit('-') | "△" | "▲")[([](auto& context) { x3::_val(context).negative = true; })];
const auto digit = x3::char_('0', '9');
const auto group = ',' >> digit >> digit >> digit;
const auto grouped = x3::lexeme[digit >> -digit >> -digit >> +group >> !digit >> !(',' >> digit)];
const auto plain = x3::lexeme[+digit];
const auto in_words = parts::number[([](auto& context) {
    x3::_val(context).words = x3::_attr(context).value();
    x3::_pass(context) = x3::_attr(context).numeral.kanji;
})];
const auto forget_words = x3::eps[([](auto& context) { x3::_val(context).words.reset(); })];
const auto fraction = x3::lexeme['.' >> x3::raw[+digit][into(&Spelt::fraction)]];
const auto in_digits = forget_words >> ((x3::raw[grouped | plain][into(&Spelt::digits)] >> -fraction >>
                                         -x3::lexeme['.' >> !digit]) |
                                        fraction) >>
                       -power_word;
const auto rough =
    x3::raw[x3::lit("約") | "およそ" | "おおよそ" | "概ね" | "おおむね" | "ほぼ"][into(&Spelt::rough)];
const auto currency = x3::omit[x3::lit("¥") | '\\' | "金"];
const auto spelt_number = x3::rule<struct number_tag, Spelt>{"number"} = -rough >> -minus >> -x3::lit('+') >>
                                                                         ((!grouped >> in_words) | in_digits);
const auto spelt_money = x3::rule<struct money_tag, Spelt>{
    "money"} = -rough >> -minus >> -currency >> -minus >> ((!grouped >> in_words) | in_digits);

/// What makes a number before it a rough one.
bool is_rough_ending(std::string_view text) {
    for (const std::string_view word : {"程度", "位", "くらい", "ぐらい", "ほど", "程", "前後", "余り",
                                        "あまり", "以上", "以下", "以内", "未満", "弱", "強", "?", "~"}) {
        if (text.starts_with(word)) return true;
    }
    return false;
}

/// `value` without zeros in front that say nothing, and without a sign for zero.
void normalise(Decimal& value) {
    const std::size_t zeros =
        std::min(value.digits.find_first_not_of('0'), value.digits.size() - 1 - value.scale);
    value.digits.erase(0, std::min(zeros, value.digits.size() - 1 - value.scale));
    if (value.digits.find_first_not_of('0') == std::string::npos) value.negative = false;
}

/// `value` times ten to the `power`.
void shift(Decimal& value, int power) {
    if (power >= 0) {
        const unsigned behind = std::min(value.scale, static_cast<unsigned>(power));
        value.scale -= behind;
        value.digits.append(static_cast<unsigned>(power) - behind, '0');
    } else {
        value.scale += static_cast<unsigned>(-power);
        if (value.digits.size() <= value.scale)
            value.digits.insert(0, value.scale + 1 - value.digits.size(), '0');
    }
    normalise(value);
}

Decimal exact(const Spelt& spelt) {
    Decimal value{spelt.negative, {}, static_cast<unsigned>(spelt.fraction.size())};
    if (spelt.words) {
        value.digits = std::to_string(*spelt.words);
    } else {
        std::copy_if(spelt.digits.begin(), spelt.digits.end(), std::back_inserter(value.digits),
                     is_ascii_digit);
        if (value.digits.empty()) value.digits = "0";
        value.digits.append(spelt.fraction.begin(), spelt.fraction.end());
    }
    normalise(value);
    return value;
}

/// Drops decimals that are all zero; false where they are not.
bool make_whole(Decimal& value) {
    const std::size_t point = value.digits.size() - value.scale;
    if (value.digits.find_first_not_of('0', point) != std::string::npos) return false;
    value.digits.resize(point);
    value.scale = 0;
    return true;
}

/// One number on its way from the text to the value.
class Reader {
 public:
    Reader(std::string_view text, const NumberForm& form) : text_(text), narrow_(text), form_(form) {}

    Result<Decimal> read();

 private:
    Span from(const char* at) const {
        const std::string_view all = narrow_.text();
        const auto begin = static_cast<std::uint32_t>(at - all.data());
        return narrow_.original({begin, static_cast<std::uint32_t>(all.size())});
    }
    std::optional<Remark> wrong(Decimal& value) const;
    Remark rough(Piece piece, Decimal value) const;

    std::string_view text_;
    Narrow narrow_;
    const NumberForm& form_;
};

/// What the kind does not allow about `value`.
std::optional<Remark> Reader::wrong(Decimal& value) const {
    const Span all = from(narrow_.text().data());
    if (form_.whole_numbers && !make_whole(value)) return refused(rules::not_of_this_type, all);
    normalise(value);
    if (value.digits.size() - value.scale > most_digits || value.scale > most_digits) {
        return refused(rules::wrong_digit_count, all);
    }
    if (value.negative && !form_.negative) return refused(rules::out_of_range, all, "0-");
    return {};
}

Remark Reader::rough(Piece piece, Decimal value) const {
    const auto begin = static_cast<std::uint32_t>(piece.begin() - narrow_.text().data());
    const Span where = narrow_.original({begin, begin + static_cast<std::uint32_t>(piece.size())});
    return refused(rules::text_left_over, where, {}, wrong(value) ? std::string{} : to_string(value));
}

Result<Decimal> Reader::read() {
    Spelt spelt;
    const char* at = narrow_.text().data();
    const char* end = at + narrow_.text().size();
    const std::string_view unsigned_text = narrow_.text().substr(narrow_.text().starts_with('-') ? 1 : 0);
    if (is_spreadsheet_damage(unsigned_text)) return refused(rules::spreadsheet_damage, from(at));
    const bool found = form_.money ? x3::phrase_parse(at, end, spelt_money, x3::lit(' '), spelt)
                                   : x3::phrase_parse(at, end, spelt_number, x3::lit(' '), spelt);
    if (!found) return refused_as_other(narrow_);
    Decimal value = exact(spelt);
    shift(value, spelt.power);
    const auto unit = form_.unit_at ? form_.unit_at({at, static_cast<std::size_t>(end - at)}) : std::nullopt;
    if (unit) {
        shift(value, unit->power);
        at += unit->size;
    }
    if (!spelt.rough.empty()) return rough(spelt.rough, value);
    if (at != end && is_rough_ending({at, static_cast<std::size_t>(end - at)}))
        return rough({at, end}, value);
    if (at != end) return refused_rest(narrow_, static_cast<std::size_t>(at - narrow_.text().data()));
    if (const auto remark = wrong(value)) return *remark;
    return read_from(text_, std::move(value));
}

}  // namespace

Result<Decimal> read_number(std::string_view text, const NumberForm& form) {
    return Reader(text, form).read();
}

}  // namespace daicho
