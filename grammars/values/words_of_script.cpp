#include "grammars/values/words_of_script.hpp"

#include <algorithm>

#include "grammars/text/digits.hpp"
#include "grammars/text/kana.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/value_text.hpp"
#include "grammars/values/words.hpp"

namespace daicho {

namespace {

using View = std::string_view;

constexpr char32_t middle_dot = 0x30FB;
constexpr char32_t half_middle_dot = 0xFF65;
constexpr char32_t first_half_letter = 0xFF66;

bool is_letter_of_reading(char32_t c) {
    return is_katakana(c) || c == middle_dot;
}

bool can_be_read_as_kana(char32_t c) {
    return is_letter_of_reading(c) || is_hiragana(c) || c == half_middle_dot ||
           (is_half_width_kana(c) && c >= first_half_letter);
}

struct Found {
    std::size_t wrong = View::npos;  // the first character that is no kana
    bool half_width = false;
    bool hiragana = false;
};

/// Looks through a narrow text. A hyphen right after a letter is read as the long-vowel mark.
Found look_through(View text, bool spaces) {
    Found found;
    bool after_letter = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        const bool letter = can_be_read_as_kana(c) || (c == '-' && after_letter);
        if (!letter && !(c == ' ' && spaces)) {
            found.wrong = at;
            return found;
        }
        found.half_width |= is_half_width_kana(c);
        found.hiragana |= is_hiragana(c);
        after_letter = letter;
        at += size;
    }
    return found;
}

std::string with_long_vowels(View text) {
    std::string out;
    for (const char c : text) {
        if (c == '-') {
            out += "ー";
        } else if (c != ' ' || !out.ends_with(' ')) {
            out.push_back(c);
        }
    }
    return out;
}

bool is_printable(char c) {
    return c >= 0x20 && c <= 0x7E;
}

bool is_alnum(char c) {
    return is_ascii_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Reads a text all of whose characters, in narrow notation, are `allowed`.
template <bool (*allowed)(char)>
Result<std::string> read_half(View text, const Reading&) {
    if (const auto refusal = refused_words(text)) return *refusal;
    const Narrow narrow(text);
    const auto wrong = std::ranges::find_if_not(narrow.text(), allowed);
    if (wrong == narrow.text().end()) return as_canonical(text, std::string(narrow.text()));
    const auto at = static_cast<std::uint32_t>(wrong - narrow.text().begin());
    const auto end = at + code_point_at(narrow.text(), at).size;
    return refused(rules::wrong_script, narrow.original({at, end}));
}

template <bool (*allowed)(char)>
bool is_half(View text, const Reading&) {
    return !text.empty() && !text.starts_with(' ') && !text.ends_with(' ') &&
           std::ranges::all_of(text, allowed);
}

bool is_half_digits(View text, const Reading&) {
    return !text.empty() && is_all_digits(text);
}

/// `text` without spaces and line ends around it.
View without_space_around(View text) {
    const auto is_space = [](char32_t c) {
        return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x3000 || c == 0xA0;
    };
    while (!text.empty()) {
        const auto first = code_point_at(text, 0);
        if (!is_space(first.value)) break;
        text.remove_prefix(first.size);
    }
    while (!text.empty()) {
        std::size_t at = text.size() - 1;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
        if (!is_space(code_point_at(text, at).value)) break;
        text.remove_suffix(text.size() - at);
    }
    return text;
}

bool is_text(View text, const Reading&) {
    if (is_plainly_tidy(text)) return true;
    return !text.empty() && has_no_control_character(text) &&
           without_space_around(text).size() == text.size();
}

std::string with_spaces_for_controls(View text) {
    std::string out(text);
    for (auto at = find_control_character(out); at != out.npos; at = find_control_character(out)) {
        out.replace(at, code_point_at(out, at).size, " ");
    }
    return out;
}

Result<std::string> read_text(View text, const Reading&) {
    const View inner = without_space_around(text);
    if (inner.empty()) return Remark{.rule = rules::not_of_this_type, .where = whole(text)};
    const auto control = find_control_character(inner);
    if (control == inner.npos && inner.size() == text.size()) return std::string(text);
    if (control == inner.npos) {
        return {std::string(inner), {rules::surrounding_space, whole(text), RepairKind::normal_form, {}, {}}};
    }
    const auto at = static_cast<std::uint32_t>(inner.data() - text.data() + control);
    return refused(rules::control_character, {at, at + code_point_at(text, at).size}, {},
                   with_spaces_for_controls(inner));
}

}  // namespace

namespace {

/// Katakana ァ to ヺ and ー after one of them, single spaces between words where they may be: what nearly all
/// readings are. False says nothing.
bool is_plain_kana(View text, bool spaces) {
    bool after_letter = false;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ') {
            if (!spaces || !after_letter) return false;
            after_letter = false;
            ++at;
            continue;
        }
        if (text[at] != '\xE3') return false;
        const auto second = static_cast<unsigned char>(text[at + 1]);
        const auto third = static_cast<unsigned char>(text[at + 2]);
        const bool letter = (second == 0x82 && third >= 0xA1) || (second == 0x83 && third <= 0xBA);
        if (!letter && !(after_letter && second == 0x83 && third == 0xBC)) return false;
        after_letter = true;
        at += 3;
    }
    return after_letter;
}

}  // namespace

