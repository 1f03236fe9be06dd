#include "grammars/values/corporate_name_key.hpp"

#include <algorithm>
#include <vector>

#include "grammars/text/kana.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"

namespace daicho {

namespace {

using View = std::u32string_view;

constexpr FoldClasses notation = fold::width | fold::letter_case | fold::dash;
/// ヶ is ケ, but ケ is not が: that is true of places only.
constexpr FoldClasses all_of_names = fold::everything & ~fold::place;
constexpr char32_t long_mark = U'ー';

/// Marks that stand in a name for looks, or that systems leave out.
bool is_mark(char32_t c) {
    constexpr View marks = U".,'\"`()[]{}:;・、。「」『』〈〉《》【】‘’“”′″";
    constexpr char32_t first_kana = U'ぁ', last = U'・';  // behind the kana, and the last of them
    if (c > last || (c >= first_kana && c < last)) return false;
    return marks.find(c) != View::npos;
}

/// Spaces, and what is not seen: zero-width spaces, soft hyphens, marks of direction.
bool is_blank(char32_t c) {
    if (c < 0x80) return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (c >= 0x2000 && c <= 0x206F) {
        return c <= 0x200F || (c >= 0x202A && c <= 0x202F) || c >= 0x205F;
    }
    return c == 0xA0 || c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E || c == 0x3000 || c == 0x3164 ||
           c == 0xFEFF;
}

char32_t fold_of_names(char32_t c) {
    if (c < 0x80) return c == '-' ? long_mark : c;
    return match_fold(c, all_of_names);
}

/// Characters without blanks and variation selectors, in one width and case.
void read_notation(std::string_view text, std::u32string& out) {
    out.clear();
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = folded_at(text, at, notation);
        if (c != 0 && !is_blank(c)) out.push_back(c);
        at += size;
    }
}

std::u32string in_notation(std::string_view text) {
    std::u32string out;
    read_notation(text, out);
    return out;
}

std::u32string folded_form(std::string_view text) {
    std::u32string out = in_notation(text);
    for (char32_t& c : out) c = fold_of_names(c);
    return out;
}

void write_utf8(View from, std::string& to) {
    to.clear();
    for (const char32_t c : from) append_utf8(to, c);
}

/// 株式会社イーエムシステムズ(商号株式会社ＥＭシステムズ): leaves what the bracket at the end says that the
/// name in the register is.
void keep_registered_name(std::u32string& name) {
    constexpr View openings[] = {U"(商号", U"(登記上の商号", U"(登記商号", U"(登記名", U"(登記上の名称"};
    if (!name.ends_with(U')')) return;
    for (const View opening : openings) {
        const std::size_t at = name.rfind(opening);
        if (at == View::npos) continue;
        std::size_t begin = at + opening.size();
        if (name[begin] == ':' || name[begin] == U'は') ++begin;
        const View inner = View(name).substr(begin, name.size() - 1 - begin);
        if (inner.empty() || std::ranges::all_of(inner, is_mark)) continue;
        name = std::u32string(inner);
        return;
    }
}

/// A legal form as the keys have it.
struct KeyForm {
    const LegalForm* form;
    std::u32string full;    ///< in one notation: what stands for a short form
    std::u32string folded;  ///< as `CorporateNameKey::folded` has it
};

struct KeyShort {
    std::u32string text;  ///< (株), ㈱
    const KeyForm* form;
};

/// The table of forms as the keys need it.
class KeyForms {
 public:
    static const KeyForms& get() {
        static const KeyForms forms;
        return forms;
    }

    /// The short form that `text` begins with.
    const KeyShort* short_at(View text) const {
        if (text.empty() || !(text[0] == '(' || (text[0] >= 0x3200 && text[0] <= 0x33FF))) return nullptr;
        const auto found =
            std::ranges::find_if(shorts_, [&](const KeyShort& s) { return text.starts_with(s.text); });
        return found == shorts_.end() ? nullptr : &*found;
    }
    /// The longest form that the name begins with, and more follows.
    const KeyForm* before(View name, bool company) const {
        if (firsts_.find(name[0]) == View::npos) return nullptr;
        const auto found = std::ranges::find_if(forms_, [&](const KeyForm& f) {
            return f.folded[0] == name[0] && f.folded.size() < name.size() && name.starts_with(f.folded) &&
                   is_company_form(*f.form) == company;
        });
        return found == forms_.end() ? nullptr : &*found;
    }
    const KeyForm* after(View name, bool company) const {
        if (lasts_.find(name.back()) == View::npos) return nullptr;
        const auto found = std::ranges::find_if(forms_, [&](const KeyForm& f) {
            return f.folded.back() == name.back() && f.folded.size() < name.size() &&
                   name.ends_with(f.folded) && is_company_form(*f.form) == company;
        });
        return found == forms_.end() ? nullptr : &*found;
    }
    struct Inside {
        const KeyForm* form = nullptr;
        std::size_t at = 0;
    };
    /// The first form of a company with something on both sides.
    Inside inside(View name) const {
        for (std::size_t at = name.find(company_); at != View::npos; at = name.find(company_, at + 1)) {
            const View head = name.substr(0, at + company_.size());
            if (head.size() == name.size()) break;
            if (const KeyForm* form = after(head, true)) return {form, head.size() - form->folded.size()};
        }
        return {};
    }

