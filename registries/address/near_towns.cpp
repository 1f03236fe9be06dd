#include "registries/address/near_towns.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "grammars/text/edit_distance.hpp"
#include "grammars/text/numerals.hpp"
#include "grammars/text/utf8.hpp"
#include "registries/address/place_of_index.hpp"
#include "registries/address/place_sound.hpp"
#include "registries/address/place_sounds.hpp"
#include "registries/address/town_in_text.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::uint32_t shortest_name = 2;
constexpr std::uint32_t longest_ward = 5;

/// The end of a name with its number inside (北1条西): where a name of letters follows the number. 0: none
/// does.
std::uint32_t end_behind_number(const FoldedText& text, std::uint32_t number) {
    std::uint32_t i = number;
    while (i < text.size() && symbol::is_digit(text[i])) ++i;
    if (i == number || i >= text.size() || text.spaced(i)) return 0;
    switch (text[i]) {
        case symbol::hyphen:
        case symbol::prolonged:
        case symbol::chome:
        case symbol::cho:
        case symbol::ban:
        case symbol::go:
        case symbol::no:
            return 0;
        default:
            return name_end(text, i);
    }
}

bool is_same_town(const AddressPlace& one, const AddressPlace& other) {
    return one.lg_code == other.lg_code && one.oaza_cho == other.oaza_cho && one.chome == other.chome &&
           one.koaza == other.koaza;
}

/// Whether two names are as long and differ in one letter, or in two that changed places.
bool is_one_letter_off(std::string_view one, std::string_view other) {
    return count_code_points(one) == count_code_points(other) && edit_distance(one, other) == 1;
}

/// Whether the answer is that town, or names it beside.
bool is_named(const AddressAnswer& answer, const AddressPlace& place) {
    return is_same_town(answer.place, place) ||
           std::ranges::any_of(answer.alternatives, [&](const AddressAlternative& other) {
               return is_same_town(other.place, place);
           });
}

class NearTowns {
 public:
    NearTowns(const IndexView& index, std::string_view source, const AddressOptions& options,
              AddressAnswer& answer)
        : index_(index), source_(source), options_(options), answer_(answer) {
        if (!answer.place.ward.empty() || !is_designated()) options_.within = answer.place.lg_code;
    }

    /// From here on only towns of wards count whose name is one letter off this one (申区 for 中区, 都区 for
    /// 都島区).
    void take_ward(std::string_view ward) { ward_ = ward; }

    /// From here on only towns count that sound so where `sound` was written.
    void take_sound(std::string sound, bool at_start, bool at_end) {
        sound_ = std::move(sound);
        at_start_ = at_start;
        at_end_ = at_end;
    }

    void add_from(const FoldedText& text, std::uint32_t name_end) {
        if (answer_.alternatives.size() >= options_.alternatives) return;
        AddressSearch search{index_, source_, options_, text};
        const AddressCandidates found = search.find();
        for (const TownCandidate& candidate : found.towns) {
            if (candidate.score <= found.towns.front().score - tolerance) break;
            add(candidate, name_end);
        }
    }

 private:
    static constexpr std::int32_t tolerance = 4;

    /// さいたま市, whose towns are those of its wards.
    bool is_designated() const {
        return std::ranges::any_of(index_.municipalities, [&](const MunicipalityRecord& m) {
            return m.ward != 0 && index_.string(m.city) == answer_.place.city;
        });
    }

    bool sounds_so(const TownRecord& town) const {
        const bool oaza = town.oaza_cho != 0;
        const auto sounds = town_sounds(index_.string(oaza ? town.oaza_cho_kana : town.koaza_kana),
                                        index_.string(oaza ? town.oaza_cho_roma : town.koaza_roma));
        return std::ranges::any_of(sounds, [&](const std::string& sound) {
            return (!at_start_ || sound.starts_with(sound_)) && (!at_end_ || sound.ends_with(sound_)) &&
                   sound.find(sound_) != sound.npos;
        });
    }

    void add(const TownCandidate& candidate, std::uint32_t name_end) {
        const TownMatch& match = candidate.match;
        const bool whole = match.end >= name_end && candidate.unknown_name_end == 0;
        if (!whole || match.region_entry == nothing || match.end - match.begin < shortest_name) return;
        if (match.begin != match.region_end) return;
        if (!sound_.empty() && !sounds_so(index_.towns[candidate.town])) return;
        const AddressPlace place = town_place(index_, candidate.town);
        if (place.prefecture != answer_.place.prefecture || place.city != answer_.place.city) return;
        if (!ward_.empty() && edit_distance(ward_, place.ward) != 1) return;
        if (is_named(answer_, place)) return;
        ++answer_.alternatives_in_all;
        if (answer_.alternatives.size() < options_.alternatives)
            answer_.alternatives.push_back({place, AddressReason::several_places, false});
    }