bool is_kana_text(View text, bool spaces) {
    if (is_plain_kana(text, spaces)) return true;
    bool letters = false;
    char32_t previous = ' ';
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        const bool space = c == ' ' && spaces && previous != ' ';
        if (!is_letter_of_reading(c) && !space) return false;
        letters |= is_katakana(c) && c <= 0x30FA;
        previous = c;
        at += size;
    }
    return letters && previous != ' ';
}

Result<std::string> read_kana(View text, bool spaces) {
    if (const auto refusal = refused_words(text)) return *refusal;
    if (is_kana_text(text, spaces)) return std::string(text);
    const Narrow narrow(text);
    const Found found = look_through(narrow.text(), spaces);
    if (found.wrong != View::npos) {
        const auto at = static_cast<std::uint32_t>(found.wrong);
        return refused(rules::wrong_script,
                       narrow.original({at, at + code_point_at(narrow.text(), at).size}));
    }
    std::string value = with_long_vowels(katakana(full_width_kana(narrow.text())));
    if (!is_kana_text(value, spaces)) return unreadable(text);
    if (!found.half_width && !found.hiragana) return as_canonical(text, std::move(value));
    const RuleId rule = found.half_width ? rules::half_width_kana : rules::wrong_script;
    return {std::move(value), {rule, whole(text), RepairKind::normal_form, {}, {}}};
}

namespace {

/// Neither letter of a script nor ideograph: signs, digits, brackets and spaces, in both widths.
bool is_sign(char32_t c) {
    const bool ascii = c >= 0x20 && c <= 0x7E;
    const bool wide = c >= 0xFF01 && c <= 0xFF5E;
    if (ascii || wide) {
        const char32_t narrow = (wide ? c - 0xFEE0 : c) | 0x20;
        return narrow < U'a' || narrow > U'z';
    }
    return (c >= 0x2010 && c <= 0x203B) || (c >= 0x3000 && c <= 0x301F && c != 0x3005 && c != 0x3007) ||
           c == 0xB7 || c == 0xD7;
}

/// Where the first character stands that is of no reading, signs between the kana let pass; `npos`: nowhere.
View::size_type first_other_script(View text, bool (*is_letter)(char32_t), bool& letters) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        if (is_letter(c)) {
            letters = true;
        } else if (!is_sign(c)) {
            return at;
        }
        at += size;
    }
    return View::npos;
}

bool is_kana_title(View text, const Reading&) {
    if (is_plain_kana(text, false)) return true;
    bool letters = false;
    return !text.empty() && without_space_around(text).size() == text.size() &&
           first_other_script(text, is_letter_of_reading, letters) == View::npos && letters;
}

Result<std::string> read_kana_title(View text, const Reading& reading) {
    if (const auto refusal = refused_words(text)) return *refusal;
    if (is_kana_title(text, reading)) return std::string(text);
    bool letters = false;
    const auto wrong = first_other_script(text, can_be_read_as_kana, letters);
    if (wrong != View::npos) {
        const auto at = static_cast<std::uint32_t>(wrong);
        return refused(rules::wrong_script, {at, at + code_point_at(text, at).size});
    }
    const View inner = without_space_around(text);
    std::string value = katakana(full_width_kana(inner));
    if (!is_kana_title(value, reading)) return unreadable(text);
    const bool moved = value != inner;
    const bool half = full_width_kana(inner) != inner;
    const RuleId rule = !moved ? rules::surrounding_space
                        : half ? rules::half_width_kana
                               : rules::wrong_script;
    return {std::move(value), {rule, whole(text), RepairKind::normal_form, {}, {}}};
}

}  // namespace

const ValueType text_type{
    .name = "text",
    .name_ja = "文字列",
    .form = "文字列",
    .is_canonical = is_text,
    .canonical = read_text,
};

const ValueType kana_type{
    .name = "kana",
    .name_ja = "全角カナ",
    .form = "デジタル",
    .is_canonical = [](View text, const Reading&) { return is_kana_text(text, false); },
    .canonical = [](View text, const Reading&) { return read_kana(text, false); },
};

const ValueType kana_space_type{
    .name = "kana_space",
    .name_ja = "全角カナと半角空白",
    .form = "デジタル タロウ",
    .is_canonical = [](View text, const Reading&) { return is_kana_text(text, true); },
    .canonical = [](View text, const Reading&) { return read_kana(text, true); },
};

const ValueType kana_title_type{
    .name = "kana_title",
    .name_ja = "全角カナ（記号・数字・空白も可）",
    .form = "デジタル（ホンチョウ）",
    .is_canonical = is_kana_title,
    .canonical = read_kana_title,
};

const ValueType half_alnum_type{
    .name = "half_alnum",
    .name_ja = "半角英数字",
    .form = "A-Z a-z 0-9",
    .is_canonical = is_half<is_alnum>,
    .canonical = read_half<is_alnum>,
};

const ValueType half_digits_type{
    .name = "half_digits",
    .name_ja = "半角数字",
    .form = "0-9",
    .is_canonical = is_half_digits,
    .canonical = read_half<is_ascii_digit>,
};

const ValueType half_type{
    .name = "half",
    .name_ja = "半角文字",
    .form = "Chiyoda-ku 1-3",
    .is_canonical = is_half<is_printable>,
    .canonical = read_half<is_printable>,
};

const ValueType corporate_name_kana_type{
    .name = "corporate_name_kana",
    .name_ja = "商号または名称(カナ)",
    .form = "デジタル",
    .is_canonical = [](View text, const Reading&) { return is_kana_text(text, false); },
    .canonical = [](View text, const Reading&) { return read_kana(text, false); },
};

}  // namespace daicho
