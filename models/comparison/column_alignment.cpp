#include "models/comparison/column_alignment.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <unordered_map>

#include "grammars/base/error.hpp"
#include "grammars/text/variants.hpp"

namespace daicho {

namespace {

[[noreturn]] void refuse_column(const std::string& header) {
    throw Error{ErrorKind::usage, "「" + header + "」という列はありません。",
                "there is no column '" + header + "'"};
}

std::string in_notation(std::string_view header) {
    std::string key;
    for (const char c : match_key(header, fold::spelling | fold::letter_case)) {
        if (c != ' ') key += c;
    }
    return key;
}

/// Columns of the old table that no column of the new one was paired with yet. They are found by their names,
/// not by a walk over all: a table may have a hundred thousand columns.
class OldColumns {
 public:
    explicit OldColumns(std::span<const std::string> headers) : headers_(headers), taken_(headers.size()) {
        for (std::uint32_t i = 0; i < headers.size(); ++i) by_header_[headers[i]].columns.push_back(i);
    }

    std::optional<std::uint32_t> take(std::string_view header) {
        const auto found = by_header_.find(std::string(header));
        return found == by_header_.end() ? std::nullopt : take_first(found->second);
    }
    std::optional<std::uint32_t> take_in_notation(std::string_view header) {
        if (by_notation_.empty()) {
            for (std::uint32_t i = 0; i < size(); ++i) {
                if (!taken_[i]) by_notation_[in_notation(headers_[i])].columns.push_back(i);
            }
        }
        const auto found = by_notation_.find(in_notation(header));
        return found == by_notation_.end() ? std::nullopt : take_first(found->second);
    }
    const std::string& header(std::uint32_t column) const { return headers_[column]; }
    bool taken(std::uint32_t column) const { return taken_[column]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(headers_.size()); }

 private:
    /// Columns of one name, from the left; those before `next` are taken.
    struct Named {
        std::vector<std::uint32_t> columns;
        std::size_t next = 0;
    };

    std::optional<std::uint32_t> take_first(Named& named) {
        while (named.next < named.columns.size()) {
            const std::uint32_t column = named.columns[named.next++];
            if (taken_[column]) continue;
            taken_[column] = true;
            return column;
        }
        return std::nullopt;
    }

    std::span<const std::string> headers_;
    std::vector<bool> taken_;
    std::unordered_map<std::string, Named> by_header_, by_notation_;
};

void pair(ComparedColumn& column, std::optional<std::uint32_t> old_column, const OldColumns& old_columns) {
    if (!old_column) return;
    column.old_column = old_column;
    column.old_header = old_columns.header(*old_column);
}

bool names(const std::vector<std::string>& list, const ComparedColumn& column) {
    return std::any_of(list.begin(), list.end(), [&](const std::string& name) {
        return name == column.header || (column.old_column && name == column.old_header);
    });
}

void require_named(const std::vector<std::string>& list, const std::vector<ComparedColumn>& columns) {
    for (const std::string& name : list) {
        if (!find_column(columns, name)) refuse_column(name);
    }
}

/// Those of an ascending sequence as long as can be; of equally long ones one. No value comes twice.
std::vector<bool> in_longest_ascent(const std::vector<std::uint32_t>& values) {
    // Where ascents of each length end: of one length, each end is lower than the one before it.
    std::vector<std::vector<std::size_t>> ends;
    std::vector<std::size_t> before(values.size(), values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto is_lower = [&](std::size_t end) { return values[end] < values[i]; };
        const auto longer = std::partition_point(ends.begin(), ends.end(), [&](const auto& ends_of_length) {
            return is_lower(ends_of_length.back());
        });
        if (longer != ends.begin()) {
            const std::vector<std::size_t>& shorter = *std::prev(longer);
            before[i] = *std::partition_point(shorter.begin(), shorter.end(),
                                              [&](std::size_t end) { return !is_lower(end); });
        }
        if (longer == ends.end()) {
            ends.push_back({i});
        } else {
            longer->push_back(i);
        }
    }
    std::vector<bool> stays(values.size(), false);
    std::size_t at = ends.empty() ? values.size() : ends.back().front();
    for (; at < values.size(); at = before[at]) stays[at] = true;
    return stays;
}

void label_columns(std::vector<ComparedColumn>& columns) {
    std::map<std::string, unsigned> seen;
    for (ComparedColumn& column : columns) {
        const std::uint32_t number = column.new_column.value_or(column.old_column.value_or(0)) + 1;
        column.label = column.header.empty() ? "#" + std::to_string(number) : column.header;
        const unsigned times = ++seen[column.label];
        if (times > 1) column.label += "[" + std::to_string(times) + "]";
    }
}

}  // namespace

std::vector<ComparedColumn> align_columns(std::span<const std::string> old_headers,
                                          std::span<const std::string> new_headers,
                                          const ColumnWishes& wishes) {
    OldColumns old_columns(old_headers);
    std::vector<ComparedColumn> columns;
    for (std::uint32_t i = 0; i < new_headers.size(); ++i) {
        ComparedColumn& column = columns.emplace_back();
        column.header = new_headers[i];
        column.new_column = i;
    }
    for (const auto& [was, is] : wishes.renamed) {
        const auto at = std::find(new_headers.begin(), new_headers.end(), is);
        if (at == new_headers.end()) refuse_column(is);
        const auto old_column = old_columns.take(was);
        if (!old_column) refuse_column(was);
        pair(columns[static_cast<std::size_t>(at - new_headers.begin())], old_column, old_columns);
    }
    for (ComparedColumn& column : columns) {
        if (column.old_column) continue;
        pair(column, old_columns.take(column.header), old_columns);
    }
    for (ComparedColumn& column : columns) {
        if (column.old_column || column.header.empty()) continue;
        pair(column, old_columns.take_in_notation(column.header), old_columns);
    }
    for (std::uint32_t i = 0; i < old_columns.size(); ++i) {
        if (old_columns.taken(i)) continue;
        ComparedColumn& column = columns.emplace_back();
        column.header = column.old_header = old_headers[i];
        column.old_column = i;
    }
    require_named(wishes.ignored, columns);
    require_named(wishes.only, columns);
    for (ComparedColumn& column : columns) {
        column.ignored =
            names(wishes.ignored, column) || (!wishes.only.empty() && !names(wishes.only, column));
    }
    return columns;
}

void join_columns(std::vector<ComparedColumn>& columns, std::size_t added, std::size_t removed) {
    columns[added].old_column = columns[removed].old_column;
    columns[added].old_header = columns[removed].old_header;
    columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(removed));
}