    const IndexView& index_;
    std::string_view source_;
    AddressOptions options_;
    AddressAnswer& answer_;
    std::string_view ward_;
    std::string sound_;  ///< of a part of the name that is written in kana; empty: none is
    bool at_start_ = false;
    bool at_end_ = false;
};

/// Katakana and the kanji of a number that looks like it, which is a number and no letter.
constexpr std::pair<char32_t, char32_t> number_twins[] = {
    {U'ニ', U'二'}, {U'ハ', U'八'}, {U'ミ', U'三'}, {U'チ', U'千'}, {U'ー', U'一'}};

/// ハ幡町, チ住.
void add_towns_with_kanji_numbers(NearTowns& near, const IndexView& index, std::string_view source,
                                  const FoldedText& text, std::uint32_t from, std::uint32_t end) {
    for (std::uint32_t i = from; i < end; ++i) {
        const char32_t c = character_at(source, text.begin(i)).value;
        const auto* const twin = std::ranges::find(number_twins, c, &std::pair<char32_t, char32_t>::first);
        if (twin == std::end(number_twins)) continue;
        FoldedText other = text;
        other.replace(i, index.fold(twin->second));
        near.add_from(other, end);
    }
}

/// 佐原二12-3: digits follow right behind the kanji, so that it is no number.
void add_towns_without_kanji_number(NearTowns& near, const IndexView& index, std::string_view source,
                                    const FoldedText& text, const AddressAnswer& answer) {
    const Span rest = answer.spans.rest;
    if (rest.empty() || answer.spans.numbers.empty() || answer.spans.numbers.end != rest.begin) return;
    const std::uint32_t i = text.symbols_before(rest.begin);
    const char32_t c = character_at(source, text.begin(i - 1)).value;
    const auto* const twin = std::ranges::find(number_twins, c, &std::pair<char32_t, char32_t>::second);
    if (twin == std::end(number_twins) || i == text.size() || !symbol::is_digit(text[i])) return;
    FoldedText other = text;
    other.replace(i - 1, index.fold(twin->first));
    near.add_from(other, i);
}

/// Katakana that marks a lot as well, and the kanji that looks like it.
constexpr std::pair<char32_t, char32_t> mark_twins[] = {{U'ロ', U'口'}, {U'エ', U'工'}, {U'カ', U'力'},
                                                        {U'ト', U'卜'}, {U'タ', U'夕'}, {U'ニ', U'二'},
                                                        {U'ハ', U'八'}, {U'ミ', U'三'}, {U'チ', U'千'}};
/// No twin: 小瀬ケ508, where 小瀬ケ洞 lost a letter.
constexpr char32_t joint_mark = U'ケ';

/// The kanji that the mark of the lot right behind the town looks like; 0: it has none.
char32_t twin_of_mark(std::string_view source, const AddressAnswer& answer) {
    const Span numbers = answer.spans.numbers;
    if (numbers.empty() || numbers.begin != answer.spans.town.end) return 0;
    const char32_t c = character_at(source, numbers.begin).value;
    if (c == joint_mark || c == U'ヶ') return joint_mark;
    const auto* const twin = std::ranges::find(mark_twins, c, &std::pair<char32_t, char32_t>::first);
    return twin == std::end(mark_twins) ? 0 : twin->second;
}

/// 脇田ロ459 where the registry has 脇田口: the letter in front of the number may be no mark of the lot.
void add_towns_without_mark(NearTowns& near, const IndexView& index, const FoldedText& text, char32_t twin,
                            AddressAnswer& answer) {
    const std::size_t known = answer.alternatives_in_all;
    const std::uint32_t i = text.symbols_before(answer.spans.numbers.begin);
    FoldedText other = text;
    if (twin == joint_mark) {
        other.insert(i + 1, symbol::wildcard);
    } else {
        other.replace(i, index.fold(twin));
    }
    near.add_from(other, twin == joint_mark ? i + 2 : i + 1);
    if (answer.alternatives_in_all > known) answer.category = AddressCategory::unsure;
}

/// にし新宿, 西しんじゅく: a part of the name is written in kana.
void add_towns_with_a_part_in_kana(NearTowns& near, std::string_view source, const FoldedText& text,
                                   std::uint32_t from, std::uint32_t end) {
    constexpr std::uint32_t most_kanji = 3;
    for (std::uint32_t i = from; i < end; ++i) {
        const std::uint32_t behind = end_of_kana(source, text, i, end);
        if (behind < i + 2) continue;
        const Span kana = text.span(i, behind);
        near.take_sound(place_sound(source.substr(kana.begin, kana.end - kana.begin)), i == from,
                        behind == end);
        for (std::uint32_t kanji = 1; kanji <= std::min(most_kanji, behind - i); ++kanji) {
            FoldedText other = text;
            for (std::uint32_t k = 0; k < kanji; ++k) other.replace(i + k, symbol::wildcard);
            if (i + kanji < behind) other.drop(i + kanji, behind);
            near.add_from(other, end - (behind - i - kanji));
        }
        i = behind;
    }
    near.take_sound({}, false, false);
}

