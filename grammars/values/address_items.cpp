#include "grammars/values/address_items.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "grammars/text/numerals.hpp"
#include "grammars/text/text_sink.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/lost_digit.hpp"
#include "grammars/values/value_text.hpp"
#include "grammars/values/words.hpp"

namespace daicho {

namespace {

using View = std::string_view;

constexpr std::array<View, 4> directions{"東", "西", "南", "北"};
constexpr std::size_t most_digits = 3;

bool is_kanji_digit(char32_t c) {
    switch (c) {  // of nearly every letter of every address
        case U'〇':
        case U'一':
        case U'二':
        case U'三':
        case U'四':
        case U'五':
        case U'六':
        case U'七':
        case U'八':
        case U'九':
        case U'十':
            return true;
        default:
            return false;
    }
}

/// The end of the number, in digits or in kanji, that starts at `at`.
std::size_t end_of_number(View text, std::size_t at) {
    if (is_ascii_digit(text[at])) return std::min(text.find_first_not_of("0123456789", at), text.size());
    while (at < text.size() && is_kanji_digit(code_point_at(text, at).value)) at += 3;
    return at;
}

std::optional<unsigned> value_of(View number) {
    if (number.empty() || number.size() > most_digits * 3) return std::nullopt;
    const auto numeral = numeral_at(number);
    if (!numeral || numeral->size != number.size() || numeral->value > 999) return std::nullopt;
    return static_cast<unsigned>(numeral->value);
}

template <class Sink>
void write_digits(Sink& sink, unsigned value) {
    std::array<char, 12> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    sink.append(View(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

/// Whether the number before `after` counts streets laid out by 条 (北3条西1丁目, 厚別西四条3), not a name
/// (三条町).
bool counts_streets(View before, View after) {
    if (!after.starts_with("条")) return false;
    after.remove_prefix(View("条").size());
    const bool directed = std::ranges::any_of(directions, [&](View d) { return after.starts_with(d); });
    if (directed) after.remove_prefix(3);
    const bool number_next =
        after.empty() || is_ascii_digit(after[0]) || is_kanji_digit(code_point_at(after, 0).value);
    return number_next && (directed || !before.empty());
}

/// Which numbers of a town's name are written how.
enum class Numbers : unsigned char { kanji, digits };

template <class Sink>
void write_number(Sink& sink, Numbers style, View before, View number, View after) {
    const auto value = value_of(number);
    const bool in_digits = is_ascii_digit(number[0]);
    const bool chome = after.starts_with("丁目");
    if (value && style == Numbers::kanji && in_digits && (chome || after.starts_with("条"))) {
        sink.append(kanji_numeral(*value));
    } else if (value && style == Numbers::digits && !in_digits && (chome || counts_streets(before, after))) {
        write_digits(sink, *value);
    } else {
        sink.append(number);
    }
}

/// Writes the name of a town without its spaces. Of digits to kanji only ASCII can change: bytes are looked
/// at then.
template <class Sink>
void write_town(Sink& sink, View town, Numbers style) {
    std::size_t unwritten = 0;
    for (std::size_t at = 0; at < town.size();) {
        const CodePoint next = style == Numbers::kanji ? CodePoint{static_cast<unsigned char>(town[at]), 1}
                                                       : code_point_at(town, at);
        const bool number = (next.value >= '0' && next.value <= '9') ||
                            (style == Numbers::digits && is_kanji_digit(next.value));
        if (!number && next.value != ' ') {
            at += next.size;
            continue;
        }
        sink.append(town.substr(unwritten, at - unwritten));
        const auto end = number ? end_of_number(town, at) : at + next.size;
        if (number)
            write_number(sink, style, town.substr(0, at), town.substr(at, end - at), town.substr(end));
        at = unwritten = end;
    }
    sink.append(town.substr(unwritten));
}

template <class Sink>
void write_lot(Sink& sink, const Lot& lot) {
    for (std::size_t i = 0; i < lot.count; ++i) {
        if (i > 0) sink.append("-");
        const auto value = value_of(lot.parts[i]);
        if (value && !is_ascii_digit(lot.parts[i][0])) {
            write_digits(sink, *value);
        } else {
            sink.append(lot.parts[i]);
        }
    }
    sink.append(lot.suffix);
}

template <class Sink>
void write_street_address(Sink& sink, const TownAndLot& read) {
    write_town(sink, read.town, Numbers::kanji);
    if (read.chome == 0) return;
    sink.append(kanji_numeral(read.chome));
    sink.append(read.cho ? "丁" : "丁目");
}

template <class Sink>
void write_street_address_and_city_block(Sink& sink, const TownAndLot& read) {
    write_town(sink, read.town, Numbers::digits);
    if (read.chome != 0) write_digits(sink, read.chome);
    const bool digit_before = read.chome != 0 || (!read.town.empty() && is_ascii_digit(read.town.back()));
    if (digit_before && read.lot.count > 0) sink.append("-");
    write_lot(sink, read.lot);
}

/// Whether `write(sink)` writes `text`.
template <class Write>
bool is_written(View text, Write write) {
    Comparison comparison(text);
    write(comparison);
    return comparison.holds();
}

template <class Write>
std::string written(Write write) {
    std::string text;
    write(text);
    return text;
}

/// A name holds a letter, not digits and marks alone.
bool is_name(View town) {
    for (std::size_t at = 0; at < town.size();) {
        const auto [c, size] = code_point_at(town, at);
        if (c >= 0x3005 && c != 0xFFFD) return true;
        at += size;
    }
    return false;
}

bool is_street_address(const TownAndLot& read) {
    return read.lot.empty() && read.tail.empty() &&
           (is_name(read.town) || (read.town.empty() && read.chome != 0));
}

bool is_town_with_lot(const TownAndLot& read) {
    return read.tail.empty() && (is_name(read.town) || (read.town.empty() && read.chome != 0));
}

/// The refusal of a text whose `good` part is followed by `rest`.
Remark refuse_rest(const Tidy& tidy, View rest, bool good, std::string guess) {
    if (!good) return refused_part(tidy, tidy.text(), rules::not_of_this_type);
    if (const auto lost = find_lost_digit(tidy.text()); lost != View::npos) {
        const View character = tidy.text().substr(lost, code_point_at(tidy.text(), lost).size);
        return refused_part(tidy, character, rules::lost_digit);
    }
    return refused_part(tidy, rest, rules::text_left_over, std::move(guess));
}

/// `value`, unless it would not be read again as what was meant (6ロ番の番): such a text is refused.
template <auto is_canonical>
Result<std::string> if_readable(View text, std::string value) {
    if (!is_canonical(value, Reading{})) return unreadable(text);
    return as_canonical(text, std::move(value));
}

View from(View text, View part) {
    return text.substr(static_cast<std::size_t>(part.data() - text.data()));
}

bool is_canonical_street_address(View text, const Reading&) {
    if (!is_words(text)) return false;
    const TownAndLot read = read_town_and_lot(text);
    return is_street_address(read) && is_written(text, [&](auto& sink) { write_street_address(sink, read); });
}

Result<std::string> canonical_street_address(View text, const Reading&) {
    if (const auto refusal = refused_words(text)) return *refusal;
    const Tidy tidy(text);
    const TownAndLot read = read_town_and_lot(tidy.text());
    std::string value = street_address_text(read);
    if (is_street_address(read)) return if_readable<is_canonical_street_address>(text, std::move(value));
    if (read.lot.count == 0) return refuse_rest(tidy, read.tail, is_name(read.town), std::move(value));
    const View rest = from(tidy.text(), read.lot.parts[0]);
    Remark remark = refuse_rest(tidy, rest, is_name(read.town), std::move(value));
    if (remark.rule == rules::text_left_over && read.tail.empty()) {
        remark.rule = rules::part_of_another_item;
        remark.detail = "番地以下 (cityBlock)";
    }
    return remark;
}

/// The end of a town's name that has a number or a letter of its own: 10部11番地1, 第3地割12, へ部33.
bool is_part_of_town(View name) {
    constexpr View words[] = {"部", "字", "地割", "区", "組", "番組", "番割", "番耕地"};
    constexpr std::size_t longest = 24;
    return name.size() <= longest && is_name(name) &&
           std::ranges::any_of(words, [&](View word) { return name.ends_with(word); });
}

/// 2丁目5番5号 below 番地以下, or 2丁目 alone: the 丁目 is of the town.
std::optional<Remark> refused_town(const Tidy& tidy) {
    const TownAndLot read = read_town_and_lot(tidy.text());
    const bool of_town = read.town.empty() ? read.chome != 0 : is_part_of_town(read.town);
    if (!of_town || !read.tail.empty()) return {};
    const std::size_t size = read.lot.empty()
                                 ? tidy.text().size()
                                 : static_cast<std::size_t>(read.lot.parts[0].data() - tidy.text().data());
    Remark remark = refused_part(tidy, tidy.text().substr(0, size), rules::part_of_another_item,
                                 city_block_text(read.lot));
    remark.detail = "町字 (streetAddress)";
    return remark;
}

bool is_canonical_city_block(View text, const Reading&) {
    if (!is_words(text)) return false;
    const LotAndTail read = read_lot(text);
    return !read.lot.empty() && read.tail.empty() &&
           is_written(text, [&](auto& sink) { write_lot(sink, read.lot); });
}

Result<std::string> canonical_city_block(View text, const Reading&) {
    if (const auto refusal = refused_words(text)) return *refusal;
    const Tidy tidy(text);
    const LotAndTail read = read_lot(tidy.text());
    std::string value = city_block_text(read.lot);
    if (!read.lot.empty() && read.tail.empty()) {
        return if_readable<is_canonical_city_block>(text, std::move(value));
    }
    if (auto chome = refused_town(tidy)) return *std::move(chome);
    return refuse_rest(tidy, read.tail, !read.lot.empty(), std::move(value));
}

bool is_canonical_town_with_lot(View text, const Reading&) {
    if (!is_words(text)) return false;
    const TownAndLot read = read_town_and_lot(text);
    return is_town_with_lot(read) &&
           is_written(text, [&](auto& sink) { write_street_address_and_city_block(sink, read); });
}

Result<std::string> canonical_town_with_lot(View text, const Reading&) {
    if (const auto refusal = refused_words(text)) return *refusal;
    const Tidy tidy(text);
    const TownAndLot read = read_town_and_lot(tidy.text());
    std::string value = street_address_and_city_block_text(read);
    if (is_town_with_lot(read)) return if_readable<is_canonical_town_with_lot>(text, std::move(value));
    return refuse_rest(tidy, read.tail, is_name(read.town), std::move(value));
}

Parts parts_of_town_with_lot(View text, const Reading& reading) {
    if (!canonical_town_with_lot(text, reading)) return {};
    const Tidy tidy(text);
    const TownAndLot read = read_town_and_lot(tidy.text());
    return {{"streetAddress", street_address_text(read)}, {"cityBlock", city_block_text(read.lot)}};
}

}  // namespace

std::string street_address_text(const TownAndLot& read) {
    return written([&](auto& sink) { write_street_address(sink, read); });
}

std::string city_block_text(const Lot& lot) {
    return written([&](auto& sink) { write_lot(sink, lot); });
}

std::string street_address_and_city_block_text(const TownAndLot& read) {
    return written([&](auto& sink) { write_street_address_and_city_block(sink, read); });
}

const ValueType street_address_type{
    .name = "street_address",
    .name_ja = "町字",
    .form = "霞が関二丁目",
    .is_canonical = is_canonical_street_address,
    .canonical = canonical_street_address,
};

const ValueType city_block_type{
    .name = "city_block",
    .name_ja = "番地以下",
    .form = "1-3",
    .is_canonical = is_canonical_city_block,
    .canonical = canonical_city_block,
};

const ValueType street_address_and_city_block_type{
    .name = "street_address_and_city_block",
    .name_ja = "町字以下",
    .form = "霞が関2-1-2",
    .is_canonical = is_canonical_town_with_lot,
    .canonical = canonical_town_with_lot,
    .parts = parts_of_town_with_lot,
};

}  // namespace daicho
