#include "registries/address/surroundings.hpp"

#include <algorithm>
#include <array>

#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"
#include "registries/address/character_classes.hpp"
#include "registries/address/lot_reader.hpp"
#include "registries/address/place_of_index.hpp"
#include "registries/address/postal_code_in_front.hpp"
#include "registries/address/region_matcher.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::uint32_t longest_front = 64;  ///< symbols of a name in front of an address
constexpr std::uint32_t longest_label = 12;  ///< symbols

constexpr std::u32string_view opening = U"「『“\"'‘【〔（([［<＜〈《＂＇";
constexpr std::u32string_view closing = U"」』”\"'’】〕）)]］>＞〉》＂＇";
constexpr std::u32string_view separators = U"、,，/／;；:：・|｜。．";
constexpr std::array<std::string_view, 18> labels{
    "住所",       "現住所", "住 所",  "所在地", "所 在 地",     "所在",   "本店", "本店所在地", "本社",
    "本社所在地", "送付先", "届出先", "住居",   "登記上の住所", "あて先", "宛先", "お届け先",   "郵便番号"};

constexpr std::uint32_t longest_office = 24;  ///< symbols
constexpr std::uint32_t longest_county = 6;
constexpr std::array<std::string_view, 9> offices{"支所",   "役場", "役所", "出張所",  "支局",
                                                  "事務所", "庁舎", "分室", "センター"};

bool is_office(std::string_view text) {
    return std::ranges::any_of(offices, [&](std::string_view office) { return text.ends_with(office); });
}

bool is_among(char32_t c, std::u32string_view set) {
    return set.find(c) != set.npos;
}

/// The character that symbol `i` stands for.
char32_t letter(const FoldedText& text, std::string_view source, std::uint32_t i) {
    return i < text.size() ? code_point_at(source, text.begin(i)).value : 0;
}

bool is_mark(char32_t c) {
    return is_among(c, opening) || is_among(c, closing) || is_among(c, separators);
}

/// A municipality, and whether its prefecture is written before it.
struct FoundRegion {
    std::uint32_t end = 0;  ///< symbol; 0: none is there
    bool with_prefecture = false;
    bool municipality = false;  ///< not a prefecture alone
};

FoundRegion region_at(const IndexView& index, const FoldedText& text, std::uint32_t at) {
    const RegionMatches found = match_regions(index, text, at);
    FoundRegion region;
    if (found.count == 0) return region;
    region.end = found.matches[0].end;
    const RegionEntry& entry = index.region_entries[found.matches[0].first_entry];
    const bool named = (entry.flags & (prefecture_omitted | prefecture_shortened)) == 0;
    region.with_prefecture = named;
    region.municipality = entry.municipality != no_municipality;
    if (entry.municipality == no_municipality && region.end - at < 3) region.end = 0;
    return region;
}

/// 9階, 3F: no number of an address.
bool is_floor_number(const FoldedText& text, std::string_view source, std::uint32_t at) {
    while (at < text.size() && symbol::is_digit(text[at])) ++at;
    const char32_t next = plain_form(letter(text, source, at));
    return next == U'階' || next == U'F';
}

/// 同市番町4-1-10: the municipality of the address before.
bool is_same_place(const FoldedText& text, std::string_view source, std::uint32_t at) {
    constexpr std::u32string_view places = U"都道府県郡市区町村所";
    return letter(text, source, at) == U'同' && is_among(letter(text, source, at + 1), places);
}

/// The first number behind symbol `at` that is not that of a floor; the size of the text: there is none.
std::uint32_t number_behind(const FoldedText& text, std::string_view source, std::uint32_t at) {
    for (; at < text.size(); ++at) {
        if (!symbol::is_digit(text[at])) continue;
        if (!is_floor_number(text, source, at)) return at;
        while (at < text.size() && symbol::is_digit(text[at])) ++at;
    }
    return text.size();
}

class Unwrapper {
 public:
    Unwrapper(const IndexView& index, const FoldedText& text, std::string_view source)
        : index_(index),
          source_(source),
          whole_(text),
          bare_{text, {0, static_cast<std::uint32_t>(source.size())}} {}

    std::optional<BareAddress> unwrap() {
        drop_end();
        drop_front();
        drop_end();
        drop_commas();
        drop_brackets_of_region();
        drop_repeated();
        drop_wrong_county();
        drop_brackets_of_town();
        if (bare_.text.size() == 0 || !changed_) return std::nullopt;
        if (text().begin(0) != whole_.begin(0)) bare_.address.begin = text().begin(0);
        return bare_;
    }

 private:
    FoldedText& text() { return bare_.text; }
    char32_t letter_at(std::uint32_t i) { return letter(text(), source_, i); }
    void drop(std::uint32_t from, std::uint32_t to) {
        changed_ = changed_ || to > from;
        text().drop(from, to);
    }

