#include "registries/corporations/names_within.hpp"

#include <algorithm>
#include <charconv>

#include "grammars/text/narrow.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/check_digit.hpp"
#include "grammars/values/corporate_name_key.hpp"
#include "registries/embedded/embedded_resolver.hpp"
#include "registries/embedded/municipality_table.hpp"

namespace daicho {

namespace {

using View = std::string_view;

/// Words of bodies that have a number of their own, whatever stands in front of them.
constexpr View bodies[] = {"組合", "基金", "財団", "協会", "連合", "公社",   "法人",
                           "会社", "機構", "商店", "銀行", "金庫", "事業団", "協議会"};
/// Of a company, not of a department (保険年金課, 商工観光課).
constexpr View companies[] = {"保険", "商工", "グループ", "ホールディングス"};
/// Parts of a local body, behind its name.
constexpr View departments[] = {"役所",   "役場", "庁",       "庁舎",      "長",     "知事",
                                "委員会", "議会", "消防本部", "消防局",    "消防署", "警察本部",
                                "課",     "部",   "局",       "室",        "係",     "福祉事務所",
                                "保健所", "支所", "監査委員", "会計管理者"};
/// Parts of a company.
constexpr View offices[] = {"本店",   "支店",       "本社", "支社", "営業所", "出張所", "営業部", "事業所",
                            "事業部", "工場",       "店",   "支所", "本部",   "部",     "課",     "室",
                            "係",     "代表取締役", "社長", "所長", "店長",   "院長"};
constexpr View addressed[] = {"御中", "様", "殿", "さま", "宛"};

template <std::size_t N>
bool ends_with_one(View text, const View (&words)[N]) {
    return std::any_of(std::begin(words), std::end(words), [&](View word) { return text.ends_with(word); });
}

template <std::size_t N>
bool has_one(View text, const View (&words)[N]) {
    return std::any_of(std::begin(words), std::end(words),
                       [&](View word) { return text.find(word) != text.npos; });
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
    return has_society(tail) || has_one(tail, bodies) || corporate_name_key(tail).form != nullptr;
}

View without_outer_spaces(View text) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    while (text.starts_with(' ')) text.remove_prefix(1);
    return text;
}

View without_addressed(View text) {
    for (const View word : addressed) {
        if (text.ends_with(word) && text.size() > word.size())
            return without_outer_spaces(text.substr(0, text.size() - word.size()));
    }
    return text;
}

/// The short forms with brackets: (株), (医).
struct ShortForm {
    View inside;
    View form;
};

std::vector<ShortForm> read_short_forms() {
    std::vector<ShortForm> forms{
        {"医", "医療法人"}, {"特", "特定非営利活動法人"}, {"NPO", "特定非営利活動法人"}};
    for (const LegalForm& form : legal_forms()) {
        for (View left = form.shorts; !left.empty();) {
            const std::size_t end = std::min(left.find(' '), left.size());
            const View brief = left.substr(0, end);
            if (brief.starts_with('(')) forms.push_back({brief.substr(1, brief.size() - 2), form.name});
            left.remove_prefix(std::min(end + 1, left.size()));
        }
    }
    return forms;
}

const std::vector<ShortForm>& short_forms() {
    static const std::vector<ShortForm> forms = read_short_forms();
    return forms;
}

/// 【取引先】 and the like in front; (株) stays.
View without_remark(View text) {
    constexpr std::pair<View, View> brackets[] = {
        {"【", "】"}, {"(", ")"}, {"[", "]"}, {"〔", "〕"}, {"<", ">"}};
    for (const auto& [opens, closes] : brackets) {
        const std::size_t end = text.find(closes);
        if (!text.starts_with(opens) || end == text.npos) continue;
        const View inside = text.substr(opens.size(), end - opens.size());
        const bool form = std::ranges::find(short_forms(), inside, &ShortForm::inside) != short_forms().end();
        const View rest = without_outer_spaces(text.substr(end + closes.size()));
        if (!form && !rest.empty()) return rest;
    }
    return text;
}

std::string form_and(View form, View core) {
    return std::string(form).append(without_outer_spaces(core));
}

/// The form in words that no register has.
void add_notations(View text, std::vector<NameWithin>& names) {
    constexpr std::pair<View, View> before[] = {{"認定NPO法人", "特定非営利活動法人"},
                                                {"NPO法人", "特定非営利活動法人"},
                                                {"社福法人", "社会福祉法人"},
                                                {"一社", "一般社団法人"},
                                                {"一財", "一般財団法人"},
                                                {"公社", "公益社団法人"},
                                                {"公財", "公益財団法人"}};
    constexpr std::pair<View, View> behind[] = {
        {"K.K.", "株式会社"}, {"KK", "株式会社"},  {"CO.,LTD.", "株式会社"}, {"CO.,LTD", "株式会社"},
        {"INC.", "株式会社"}, {"INC", "株式会社"}, {"CORP.", "株式会社"},    {"CORPORATION", "株式会社"},
        {"LTD.", "株式会社"}, {"LLC", "合同会社"}, {"L.L.C.", "合同会社"}};
    for (const auto& [brief, form] : before) {
        if (text.starts_with(brief) && text.size() > brief.size())
            names.push_back({form_and(form, text.substr(brief.size())), true});
    }
    for (const ShortForm& each : short_forms()) {
        const std::string lost_first = std::string(each.inside) + ")",
                          lost_last = "(" + std::string(each.inside), whole = lost_last + ")";
        if (text.starts_with(lost_first))
            names.push_back({form_and(each.form, text.substr(lost_first.size())), true});
        if (text.ends_with(lost_last))
            names.push_back({std::string(without_outer_spaces(text.substr(0, text.size() - lost_last.size())))
                                 .append(each.form),
                             true});
        if (text.starts_with(whole)) names.push_back({form_and(each.form, text.substr(whole.size())), true});
    }
    std::string upper;  // without the spaces, Co., Ltd. too
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ') continue;
        upper += text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
        at.push_back(i);
    }
    for (const auto& [brief, form] : behind) {
        if (!upper.ends_with(brief) || upper.size() == brief.size()) continue;
        const std::size_t end = at[upper.size() - brief.size()];
        const bool apart =
            end > 0 && (text[end - 1] == ' ' || static_cast<unsigned char>(text[end - 1]) >= 0x80 ||
                        text[end - 1] == ',');
        View core = without_outer_spaces(text.substr(0, end));
        if (core.ends_with(',')) core.remove_suffix(1);
        if (apart) return names.push_back({std::string(core).append(form), true});
    }
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
    const bool founded = rest.starts_with("立") &&
                         (rest.ends_with("学校") || rest.ends_with("図書館") || rest.ends_with("保育所"));
    return founded || (ends_with_one(rest, departments) && !is_body_of_its_own(rest));
}