void add_towns_with_a_letter_wrong(NearTowns& near, const FoldedText& text, std::uint32_t from,
                                   std::uint32_t end) {
    for (std::uint32_t i = from; i < end; ++i) {
        FoldedText other = text;
        other.replace(i, symbol::wildcard);
        near.add_from(other, end);
    }
}

/// 広島市申区基町: the city has no such ward, and the town leads to the one that is meant.
void add_towns_of_wards(NearTowns& near, std::string_view source, const FoldedText& text,
                        std::uint32_t from) {
    std::uint32_t end = from + 1;
    while (end < text.size() && end < from + longest_ward && text[end] != symbol::ku) ++end;
    if (end >= text.size() || text[end] != symbol::ku) return;
    const Span ward = text.span(from, end + 1);
    near.take_ward(source.substr(ward.begin, ward.end - ward.begin));
    FoldedText without = text;
    without.drop(from, end + 1);
    near.add_from(without, name_end(without, from));
    near.take_ward({});
}

/// The digit that a letter looks like: 湯田温泉ー丁目 is 一丁目.
std::optional<std::uint16_t> digit_like(std::string_view source, const FoldedText& text, std::uint32_t i) {
    const std::string_view letter = source.substr(text.begin(i), text.end(i + 1) - text.begin(i));
    const bool in_front_of_chome =
        i > 0 && i + 1 < text.size() && (text[i + 1] == symbol::chome || text[i + 1] == symbol::cho);
    if (in_front_of_chome && !symbol::is_digit(text[i - 1])) {
        if (letter == "ー" || letter == "－" || letter == "-" || letter == "―") return symbol::digit_0 + 1;
        if (letter == "ミ") return symbol::digit_0 + 3;
        if (letter == "ハ") return symbol::digit_0 + 8;
    }
    for (const std::string_view one : {"l", "I", "|", "ｌ", "Ｉ", "｜"}) {
        if (letter == one) return symbol::digit_0 + 1;
    }
    for (const std::string_view zero : {"O", "o", "Ｏ", "ｏ"}) {
        if (letter == zero) return symbol::digit_0;
    }
    return std::nullopt;
}

/// Whether a number can end in front of symbol `i`.
bool ends_number(const FoldedText& text, std::uint32_t i) {
    const std::uint16_t next = text[i];
    return i >= text.size() || symbol::is_digit(next) || next == symbol::hyphen ||
           next == symbol::prolonged || next == symbol::cho || next == symbol::chome || next == symbol::ban ||
           next == symbol::go;
}

/// The text with digits for the letters in numbers; nothing: there are none.
std::optional<FoldedText> with_digits(std::string_view source, const FoldedText& text, std::uint32_t from) {
    FoldedText digits = text;
    bool any = false;
    for (std::uint32_t i = text.size(); i-- > from;) {
        const auto digit = digit_like(source, text, i);
        if (!digit || !ends_number(digits, i + 1)) continue;
        digits.replace(i, *digit);
        any = true;
    }
    return any ? std::optional(digits) : std::nullopt;
}

/// 三軒茶家 begins with a number; of 芝公圓, みなとみらいい and 門本寺 a part is the name of a town as well.
bool may_be_misspelt(const AddressAnswer& answer) {
    if (answer.reason == AddressReason::town_not_found || answer.reason == AddressReason::no_town)
        return true;
    return answer.category == AddressCategory::unsure &&
           (answer.reason == AddressReason::town_incomplete ||
            has_change(answer.changes, AddressChangeKind::text_skipped));
}

/// Whether the name of a 大字 may be meant by that of a 小字: it ends in it, is one letter off, or has a 町
/// more (井上 for 井上町).
bool may_be_meant(std::string_view oaza, std::string_view koaza) {
    constexpr std::string_view town = "町";
    if (oaza.starts_with("大字")) oaza.remove_prefix(std::string_view("大字").size());
    if (koaza.starts_with("字")) koaza.remove_prefix(std::string_view("字").size());
    const bool shortened =
        oaza.size() == koaza.size() + town.size() && oaza.starts_with(koaza) && oaza.ends_with(town);
    return oaza.ends_with(koaza) || shortened || is_one_letter_off(oaza, koaza);
}

