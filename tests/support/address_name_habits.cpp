// What people do with the names in an address: one line a habit in the table at the end.

#include <algorithm>

#include "tests/support/address_draft.hpp"
#include "tests/support/address_letters.hpp"
#include "tests/support/spelled_numbers.hpp"

namespace daicho::spellings {

namespace {

// Region.

bool drop(std::string& part) {
    if (part.empty()) return false;
    part.clear();
    return true;
}

bool no_prefecture(Draft& draft, Chance&) {
    draft.spelling.names_prefecture = false;
    return drop(draft.prefecture);
}

bool no_county(Draft& draft, Chance&) {
    return drop(draft.county);
}

bool no_prefecture_and_county(Draft& draft, Chance& chance) {
    return drop(draft.county) && no_prefecture(draft, chance);
}

bool no_city(Draft& draft, Chance&) {
    draft.county.clear();
    draft.spelling.names_city = false;
    return drop(draft.city);
}

bool no_region(Draft& draft, Chance& chance) {
    drop(draft.ward);
    draft.spelling.names_ward = false;
    return no_city(draft, chance) && no_prefecture(draft, chance);
}

// Town.

bool add_oaza(Draft& draft, Chance&) {
    const std::string& oaza = draft.oaza;
    if (oaza.empty() || oaza.starts_with("大字") || oaza.starts_with("字") || !draft.chome.empty())
        return false;
    if (oaza.ends_with("町") || oaza.ends_with("丁") || oaza.ends_with("通")) return false;
    draft.oaza = "大字" + oaza;
    return true;
}

bool drop_oaza(Draft& draft, Chance&) {
    constexpr std::string_view word = "大字";
    if (!draft.oaza.starts_with(word) || draft.oaza.size() == word.size()) return false;
    draft.oaza.erase(0, word.size());
    return true;
}

bool drop_aza(Draft& draft, Chance&) {
    constexpr std::string_view word = "字";
    if (!draft.koaza.starts_with(word) || draft.koaza.size() == word.size()) return false;
    draft.koaza.erase(0, word.size());
    return true;
}

bool add_aza(Draft& draft, Chance&) {
    if (draft.koaza.empty() || draft.koaza.starts_with("字") || draft.koaza.starts_with("小字")) return false;
    if (draft.oaza.empty()) return false;
    draft.koaza = "字" + draft.koaza;
    return true;
}

bool say_koaza(Draft& draft, Chance&) {
    if (!draft.koaza.starts_with("字")) return false;
    draft.koaza = "小" + draft.koaza;
    return true;
}

// Chome.

bool write_chome(Draft& draft, const std::string& number, std::string_view word) {
    if (draft.chome.empty() || !all_digits(draft.address->chome_number)) return false;
    if (ends_with_numeral(draft.oaza)) return false;
    draft.chome = number + std::string(word);
    draft.spelling.names_chome = word == "丁目" || word == "丁";
    return true;
}

bool chome_in_digits(Draft& draft, Chance&) {
    return write_chome(draft, draft.address->chome_number, "丁目");
}

bool chome_in_kanji(Draft& draft, Chance&) {
    return all_digits(draft.address->chome_number) &&
           write_chome(draft, counted_kanji(draft.address->chome_number), "丁目");
}

bool chome_as_cho(Draft& draft, Chance&) {
    return draft.has_lot() && write_chome(draft, draft.address->chome_number, "丁");
}

bool chome_by_hyphen(Draft& draft, Chance&) {
    return draft.has_lot() && write_chome(draft, draft.address->chome_number, "-");
}

/// 4丁目-5-2.
bool chome_and_hyphen(Draft& draft, Chance&) {
    const bool written = draft.has_lot() && write_chome(draft, draft.address->chome_number, "丁目-");
    draft.spelling.names_chome = true;
    return written;
}

bool chome_by_no(Draft& draft, Chance&) {
    return draft.has_lot() && write_chome(draft, draft.address->chome_number, "の");
}

// Letters.

/// Puts `to` in the place of each `from` that stands between two kanji.
bool swap_between_kanji(Draft& draft, std::string_view from, std::string_view to) {
    bool changed = false;
    for (std::string* name : draft.names()) {
        auto letters = letters_of(*name);
        for (std::size_t i = 1; i + 1 < letters.size(); ++i) {
            if (letters[i] != from || !is_kanji(letters[i - 1]) || !is_kanji(letters[i + 1])) continue;
            letters[i] = to;
            changed = true;
        }
        name->clear();
        for (const std::string& letter : letters) *name += letter;
    }
    return changed;
}

bool in_old_letters(Draft& draft, Chance&) {
    bool changed = false;
    for (std::string* name : draft.names()) {
        std::string out;
        for (const std::string& letter : letters_of(*name)) {
            const auto form = std::ranges::find(*draft.old_forms, letter, &OldForm::present);
            changed |= form != draft.old_forms->end();
            out += form == draft.old_forms->end() ? letter : form->old;
        }
        *name = out;
    }
    return changed;
}

/// Something behind, or in the place of, a letter of the town's name.
bool at_letter(Draft& draft, Chance& chance, std::string_view added, bool in_place) {
    std::string& name = draft.koaza.empty() || chance.below(2) == 0 ? draft.oaza : draft.koaza;
    auto letters = letters_of(name);
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool word = letters[i] == "字" || letters[i] == "大";
        if (is_kanji(letters[i]) && !word && !is_numeral(letters[i])) places.push_back(i);
    }
    if (places.empty() || (in_place && letters.size() < 3)) return false;
    std::string& letter = letters[places[chance.below(places.size())]];
    letter = (in_place ? "" : letter) + std::string(added);
    name.clear();
    for (const std::string& each : letters) name += each;
    return true;
}

bool with_selector(Draft& draft, Chance& chance) {
    return at_letter(draft, chance, chance.below(2) == 0 ? "\U000E0100" : "\U000E0101", false);
}

bool with_gaiji(Draft& draft, Chance& chance) {
    return at_letter(draft, chance, "〓", true);
}

bool in_kana(Draft& draft, Chance&) {
    const KnownAddress& known = *draft.address;
    if (known.region_kana.empty() || (known.oaza_kana.empty() && known.koaza_kana.empty())) return false;
    if (!known.koaza.empty() && known.koaza_kana.empty()) return false;
    draft.prefecture = known.region_kana;
    draft.county = draft.city = draft.ward = "";
    draft.oaza = known.oaza_kana;
    draft.koaza = known.koaza_kana;
    if (!draft.chome.empty()) draft.chome = known.chome_number + "チョウメ";
    return true;
}

}  // namespace