    /// Quotes and brackets that the whole text stands in, and what ends a sentence.
    void drop_end() {
        while (text().size() > 1) {
            const char32_t last = letter_at(text().size() - 1);
            const std::size_t kind = closing.find(last);
            const bool opened = kind != closing.npos && (opened_ >> kind & 1) != 0;
            const bool closes = kind != closing.npos && letter_at(0) == opening[kind];
            const bool ends = is_among(last, separators) || last == U'.';
            if (!closes && !opened && !ends) return;
            bare_.address.end = text().begin(text().size() - 1);
            drop(text().size() - 1, text().size());
            if (closes) drop(0, 1);
        }
    }

    void drop_marks(std::uint32_t from = 0) {
        std::uint32_t end = from;
        for (; is_mark(letter_at(end)); ++end) {
            const std::size_t kind = opening.find(letter_at(end));
            if (kind != opening.npos) opened_ |= 1u << kind;
        }
        drop(from, end);
    }

    /// （〒760-8571）高松市番町1-8-15, 〒760-8571（高松市番町1-8-15）.
    void drop_marks_behind_postal_code() {
        if (text().size() == 0) return;
        if (const auto code = postal_code_in_front(text())) drop_marks(code->end);
    }

    void drop_front() {
        drop_marks();
        if (const std::uint32_t label = label_size(); label > 0) {
            drop(0, label);
            drop_marks();
        }
        drop_marks_behind_postal_code();
        const bool number =
            text().size() > 0 && symbol::is_digit(text()[0]) && !is_floor_number(text(), source_, 0);
        if (text().size() > 0 && text()[0] != symbol::postal_mark && !number &&
            region_at(index_, text(), 0).end == 0) {
            drop_name();
        }
        drop_office();
    }

    /// 愛南町御荘支所 御荘平城1975: an office of the municipality that the text begins with.
    /// 鶴岡市農業協同組合 鶴岡市日吉町3番1号: any name, where a municipality and a number stand behind the
    /// space.
    void drop_office() {
        const FoundRegion region = region_at(index_, text(), 0);
        if (region.end == 0) return;
        std::uint32_t end = region.end + 1;
        const std::uint32_t last = std::min(text().size(), region.end + longest_office);
        while (end < last && !text().spaced(end)) {
            if (symbol::is_digit(text()[end])) return;
            ++end;
        }
        if (end >= last) return;
        const FoundRegion again = region_at(index_, text(), end);
        const bool whole = again.municipality && again.end < text().size() &&
                           number_behind(text(), source_, again.end) < text().size();
        const bool office = region.municipality && is_office(slice(source_, text().span(region.end, end)));
        if (!office && !whole) return;
        bare_.foreign = true;
        drop(again.municipality ? 0 : region.end, end);
    }

    /// 山口県大津郡長門市: the city lies in no county.
    void drop_wrong_county() {
        const FoundRegion prefecture = region_at(index_, text(), 0);
        if (prefecture.end == 0 || prefecture.municipality) return;
        const std::uint32_t last = std::min(text().size(), prefecture.end + longest_county);
        for (std::uint32_t at = prefecture.end + 1; at < last; ++at) {
            if (text()[at] != symbol::gun) continue;
            if (!region_at(index_, text(), at + 1).municipality) continue;
            bare_.foreign = true;
            return drop(prefecture.end, at + 1);
        }
    }

    /// Symbols of 所在地 before a mark or a space.
    std::uint32_t label_size() {
        for (std::uint32_t end = 2; end < std::min(longest_label, text().size()); ++end) {
            const bool digit = symbol::is_digit(text()[end]);  // 郵便番号160-0023
            if (!is_mark(letter_at(end)) && !text().spaced(end) && !digit) continue;
            const std::string_view front = slice(source_, text().span(0, end));
            if (std::ranges::find(labels, front) != labels.end()) return end;
        }
        return 0;
    }

    /// A name, up to a prefecture with a municipality, or to a municipality behind a space or mark.
    void drop_name() {
        const std::uint32_t last = std::min(text().size(), longest_front);
        for (std::uint32_t at = 1; at < last; ++at) {
            const FoundRegion region = region_at(index_, text(), at);
            const bool apart = text().spaced(at) || is_mark(letter_at(at - 1));
            if (region.end == 0 || region.end >= text().size()) continue;
            if (!region.with_prefecture && !apart) continue;
            bare_.foreign = true;
            return drop(0, at);
        }
    }

    /// Those that stand behind a name; between numbers they may be hyphens.
    void drop_commas() {
        for (std::uint32_t i = 1; i + 1 < text().size();) {
            const bool mark = is_among(letter_at(i), separators) && !symbol::is_number_letter(text()[i - 1]);
            if (mark && text()[i - 1] != symbol::chi && text()[i - 1] != symbol::go &&
                text()[i - 1] != symbol::ban) {
                drop(i, i + 1);
            } else {
                ++i;
            }
        }
    }