void settle_columns(std::vector<ComparedColumn>& columns) {
    std::vector<ComparedColumn> gone;
    for (const ComparedColumn& column : columns) {
        if (column.removed()) gone.push_back(column);
    }
    std::erase_if(columns, [](const ComparedColumn& column) { return column.removed(); });
    std::vector<std::uint32_t> order;
    for (const ComparedColumn& column : columns) {
        if (column.old_column) order.push_back(*column.old_column);
    }
    const std::vector<bool> stays = in_longest_ascent(order);
    std::size_t common = 0;
    for (ComparedColumn& column : columns) {
        if (column.old_column) column.moved = !stays[common++];
    }
    std::sort(gone.begin(), gone.end(),
              [](const ComparedColumn& a, const ComparedColumn& b) { return *a.old_column < *b.old_column; });
    // A removed column stands behind the last of those that stayed and were left of it.
    std::vector<ComparedColumn> settled;
    settled.reserve(columns.size() + gone.size());
    auto next_gone = gone.begin();
    const auto settle_gone_left_of = [&](std::uint32_t old_column) {
        for (; next_gone != gone.end() && *next_gone->old_column < old_column; ++next_gone)
            settled.push_back(std::move(*next_gone));
    };
    const auto stayed = [](const ComparedColumn& column) { return column.old_column && !column.moved; };
    auto next_stayed = std::find_if(columns.begin(), columns.end(), stayed);
    const auto old_column_of_next = [&] {
        return next_stayed == columns.end() ? std::numeric_limits<std::uint32_t>::max()
                                            : *next_stayed->old_column;
    };
    settle_gone_left_of(old_column_of_next());
    for (auto at = columns.begin(); at != columns.end(); ++at) {
        const bool is_next_stayed = at == next_stayed;
        if (is_next_stayed) next_stayed = std::find_if(std::next(at), columns.end(), stayed);
        settled.push_back(std::move(*at));
        if (is_next_stayed) settle_gone_left_of(old_column_of_next());
    }
    columns = std::move(settled);
    label_columns(columns);
}

std::optional<std::size_t> find_column(std::span<const ComparedColumn> columns, std::string_view header) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].new_column && columns[i].header == header) return i;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].old_column && columns[i].old_header == header) return i;
    }
    return std::nullopt;
}

}  // namespace daicho
