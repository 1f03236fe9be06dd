#include <algorithm>

#include "models/comparison/reports/difference_texts.hpp"
#include "models/rules/message.hpp"

namespace daicho {

namespace {

std::string sql_quoted(std::string_view text, char mark) {
    std::string out(1, mark);
    for (const char c : text) {
        if (c == mark) out += mark;
        out += c;
    }
    return out += mark;
}

/// A statement a record, for a table that has the columns as texts under their headers. Records are told by
/// their keys and by what they said before; without a key by all that they said.
class SqlDifference final : public ComparisonListener {
 public:
    SqlDifference(std::ostream& out, const DifferenceStyle& style) : out_(out), style_(style) {}

    void begin(const ComparisonFacts& facts) override {
        facts_ = &facts;
        hides_ = !style_.show_values &&
                 std::any_of(facts.columns.begin(), facts.columns.end(), [](const ComparedColumn& column) {
                     return column.confidential && !column.ignored;
                 });
        if (hides_) {
            out_ << in_language(
                style_, "-- 秘匿項目の値を伏せたので、その値を使う文は注釈にしてあります。\n",
                "-- values of confidential items are masked; statements that need them are comments\n");
        }
        out_ << "BEGIN;\n";
        for (const ComparedColumn& column : facts.columns) {
            if (column.ignored) continue;
            if (column.added()) alter() << "ADD COLUMN " << sql_quoted(column.label, '"') << " TEXT;\n";
            if (column.renamed()) {
                alter() << "RENAME COLUMN " << sql_quoted(column.old_header, '"') << " TO "
                        << sql_quoted(column.label, '"') << ";\n";
            }
        }
    }
    void add(const RecordDifference& difference) override {
        switch (difference.op) {
            case Change::Op::added:
                return insert(difference);
            case Change::Op::removed:
                return put("DELETE FROM " + sql_quoted(style_.table, '"') + where(difference));
            case Change::Op::changed:
                update(difference);
        }
    }
    void end(const ComparisonSummary&) override {
        for (const ComparedColumn& column : facts_->columns) {
            if (!column.ignored && column.removed()) {
                alter() << "DROP COLUMN " << sql_quoted(column.label, '"') << ";\n";
            }
        }
        out_ << "COMMIT;\n";
        out_.flush();
    }

 private:
    std::ostream& alter() { return out_ << "ALTER TABLE " << sql_quoted(style_.table, '"') << ' '; }
    void insert(const RecordDifference& difference) {
        std::string names, values;
        for (std::size_t i = 0; i < facts_->columns.size(); ++i) {
            const ComparedColumn& column = facts_->columns[i];
            if (column.removed() || column.ignored) continue;
            names += (names.empty() ? "" : ", ") + sql_quoted(column.label, '"');
            values += (values.empty() ? "" : ", ") + value(difference.after[i], column);
        }
        put("INSERT INTO " + sql_quoted(style_.table, '"') + " (" + names + ") VALUES (" + values + ")");
    }
    void update(const RecordDifference& difference) {
        std::string assignments;
        for (const CellDifference& cell : difference.cells) {
            if (facts_->columns[cell.column].removed()) continue;
            assignments += (assignments.empty() ? "" : ", ") +
                           sql_quoted(facts_->columns[cell.column].label, '"') + " = " +
                           value(cell.after, facts_->columns[cell.column]);
        }
        if (assignments.empty()) return;
        put("UPDATE " + sql_quoted(style_.table, '"') + " SET " + assignments + where(difference));
    }
    /// A statement; a comment where it has a value that is not told.
    void put(const std::string& statement) {
        out_ << (masked_ ? "-- " : "");
        for (const char c : statement) out_ << (masked_ && (c == '\n' || c == '\r') ? ' ' : c);
        out_ << ";\n";
        masked_ = false;
    }
    std::string value(std::string_view text, const ComparedColumn& column) {
        if (!hides_ || !column.confidential || text.empty()) return sql_quoted(text, '\'');
        masked_ = true;
        return sql_quoted(masked_text, '\'');
    }
    std::string where(const RecordDifference& difference) {
        std::string tests;
        for (std::size_t i = 0; i < facts_->columns.size(); ++i) {
            const ComparedColumn& column = facts_->columns[i];
            if (!column.old_column || column.ignored) continue;
            if (!facts_->key.empty() && !column.is_key && !differs(difference, i)) continue;
            const std::string name = sql_quoted(column.label, '"');
            tests += (tests.empty() ? " WHERE " : " AND ") +
                     (difference.before[i].empty() ? "COALESCE(" + name + ", '')" : name) + " = " +
                     value(difference.before[i], column);
        }
        return tests;
    }
    static bool differs(const RecordDifference& difference, std::size_t column) {
        if (difference.op != Change::Op::changed) return false;
        for (const CellDifference& cell : difference.cells) {
            if (cell.column == column) return true;
        }
        return false;
    }

    std::ostream& out_;
    DifferenceStyle style_;
    const ComparisonFacts* facts_ = nullptr;
    bool hides_ = false;   ///< there are values that are not told
    bool masked_ = false;  ///< the statement that is made has one
};

}  // namespace

std::unique_ptr<ComparisonListener> make_sql_difference(std::ostream& out, const DifferenceStyle& style) {
    return std::make_unique<SqlDifference>(out, style);
}

}  // namespace daicho
