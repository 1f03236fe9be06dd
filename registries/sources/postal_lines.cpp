#include "registries/sources/postal_lines.hpp"

#include <algorithm>
#include <utility>

#include "grammars/text/wide.hpp"

namespace daicho {

namespace {

using View = std::string_view;

/// No published record has more than nine rows; a bracket that nothing closes shall not swallow the file.
constexpr std::uint32_t most_rows = 100;

std::size_t count(View text, View mark) {
    std::size_t found = 0;
    for (auto at = text.find(mark); at != View::npos; at = text.find(mark, at + mark.size())) ++found;
    return found;
}

bool has_open_bracket(View text) {
    return count(text, "（") + count(text, "(") > count(text, "）") + count(text, ")");
}

void replace(std::string& text, View from, View to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

}  // namespace

void PostalLineJoiner::add(const PostalRow& row, std::uint64_t line) {
    if (pending_ && !continues(row)) finish();
    ++rows_;
    if (pending_) {
        append(row);
    } else {
        pending_.emplace();
        std::copy(row.begin(), row.end(), pending_->cells.begin());
        pending_->line = line;
    }
    if (!has_open_bracket(pending_->cells[ken_all::town])) finish();
}

void PostalLineJoiner::finish() {
    if (!pending_) return;
    if (has_open_bracket(pending_->cells[ken_all::town])) pending_->join = PostalJoin::open;
    ++records_;
    const PostalRecord record = *std::exchange(pending_, std::nullopt);
    take_(record);
}

bool PostalLineJoiner::continues(const PostalRow& row) const {
    if (pending_->rows == most_rows) return false;
    for (std::size_t column = 0; column < row.size(); ++column) {
        const bool cut = column == ken_all::town || column == ken_all::town_kana;
        if (!cut && row[column] != pending_->cells[column]) return false;
    }
    return true;
}

void PostalLineJoiner::append(const PostalRow& row) {
    ++pending_->rows;
    pending_->cells[ken_all::town] += row[ken_all::town];
    std::string& kana = pending_->cells[ken_all::town_kana];
    if (has_open_bracket(kana)) {
        kana += row[ken_all::town_kana];
    } else if (kana != row[ken_all::town_kana]) {
        pending_->join = PostalJoin::kana_differ;
    }
}

void use_utf8_notation(PostalRecord& record) {
    for (const auto column : {ken_all::pref_kana, ken_all::city_kana, ken_all::town_kana}) {
        if (!is_wide(record.cells[column])) record.cells[column] = wide(record.cells[column]);
    }
    for (const auto column : {ken_all::town_kana, ken_all::town}) {
        replace(record.cells[column], "～", "〜");
        replace(record.cells[column], "－", "−");
    }
}

}  // namespace daicho
