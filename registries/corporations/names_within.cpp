#include "registries/corporations/names_within.hpp"

#include <algorithm>
#include <charconv>
#include <span>
#include <utility>
#include <vector>

#include "grammars/text/narrow.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/check_digit.hpp"
#include "grammars/values/corporate_name_key.hpp"
#include "registries/corporations/name_notations.hpp"
#include "registries/embedded/embedded_resolver.hpp"
#include "registries/embedded/embedded_table.hpp"
#include "registries/embedded/municipality_table.hpp"

namespace daicho {

namespace {

using View = std::string_view;

/// The words of body_words.tsv.
struct BodyWords {
    using Words = std::vector<View>;
    Words body, company, department, business, whole, founded, office, facility, university, property,
        addressed;

    Words* of(View kind) {
        return kind == "body"         ? &body
               : kind == "company"    ? &company
               : kind == "department" ? &department
               : kind == "business"   ? &business
               : kind == "whole"      ? &whole
               : kind == "founded"    ? &founded
               : kind == "office"     ? &office
               : kind == "facility"   ? &facility
               : kind == "university" ? &university
               : kind == "property"   ? &property
               : kind == "addressed"  ? &addressed
                                      : nullptr;
    }
};

BodyWords read_body_words() {
    BodyWords words;
    for_each_line(embedded_text("registries/corporations/body_words.tsv"), [&](View line) {
        const View kind = take_field(line);
        if (BodyWords::Words* list = words.of(kind)) list->push_back(take_field(line));
    });
    return words;
}

const BodyWords& body_words() {
    static const BodyWords words = read_body_words();
    return words;
}

bool ends_with_one(View text, std::span<const View> words) {
    return std::ranges::any_of(words, [&](View word) { return text.ends_with(word); });
}

bool has_one(View text, std::span<const View> words) {
    return std::ranges::any_of(words, [&](View word) { return text.find(word) != text.npos; });
}

/// 医師会, 同窓会, but not 委員会, 議会, 社会, 会計, 会議.
bool has_society(View text) {
    constexpr View meeting = "会", before[] = {"委員", "議", "社", "機"},
                   behind[] = {"計", "議", "館", "場", "堂"};
    for (std::size_t at = text.find(meeting); at != text.npos; at = text.find(meeting, at + meeting.size())) {
        const View rest = text.substr(at + meeting.size());
        const bool word = std::any_of(std::begin(behind), std::end(behind),
                                      [&](View next) { return rest.starts_with(next); });
        if (!word && !ends_with_one(text.substr(0, at), before)) return true;
    }
    return false;
}

bool is_body_of_its_own(View tail) {
    return has_society(tail) || has_one(tail, body_words().body) || corporate_name_key(tail).form != nullptr;
}

View without_addressed(View text) {
    for (const View word : body_words().addressed) {
        if (text.ends_with(word) && text.size() > word.size())
            return without_outer_spaces(text.substr(0, text.size() - word.size()));
    }
    return text;
}

/// 委託先： in front; a name that has a colon in it has a form before it.
View without_label(View text) {
    constexpr std::size_t longest = 8;  // characters
    const std::size_t colon = text.find(':');
    if (colon == text.npos || colon == 0) return text;
    const View label = text.substr(0, colon), rest = without_outer_spaces(text.substr(colon + 1));
    const bool own = count_code_points(label) > longest || label.find(' ') != label.npos ||
                     corporate_name_key(label).form || rest.empty();
    return own ? text : rest;
}

/// 【取引先】 and 取引先： and the like in front; (株) stays.
View without_remark(View text) {
    constexpr std::pair<View, View> brackets[] = {
        {"【", "】"}, {"(", ")"}, {"[", "]"}, {"〔", "〕"}, {"<", ">"}};
    for (const auto& [opens, closes] : brackets) {
        const std::size_t end = text.find(closes);
        if (!text.starts_with(opens) || end == text.npos) continue;
        const View inside = text.substr(opens.size(), end - opens.size());
        const View rest = without_outer_spaces(text.substr(end + closes.size()));
        if (!is_short_form(inside) && !rest.empty()) return without_label(rest);
    }
    return without_label(text);
}

/// （担当：営業部）, （屋号：…） behind it; the name of the register in brackets is read by the keys.
View without_last_remark(View text) {
    constexpr std::pair<View, View> brackets[] = {
        {"(", ")"}, {"[", "]"}, {"〔", "〕"}, {"【", "】"}, {"<", ">"}};
    for (const auto& [opens, closes] : brackets) {
        const std::size_t begin = text.rfind(opens);
        if (!text.ends_with(closes) || begin == 0 || begin == text.npos) continue;
        const std::size_t inside = begin + opens.size();
        const View remark = text.substr(inside, text.size() - closes.size() - inside);
        if (!is_short_form(remark)) return without_outer_spaces(text.substr(0, begin));
    }
    return text;
}

std::uint64_t local_body_number(View lg_code) {
    const std::string serial = "000020" + std::string(lg_code);
    const std::string digits = corporate_check_digit(serial) + serial;
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// The body of a place: a ward of a city has the number of the city; those of 東京都 are bodies themselves.
const Municipality* body_of(const Place& place) {
    const Municipality* found = find_municipality(place.lg_code);
    if (!found || found->ward.empty()) return found;
    const auto city = std::ranges::find_if(municipalities(), [&](const Municipality& each) {
        return each.ward.empty() && each.city == found->city && each.prefecture == found->prefecture;
    });
    return city == municipalities().end() ? nullptr : &*city;
}

bool is_department(View rest) {
    const bool founded = rest.starts_with("立") && ends_with_one(rest, body_words().founded);
    const bool department =
        ends_with_one(rest, body_words().department) && !ends_with_one(rest, body_words().business);
    return founded || (department && !is_body_of_its_own(rest));
}

bool is_whole_office(View rest) {
    return std::ranges::find(body_words().whole, rest) != body_words().whole.end();
}

/// Of 高松市教育委員会 the city: where what stands behind its name is such a part.
void add_local_bodies(View text, bool is_part(View), std::vector<NameWithin>& names) {
    std::string plain(text);
    std::erase(plain, ' ');
    for (const Place& place : embedded_resolver().resolve(plain)) {
        if (!is_part(View(plain).substr(place.size))) continue;
        const Municipality* body = body_of(place);
        if (!body) continue;
        const View name = body->city.empty() ? body->prefecture : body->city;
        const auto known = std::ranges::find(names, name, &NameWithin::name);
        if (known != names.end()) {
            known->local_bodies.push_back(local_body_number(body->lg_code));
        } else {
            names.push_back({std::string(name), NameWithin::Kind::part, {local_body_number(body->lg_code)}});
        }
    }
}

/// 和歌山県立医科大学 of 和歌山県立医科大学附属病院, 加斗財産区 of 加斗財産区管理会: up to `kind`, where a
/// part of such a body follows.
void add_bodies_of(View text, View kind, std::span<const View> parts, std::vector<NameWithin>& names) {
    const std::size_t at = text.rfind(kind);
    if (at == text.npos || at == 0) return;
    const std::size_t end = at + kind.size();
    if (has_one(text.substr(end), parts)) names.push_back({std::string(text.substr(0, end))});
}

/// What stands before a space, where it has a legal form or what follows is an office.
void add_heads(View text, std::vector<NameWithin>& names) {
    constexpr unsigned most_heads = 16;
    unsigned heads = 0;
    for (std::size_t space = text.rfind(' '); space != text.npos && space > 0 && heads < most_heads;
         space = text.rfind(' ', space - 1), ++heads) {
        const View head = without_outer_spaces(text.substr(0, space)),
                   tail = without_outer_spaces(text.substr(space));
        if (is_body_of_its_own(tail) || has_one(tail, body_words().company)) break;
        if (corporate_name_key(head).form || ends_with_one(tail, body_words().office))
            names.push_back({std::string(head)});
    }
}

/// 和歌山市 有限会社山田建設: what has a legal form behind the name of a place.
void add_behind_place(View text, std::vector<NameWithin>& names) {
    const std::size_t space = text.find(' ');
    if (space == text.npos || space == 0) return;
    const View place = text.substr(0, space), name = without_outer_spaces(text.substr(space));
    const auto places = embedded_resolver().resolve(place);
    const bool whole =
        std::ranges::any_of(places, [&](const Place& each) { return each.size == place.size(); });
    if (whole && corporate_name_key(name).form) names.push_back({std::string(name)});
}

/// A form that the text begins with, of those whose corporations run facilities; empty: none.
View form_of_founder(View text) {
    const CorporateNameKey key = corporate_name_key(text);
    const bool founder = key.form && key.position == FormPosition::before && !is_company_form(*key.form);
    return founder ? key.form->name : View{};
}

/// 株式会社紀陽銀行海南支店: every beginning that the name may have, the longest first.
void add_beginnings(View text, std::vector<NameWithin>& names) {
    if (text.find(' ') != text.npos) return;
    const View founder = ends_with_one(text, body_words().facility) ? form_of_founder(text) : View{};
    const bool office =
        ends_with_one(text, body_words().office) && !ends_with_one(text, body_words().business);
    if (founder.empty() && !office) return;
    constexpr std::size_t most = 16;
    const std::size_t least = 3 * (text.starts_with(founder) ? founder.size() / 3 + 2 : 4);
    std::size_t end = text.size();
    for (std::size_t taken = 0; taken < most && end > least; ++taken) {
        do --end;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
        if (is_body_of_its_own(text.substr(end))) return;
        if (taken > 0 && end >= least)
            names.push_back({std::string(text.substr(0, end)), NameWithin::Kind::guess});
    }
}

}  // namespace

std::vector<NameWithin> bodies_of_office(std::string_view text) {
    std::vector<NameWithin> names;
    const Narrow narrow(text);
    const View whole = without_outer_spaces(narrow.text());
    if (ends_with_one(whole, body_words().whole)) add_local_bodies(whole, is_whole_office, names);
    return names;
}

std::vector<NameWithin> names_within(std::string_view text) {
    constexpr std::size_t longest = 2000;  // bytes: nobody writes a name with that much around it
    std::vector<NameWithin> names;
    if (text.size() > longest) return names;
    const Narrow narrow(text);
    const View whole = without_outer_spaces(narrow.text());
    const View plain = without_last_remark(without_addressed(without_remark(whole)));
    for (NameNotation& each : name_notations(plain)) {
        const auto kind = each.is_slip ? NameWithin::Kind::slip : NameWithin::Kind::notation;
        names.push_back({std::move(each.name), kind});
    }
    std::string joined(without_addressed(without_remark(whole)));  // 福井市（総務部）
    std::erase_if(joined, [](char c) { return c == '(' || c == ')'; });
    const std::size_t before = names.size();
    add_bodies_of(plain, "大学", body_words().university, names);
    add_bodies_of(plain, "財産区", body_words().property, names);
    if (names.size() == before) add_local_bodies(joined, is_department, names);
    if (plain.size() != whole.size()) names.push_back({std::string(plain)});
    add_heads(plain, names);
    add_behind_place(plain, names);
    if (std::ranges::find(names, NameWithin::Kind::part, &NameWithin::kind) == names.end())
        add_beginnings(plain, names);
    return names;
}

}  // namespace daicho