const std::vector<Habit>& name_habits() {
    static const std::vector<Habit> table = {
        {"no prefecture", "region", no_prefecture},
        {"no county", "region", no_county},
        {"no prefecture and county", "region", no_prefecture_and_county},
        {"no city", "region", no_city},
        {"no region", "region", no_region},
        {"大字 added", "oaza", add_oaza},
        {"大字 dropped", "oaza", drop_oaza},
        {"字 dropped", "koaza", drop_aza},
        {"字 added", "koaza", add_aza},
        {"小字 said", "koaza", say_koaza},
        {"chome in digits", "chome", chome_in_digits},
        {"chome in kanji", "chome", chome_in_kanji},
        {"chome as 丁", "chome", chome_as_cho},
        {"chome by hyphen", "chome", chome_by_hyphen},
        {"chome by の", "chome", chome_by_no},
        {"chome and hyphen", "chome", chome_and_hyphen},
        {"ノ as の", "letters", [](Draft& d, Chance&) { return swap_between_kanji(d, "ノ", "の"); }},
        {"の as ノ", "letters", [](Draft& d, Chance&) { return swap_between_kanji(d, "の", "ノ"); }},
        {"ノ as 之", "letters", [](Draft& d, Chance&) { return swap_between_kanji(d, "ノ", "之"); }},
        {"ノ as ﾉ", "letters", [](Draft& d, Chance&) { return swap_between_kanji(d, "ノ", "ﾉ"); }},
        {"ケ as ヶ", "letters", [](Draft& d, Chance&) { return swap_between_kanji(d, "ケ", "ヶ"); }},
        {"ケ as が", "letters", [](Draft& d, Chance&) { return swap_between_kanji(d, "ケ", "が"); }},
        {"ヶ as ケ", "letters", [](Draft& d, Chance&) { return swap_between_kanji(d, "ヶ", "ケ"); }},
        {"ツ as ッ", "letters", [](Draft& d, Chance&) { return swap_between_kanji(d, "ツ", "ッ"); }},
        {"ッ as ツ", "letters", [](Draft& d, Chance&) { return swap_between_kanji(d, "ッ", "ツ"); }},
        {"old letters", "old", in_old_letters},
        {"selector", "selector", with_selector},
        {"gaiji", "selector", with_gaiji},
        {"kana", "kana", in_kana},
    };
    return table;
}

}  // namespace daicho::spellings