    /// （愛知県）碧南市, 宮城県（柴田郡）大河原町: brackets around a part of the name of the region.
    void drop_brackets_of_region() {
        const std::uint32_t begin = region_at(index_, text(), 0).end;
        if (begin == 0 || begin >= text().size()) return;
        if (const std::size_t kind = closing.find(letter_at(begin));
            kind != closing.npos && (opened_ >> kind & 1) != 0) {
            return drop(begin, begin + 1);
        }
        const std::size_t kind = opening.find(letter_at(begin));
        if (kind == opening.npos) return;
        const std::uint32_t last = std::min(text().size(), begin + longest_county + 2);
        for (std::uint32_t end = begin + 2; end < last; ++end) {
            if (letter_at(end) != closing[kind]) continue;
            BareAddress without = bare_;
            without.text.drop(end, end + 1);
            without.text.drop(begin, begin + 1);
            if (region_at(index_, without.text, 0).end <= end) return;
            bare_ = std::move(without);
            changed_ = true;
            return;
        }
    }

    /// 北区 of 北区北区, 東京都 of 千代田区東京都: what follows the region and is a name of it.
    void drop_repeated() {
        const RegionMatches found = match_regions(index_, text(), 0);
        if (found.count == 0) return;
        const std::uint32_t end = found.matches[0].end;
        const RegionEntry& entry = index_.region_entries[found.matches[0].first_entry];
        const AddressPlace place = entry.municipality == no_municipality
                                       ? prefecture_place(index_, entry.prefecture)
                                       : municipality_place(index_, entry.municipality);
        for (const std::string_view name : {place.prefecture, place.county, place.city, place.ward}) {
            if (name.empty()) continue;
            const FoldedText folded(name, index_.fold);
            if (!stands_at(folded, end) || end + folded.size() >= text().size()) continue;
            drop(end, end + folded.size());
            bare_.repeated = true;
        }
    }

    /// 千代田区（霞が関）2-1-2: a name in brackets where the town is to stand.
    void drop_brackets_of_town() {
        const RegionMatches found = match_regions(index_, text(), 0);
        if (found.count == 0) return;
        const std::uint32_t begin = found.matches[0].end;
        const std::size_t kind = opening.find(letter_at(begin));
        if (begin >= text().size() || kind == opening.npos) return;
        std::uint32_t end = begin + 1;
        while (end < text().size() && letter_at(end) != closing[kind]) ++end;
        if (end + 1 >= text().size()) return;
        drop(end, end + 1);
        drop(begin, begin + 1);
    }

    bool stands_at(const FoldedText& name, std::uint32_t at) {
        if (at + name.size() > text().size()) return false;
        for (std::uint32_t i = 0; i < name.size(); ++i) {
            if (text()[at + i] != name[i]) return false;
        }
        return name.size() > 1;
    }

    const IndexView& index_;
    std::string_view source_;
    const FoldedText& whole_;
    BareAddress bare_;
    bool changed_ = false;
    std::uint32_t opened_ = 0;  ///< bits: marks of `opening` that were left out in front
};

}  // namespace

std::optional<BareAddress> bare_address(const IndexView& index, const FoldedText& text,
                                        std::string_view source) {
    return Unwrapper(index, text, source).unwrap();
}

std::uint32_t begin_behind_marks(std::string_view source, std::uint32_t from) {
    while (from < source.size()) {
        const CodePoint c = code_point_at(source, from);
        if (!is_mark(c.value) && !is_space(c.value)) break;
        from += c.size;
    }
    return from;
}

std::uint32_t end_without_marks(std::string_view source, Span part) {
    while (!part.empty()) {
        std::size_t at = part.end - 1;
        while (at > part.begin && (static_cast<unsigned char>(source[at]) & 0xC0) == 0x80) --at;
        const char32_t c = code_point_at(source, at).value;
        if (c != U'。' && c != U'、' && c != U',' && c != U';' && c != U'；' && c != U' ' && c != U'　')
            break;
        part.end = static_cast<std::uint32_t>(at);
    }
    return part.end;
}

std::size_t second_address(const IndexView& index, const FoldedText& text, std::string_view source,
                           std::uint32_t from) {
    for (std::uint32_t at = std::max(from, 1u); at < text.size(); ++at) {
        if (is_mark(letter(text, source, at))) continue;
        const bool apart = text.spaced(at) || is_mark(letter(text, source, at - 1));
        if (apart && is_same_place(text, source, at) && number_behind(text, source, at) < text.size())
            return text.begin(at);
        const FoundRegion region = region_at(index, text, at);
        if (region.end == 0 || region.end >= text.size()) continue;
        if (region.with_prefecture && region.municipality) return text.begin(at);
        if (apart && number_behind(text, source, region.end) < text.size()) return text.begin(at);
    }
    return source.size();
}

}  // namespace daicho
