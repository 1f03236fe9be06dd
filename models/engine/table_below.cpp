#include "models/engine/table_below.hpp"

#include <algorithm>

#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/spaces.hpp"
#include "models/engine/placeholders.hpp"
#include "models/engine/record_shape.hpp"

namespace daicho {

namespace {

constexpr std::size_t records_to_learn = 200;
constexpr std::size_t records_to_compare = 5;

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, is_ascii_digit) ||
           (!is_narrow(text) && std::ranges::any_of(Narrow(text).text(), is_ascii_digit));
}

/// A number, a date, a time, a telephone number: digits and signs.
bool is_of_digits(std::string_view text) {
    const Narrow narrow(text);
    const auto is_sign = [](char c) {
        return std::string_view(",.-+:/% ()").find(c) != std::string_view::npos;
    };
    return has_digit(narrow.text()) &&
           std::ranges::all_of(narrow.text(), [&](char c) { return is_ascii_digit(c) || is_sign(c); });
}

/// 令和3年, 4月, 1学期: a name of a column that has a digit.
bool is_time(std::string_view text) {
    constexpr std::string_view ends[] = {"年", "年度", "月", "期", "歳"};
    return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

/// Nearly all of some values.
bool nearly_all(std::size_t some, std::size_t all) {
    constexpr std::size_t least = 2;
    return all >= least && some * 10 >= all * 9;
}

/// The number of cells with text; two are many.
std::size_t filled_of(const RecordsAhead& records, std::size_t at) {
    std::size_t filled = 0;
    for (std::size_t column = 0; column < records.width(at) && filled < 2; ++column)
        filled += without_spaces(records.cell(at, column)).empty() ? 0 : 1;
    return filled;
}

/// Behind `at` the first record that is none of a table: blank, or with text in one cell only.
std::size_t end_of_records(const RecordsAhead& records, std::size_t at) {
    const std::size_t end = std::min(records.size(), at + 1 + records_to_compare);
    std::size_t behind = at + 1;
    while (behind < end && filled_of(records, behind) >= 2) ++behind;
    return behind;
}

/// In a column the header has no digit but that of a time, and all records up to `end` have one.
bool has_digits_below(const RecordsAhead& records, std::size_t header, std::size_t end) {
    for (std::size_t column = 0; column < records.width(header); ++column) {
        const std::string_view name = without_spaces(records.cell(header, column));
        if (name.empty() || (has_digit(name) && !is_time(name))) continue;
        std::size_t at = header + 1;
        while (at < end && has_digit(records.cell(at, column))) ++at;
        if (at == end && end > header + 1) return true;
    }
    return false;
}

/// All of the records up to `end` have as many cells as the header, which are not `columns`.
bool has_own_width(const RecordsAhead& records, std::size_t header, std::size_t end, std::size_t columns) {
    if (records.width(header) == columns || end < header + 2) return false;
    for (std::size_t at = header + 1; at < end; ++at) {
        if (records.width(at) != records.width(header)) return false;
    }
    return true;
}

}  // namespace

TableBelow::TableBelow(std::vector<std::string> headers)
    : headers_(std::move(headers)), columns_(headers_.size()) {}

void TableBelow::learn(const Batch& batch, std::size_t record) {
    if (learned_ == records_to_learn) return;
    ++learned_;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        const std::string_view text = without_spaces(batch.cell(record, column));
        if (text.empty() || is_placeholder(text)) continue;
        ++columns_[column].filled;
        columns_[column].with_digit += has_digit(text);
        columns_[column].numbers += is_of_digits(text);
    }
    witnesses_.clear();
    for (std::size_t column = 0; column < columns_.size() && witnesses_.size() < 2; ++column) {
        if (nearly_all(columns_[column].with_digit, learned_)) witnesses_.push_back(column);
    }
}

/// Where nearly all records have digits it has them: nothing more needs to be looked at.
bool TableBelow::is_plainly_own(const Batch& batch, std::size_t record) const {
    return witnesses_.size() == 2 && std::ranges::all_of(witnesses_, [&](std::size_t column) {
               return std::ranges::any_of(batch.cell(record, column), is_ascii_digit);
           });
}

/// Whether a text may stand in a column, by the texts that do.
bool TableBelow::is_like_own(std::string_view text, std::size_t column) const {
    const Column& own = columns_[column];
    if (text.empty() || is_placeholder(text)) return true;
    if (nearly_all(own.numbers, own.filled)) return is_of_digits(text);
    return !nearly_all(own.with_digit, own.filled) || has_digit(text);
}

std::size_t TableBelow::cells_unlike_own(const RecordsAhead& records, std::size_t at) const {
    std::size_t unlike = 0;
    for (std::size_t column = 0; column < columns_.size(); ++column)
        unlike += is_like_own(without_spaces(records.cell(at, column)), column) ? 0 : 1;
    return unlike;
}

/// A column in which nearly all records have text is blank from `at` on, or one that no record fills has a
/// name there and text below it.
bool TableBelow::has_other_columns(const RecordsAhead& records, std::size_t at, std::size_t end) const {
    for (std::size_t column = 0; column < records.width(at); ++column) {
        const bool own =
            column < columns_.size() && (columns_[column].filled > 0 || !headers_[column].empty());
        if (own || without_spaces(records.cell(at, column)).empty()) continue;
        for (std::size_t below = at + 1; below < end; ++below) {
            if (!without_spaces(records.cell(below, column)).empty()) return true;
        }
    }
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        if (!nearly_all(columns_[column].filled, learned_)) continue;
        std::size_t blank = at;
        while (blank < end && without_spaces(records.cell(blank, column)).empty()) ++blank;
        if (blank == end) return true;
    }
    return false;
}

