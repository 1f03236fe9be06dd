#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "grammars/base/embedded_file.hpp"
#include "grammars/base/table_rows.hpp"
#include "grammars/characters/judges.hpp"
#include "grammars/characters/rule_ids.hpp"

namespace daicho {

std::span<const EmbeddedFile> look_alike_table();

namespace {

using View = std::string_view;
using Words = std::vector<View>;

/// How many katakana on one side are enough, where the other side is the end of a word.
struct Run {
    std::size_t least = View::npos, most = View::npos;
    bool whatever = false;  ///< the other side does not matter

    bool holds(std::size_t count, bool other_side) const {
        return count >= least && count <= most && (whatever || other_side);
    }
};

/// A row of tables/look_alikes.tsv.
struct LookAlike {
    char32_t written = 0;
    View meant;
    std::size_t longest_before = 0;  // katakana before it, at most; 0: not between katakana
    bool letter = false;             // of another alphabet
    bool after_hiragana = false;     // the row is for behind hiragana, as the others are not
    Run start, end;
    Words behind, before, but_before;
};

View take_until(View& text, char separator) {
    const auto end = std::min(text.find(separator), text.size());
    const View part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

Words words_of(View cell) {
    Words words;
    while (!cell.empty()) words.push_back(take_until(cell, ' '));
    return words;
}

/// "2", "1-2", "1!"; "-": never.
Run run_of(View cell) {
    Run run;
    if (cell == "-") return run;
    const char* const end = cell.data() + cell.size();
    const auto read = std::from_chars(cell.data(), end, run.least);
    if (read.ptr != end && *read.ptr == '-') std::from_chars(read.ptr + 1, end, run.most);
    run.whatever = cell.ends_with('!');
    return run;
}

std::vector<LookAlike> read_table() {
    std::vector<LookAlike> rows;
    for_each_row(look_alike_table().front().text, [&](View line) {
        if (line.starts_with("written")) return;
        LookAlike row;
        row.written = code_point_at(take_until(line, '\t'), 0).value;
        row.meant = take_until(line, '\t');
        const View between = take_until(line, '\t');
        row.longest_before = between == "any" ? View::npos : between == "short" ? 2 : 0;
        row.letter = between == "letters";
        row.after_hiragana = between == "hiragana";
        row.start = run_of(take_until(line, '\t'));
        row.end = run_of(take_until(line, '\t'));
        for (Words* words : {&row.behind, &row.before, &row.but_before}) {
            *words = words_of(take_until(line, '\t'));
        }
        rows.push_back(std::move(row));
    });
    std::ranges::stable_sort(rows, {}, &LookAlike::written);
    return rows;
}

const std::vector<LookAlike>& rows() {
    static const std::vector<LookAlike> rows = read_table();
    return rows;
}

/// The rows of a character: from the first of them on as long as they are of it.
std::vector<LookAlike>::const_iterator first_row(char32_t c) {
    return std::ranges::lower_bound(rows(), c, {}, &LookAlike::written);
}

bool has_row(char32_t c) {
    const auto row = first_row(c);
    return row != rows().end() && row->written == c;
}

bool has_class(char32_t c, CharacterProperties properties) {
    return c != 0 && (properties_of(c) & properties) != 0;
}

bool is_kata(char32_t c) {
    return has_class(c, character::katakana_letter);
}

bool is_latin(char32_t c) {
    const char32_t narrow = c >= 0xFF21 && c <= 0xFF5A ? c - 0xFEE0 : c;
    return (narrow >= 'A' && narrow <= 'Z') || (narrow >= 'a' && narrow <= 'z');
}

/// A letter of Greek or Cyrillic.
bool is_of_other_alphabet(char32_t c) {
    return (c >= 0x0370 && c <= 0x03FF) || (c >= 0x0400 && c <= 0x04FF);
}

/// Nothing, or what is between words.
bool is_word_end(char32_t c) {
    using namespace character;
    return c == 0 || !(has_class(c, katakana_letter | hiragana_letter | ideograph) || is_decimal_digit(c) ||
                       is_latin(c) || c == 0x3007);
}

constexpr View legal_forms[] = {"株式会社", "有限会社", "合同会社", "合資会社", "合名会社"};
constexpr View ends_of_legal_forms[] = {"会社", "法人", "社団", "財団", "組合"};

/// Whether a word starts behind `ahead`: 有限会社 before a name is one of its own, as a letter of the
/// alphabet is.
bool starts_word(View ahead, char32_t previous) {
    return is_word_end(previous) || is_latin(previous) ||
           std::ranges::any_of(ends_of_legal_forms, [&](View form) { return ahead.ends_with(form); });
}

bool ends_word(View behind, char32_t next) {
    return is_word_end(next) ||
           std::ranges::any_of(legal_forms, [&](View form) { return behind.starts_with(form); });
}

/// 0: none.
char32_t last_code_point(View text) {
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) {
    }
    return text.empty() ? 0 : code_point_at(text, at).value;
}

std::size_t katakana_before(View text) {
    std::size_t count = 0;
    for (; text.size() >= 3; ++count) {
        if (!is_kata(code_point_at(text, text.size() - 3).value)) break;
        text.remove_suffix(3);
    }
    return count;
}

std::size_t katakana_behind(View text) {
    std::size_t count = 0;
    for (; text.size() >= 3 && is_kata(code_point_at(text, 0).value); ++count) text.remove_prefix(3);
    return count;
}

/// ノ, ヶ and their like join two words (八ツ口, 井ノ口): no word of katakana ends with one alone.
bool is_joint(char32_t c) {
    constexpr std::u32string_view joints = U"ノヶケツッガカヵ";
    return joints.find(c) != joints.npos;
}

bool stands_before(const UnitPlace& place, const Words& words) {
    return std::ranges::any_of(words, [&](View word) { return place.behind().starts_with(word); });
}

/// Whether one of `words` is ahead of `place`; `^`: as the start of a word, `$`: and the word ends behind it.
bool stands_behind(const UnitPlace& place, const Words& words) {
    const View ahead = place.text.substr(0, place.at);
    return std::ranges::any_of(words, [&](View word) {
        const bool at_start = word.starts_with('^'), at_end = word.ends_with('$');
        if (at_start) word.remove_prefix(1);
        if (at_end) word.remove_suffix(1);
        if (!ahead.ends_with(word) || (at_end && !ends_word(place.behind(), place.next))) return false;
        return !at_start || is_word_end(last_code_point(ahead.substr(0, ahead.size() - word.size())));
    });
}

/// Whether the words around `place` say that the kanji, or へ, is a slip for a katakana.
bool is_kana_meant(const UnitPlace& place, const LookAlike& row) {
    const View ahead = place.text.substr(0, place.at);
    const std::size_t before = katakana_before(ahead);
    const std::size_t behind = katakana_behind(place.behind());
    if (before > 0 && before <= row.longest_before && behind > 0) return true;
    if (row.start.holds(behind, starts_word(ahead, place.previous))) return true;
    const bool closed =
        ends_word(place.behind(), place.next) || (row.written == 0x4E00 && is_decimal_digit(place.next));
    if (!(before == 1 && is_joint(place.previous)) && row.end.holds(before, closed)) return true;
    return stands_before(place, row.before) || stands_behind(place, row.behind);
}

/// Whether the words around `place` say that the katakana is a slip for a kanji, or for へ.
bool is_other_script_meant(const UnitPlace& place, const LookAlike& row) {
    const bool hiragana_ahead = has_class(place.previous, character::hiragana_letter);
    if (has_class(code_point_at(row.meant, 0).value, character::hiragana_letter)) {
        const bool hiragana_behind = has_class(place.next, character::hiragana_letter);
        if (row.after_hiragana) return hiragana_ahead && !is_kata(place.next) && !is_latin(place.next);
        const bool in_hiragana = hiragana_behind && (hiragana_ahead || is_word_end(place.previous));
        return in_hiragana || stands_before(place, row.before) || stands_behind(place, row.behind);
    }
    if (is_kata(place.previous) || is_kata(place.next) || is_latin(place.previous)) return false;
    if (hiragana_ahead != row.after_hiragana) return false;
    const bool kanji_behind = has_class(place.next, character::ideograph);
    const bool kanji_ahead = has_class(place.previous, character::ideograph);
    const auto goes_on = [&](View word) {
        if (word == "*") return kanji_behind && (kanji_ahead || is_word_end(place.previous));
        if (word == "^*") return kanji_behind && is_word_end(place.previous);
        return place.behind().starts_with(word);
    };
    // 字津幡エ14: lots of a village are named by the letters of イロハ.
    return std::ranges::any_of(row.before, goes_on) ||
           (!is_decimal_digit(place.next) && stands_behind(place, row.behind));
}

/// А in AED, or alone: a word of Greek or Russian has letters that no Latin one looks like.
bool is_latin_meant(const UnitPlace& place) {
    std::size_t begin = place.at, end = place.end();
    bool other = false, latin = false;
    const auto look = [&](char32_t c) {
        latin |= is_latin(c);
        if (is_of_other_alphabet(c) && !has_row(c)) other = true;
        return is_latin(c) || is_of_other_alphabet(c);
    };
    for (CodePoint c = code_point_at(place.text, end); c.size != 0 && look(c.value);) {
        end += c.size;
        c = code_point_at(place.text, end);
    }
    while (begin > 0) {
        std::size_t back = begin - 1;
        while (back > 0 && (static_cast<unsigned char>(place.text[back]) & 0xC0) == 0x80) --back;
        if (!look(code_point_at(place.text, back).value)) break;
        begin = back;
    }
    return latin || !other;
}

bool is_slip(const UnitPlace& place, const LookAlike& row) {
    if (row.letter) return is_latin_meant(place);
    const bool katakana = is_kata(place.unit.base);
    if (stands_before(place, row.but_before) && (katakana || !stands_before(place, row.before))) return false;
    return katakana ? is_other_script_meant(place, row) : is_kana_meant(place, row);
}

/// カ-ド, サ－ビス: no hyphen stands between katakana, but in セブン-イレブン; センタ-: nor at the end of
/// some words.
bool is_hyphen_for_vowel(const UnitPlace& place) {
    const bool hyphen = place.unit.base == '-' || (place.properties & character::hyphen_like) != 0;
    if (!hyphen || is_kata(place.unit.base) || place.unit.base == 0xFF70) return false;
    if (!is_kata(place.previous)) return false;
    if (is_kata(place.next)) return !place.text.substr(0, place.at).ends_with("セブン");
    if (is_decimal_digit(place.next) || is_latin(place.next)) return false;
    const auto row = first_row(U'-');
    return row != rows().end() && row->written == U'-' && stands_behind(place, row->behind);
}

}  // namespace

std::size_t judge_look_alike(const UnitPlace& place, CharacterProblems& out) {
    if (is_hyphen_for_vowel(place)) {
        out.add(rules::look_alike, place.at, place.unit.size, RepairKind::guess, "ー");
        return place.unit.size;
    }
    if ((place.properties & (character::kana_twin | character::look_alike)) == 0) return 0;
    if (place.unit.base == 0x4E00 && is_decimal_digit(place.previous) && is_decimal_digit(place.next)) {
        out.add(rules::mark_between_digits, place.at, place.unit.size, RepairKind::guess, "-");
        return place.unit.size;
    }
    auto row = first_row(place.unit.base);
    while (row != rows().end() && row->written == place.unit.base && !is_slip(place, *row)) ++row;
    if (row == rows().end() || row->written != place.unit.base) return 0;
    out.add(rules::look_alike, place.at, place.unit.size, RepairKind::guess, std::string(row->meant));
    return place.unit.size;
}

}  // namespace daicho
