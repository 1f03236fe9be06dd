#include "grammars/values/town_and_lot.hpp"

#include <algorithm>
#include <optional>

#include "grammars/text/numerals.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/lot_number_parts.hpp"

namespace daicho {

namespace {

using View = std::string_view;

using lot_grammar::gap;
using lot_grammar::kanji_digit;
using lot_grammar::Words;

const auto some_digits = +lot_grammar::digit;
const auto some_kanji = +kanji_digit;
const auto some_number = some_digits | some_kanji;

// Words after digits that make them part of the town's name: 北3条西, 9部, 5字, 第3地割, 12番町, 2の町,
// 北7西5, 22号9番.
const auto direction = x3::lit("東") | "西" | "南" | "北" | "中";
const auto directed_number = direction >> lot_grammar::digit;
const Words town_word{
    "字 条 線 地割 部 区 番町 番丁 番通 丁町 町 軒 組 林班 小班 番耕地 耕地 番割 番組 ケ ヶ ノ坂"};
const auto street = (x3::lit("の") | "ノ" | "之" | "-") >> (x3::lit("町") | "通" | "部");
const auto numbered_name = town_word | street | &(-x3::lit('-') >> directed_number) |
                           x3::lit("号") >> &(lot_grammar::digit | directed_number);

// 3丁目 and, of 堺市, 2丁 before a lot.
const auto before_lot = lot_grammar::digit | some_kanji >> "番" | '-' | ' ' | "番" | x3::eoi;
const auto chome_word = x3::lit("丁目");
const auto cho_word = x3::lit("丁") >> &before_lot;
const auto to_lot = gap >> -((x3::lit("-") | "の" | "ノ") >> &lot_grammar::digit);

// After 丁目, what makes it a part of a longer name: 本通16丁目南4, 三丁目字立割, 一丁目甲5, 四丁目小松町130.
const auto ideograph = x3::char_('\xE4', '\xE9') >> x3::char_('\x80', '\xBF') >> x3::char_('\x80', '\xBF');
const auto name_then_lot = x3::repeat(1, 8)[ideograph] >> lot_grammar::number;
const auto longer_name = direction >> (lot_grammar::digit | some_kanji | ' ' | x3::eoi) |
                         "字" | lot_grammar::lot_mark >> &lot_grammar::digit | name_then_lot;

// Kanji digits are a lot only before its words: 二番地, 一番三号.
const auto kanji_lot = some_kanji >> (x3::lit("番地") >> !x3::lit("割") |
                                      "番" >> (lot_grammar::digit | some_kanji >> "号"));

const auto lot_word = x3::lit("無番地") | "番外地" | "官有無番地" | "国有無番地" |
                      (x3::lit("地先") | "地内") >> &lot_grammar::after_note;
const auto of_a_house = some_digits >> lot_grammar::of_a_house;

template <class Grammar>
std::optional<std::size_t> taken_by(const Grammar& grammar, View text, std::size_t at) {
    const char* it = text.data() + at;
    const char* const begin = it;
    const bool fits = grammar.parse(it, text.data() + text.size(), x3::unused, x3::unused, x3::unused);
    return fits ? std::optional(static_cast<std::size_t>(it - begin)) : std::nullopt;
}

template <class Grammar>
std::size_t taken(const Grammar& grammar, View text, std::size_t at) {
    return taken_by(grammar, text, at).value_or(0);
}

template <class Grammar>
bool fits(const Grammar& grammar, View text, std::size_t at) {
    return taken_by(grammar, text, at).has_value();
}

/// Whether a town's name cannot go on past `c`: a list, a range, a control character.
bool ends_a_name(char32_t c) {
    constexpr std::u32string_view marks = U",、､;~/・･";
    return c < 0x20 || c == 0x7F || marks.find(c) != marks.npos;
}

View trimmed_end(View text, View unwanted) {
    const auto last = text.find_last_not_of(unwanted);
    return text.substr(0, last == text.npos ? 0 : last + 1);
}

View trimmed_start(View text) {
    return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

/// Walks along a text until the town's name is over.
class Reader {
 public:
    explicit Reader(View text) : text_(text) {}

    TownAndLot read() {
        while (at_ < text_.size() && !over_) step();
        if (!over_) end_town(at_);
        if (found_.tail.data() == nullptr) found_.tail = trimmed_start(text_.substr(at_));
        return found_;
    }

 private:
    void step() {
        const auto [c, size] = code_point_at(text_, at_);
        if (c >= '0' && c <= '9') return step_digits();
        if (c == '(') return step_bracket();
        if (ends_a_name(c)) return end_town(at_);
        if (size == 3 && fits(kanji_digit, text_, at_)) return step_kanji();
        if (size == 3 && fits(lot_word, text_, at_)) return start_lot(at_);
        at_ += size;
    }

    void step_digits() {
        const std::size_t end = at_ + taken(some_digits, text_, at_);
        if (step_chome(end)) return;
        if (const auto name = taken_by(numbered_name, text_, end)) {
            at_ = end + *name;
        } else if (text_.substr(0, at_).ends_with("第")) {
            step_ordinal(end);
        } else if (fits(of_a_house, text_, at_)) {
            end_town(at_);
        } else {
            start_lot(at_);
        }
    }

    /// 第27-20 is a lot, 第3保育園 is a name.
    void step_ordinal(std::size_t end) {
        if (text_.substr(end).starts_with('-')) return start_lot(at_ - View("第").size());
        at_ = end;
    }

    void step_kanji() {
        const std::size_t end = at_ + taken(some_kanji, text_, at_);
        if (step_chome(end)) return;
        if (fits(kanji_lot, text_, at_)) return start_lot(at_);
        at_ = end;
    }

    /// Reads a chome whose number ends at `end`, if there is one.
    bool step_chome(std::size_t end) {
        const bool cho = !fits(chome_word, text_, end);
        const auto word = cho ? taken(cho_word, text_, end) : taken(chome_word, text_, end);
        if (word == 0 || end - at_ > 12) return false;
        if (!cho && fits(longer_name, text_, end + word)) {
            at_ = end + word;
            return true;
        }
        const auto number = numeral_at(text_.substr(at_, end - at_));
        if (!number || number->size != end - at_ || number->value == 0 || number->value > 999) return false;
        end_town(at_);
        found_.chome = static_cast<unsigned>(number->value);
        found_.cho = cho;
        const std::size_t lot = end + word + taken(to_lot, text_, end + word);
        at_ = lot;
        if (fits(lot_grammar::digit | kanji_lot | lot_word, text_, lot)) start_lot(lot);
        return true;
    }

    /// A bracket inside the name (見付(住吉町)1010) belongs to it, one at its end does not.
    void step_bracket() {
        const auto close = text_.find(')', at_);
        if (close == text_.npos || trimmed_start(text_.substr(close + 1)).empty()) return end_town(at_);
        at_ = close + 1;
    }

    void end_town(std::size_t end) {
        over_ = true;
        at_ = end;
        if (found_.chome == 0) found_.town = trimmed_end(text_.substr(0, end), " -");
    }

    void start_lot(std::size_t begin) {
        end_town(begin);
        const LotAndTail read = read_lot(text_.substr(begin));
        found_.lot = read.lot;
        found_.tail = read.tail;
    }

    View text_;
    std::size_t at_ = 0;
    bool over_ = false;
    TownAndLot found_;
};

}  // namespace

TownAndLot read_town_and_lot(std::string_view text) {
    return Reader(text).read();
}

LotAndTail read_lot(std::string_view text) {
    LotAndTail found;
    const char* it = text.data();
    const char* end = it + text.size();
    const auto context = x3::make_context<Lot>(found.lot);
    if (!lot_grammar::lot_number.parse(it, end, context, x3::unused, x3::unused)) {
        found.lot = {};
        it = text.data();
    }
    found.tail = trimmed_start(text.substr(static_cast<std::size_t>(it - text.data())));
    return found;
}

}  // namespace daicho