/// Of 高松市教育委員会 the city.
void add_local_bodies(View text, std::vector<NameWithin>& names) {
    std::string plain(text);
    std::erase(plain, ' ');
    for (const Place& place : embedded_resolver().resolve(plain)) {
        if (!is_department(View(plain).substr(place.size))) continue;
        const Municipality* body = body_of(place);
        if (!body) continue;
        const View name = body->city.empty() ? body->prefecture : body->city;
        const auto known = std::ranges::find(names, name, &NameWithin::name);
        if (known != names.end()) {
            known->local_bodies.push_back(local_body_number(body->lg_code));
        } else {
            names.push_back({std::string(name), false, {local_body_number(body->lg_code)}});
        }
    }
}

/// What stands before a space, where it has a legal form or what follows is an office.
void add_heads(View text, std::vector<NameWithin>& names) {
    constexpr unsigned most_heads = 16;
    unsigned heads = 0;
    for (std::size_t space = text.rfind(' '); space != text.npos && space > 0 && heads < most_heads;
         space = text.rfind(' ', space - 1), ++heads) {
        const View head = without_outer_spaces(text.substr(0, space)),
                   tail = without_outer_spaces(text.substr(space));
        if (is_body_of_its_own(tail) || has_one(tail, companies)) break;
        if (corporate_name_key(head).form || ends_with_one(tail, offices))
            names.push_back({std::string(head)});
    }
}

/// 株式会社紀陽銀行海南支店: every beginning that the name may have, the longest first.
void add_beginnings(View text, std::vector<NameWithin>& names) {
    if (!ends_with_one(text, offices) || text.find(' ') != text.npos) return;
    constexpr std::size_t least = 3 * 4, most = 12;
    std::size_t end = text.size();
    for (std::size_t taken = 0; taken < most && end > least; ++taken) {
        do --end;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
        if (is_body_of_its_own(text.substr(end))) return;
        if (taken > 0 && end >= least) names.push_back({std::string(text.substr(0, end))});
    }
}

}  // namespace

std::vector<NameWithin> names_within(std::string_view text) {
    constexpr std::size_t longest = 2000;  // bytes: nobody writes a name with that much around it
    std::vector<NameWithin> names;
    if (text.size() > longest) return names;
    const Narrow narrow(text);
    const View whole = without_outer_spaces(narrow.text());
    const View plain = without_addressed(without_remark(whole));
    add_notations(plain, names);
    add_local_bodies(plain, names);
    if (plain.size() != whole.size()) names.push_back({std::string(plain)});
    add_heads(plain, names);
    if (names.empty()) add_beginnings(plain, names);
    return names;
}

}  // namespace daicho
