#include "tools/fixing/accepted_findings.hpp"

#include <map>
#include <string_view>
#include <utility>

#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/formats/table_reader.hpp"
#include "tools/gate/toml_file.hpp"

namespace daicho {

namespace {

using Kind = ReviewDecision::Kind;
using Cells = std::vector<std::pair<std::string, std::string>>;  // header and text

/// The rows of records, and how often each of their cells occurs in its column.
class RecordNames {
 public:
    RecordNames(const std::vector<ReviewItem>& items, const AcceptedTable& table) : table_(table) {
        for (const ReviewItem& item : items) {
            if (item.decision.kind == Kind::accept && item.finding.record != 0)
                rows_.try_emplace(item.finding.record);
        }
        if (rows_.empty()) return;
        const auto reader = read_table(table.bytes, table.read, table.name);
        header_.assign(reader->header().begin(),
                       reader->header().begin() + static_cast<std::ptrdiff_t>(reader->columns()));
        counts_.resize(header_.size());
        take_rows(*reader);
        count(*read_table(table.bytes, table.read, table.name));
    }

    /// What means the record, without the cell at `column`, counted from 1, as long as others do.
    Cells key_of(std::uint64_t record, std::uint32_t column) const {
        const std::vector<std::string>& row = rows_.at(record);
        Cells all;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i].empty() || !can_name(i)) continue;
            if (i + 1 != column && counts_[i].at(row[i]) == 1) return {{header_[i], row[i]}};
            all.emplace_back(header_[i], row[i]);
        }
        return all;
    }

 private:
    /// A header that comes twice means the first of its columns.
    bool can_name(std::size_t column) const {
        for (std::size_t i = 0; i < column; ++i) {
            if (header_[i] == header_[column]) return false;
        }
        for (const BoundColumn& bound : table_.facts.columns) {
            if (bound.column == column + 1 && bound.confidential) return false;
        }
        return !header_[column].empty();
    }
    void take_rows(TableReader& reader) {
        auto next = rows_.begin();
        for (Batch batch; next != rows_.end() && reader.next(batch);) {
            for (std::size_t i = 0; i < batch.size() && next != rows_.end(); ++i) {
                if (batch.record_number(i) != next->first) continue;
                for (std::size_t column = 0; column < header_.size(); ++column) {
                    next->second.emplace_back(batch.cell(i, column));
                    counts_[column].try_emplace(next->second.back(), 0);
                }
                ++next;
            }
        }
    }
    void count(TableReader& reader) {
        for (Batch batch; reader.next(batch);) {
            for (std::size_t i = 0; i < batch.size(); ++i) {
                for (std::size_t column = 0; column < header_.size(); ++column) {
                    const auto found = counts_[column].find(batch.cell(i, column));
                    if (found != counts_[column].end()) ++found->second;
                }
            }
        }
    }

    const AcceptedTable& table_;
    std::vector<std::string> header_;
    std::map<std::uint64_t, std::vector<std::string>> rows_;
    std::vector<std::map<std::string, std::uint64_t, std::less<>>> counts_;  // by column
};

std::string toml_quoted(std::string_view text) {
    std::string out = "\"";
    append_json_escaped(out, text);
    return out + '"';
}

/// The name as a pattern that means nothing else.
std::string pattern_of(std::string_view name) {
    std::string pattern;
    for (const char c : name) {
        const bool special = std::string_view("*?[{").find(c) != std::string_view::npos;
        pattern += special ? '[' + std::string(1, c) + ']' : std::string(1, c);
    }
    return pattern;
}

std::string suppression_of(const ReviewItem& item, const AcceptedTable& table, const RecordNames& names) {
    const Finding& finding = item.finding;
    std::string text = "\n[[suppress]]\nrule = " + toml_quoted(finding.rule.text) +
                       "\npath = " + toml_quoted(pattern_of(table.name)) + '\n';
    if (!finding.header.empty()) text += "column = " + toml_quoted(finding.header) + '\n';
    if (finding.record != 0) {
        std::string cells;
        for (const auto& [header, value] : names.key_of(finding.record, finding.column))
            cells += (cells.empty() ? "" : ", ") + toml_quoted(header) + " = " + toml_quoted(value);
        if (!cells.empty()) text += "key = { " + cells + " }\n";
    }
    text += "reason = " + toml_quoted(item.decision.reason) + '\n';
    if (!item.decision.until.empty()) text += "until = " + toml_quoted(item.decision.until) + '\n';
    return text;
}

}  // namespace

std::string suppressions_of(const std::vector<ReviewItem>& items, const AcceptedTable& table) {
    const RecordNames names(items, table);
    std::string text;
    for (const ReviewItem& item : items) {
        if (item.decision.kind == Kind::accept) text += suppression_of(item, table, names);
    }
    return text;
}

void add_suppressions(const std::string& path, const std::string& suppressions) {
    if (suppressions.empty()) return;
    const std::string target = file_to_replace(path);
    std::string text = read_file(target);
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    const std::string draft = make_temporary_beside(target);
    try {
        OutputFile file(draft);
        file.write(text + suppressions);
        file.commit();
        read_toml(draft, path);
    } catch (...) {
        remove_file(draft);
        throw;
    }
    rename_file(draft, target);
}

}  // namespace daicho
