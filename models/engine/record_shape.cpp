#include "models/engine/record_shape.hpp"

#include <algorithm>
#include <bitset>
#include <initializer_list>
#include <string>
#include <vector>

#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"
#include "models/engine/cell_words.hpp"
#include "models/engine/column_profile.hpp"
#include "models/engine/model_index.hpp"
#include "models/engine/placeholders.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

constexpr std::uint64_t last_record_of_units = 2;

template <std::size_t N>
bool is_among(std::string_view text, const std::string_view (&words)[N]) {
    return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

/// The first characters of some texts, known by a few of their bits: what has none of them begins otherwise.
class FirstCharacters {
 public:
    FirstCharacters(std::initializer_list<CellWord> uses, std::initializer_list<std::string_view> more) {
        for (const std::string_view text : more) bits_.set(bit_of(text));
        for (const CellWord use : uses) {
            for (const std::string& word : cell_words(use)) bits_.set(bit_of(word));
        }
    }

    bool may_begin(std::string_view text) const { return bits_[bit_of(text)]; }

 private:
    static std::size_t bit_of(std::string_view text) {
        const CodePoint first = code_point_at(text, 0);
        return first.value % std::size_t{4096};
    }

    std::bitset<4096> bits_;
};

/// Whether a first cell may begin anything but a record, by its first character.
bool may_begin_oddity(std::string_view text) {
    static const FirstCharacters starts({CellWord::total, CellWord::note, CellWord::end},
                                        {"(", "*", "[", "単", "※", "（", "【", "〔", "＊"});
    return starts.may_begin(text);
}

/// The bytes of the last character.
std::size_t last_size(std::string_view word) {
    std::size_t at = word.size() - 1;
    while ((static_cast<unsigned char>(word[at]) & 0xC0) == 0x80) --at;
    return word.size() - at;
}

std::string without_any_space(std::string_view text) {
    const Narrow narrow(text);
    std::string out;
    for (const char c : narrow.text()) {
        if (c != ' ') out += c;
    }
    return out;
}

/// 【合計】 without its brackets.
std::string_view unbracketed(std::string_view text) {
    constexpr std::pair<std::string_view, std::string_view> pairs[] = {
        {"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}, {"〈", "〉"}, {"<", ">"}};
    for (const auto& [open, close] : pairs) {
        if (text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close)) {
            return text.substr(open.size(), text.size() - open.size() - close.size());
        }
    }
    return text;
}

bool is_number(std::string_view text) {
    const Narrow narrow(text);
    bool digit = false;
    for (const char c : narrow.text()) {
        digit |= is_ascii_digit(c);
        if (!is_ascii_digit(c) && std::string_view(",.-+% ()").find(c) == std::string_view::npos)
            return false;
    }
    return digit;
}

/// The first cell with text, and whether it is the only one.
struct Filled {
    std::size_t first = 0;
    std::size_t count = 0;  ///< two are many
};

Filled filled_cells(const Batch& batch, std::size_t record) {
    Filled filled;
    for (std::size_t column = 0; column < batch.width(record) && filled.count < 2; ++column) {
        if (without_spaces(batch.cell(record, column)).empty()) continue;
        if (filled.count++ == 0) filled.first = column;
    }
    return filled;
}

/// Whether `holds` is true of every cell with text behind `column`, and of one at least.
template <class Holds>
bool all_behind(const Batch& batch, std::size_t record, std::size_t column, Holds holds) {
    std::size_t count = 0;
    for (std::size_t at = column + 1; at < batch.width(record); ++at) {
        const std::string_view text = without_spaces(batch.cell(record, at));
        if (text.empty()) continue;
        if (!holds(text)) return false;
        ++count;
    }
    return count > 0;
}

/// Whether a text has a word of totals, but for the spaces between its characters: the last of them.
bool may_be_total(std::string_view text) {
    static const std::vector<std::string> ends = [] {
        std::vector<std::string> last;
        for (const std::string& word : cell_words(CellWord::total)) {
            std::string end = word.substr(word.size() - last_size(word));
            if (std::ranges::find(last, end) == last.end()) last.push_back(std::move(end));
        }
        return last;
    }();
    return std::ranges::any_of(ends, [&](const std::string& end) { return text.find(end) != text.npos; });
}

bool is_total(const Batch& batch, std::size_t record, std::size_t first) {
    if (!may_be_total(batch.cell(record, first))) return false;
    const std::string text = without_any_space(batch.cell(record, first));
    if (!is_cell_word(unbracketed(text), CellWord::total)) return false;
    bool number = false;
    return all_behind(batch, record, first,
                      [&](std::string_view cell) {
                          number |= is_number(cell);
                          return is_number(cell) || is_mark_for_nothing(cell);
                      }) &&
           number;
}

/// `※...`, `注1) ...`, `出典：...`, a sentence. Not 注連 or 資料館.
bool is_note(std::string_view cell) {
    constexpr std::string_view behind_words[] = {")", ":", " ", "】", "〕", "]"};
    const Narrow narrow(cell);
    std::string_view text = narrow.text();
    if (text.starts_with("※") || text.starts_with("*") || text.starts_with("＊")) return true;
    if (text.ends_with("。") && text.size() >= std::string_view("十文字以上である文。").size()) return true;
    if (is_cell_word(unbracketed(text), CellWord::end)) return true;
    for (const std::string_view open : {"(", "【", "〔", "["}) {
        if (text.starts_with(open)) text.remove_prefix(open.size());
    }
    return std::ranges::any_of(cell_words(CellWord::note), [&](std::string_view word) {
        if (!text.starts_with(word)) return false;
        const std::string_view behind = text.substr(word.size());
        return behind.empty() || is_ascii_digit(behind.front()) ||
               std::any_of(std::begin(behind_words), std::end(behind_words),
                           [&](std::string_view sign) { return behind.starts_with(sign); });
    });
}

bool is_unit(std::string_view cell) {
    const std::string text = without_any_space(cell);
    const std::string_view inside = unbracketed(text);
    return inside.starts_with("単位") || is_cell_word(inside, CellWord::unit) ||
           (inside.size() < text.size() && !is_number(inside));
}

/// Of a kind of value, or of any of the models compiled in.
bool is_name_of_item(std::string_view text) {
    return header_names_any_kind(text) || ModelIndex::embedded().knows(text);
}

}  // namespace

RecordShape::RecordShape(std::span<const std::string> headers) : headers_(headers) {
    for (const std::string& header : headers) names_.push_back(without_spaces(header));
}

bool RecordShape::is_header(const Batch& batch, std::size_t record) const {
    bool only_numbers = true;  // 1, 2, 3: by which columns go where there is no header
    for (std::size_t column = 0; column < headers_.size(); ++column) {
        if (without_spaces(batch.cell(record, column)) != names_[column]) return false;
        only_numbers = only_numbers && headers_[column] == std::to_string(column + 1);
    }
    return headers_.size() >= 2 && !only_numbers;
}

/// 名称, 住所, 電話 below 施設, (blank), 連絡先: a header of two rows. Where all columns have a name it is
/// none.
bool RecordShape::is_second_header(const Batch& batch, std::size_t record) const {
    constexpr std::size_t least_names = 2;
    if (batch.record_number(record) != 1) return false;
    std::size_t names = 0;
    bool names_blank = false;
    for (std::size_t column = 0; column < std::min(batch.width(record), headers_.size()); ++column) {
        const std::string_view text = batch.cell(record, column);
        if (std::ranges::any_of(text, is_ascii_digit)) return false;
        if (text.empty()) continue;
        names += header_names_any_kind(text) ? 1 : 0;
        names_blank |= names_[column].empty();
    }
    return names_blank && names >= least_names;
}

/// 担当課,電話番号,所在地 between the records of a table with other columns: the header of another one.
bool RecordShape::is_other_header(const Batch& batch, std::size_t record) const {
    constexpr std::size_t longest = 60;
    if (headers_.size() < 2) return false;
    for (std::size_t column = 0; column < batch.width(record); ++column) {
        const std::string_view text = without_spaces(batch.cell(record, column));
        if (text.size() > longest || std::ranges::any_of(text, is_ascii_digit)) return false;
    }
    return names_items(batch, record);
}

std::optional<RecordShape::Oddity> RecordShape::look(const Batch& batch, std::size_t record) const {
    std::size_t first = 0;
    while (first < batch.width(record) && batch.cell(record, first).empty()) ++first;
    const std::string_view text = batch.cell(record, first);
    if (text.empty()) return {};
    if (first < names_.size() && without_spaces(text) == names_[first] && is_header(batch, record)) {
        return Oddity{rules::header_again, static_cast<std::uint32_t>(first)};
    }
    const bool below_header = batch.record_number(record) <= last_record_of_units;
    if (!below_header && is_other_header(batch, record))
        return Oddity{rules::other_header, static_cast<std::uint32_t>(first)};
    if (!below_header && !may_begin_oddity(text) && !text.ends_with("。")) return {};
    const Filled filled = filled_cells(batch, record);
    const auto oddity = [&](RuleId rule) { return Oddity{rule, static_cast<std::uint32_t>(filled.first)}; };
    if (filled.count == 0 || headers_.size() < 2) return {};
    if (filled.count == 1 && headers_.size() >= 3 && is_note(batch.cell(record, filled.first))) {
        return oddity(rules::note_record);
    }
    if (is_total(batch, record, filled.first)) return oddity(rules::total_record);
    if (below_header && is_unit(batch.cell(record, filled.first)) &&
        (filled.count == 1 || all_behind(batch, record, filled.first, is_unit))) {
        return oddity(rules::unit_record);
    }
    return below_header && is_second_header(batch, record) ? std::optional(oddity(rules::unit_record))
                                                           : std::nullopt;
}

bool names_items(const Batch& batch, std::size_t record) {
    constexpr std::size_t least_filled = 3;
    std::size_t filled = 0;
    for (std::size_t column = 0; column < batch.width(record); ++column)
        filled += without_spaces(batch.cell(record, column)).empty() ? 0 : 1;
    if (filled < least_filled) return false;
    std::size_t may_be_others = filled / 3;
    for (std::size_t column = 0; column < batch.width(record); ++column) {
        const std::string_view text = without_spaces(batch.cell(record, column));
        if (text.empty() || is_name_of_item(text)) continue;
        if (may_be_others-- == 0) return false;
    }
    return !has_text_twice(batch, record);
}

bool has_text_twice(const Batch& batch, std::size_t record) {
    for (std::size_t column = 1; column < batch.width(record); ++column) {
        const std::string_view text = without_spaces(batch.cell(record, column));
        if (text.empty()) continue;
        for (std::size_t before = 0; before < column; ++before) {
            if (without_spaces(batch.cell(record, before)) == text) return true;
        }
    }
    return false;
}

bool is_total_of_places(std::string_view text) {
    constexpr std::string_view places[] = {"県",   "府",   "都",     "道",       "市",    "町",
                                           "村",   "郡",   "区",     "市部",     "郡部",  "区部",
                                           "町村", "市町", "市町村", "市区町村", "全県",  "全市",
                                           "全国", "県内", "市内",   "県市部",   "県郡部"};
    constexpr std::size_t longest = 24;
    if (text.size() > longest || !text.ends_with("計")) return false;
    const std::string joined = without_any_space(text);
    return std::ranges::any_of(cell_words(CellWord::total), [&](std::string_view word) {
        return joined.ends_with(word) &&
               is_among(std::string_view(joined).substr(0, joined.size() - word.size()), places);
    });
}

std::optional<std::string> number_cut_at_comma(const Batch& batch, std::size_t record, std::size_t columns) {
    const std::size_t width = batch.width(record);
    if (width <= columns) return {};
    const auto is_group = [&](std::size_t column) {
        const std::string_view text = batch.cell(record, column);
        return text.size() == 3 && is_all_digits(text);
    };
    const auto begins_number = [&](std::size_t column) {
        std::string_view text = batch.cell(record, column);
        if (text.starts_with('-')) text.remove_prefix(1);
        return !text.empty() && text.size() <= 3 && text.front() != '0' && is_all_digits(text);
    };
    std::optional<std::string> number;
    for (std::size_t column = 0; column + 1 < width; ++column) {
        if (!begins_number(column)) continue;
        std::string joined(batch.cell(record, column));
        std::size_t end = column + 1;
        for (; end < width && is_group(end); ++end) joined.append(",").append(batch.cell(record, end));
        if (end == column + 1) continue;
        if (number || end - column - 1 != width - columns) return {};
        number = joined;
        column = end - 1;
    }
    return number;
}

}  // namespace daicho