 private:
    KeyForms() {
        for (const LegalForm& form : legal_forms())
            forms_.push_back({&form, in_notation(form.name), folded_form(form.name)});
        for (const KeyForm& form : forms_) {
            if (firsts_.find(form.folded[0]) == firsts_.npos) firsts_ += form.folded[0];
            if (lasts_.find(form.folded.back()) == lasts_.npos) lasts_ += form.folded.back();
            std::string_view left = form.form->shorts;
            while (!left.empty()) {
                const auto end = std::min(left.find(' '), left.size());
                shorts_.push_back({in_notation(left.substr(0, end)), &form});
                left.remove_prefix(std::min(end + 1, left.size()));
            }
        }
    }

    std::vector<KeyForm> forms_;     ///< longest first
    std::u32string firsts_, lasts_;  ///< the characters that a form begins and ends with
    std::vector<KeyShort> shorts_;
    std::u32string company_ = folded_form("会社");
};

/// Writes short forms out: at the beginning, and those of companies anywhere.
void write_out_shorts(std::u32string& name) {
    thread_local std::u32string out;
    out.clear();
    std::size_t taken = 0;  // of the name, into `out`
    for (std::size_t at = 0; at < name.size(); ++at) {
        const KeyShort* found = KeyForms::get().short_at(View(name).substr(at));
        if (!found || (at != 0 && !is_company_form(*found->form->form))) continue;
        out.append(name, taken, at - taken).append(found->form->full);
        taken = at + found->text.size();
        at = taken - 1;
    }
    if (taken == 0) return;
    name.replace(0, taken, out);
}

struct Division {
    const KeyForm* form = nullptr;
    FormPosition position = FormPosition::none;
    std::size_t at = 0;  ///< where the form begins
};

/// A company's form wherever it stands says more than 組合 or 法人 in the name of the company.
Division divide(View name) {
    if (name.empty()) return {};
    const KeyForms& forms = KeyForms::get();
    for (const bool company : {true, false}) {
        if (const KeyForm* form = forms.before(name, company)) return {form, FormPosition::before, 0};
        if (const KeyForm* form = forms.after(name, company)) {
            return {form, FormPosition::after, name.size() - form->folded.size()};
        }
    }
    const auto [form, at] = forms.inside(name);
    if (form) return {form, FormPosition::inside, at};
    return {};
}

bool is_kana(char32_t c) {
    return is_katakana(c) || is_hiragana(c);
}

}  // namespace

void read_corporate_name_key(std::string_view name, CorporateNameKey& keys) {
    thread_local std::u32string text;
    read_notation(name, text);
    keep_registered_name(text);
    write_out_shorts(text);
    std::erase_if(text, is_mark);
    write_utf8(text, keys.width);
    for (char32_t& c : text) c = fold_of_names(c);
    std::erase(text, U'\0');
    write_utf8(text, keys.folded);
    const Division division = divide(text);
    keys.form = division.form ? division.form->form : nullptr;
    keys.position = division.position;
    if (division.form) text.erase(division.at, division.form->folded.size());
    write_utf8(text, keys.core);
}

CorporateNameKey corporate_name_key(std::string_view name) {
    CorporateNameKey keys;
    read_corporate_name_key(name, keys);
    return keys;
}

std::string corporate_kana_key(std::string_view reading) {
    thread_local std::u32string text;
    read_notation(reading, text);
    std::erase_if(text, is_mark);
    const bool foreign = std::ranges::any_of(
        text, [](char32_t c) { return !is_kana(c) && !(c < 0x80 && c >= '-') && c != '&'; });
    if (foreign || std::ranges::none_of(text, is_kana)) return {};
    for (char32_t& c : text) c = fold_of_names(c);
    std::string key;
    write_utf8(text, key);
    return key;
}

}  // namespace daicho
