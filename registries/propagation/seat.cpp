#include "registries/propagation/seat.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "grammars/text/narrow.hpp"
#include "grammars/text/numerals.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"
#include "registries/embedded/municipality_history.hpp"

namespace daicho {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Words behind a number that a hyphen can stand for.
constexpr std::string_view links[] = {"丁目", "番地", "番", "号", "の", "ノ", "之", "-"};
constexpr std::string_view dropped[] = {"大字", "字"};
/// Words behind a link that say nothing more: １０９番地の１ is １０９番地１, ２７３番地第２ is ２７３番地２.
constexpr std::string_view fillers[] = {"の", "ノ", "之", "第"};
constexpr std::string_view roman[] = {"I",   "II",   "III", "IV", "V",  "VI",
                                      "VII", "VIII", "IX",  "X",  "XI", "XII"};

/// The word of `words` that stands at `at`; empty where none does.
template <std::size_t N>
std::string_view word_at(std::string_view text, std::size_t at, const std::string_view (&words)[N]) {
    for (const std::string_view word : words) {
        if (text.substr(at).starts_with(word)) return word;
    }
    return {};
}

void hyphen(std::string& key) {
    if (!key.empty() && key.back() != '-') key += '-';
}

/// The numeral at `at`, where it is one: digits, or kanji in front of 丁目, 番 or 号.
std::optional<Numeral> number_at(std::string_view text, std::size_t at) {
    const auto numeral = numeral_at(text, at);
    if (!numeral || !numeral->kanji) return numeral;
    constexpr std::string_view counted[] = {"丁目", "番", "号"};
    return word_at(text, at + numeral->size, counted).empty() ? std::nullopt : numeral;
}

/// Narrow text without spaces (a hyphen stands for those between digits), Ⅱ and ⅱ as II.
std::string comparable(std::string_view address) {
    const Narrow narrow(address);
    const std::string_view text = narrow.text();
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        const char32_t first = c.value < 0x2170 ? 0x2160 : 0x2170;
        const bool numeral = c.value >= first && c.value < first + std::size(roman);
        if (c.value == ' ') {
            const bool between =
                !out.empty() && is_digit(out.back()) && at + 1 < text.size() && is_digit(text[at + 1]);
            if (between) out += '-';
        } else {
            out += numeral ? roman[c.value - first] : text.substr(at, c.size);
        }
        at += c.size;
    }
    return out;
}

/// The numbers in the text, in order: "2-1-2".
std::string numbers_of(std::string_view key) {
    std::string numbers;
    for (std::size_t i = 0; i < key.size(); ++i) {
        if (!is_digit(key[i])) continue;
        if (i > 0 && !is_digit(key[i - 1]) && !numbers.empty()) numbers += '-';
        numbers += key[i];
    }
    return numbers;
}

/// Whether the body with the first code became that with the second, or a part of it, by that day.
bool succeeds(const std::string& before, const std::string& after, std::string_view day) {
    const auto& history = MunicipalityHistory::embedded();
    for (const MunicipalityPeriod& period : history.with_code(before)) {
        for (const MunicipalityPeriod* successor : history.successors(period, day)) {
            if (successor->lg_code.substr(0, 5) == after) return true;
        }
    }
    return false;
}

}  // namespace

std::string seat_key(std::string_view address) {
    const std::string narrow = comparable(address);
    std::string key, words;
    const auto flush = [&] {
        key += match_key(words, fold::everything);
        words.clear();
    };
    for (std::size_t at = 0; at < narrow.size();) {
        const std::string_view rest = std::string_view(narrow).substr(at);
        if (const auto number = number_at(narrow, at)) {
            flush();
            key += std::to_string(number->value);
            at += number->size;
            const auto link = word_at(narrow, at, links);
            if (link.empty()) continue;
            hyphen(key);
            at += link.size();
            const auto filler = word_at(narrow, at, fillers);
            if (!filler.empty() && number_at(narrow, at + filler.size())) at += filler.size();
        } else if (const auto word = word_at(narrow, at, dropped); !word.empty()) {
            at += word.size();
        } else if (const bool ordinal = rest.starts_with("第"); ordinal && number_at(narrow, at + 3)) {
            at += 3;
        } else if (rest[0] == '-') {
            flush();
            hyphen(key);
            ++at;
        } else {
            const std::size_t begin = at++;
            while (at < narrow.size() && (static_cast<unsigned char>(narrow[at]) & 0xC0) == 0x80) ++at;
            if (words.empty() && !key.empty() && key.back() == '-') key.pop_back();
            words.append(narrow, begin, at - begin);
        }
    }
    flush();
    if (!key.empty() && key.back() == '-') key.pop_back();
    return key;
}

SeatChange compare_seats(const BodyState& before, const BodyState& after) {
    const bool same_text =
        before.address() == after.address() &&
        before[corporation_item::address_outside] == after[corporation_item::address_outside];
    const bool same_code = before.municipality() == after.municipality();
    if (same_text && same_code) {
        return before[corporation_item::post_code] == after[corporation_item::post_code]
                   ? SeatChange::none
                   : SeatChange::postal_code;
    }
    if (before[corporation_item::address_outside] != after[corporation_item::address_outside]) {
        const bool spelling = match_key(before[corporation_item::address_outside]) ==
                              match_key(after[corporation_item::address_outside]);
        return spelling && before.address() == after.address() ? SeatChange::spelling
                                                               : SeatChange::moved_across;
    }
    const std::string was = seat_key(before.address()), is = seat_key(after.address());
    if (was == is && same_code) return SeatChange::spelling;
    const bool numbers = numbers_of(was) == numbers_of(is) && !numbers_of(is).empty();
    if (!same_code) {
        if (before.municipality().empty() || after.municipality().empty()) return SeatChange::moved_across;
        const bool same_place = numbers || was == is;
        if (same_place &&
            succeeds(before.municipality(), after.municipality(), after[corporation_item::change_date])) {
            return SeatChange::renumbered;
        }
        return numbers ? SeatChange::renamed : SeatChange::moved_across;
    }
    // The municipality is the same and calls itself otherwise (盛岡市玉山区 is 盛岡市 now).
    const bool street =
        seat_key(before[corporation_item::street]) == seat_key(after[corporation_item::street]);
    if (street) return SeatChange::renumbered;
    return numbers ? SeatChange::renamed : SeatChange::moved;
}

std::string renaming_key(const BodyState& before, const BodyState& after) {
    const std::string was = seat_key(before.address()), is = seat_key(after.address());
    std::size_t same = 0;
    while (same < std::min(was.size(), is.size()) && was[was.size() - 1 - same] == is[is.size() - 1 - same])
        ++same;
    std::size_t end = is.size() - same;
    while (end < is.size() && !is_digit(is[end])) ++end;
    while (end > 0 && end < is.size() && is_digit(is[end - 1])) --end;
    const std::size_t tail = is.size() - end;
    return was.substr(0, was.size() - std::min(tail, was.size())) + '\t' + is.substr(0, end);
}

}  // namespace daicho
