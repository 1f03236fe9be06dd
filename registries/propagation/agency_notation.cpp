#include "registries/propagation/agency_notation.hpp"

#include <algorithm>

#include "grammars/text/digits.hpp"
#include "grammars/text/kana.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/numerals.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"
#include "grammars/text/wide.hpp"
#include "grammars/values/check_digit.hpp"
#include "grammars/values/corporate_name.hpp"
#include "grammars/values/date.hpp"
#include "grammars/values/eras.hpp"
#include "grammars/values/seat_key.hpp"

namespace daicho {

namespace {

constexpr std::string_view full_space = "\u3000";

/// Takes the next choice of `choices` out of a notation.
unsigned take(unsigned& notation, unsigned choices) {
    const unsigned choice = notation % choices;
    notation /= choices;
    return choice;
}

/// ㈱, （株） or (株) as tables abbreviate a legal form.
std::string short_form(const LegalForm& form, unsigned choice) {
    std::string square, brackets;
    for (std::size_t at = 0; at < form.shorts.size();) {
        const std::size_t end = std::min(form.shorts.find(' ', at), form.shorts.size());
        const std::string_view word = form.shorts.substr(at, end - at);
        std::string& target = word.starts_with("(") ? brackets : square;
        if (target.empty()) target = word;
        at = end + 1;
    }
    if (choice == 1) return wide(brackets);
    return choice == 2 ? brackets : square;
}

constexpr unsigned name_notations = 4 * 2 * 3;

std::string write_name(const std::string& name, unsigned notation) {
    const unsigned form = take(notation, 4), width = take(notation, 2), space = take(notation, 3);
    const CorporateName parts = divide_corporate_name(name);
    std::string written = name;
    if (parts.form != nullptr) {
        const std::string abbreviation = form == 0 ? std::string() : short_form(*parts.form, form);
        const std::string shown = abbreviation.empty() ? std::string(parts.form->name) : abbreviation;
        const std::string_view between = space == 0 ? "" : space == 1 ? full_space : " ";
        written = parts.form_first ? shown : std::string(parts.core);
        written.append(between).append(parts.form_first ? parts.core : std::string_view(shown));
    }
    if (width == 0) return written;
    // Letters in half width; a full-width bracket of （株） stays.
    const bool bracket = form == 1 && parts.form != nullptr;
    const std::string abbreviation = bracket ? short_form(*parts.form, 1) : std::string();
    if (abbreviation.empty()) return std::string(Narrow(written).text());
    const std::size_t at = written.find(abbreviation);
    if (at == written.npos) return std::string(Narrow(written).text());
    std::string narrow(Narrow(written.substr(0, at)).text());
    narrow += abbreviation;
    return narrow.append(Narrow(written.substr(at + abbreviation.size())).text());
}

/// Numbers of an address with hyphens between them for 丁目, 番地, 番, 号 and の.
std::string hyphened(std::string_view narrow) {
    constexpr std::string_view links[] = {"丁目", "番地", "番", "号", "の"};
    std::string out;
    for (std::size_t at = 0; at < narrow.size();) {
        const auto link = std::find_if(std::begin(links), std::end(links), [&](std::string_view word) {
            return narrow.substr(at).starts_with(word);
        });
        if (link == std::end(links) || out.empty() || !is_ascii_digit(out.back())) {
            out += narrow[at++];
            continue;
        }
        at += link->size();
        if (*link == "番地" && narrow.substr(at).starts_with("の")) at += std::string_view("の").size();
        if (at < narrow.size() && is_ascii_digit(narrow[at])) out += '-';
        if (*link == "丁目" && at < narrow.size() && !is_ascii_digit(narrow[at])) out += *link;
    }
    return out;
}

std::string kanji_before_chome(std::string_view narrow) {
    std::string out;
    for (std::size_t at = 0; at < narrow.size();) {
        std::size_t end = at;
        while (end < narrow.size() && is_ascii_digit(narrow[end])) ++end;
        const bool chome = end > at && end - at <= 2 && narrow.substr(end).starts_with("丁目");
        if (chome) {
            out += kanji_numeral(numeral_at(narrow, at)->value);
        } else {
            out.append(narrow.substr(at, end - at));
        }
        if (end < narrow.size() && !chome) {
            out += narrow[end];
            ++end;
        }
        at = end;
    }
    return out;
}

/// 二丁目 as 2丁目.
std::string digits_before_chome(std::string_view narrow) {
    std::string out;
    for (std::size_t at = 0; at < narrow.size();) {
        const auto numeral = numeral_at(narrow, at);
        const bool chome = numeral && narrow.substr(at + numeral->size).starts_with("丁目");
        if (chome) {
            out += std::to_string(numeral->value);
            at += numeral->size;
            continue;
        }
        const unsigned size = numeral ? static_cast<unsigned>(numeral->size) : code_point_at(narrow, at).size;
        out.append(narrow.substr(at, size));
        at += size;
    }
    return out;
}

constexpr unsigned street_notations = 2 * 2 * 2 * 3;

struct StreetNotation {
    bool narrow, kanji, hyphens;
    std::string_view between;
};

StreetNotation street_notation(unsigned notation) {
    StreetNotation made{};
    made.narrow = take(notation, 2) == 1;
    made.kanji = take(notation, 2) == 1;
    made.hyphens = take(notation, 2) == 1;
    const unsigned space = take(notation, 3);
    made.between = space == 0 ? std::string_view{} : space == 1 ? full_space : std::string_view(" ");
    return made;
}

std::string write_street(const std::string& street, const StreetNotation& notation) {
    if (!notation.narrow && !notation.kanji && !notation.hyphens) return street;
    std::string text(Narrow(street).text());
    if (notation.kanji) text = kanji_before_chome(text);
    if (notation.hyphens) text = hyphened(notation.kanji ? text : digits_before_chome(text));
    return notation.narrow ? text : wide(text);
}

std::string write_address(const std::vector<AgencyItem>& items, const PublishedCorporation& state,
                          unsigned notation) {
    const StreetNotation way = street_notation(notation);
    std::string text;
    for (const AgencyItem item : items) {
        std::string part;
        if (item == AgencyItem::prefecture) part = state[corporation_item::prefecture];
        if (item == AgencyItem::city) part = state[corporation_item::city];
        if (item == AgencyItem::street) part = write_street(state[corporation_item::street], way);
        if (item == AgencyItem::outside) part = state[corporation_item::address_outside];
        if (!text.empty() && !part.empty()) text += way.between;
        text += part;
    }
    return text;
}

constexpr unsigned postal_notations = 4;

std::string write_postal_code(const std::string& digits, unsigned notation) {
    if (digits.size() != 7 || notation == 0) return digits;
    const std::string hyphen = digits.substr(0, 3) + "-" + digits.substr(3);
    return notation == 1 ? hyphen : notation == 2 ? "〒" + hyphen : wide(hyphen);
}

constexpr unsigned code_notations = 3;

std::string write_code(const std::string& code, unsigned notation) {
    if (code.size() != 5 || notation == 1) return code;
    const std::string whole = code + municipality_check_digit(code);
    return notation == 0 ? whole : std::string(whole).erase(0, whole[0] == '0' ? 1 : 0);
}

constexpr unsigned date_notations = 6;

std::string write_date(const std::string& iso, unsigned notation) {
    const auto date = parse_date(iso, {});
    if (!date || notation == 0) return iso;
    const std::string y = iso.substr(0, 4), m = iso.substr(5, 2), d = iso.substr(8, 2);
    if (notation == 1) return y + "/" + m + "/" + d;
    if (notation == 2) return y + m + d;
    const std::string month = std::to_string(date->month), day = std::to_string(date->day);
    if (notation == 3) return y + "年" + month + "月" + day + "日";
    if (notation == 4) return era_text(*date);
    const Era* era = era_of(*date);
    if (era == nullptr) return iso;
    return std::string(era->letter) + std::to_string(date->year - era->year_one + 1) + "." + month + "." +
           day;
}

std::string word_for(const AgencyWords& words, const std::string& code) {
    const auto word = words.find(code);
    return word == words.end() ? code : word->second;
}

}  // namespace

std::string_view to_string(AgencyItem item) {
    constexpr std::string_view words[] = {"number", "name",      "kana",     "kind",     "prefecture",
                                          "city",   "street",    "outside",  "postcode", "code",
                                          "status", "closed-on", "successor"};
    return words[static_cast<std::size_t>(item)];
}

std::vector<std::size_t> shown_by(AgencyItem item) {
    switch (item) {
        case AgencyItem::name:
            return {corporation_item::name};
        case AgencyItem::kana:
            return {corporation_item::furigana};
        case AgencyItem::kind:
            return {corporation_item::kind};
        case AgencyItem::prefecture:
            return {corporation_item::prefecture};
        case AgencyItem::city:
            return {corporation_item::city};
        case AgencyItem::street:
            return {corporation_item::street};
        case AgencyItem::outside:
            return {corporation_item::address_outside};
        case AgencyItem::postal_code:
            return {corporation_item::post_code};
        case AgencyItem::code:
            return {corporation_item::prefecture_code, corporation_item::city_code};
        case AgencyItem::status:
        case AgencyItem::closed_on:
            return {corporation_item::close_date};
        case AgencyItem::successor:
            return {corporation_item::successor};
        case AgencyItem::number:
            break;
    }
    return {};
}

bool is_part_of_seat(AgencyItem item) {
    return item == AgencyItem::prefecture || item == AgencyItem::city || item == AgencyItem::street ||
           item == AgencyItem::outside;
}

bool goes_with_seat(AgencyItem item) {
    return is_part_of_seat(item) || item == AgencyItem::postal_code || item == AgencyItem::code;
}

unsigned notations(const std::vector<AgencyItem>& items) {
    switch (items.front()) {
        case AgencyItem::name:
            return name_notations;
        case AgencyItem::kana:
            return 3;
        case AgencyItem::prefecture:
        case AgencyItem::city:
        case AgencyItem::street:
            return street_notations;
        case AgencyItem::postal_code:
            return postal_notations;
        case AgencyItem::code:
            return code_notations;
        case AgencyItem::closed_on:
            return date_notations;
        case AgencyItem::number:
        case AgencyItem::kind:
        case AgencyItem::outside:
        case AgencyItem::status:
        case AgencyItem::successor:
            return 1;
    }
    return 1;
}

std::string write_in_notation(const std::vector<AgencyItem>& items, const PublishedCorporation& state,
                              const AgencyWords& words, unsigned notation) {
    switch (items.front()) {
        case AgencyItem::number:
            return state[corporation_item::number];
        case AgencyItem::name:
            return write_name(state[corporation_item::name], notation);
        case AgencyItem::kana: {
            const std::string& kana = state[corporation_item::furigana];
            return notation == 0 ? kana : notation == 1 ? half_width_kana(kana) : hiragana(kana);
        }
        case AgencyItem::kind:
            return word_for(words, state[corporation_item::kind]);
        case AgencyItem::postal_code:
            return write_postal_code(state[corporation_item::post_code], notation);
        case AgencyItem::code:
            return write_code(state.municipality(), notation);
        case AgencyItem::status:
            return word_for(words, state.withdrawn() ? "withdrawn" : state.closed() ? "closed" : "open");
        case AgencyItem::closed_on:
            return write_date(state[corporation_item::close_date], notation);
        case AgencyItem::successor:
            return state[corporation_item::successor];
        case AgencyItem::prefecture:
        case AgencyItem::city:
        case AgencyItem::street:
        case AgencyItem::outside:
            break;
    }
    return write_address(items, state, notation);
}

std::string notation_key(const std::vector<AgencyItem>& items, std::string_view value) {
    switch (items.front()) {
        case AgencyItem::name: {
            const auto canonical = corporate_name_type.canonical(value, {});
            std::string key = match_key(canonical ? *canonical : std::string(value));
            std::erase(key, ' ');
            return key;
        }
        case AgencyItem::kana:
            return match_key(value);
        case AgencyItem::prefecture:
        case AgencyItem::city:
        case AgencyItem::street:
            return seat_key(value);
        case AgencyItem::closed_on: {
            const auto date = parse_date(value, {});
            return date ? to_string(*date) : std::string(value);
        }
        case AgencyItem::code:
        case AgencyItem::postal_code:
        case AgencyItem::number:
        case AgencyItem::successor: {
            const Narrow narrow(value);
            std::string digits;
            for (const char c : narrow.text()) {
                if (is_ascii_digit(c)) digits += c;
            }
            const bool with_check = items.front() == AgencyItem::code && digits.size() == 6;
            return with_check ? digits.substr(0, 5) : digits;
        }
        case AgencyItem::kind:
        case AgencyItem::outside:
        case AgencyItem::status:
            break;
    }
    return match_key(value);
}

std::string spelling_key(const std::vector<AgencyItem>& items, std::string_view value) {
    if (items.front() == AgencyItem::name) return match_key(value, fold::spelling | fold::old_form);
    if (items.front() == AgencyItem::kana) return std::string(value);
    return notation_key(items, value);
}

}  // namespace daicho