/// Names: short, each once, none a value. A quarter may have a digit (3階以上), and behind a gap those of
/// times.
bool TableBelow::may_be_header(const RecordsAhead& records, std::size_t at, bool behind_gap) const {
    constexpr std::size_t longest = 120;
    std::size_t count = 0, repeated = 0, numbered = 0;
    for (std::size_t column = 0; column < records.width(at); ++column) {
        const std::string_view text = without_spaces(records.cell(at, column));
        if (text.empty()) continue;
        if (text.size() > longest || is_placeholder(text) || is_of_digits(text)) return false;
        ++count;
        numbered += has_digit(text) && !(behind_gap && is_time(text)) ? 1 : 0;
        if (numbered * 4 > records.width(at)) return false;
        repeated += column < headers_.size() && text == without_spaces(headers_[column]) ? 1 : 0;
    }
    if (count < 2 || repeated * 3 >= count * 2 || numbered * 4 > count) return false;
    return !has_text_twice(records.batch(at), records.record(at));
}

bool TableBelow::is_other_table(const RecordsAhead& records, std::size_t header, bool behind_gap) const {
    constexpr std::size_t least_records = 2;
    if (learned_ < least_records || !may_be_header(records, header, behind_gap)) return false;
    const std::size_t end = end_of_records(records, header);
    if (end == header + 1) return false;
    const bool other_width = has_own_width(records, header, end, headers_.size());
    const bool other_shape = other_width || has_other_columns(records, header, end);
    const std::size_t unlike = cells_unlike_own(records, header);
    if (unlike < 2 && !behind_gap && !other_shape) return false;
    if (unlike < 2 && behind_gap && is_header_of_two_rows(records, header)) return true;
    const auto has_names = [&] { return names_items(records.batch(header), records.record(header)); };
    if (unlike < 2 && !has_names())
        return (behind_gap ? other_shape : other_width) && has_digits_below(records, header, end);
    if (behind_gap || other_shape) return true;
    std::size_t at = header + 1;
    while (at < end && cells_unlike_own(records, at) > 0) ++at;
    return at == end;
}

/// Behind a gap a header of two rows, 区分 and 人口 above 男 and 女: one row has names where the other has
/// none, and together they stand where the records of the table above and those below have digits.
bool TableBelow::is_header_of_two_rows(const RecordsAhead& records, std::size_t at) const {
    const std::size_t end = std::min(records.size(), at + 2) == at + 2 ? end_of_records(records, at + 1) : at;
    if (end <= at + 2 || !may_be_header(records, at + 1, true)) return false;
    bool only_above = false, only_below = false;
    std::size_t unlike = 0, with_digits = 0;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        const std::string_view above = without_spaces(records.cell(at, column)),
                               below = without_spaces(records.cell(at + 1, column));
        only_above |= !above.empty() && (below.empty() || below == above);
        only_below |= above.empty() && !below.empty();
        unlike += is_like_own(above, column) && is_like_own(below, column) ? 0 : 1;
        std::size_t record = at + 2;
        while (record < end && has_digit(records.cell(record, column))) ++record;
        with_digits += record == end && !has_digit(above) && !has_digit(below) ? 1 : 0;
    }
    return only_above && only_below && unlike >= 2 && with_digits >= 2;
}

/// Whether anything of a record is other than in nearly all records, by a quick look: what without a gap
/// above is no header of another table otherwise.
bool TableBelow::may_differ(const RecordsAhead& records, std::size_t at) const {
    if (records.width(at) != columns_.size()) return true;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        const Column& own = columns_[column];
        const std::string_view text = records.cell(at, column);
        if (text.empty() ? nearly_all(own.filled, learned_) : own.filled == 0 && headers_[column].empty())
            return true;
        if (!text.empty() && nearly_all(own.with_digit, own.filled) && !has_digit(text)) return true;
    }
    return false;
}

/// `gap`: the first of the records with less than two cells that stand above `header`, or `header` itself.
std::optional<TableBelow::Start> TableBelow::begins(const RecordsAhead& records, std::size_t gap,
                                                    std::size_t header) const {
    if (gap == header && !may_differ(records, header)) return {};
    if (!is_other_table(records, header, gap < header)) return {};
    std::size_t begin = gap;
    while (begin < header && filled_of(records, begin) > 0) ++begin;
    if (begin < header) return Start{begin, header};
    // A title without a blank record above, unless records have but one cell as well.
    return Start{header - (gap < header && single_ == 0 ? 1 : 0), header};
}

std::optional<TableBelow::Start> TableBelow::find(const Batch& batch, const Batch* next, std::size_t from) {
    if (headers_.size() < 2) return {};
    const RecordsAhead records(batch, next);
    std::size_t gap = from;  // the first of the records with less than two cells, right above
    for (std::size_t at = from; at < batch.size(); ++at) {
        if (gap == at && is_plainly_own(batch, at)) {
            ++gap;
            learn(batch, at);
            continue;
        }
        if (filled_of(records, at) < 2) continue;
        if (const auto start = begins(records, gap, at)) return start;
        for (; gap < at; ++gap) single_ += batch.blank(gap) ? 0 : 1;
        ++gap;
        learn(batch, at);
    }
    if (gap == batch.size()) return {};
    std::size_t header = batch.size();
    while (header < records.size() && filled_of(records, header) < 2) ++header;
    return header < records.size() ? begins(records, gap, header) : std::nullopt;
}

}  // namespace daicho
