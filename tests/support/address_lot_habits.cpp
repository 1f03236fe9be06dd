// What people do with the numbers of an address and with what stands around it: one line a habit in the table
// at the end.

#include <algorithm>

#include "tests/support/address_draft.hpp"
#include "tests/support/address_letters.hpp"
#include "tests/support/spelled_numbers.hpp"

namespace daicho::spellings {

namespace {

using Kind = KnownAddress::Kind;

// Lots.

bool lots_as(Draft& draft, const LotStyle& style) {
    if (!draft.has_lot() || style.first_link == draft.style.first_link) return false;
    draft.style = style;
    return true;
}

bool rewrite_digits(Draft& draft, std::string (*rewrite)(std::string_view)) {
    if (!draft.has_lot()) return false;
    for (std::string& number : draft.numbers) number = rewrite(number);
    std::string& chome = draft.chome;
    chome = rewrite(chome);
    return true;
}

bool in_full_width(Draft& draft, Chance&) {
    return rewrite_digits(draft, full_width_digits);
}

/// Kanji numerals run into those of a name before them.
bool can_be_kanji(const Draft& draft) {
    const bool marked = std::ranges::any_of(
        draft.numbers, [](const std::string& number) { return !number.empty() && !all_digits(number); });
    return !marked && !ends_with_numeral(draft.oaza) && !ends_with_numeral(draft.koaza);
}

bool in_kanji_digits(Draft& draft, Chance&) {
    return can_be_kanji(draft) && rewrite_digits(draft, kanji_digits);
}

bool in_counted_kanji(Draft& draft, Chance&) {
    if (!can_be_kanji(draft) || !draft.has_lot()) return false;
    for (std::string& number : draft.numbers) number = number.empty() ? "" : counted_kanji(number);
    if (all_digits(draft.address->chome_number) && draft.chome.starts_with(draft.address->chome_number)) {
        draft.chome.replace(0, draft.address->chome_number.size(),
                            counted_kanji(draft.address->chome_number));
    }
    return true;
}

/// A hyphen of another shape; the long-vowel mark and the numeral 一 would be one between kanji numerals.
bool hyphen_as(Draft& draft, std::string_view shape) {
    const bool used = draft.style.first_link == "-" && draft.has_lot();
    if (!used && !draft.chome.ends_with("-")) return false;
    if (ends_with_numeral(draft.numbers[0]) && draft.numbers[0].size() >= 3 && is_kanji(draft.numbers[0])) {
        return false;
    }
    draft.hyphen = shape;
    return true;
}

// What stands around.

bool postal_in_front(Draft& draft, Chance& chance) {
    const std::string& code = draft.address->postal_code;
    if (code.size() != 7) return false;
    const std::string parted = code.substr(0, 3) + "-" + code.substr(3);
    const std::string forms[] = {"〒" + parted + " ", parted + " ", "〒" + code + "　", "〒" + parted};
    draft.postal = forms[chance.below(std::size(forms))];
    return true;
}

bool space_after_city(Draft& draft, Chance&) {
    draft.region_gap = " ";
    return !(draft.prefecture + draft.city).empty();
}

bool spaces_everywhere(Draft& draft, Chance& chance) {
    const std::string gap = chance.below(2) == 0 ? " " : "　";
    for (std::string* part : {&draft.prefecture, &draft.county, &draft.city, &draft.ward}) {
        if (!part->empty()) *part += gap;
    }
    draft.town_gap = gap;
    return true;
}

bool with_tail(Draft& draft, Chance& chance, const std::vector<std::string>& tails) {
    if (!draft.has_lot()) return false;
    draft.tail = tails[chance.below(tails.size())];
    return true;
}

bool building_behind(Draft& draft, Chance& chance) {
    return with_tail(draft, chance,
                     {" サンハイツ205号室", "　第2ビル3F", " 県営住宅A棟101", " 三田マンション304"});
}

bool building_touching(Draft& draft, Chance& chance) {
    // 二三田マンション would be 23 and 田マンション.
    if (draft.style.first_end.empty() && is_kanji(draft.numbers[0])) return false;
    for (const std::string& number : draft.numbers) {
        if (ends_with_numeral(number) && is_kanji(number)) {
            return with_tail(draft, chance, {"サンハイツ205号室", "コーポ山口102", "ビル5階"});
        }
    }
    return with_tail(draft, chance, {"サンハイツ205号室", "コーポ山口102", "ビル5階", "三田マンション304"});
}

bool building_in_brackets(Draft& draft, Chance& chance) {
    return with_tail(draft, chance, {"（小野ビル101号）", "(旧館)", "〔本町会館内〕"});
}

bool words_behind(Draft& draft, Chance& chance) {
    return with_tail(draft, chance, {"地先", "外", " 他2筆", "先", " 地内", "付近", "（地番）"});
}

bool room_by_hyphen(Draft& draft, Chance& chance) {
    const bool plain_lot = draft.style.second_end.empty() && draft.address->numbers[2].empty();
    if (draft.address->kind != Kind::residence || !plain_lot || draft.address->numbers[1].empty())
        return false;
    return with_tail(draft, chance, {draft.hyphen + "302", draft.hyphen + "1105"});
}

}  // namespace

const std::vector<Habit>& lot_habits() {
    static const std::vector<Habit> table = {
        {"lot by hyphen", "lot",
         [](Draft& d, Chance&) {
             return lots_as(d, {"-", "", "-", ""});
         }},
        {"lot by の", "lot",
         [](Draft& d, Chance&) {
             return lots_as(d, {"の", "", "の", ""});
         }},
        {"lot 番", "lot",
         [](Draft& d, Chance&) {
             return lots_as(d, {"番", "番", "-", ""});
         }},
        {"lot 番地", "lot",
         [](Draft& d, Chance&) {
             return lots_as(d, {"番地", "番地", "-", ""});
         }},
        {"lot 番の号", "lot",
         [](Draft& d, Chance&) {
             return lots_as(d, {"番の", "番", "の", "号"});
         }},
        {"lot hyphen and 号", "lot",
         [](Draft& d, Chance&) {
             return lots_as(d, {"-", "", "-", "号"});
         }},
        {"lot 番地の", "lot",
         [](Draft& d, Chance&) {
             return lots_as(d, {"番地の", "番地", "の", ""});
         }},
        {"lot 番号", "lot",
         [](Draft& d, Chance&) {
             return lots_as(d, {"番", "番", "-", "号"});
         }},
        {"full width", "digits", in_full_width},
        {"kanji digits", "digits", in_kanji_digits},
        {"counted kanji", "digits", in_counted_kanji},
        {"hyphen －", "hyphen", [](Draft& d, Chance&) { return hyphen_as(d, "－"); }},
        {"hyphen U+2010", "hyphen", [](Draft& d, Chance&) { return hyphen_as(d, "‐"); }},
        {"hyphen U+2212", "hyphen", [](Draft& d, Chance&) { return hyphen_as(d, "−"); }},
        {"hyphen ー", "hyphen", [](Draft& d, Chance&) { return hyphen_as(d, "ー"); }},
        {"hyphen U+2013", "hyphen", [](Draft& d, Chance&) { return hyphen_as(d, "–"); }},
        {"hyphen ｰ", "hyphen", [](Draft& d, Chance&) { return hyphen_as(d, "ｰ"); }},
        {"hyphen U+2015", "hyphen", [](Draft& d, Chance&) { return hyphen_as(d, "―"); }},
        {"postal code", "postal", postal_in_front},
        {"space after the city", "space", space_after_city},
        {"spaces", "space", spaces_everywhere},
        {"building behind", "tail", building_behind},
        {"building touching", "tail", building_touching},
        {"building in brackets", "tail", building_in_brackets},
        {"words behind", "tail", words_behind},
        {"room by hyphen", "tail", room_by_hyphen},
    };
    return table;
}

}  // namespace daicho::spellings
