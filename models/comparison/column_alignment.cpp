#include "models/comparison/column_alignment.hpp"

#include <algorithm>
#include <map>

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

/// Columns of the old table that no column of the new one was paired with yet.
class OldColumns {
 public:
    explicit OldColumns(std::span<const std::string> headers) : headers_(headers), taken_(headers.size()) {}

    template <class Same>
    std::optional<std::uint32_t> take(Same&& same) {
        for (std::uint32_t i = 0; i < headers_.size(); ++i) {
            if (taken_[i] || !same(headers_[i])) continue;
            taken_[i] = true;
            return i;
        }
        return std::nullopt;
    }
    const std::string& header(std::uint32_t column) const { return headers_[column]; }
    bool taken(std::uint32_t column) const { return taken_[column]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(headers_.size()); }

 private:
    std::span<const std::string> headers_;
    std::vector<bool> taken_;
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

/// Those of an ascending sequence as long as can be; of equally long ones one.
std::vector<bool> in_longest_ascent(const std::vector<std::uint32_t>& values) {
    std::vector<std::size_t> length(values.size(), 1), before(values.size(), values.size());
    std::size_t best = values.size();
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (values[j] > values[i] || length[j] + 1 <= length[i]) continue;
            length[i] = length[j] + 1;
            before[i] = j;
        }
        if (best == values.size() || length[i] > length[best]) best = i;
    }
    std::vector<bool> stays(values.size(), false);
    for (; best < values.size(); best = before[best]) stays[best] = true;
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
        const auto old_column =
            old_columns.take([&wanted = was](const std::string& header) { return header == wanted; });
        if (!old_column) refuse_column(was);
        pair(columns[static_cast<std::size_t>(at - new_headers.begin())], old_column, old_columns);
    }
    for (ComparedColumn& column : columns) {
        if (column.old_column) continue;
        pair(column, old_columns.take([&](const std::string& header) { return header == column.header; }),
             old_columns);
    }
    for (ComparedColumn& column : columns) {
        if (column.old_column || column.header.empty()) continue;
        const std::string key = in_notation(column.header);
        pair(column, old_columns.take([&](const std::string& header) { return in_notation(header) == key; }),
             old_columns);
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
    for (ComparedColumn& column : gone) {
        auto place = columns.begin();
        for (auto at = columns.begin(); at != columns.end(); ++at) {
            if (at->old_column && *at->old_column < *column.old_column && !at->moved) place = at + 1;
        }
        columns.insert(place, std::move(column));
    }
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
