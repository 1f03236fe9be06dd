#include "registries/corporations/name_notations.hpp"

#include <algorithm>
#include <utility>

#include "grammars/text/ascii.hpp"
#include "grammars/text/edit_distance.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/corporate_name_key.hpp"
#include "registries/embedded/embedded_table.hpp"

namespace daicho {

namespace {

using View = std::string_view;
using Notations = std::vector<NameNotation>;

/// The short forms with brackets: (株), (医).
struct ShortForm {
    View inside;
    View form;
};

std::vector<ShortForm> read_short_forms() {
    std::vector<ShortForm> forms{{"医", "医療法人"},
                                 {"特", "特定非営利活動法人"},
                                 {"NPO", "特定非営利活動法人"},
                                 {"NPO法人", "特定非営利活動法人"}};
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

/// Forms in words that no register has, in front of a name or behind it.
constexpr std::pair<View, View> other_words[] = {{"認定NPO法人", "特定非営利活動法人"},
                                                 {"NPO法人", "特定非営利活動法人"},
                                                 {"特定非営利法人", "特定非営利活動法人"},
                                                 {"社福法人", "社会福祉法人"},
                                                 {"一般社団", "一般社団法人"},
                                                 {"一般財団", "一般財団法人"},
                                                 {"公益社団", "公益社団法人"},
                                                 {"公益財団", "公益財団法人"},
                                                 {"国立大学", "国立大学法人"},
                                                 {"公立大学", "公立大学法人"},
                                                 {"一社", "一般社団法人"},
                                                 {"一財", "一般財団法人"},
                                                 {"公社", "公益社団法人"},
                                                 {"公財", "公益財団法人"}};
constexpr std::size_t words_behind = 3;  // the first of these may stand behind a name as well

/// Forms in Latin letters, without spaces, dots and commas.
constexpr std::pair<View, View> latin_forms[] = {{"KABUSHIKIKAISHA", "株式会社"},
                                                 {"INCORPORATED", "株式会社"},
                                                 {"CORPORATION", "株式会社"},
                                                 {"COMPANYLIMITED", "株式会社"},
                                                 {"GODOKAISHA", "合同会社"},
                                                 {"COLTD", "株式会社"},
                                                 {"LIMITED", "株式会社"},
                                                 {"CORP", "株式会社"},
                                                 {"INC", "株式会社"},
                                                 {"LTD", "株式会社"},
                                                 {"LLC", "合同会社"},
                                                 {"KK", "株式会社"},
                                                 {"YK", "有限会社"},
                                                 {"GK", "合同会社"}};

void add_before(View form, View core, Notations& names) {
    core = without_outer_spaces(core);
    if (!core.empty()) names.push_back({std::string(form).append(core)});
}

void add_behind(View core, View form, Notations& names) {
    core = without_outer_spaces(core);
    if (!core.empty()) names.push_back({std::string(core).append(form)});
}

void add_words(View text, Notations& names) {
    for (std::size_t i = 0; i < std::size(other_words); ++i) {
        const auto& [words, form] = other_words[i];
        if (text.starts_with(words) && !text.substr(words.size()).starts_with("法人"))
            add_before(form, text.substr(words.size()), names);
        if (i < words_behind && text.ends_with(words))
            add_behind(text.substr(0, text.size() - words.size()), form, names);
    }
}

/// A row of office_words.tsv.
struct OfficeWord {
    View brief, full;
    bool at_start = false;  ///< the short one stands before the place
};

std::vector<OfficeWord> read_office_words() {
    std::vector<OfficeWord> words;
    for_each_line(embedded_text("registries/corporations/office_words.tsv"), [&](View line) {
        OfficeWord word;
        word.brief = take_field(line);
        word.full = take_field(line);
        word.at_start = take_field(line) == "start";
        if (word.brief != "short") words.push_back(word);
    });
    return words;
}

/// 高松地方裁判所 of 高松地裁, 高松公共職業安定所 of ハローワーク高松.
void add_offices(View text, Notations& names) {
    static const std::vector<OfficeWord> words = read_office_words();
    for (const auto& [brief, full, at_start] : words) {
        if (at_start && text.starts_with(brief)) add_behind(text.substr(brief.size()), full, names);
        if (!at_start && text.ends_with(brief))
            add_behind(text.substr(0, text.size() - brief.size()), full, names);
    }
}

/// Short forms of which a bracket is lost, is another one, or stands where the register has none.
void add_brackets(View text, Notations& names) {
    constexpr std::pair<View, View> others[] = {
        {"(", ")"}, {"[", "]"}, {"〔", "〕"}, {"<", ">"}, {"【", "】"}};
    for (const ShortForm& each : short_forms()) {
        const std::string inside(each.inside);
        if (text.starts_with(inside + ")")) add_before(each.form, text.substr(inside.size() + 1), names);
        if (text.ends_with("(" + inside))
            add_behind(text.substr(0, text.size() - inside.size() - 1), each.form, names);
        for (const auto& [opens, closes] : others) {
            const std::string whole = std::string(opens).append(inside).append(closes);
            if (text.starts_with(whole)) add_before(each.form, text.substr(whole.size()), names);
            if (text.ends_with(whole))
                add_behind(text.substr(0, text.size() - whole.size()), each.form, names);
        }
    }
}

/// The ASCII letters and all other characters of a text, in capitals, without spaces, dots and commas.
struct LatinText {
    explicit LatinText(View text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (c == ' ' || c == '.' || c == ',') continue;
            letters += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            at.push_back(i);
        }
    }
    std::string letters;
    std::vector<std::size_t> at;  ///< where each byte is in the text
};

/// Whether the form in front or behind stands apart from the name: `before` and `after` are the bytes beside
/// the border.
bool stand_apart(char before, char after) {
    return !is_ascii_letter(before) || !is_ascii_letter(after);
}

View without_outer_commas(View text) {
    text = without_outer_spaces(text);
    while (text.ends_with(',')) text = without_outer_spaces(text.substr(0, text.size() - 1));
    while (text.starts_with(',') || text.starts_with('.')) text = without_outer_spaces(text.substr(1));
    return text;
}

void add_latin(View text, Notations& names) {
    const LatinText latin(text);
    for (const auto& [brief, form] : latin_forms) {
        if (latin.letters.size() <= brief.size()) continue;
        const std::size_t rest = latin.letters.size() - brief.size();
        if (latin.letters.ends_with(brief)) {
            const std::size_t begin = latin.at[rest];
            // ABCCO.,LTD. is no word that happens to end so.
            const bool marked = brief == "COLTD" && text.substr(begin).find_first_of(".,") != View::npos;
            if (!marked && !stand_apart(text[begin - 1], text[begin])) continue;
            return add_behind(without_outer_commas(text.substr(0, begin)), form, names);
        }
        if (latin.letters.starts_with(brief) && brief.size() == 2) {  // K.K. ヤマダ
            const std::size_t end = latin.at[brief.size()];
            if (stand_apart(text[end - 1], text[end]))
                return add_before(form, without_outer_commas(text.substr(end)), names);
        }
    }
}

std::size_t bytes_of(View text, std::size_t characters) {
    std::size_t at = 0;
    for (; characters > 0 && at < text.size(); --characters) at += code_point_at(text, at).size;
    return at;
}

/// Whether two of the first (last) characters may be those of the form: of one that is a slip of it they are.
bool may_begin_so(View text, View form) {
    return form.substr(0, 3) == text.substr(0, 3) || form.substr(3, 3) == text.substr(0, 3) ||
           form.substr(0, 3) == text.substr(bytes_of(text, 1), 3) ||
           form.substr(3, 3) == text.substr(bytes_of(text, 1), 3);
}

bool may_end_so(View text, View form) {
    constexpr std::size_t one = 3, two = 6;  // bytes of the characters of forms
    if (text.size() < two) return false;
    const View last = text.substr(text.size() - one), before = text.substr(text.size() - two, one);
    const View form_last = form.substr(form.size() - one), form_before = form.substr(form.size() - two, one);
    return last == form_last || last == form_before || before == form_last || before == form_before;
}

/// 株式会杜ヤマダ, 株式社会ヤマダ, ヤマダ農業共同組合.
void add_slips(View text, Notations& names) {
    constexpr std::size_t least_characters = 4;
    const std::size_t length = count_code_points(text);
    for (const LegalForm& form : legal_forms()) {
        const std::size_t characters = count_code_points(form.name);
        if (characters < least_characters) break;  // the longest are first
        const bool first_may = may_begin_so(text, form.name), last_may = may_end_so(text, form.name);
        if (!first_may && !last_may) continue;
        for (std::size_t size = characters - 1; size <= characters + 1 && size < length; ++size) {
            const std::size_t first = bytes_of(text, size), last = bytes_of(text, length - size);
            if (first_may && edit_distance(text.substr(0, first), form.name) == 1)
                names.push_back(
                    {std::string(form.name).append(without_outer_spaces(text.substr(first))), true});
            if (last_may && edit_distance(text.substr(last), form.name) == 1)
                names.push_back(
                    {std::string(without_outer_spaces(text.substr(0, last))).append(form.name), true});
        }
    }
}

}  // namespace

bool is_short_form(std::string_view inside) {
    return std::ranges::find(short_forms(), inside, &ShortForm::inside) != short_forms().end();
}

std::string_view without_outer_spaces(std::string_view text) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    while (text.starts_with(' ')) text.remove_prefix(1);
    return text;
}

std::vector<NameNotation> name_notations(std::string_view text) {
    Notations names;
    add_words(text, names);
    add_brackets(text, names);
    add_latin(text, names);
    add_offices(text, names);
    if (names.empty() && !corporate_name_key(text).form) add_slips(text, names);
    return names;
}

}  // namespace daicho