/// Whether the 丁目 of a town is the number that the lot begins with; of a town without any, true.
bool is_chome_of_lot(std::string_view chome, const LotText& lot) {
    if (chome.empty()) return true;
    const auto number = numeral_at(chome, 0);
    return number && lot.count > 0 && !lot.parts[0].mark && number->value == lot.parts[0].value;
}

}  // namespace

void put_near_towns(const IndexView& index, std::string_view source, const AddressOptions& options,
                    const FoldedText& text, AddressAnswer& answer) {
    if (text.is_arranged()) return;
    const char32_t twin = twin_of_mark(source, answer);
    if (twin == 0 && answer.spans.rest.empty() && !may_be_misspelt(answer)) return;
    NearTowns near(index, source, options, answer);
    if (twin != 0) add_towns_without_mark(near, index, text, twin, answer);
    add_towns_without_kanji_number(near, index, source, text, answer);
    if (!may_be_misspelt(answer)) return;
    const std::uint32_t from = begin_of_town(text, answer);
    if (answer.place.ward.empty() || has_change(answer.changes, AddressChangeKind::ward_added))
        add_towns_of_wards(near, source, text, from);
    const std::uint32_t end = name_end(text, from);
    if (text.end(end) <= answer.spans.town.end && end - from >= shortest_name) return;
    if (const std::uint32_t longer_end = end_behind_number(text, end); longer_end > end && end > from)
        add_towns_with_a_letter_wrong(near, text, from, longer_end);
    if (end == from + 1) {  // 栄5-14-1 is 栄町五丁目
        FoldedText longer = text;
        longer.insert(end, index.fold(U'町'));
        near.add_from(longer, end + 1);
    }
    if (end - from < shortest_name) return;
    add_towns_with_kanji_numbers(near, index, source, text, from, end);
    add_towns_with_a_part_in_kana(near, source, text, from, end);
    // What keeps all letters that are written first: of 熊谷, 下熊谷 is meant sooner than 赤谷.
    for (std::uint32_t i = from; i + 1 < end; ++i) {
        if (text[i] == text[i + 1]) continue;
        FoldedText exchanged = text;
        exchanged.exchange(i);
        near.add_from(exchanged, end);
    }
    for (std::uint32_t i = from; i <= end; ++i) {
        FoldedText longer = text;
        longer.insert(i, symbol::wildcard);
        near.add_from(longer, end + 1);
    }
    add_towns_with_a_letter_wrong(near, text, from, end);
    for (std::uint32_t i = from; i < end && end - from > shortest_name; ++i) {
        FoldedText shorter = text;
        shorter.drop(i, i + 1);
        near.add_from(shorter, end - 1);
    }
}

void put_readings_of_digits(const IndexView& index, std::string_view source, const AddressOptions& options,
                            const FoldedText& text, AddressAnswer& answer) {
    if (text.is_arranged() || answer.category != AddressCategory::unsure) return;
    if (answer.place.level < MatchLevel::municipality) return;
    const std::uint32_t from = begin_of_town(text, answer);
    const auto digits = with_digits(source, text, from);
    if (!digits) return;
    AddressSearch search{index, source, options, *digits};
    const AddressCandidates found = search.find();
    if (found.towns.empty()) return;
    const AddressPlace place = town_place(index, found.towns.front().town);
    if (place.lg_code != answer.place.lg_code || is_named(answer, place)) return;
    ++answer.alternatives_in_all;
    answer.alternatives.insert(answer.alternatives.begin(), {place, AddressReason::several_places, false});
    if (answer.alternatives.size() > options.alternatives) answer.alternatives.pop_back();
}

void put_longer_towns(const IndexView& index, const AddressCandidates& found, const AddressOptions& options,
                      AddressAnswer& answer) {
    if (found.towns.empty() || (found.towns.front().entry_flags & town_without_oaza) == 0) return;
    const TownRecord& best = index.towns[found.towns.front().town];
    const std::string_view name = index.string(best.koaza);
    const LotText& lot = found.towns.front().lot;
    const auto add = [&](std::size_t at) {
        const TownRecord& town = index.towns[at];
        const std::string_view oaza = index.string(town.oaza_cho);
        if (town.koaza != 0 || !may_be_meant(oaza, name)) return;
        if (!is_chome_of_lot(index.string(town.chome), lot)) return;
        answer.category = AddressCategory::unsure;
        ++answer.alternatives_in_all;
        if (answer.alternatives.size() < options.alternatives) {
            answer.alternatives.push_back(
                {town_place(index, static_cast<std::uint32_t>(at)), AddressReason::several_places, false});
        }
    };
    const std::size_t here = found.towns.front().town;
    for (std::size_t i = here; i > 0 && index.towns[i - 1].municipality == best.municipality; --i) add(i - 1);
    for (std::size_t i = here + 1; i < index.towns.size() && index.towns[i].municipality == best.municipality;
         ++i)
        add(i);
}

}  // namespace daicho
