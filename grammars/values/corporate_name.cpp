#include "grammars/values/corporate_name.hpp"

#include <algorithm>
#include <utility>

#include "grammars/base/embedded_file.hpp"
#include "grammars/base/table_rows.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/wide.hpp"
#include "grammars/values/rule_ids.hpp"
#include "grammars/values/words.hpp"

namespace daicho {

std::span<const EmbeddedFile> legal_form_table();

namespace {

using View = std::string_view;

constexpr View wide_space = "\u3000";

View take_until(View& text, char separator) {
    const auto end = std::min(text.find(separator), text.size());
    const View part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

/// Longest names first: 医療法人社団 before 医療法人.
std::vector<LegalForm> read_table() {
    std::vector<LegalForm> forms;
    for_each_row(legal_form_table().front().text, [&](View line) {
        LegalForm form;
        for (View* field : {&form.name, &form.kana, &form.shorts}) *field = take_until(line, '\t');
        forms.push_back(form);
    });
    std::ranges::stable_sort(forms, std::ranges::greater{}, [](const LegalForm& f) { return f.name.size(); });
    return forms;
}

/// A short form in the notation of canonical names: （株）, ㈱.
struct ShortForm {
    std::string text;
    const LegalForm* form;
};

std::vector<ShortForm> read_short_forms() {
    std::vector<ShortForm> shorts;
    for (const LegalForm& form : legal_forms()) {
        for (View left = form.shorts; !left.empty();) shorts.push_back({wide(take_until(left, ' ')), &form});
    }
    return shorts;
}

const std::vector<ShortForm>& short_forms() {
    static const std::vector<ShortForm> shorts = read_short_forms();
    return shorts;
}

const ShortForm* short_form_first(View text) {
    const auto found =
        std::ranges::find_if(short_forms(), [&](const ShortForm& s) { return text.starts_with(s.text); });
    return found == short_forms().end() ? nullptr : &*found;
}

const ShortForm* short_form_last(View text) {
    const auto found = std::ranges::find_if(short_forms(), [&](const ShortForm& s) {
        return is_company_form(*s.form) && text.ends_with(s.text);
    });
    return found == short_forms().end() ? nullptr : &*found;
}

const LegalForm* form_first(View text) {
    const auto found =
        std::ranges::find_if(legal_forms(), [&](const LegalForm& f) { return text.starts_with(f.name); });
    return found == legal_forms().end() ? nullptr : &*found;
}

const LegalForm* form_last(View text) {
    const auto found =
        std::ranges::find_if(legal_forms(), [&](const LegalForm& f) { return text.ends_with(f.name); });
    return found == legal_forms().end() ? nullptr : &*found;
}

/// Full width, one full-width space where there were some, none at the ends.
std::string in_full_width(View text) {
    std::string out;
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        if (!is_space(c)) {
            if (space && !out.empty()) out.push_back(' ');
            append_utf8(out, c);
        }
        space = is_space(c);
        at += size;
    }
    return wide(out);
}

/// Writes short forms out, and takes away the spaces beside a legal form.
std::string with_legal_form(std::string name) {
    if (const ShortForm* first = short_form_first(name))
        name.replace(0, first->text.size(), first->form->name);
    if (const ShortForm* last = short_form_last(name)) {
        name.replace(name.size() - last->text.size(), last->text.size(), last->form->name);
    }
    if (const LegalForm* first = form_first(name)) {
        while (View(name).substr(first->name.size()).starts_with(wide_space)) {
            name.erase(first->name.size(), wide_space.size());
        }
    }
    if (const LegalForm* last = form_last(name)) {
        const std::size_t end = name.size() - last->name.size();
        if (View(name).substr(0, end).ends_with(wide_space))
            name.erase(end - wide_space.size(), wide_space.size());
    }
    return name;
}

bool has_foreign_space(View text) {
    char32_t previous = ' ';
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        if (is_space(c) && (c != 0x3000 || is_space(previous))) return true;
        previous = c;
        at += size;
    }
    return is_space(previous);
}

bool has_space_beside_form(View text) {
    const LegalForm* first = form_first(text);
    const LegalForm* last = form_last(text);
    return (first && text.substr(first->name.size()).starts_with(wide_space)) ||
           (last && text.substr(0, text.size() - last->name.size()).ends_with(wide_space));
}

bool is_canonical(View text, const Reading&) {
    return !text.empty() && is_wide(text) && find_control_character(text) == text.npos &&
           !has_foreign_space(text) && !short_form_first(text) && !short_form_last(text) &&
           !has_space_beside_form(text);
}

Result<std::string> canonical(View text, const Reading& reading) {
    if (const auto refusal = refused_words(text)) return *refusal;
    std::string name = in_full_width(text);
    while (!is_canonical(name, reading)) {
        std::string next = with_legal_form(name);
        if (next == name) return Remark{.rule = rules::not_of_this_type, .where = whole(text)};
        name = std::move(next);
    }
    return as_canonical(text, std::move(name));
}

Parts parts(View text, const Reading& reading) {
    const auto name = canonical(text, reading);
    if (!name) return {};
    const CorporateName divided = divide_corporate_name(*name);
    if (!divided.form) return {{"coreName", *name}};
    return {{"legalForm", std::string(divided.form->name)},
            {"legalFormPosition", divided.form_first ? "before" : "after"},
            {"coreName", std::string(divided.core)}};
}

}  // namespace

std::span<const LegalForm> legal_forms() {
    static const std::vector<LegalForm> forms = read_table();
    return forms;
}

bool is_company_form(const LegalForm& form) {
    return form.name.ends_with("会社");
}

CorporateName divide_corporate_name(View canonical) {
    if (const LegalForm* first = form_first(canonical)) {
        return {first, true, canonical.substr(first->name.size())};
    }
    if (const LegalForm* last = form_last(canonical)) {
        return {last, false, canonical.substr(0, canonical.size() - last->name.size())};
    }
    return {nullptr, false, canonical};
}

const ValueType corporate_name_type{
    .name = "corporate_name",
    .name_ja = "商号または名称",
    .form = "株式会社ＧＩＦ",
    .is_canonical = is_canonical,
    .canonical = canonical,
    .parts = parts,
};

}  // namespace daicho
