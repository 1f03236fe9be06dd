#include <algorithm>
#include <map>
#include <set>

#include "models/dictionary/item_words.hpp"
#include "models/export/export_parts.hpp"
#include "models/export/value_form.hpp"

namespace daicho {

std::string export_sql(const ExportRequest& request);

namespace {

/// What PostgreSQL keeps of a name, in bytes.
constexpr std::size_t longest_name = 63;
/// Accepted texts that a CHECK lists at most.
constexpr std::size_t most_listed = 300;

std::string sql_quoted(std::string_view text, char sign) {
    std::string out(1, sign);
    for (const char c : text) out.append(c == sign ? 2 : 1, c);
    return out + sign;
}

std::string literal(std::string_view text) {
    return sql_quoted(text, '\'');
}

/// Names of tables, or of the columns of one: short enough for PostgreSQL, and different from each other, in
/// SQLite without regard to case.
class SqlNames {
 public:
    std::string add(std::string name) {
        if (name.size() > longest_name || !taken_.insert(folded(name)).second) {
            std::size_t number = 1;
            std::string made;
            do {
                const std::string end = "_" + std::to_string(++number);
                std::size_t size = std::min(name.size(), longest_name - end.size());
                while (size > 0 && size < name.size() && (name[size] & 0xC0) == 0x80) --size;
                made = name.substr(0, size) + end;
            } while (!taken_.insert(folded(made)).second);
            name = made;
        }
        return sql_quoted(name, '"');
    }

 private:
    static std::string folded(std::string text) {
        for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return text;
    }

    std::set<std::string> taken_;
};

struct SqlTable {
    std::string name;
    std::string parent;  ///< of a table of repeated items
    SqlNames names;
    std::vector<std::string> lines;   ///< of columns, then of what is said about the table
    std::vector<std::string> labels;  ///< comments of the columns
};

class SqlWriter {
 public:
    explicit SqlWriter(const ExportRequest& request) : request_(request), model_(request.model) {}

    std::string write() {
        std::string out = head();
        for (std::size_t i = 0; i < model_.codes.size(); ++i) out += codes_table(i);
        make_tables();
        for (const SqlTable& table : tables_) out += text_of(table);
        return out;
    }

 private:
    std::string head() const {
        const FoundClass& found = model_.root().found;
        return "-- " + std::string(label_in(found.tree->label, request_.language)) + " (" +
               found.source->tree.name.text + "/" + found.tree->name.text + " " + found.source->tree.version +
               "): SQLite, PostgreSQL\n" + loss_lines(request_, "-- ") + "\n";
    }

    std::string codes_table(std::size_t number) {
        const FoundCodes& list = model_.codes[number];
        if (list.codes.empty()) return {};
        const std::string name = table_names_.add(codes_resource(model_, number));
        code_tables_[number] = name;
        std::string out = "CREATE TABLE " + name +
                          " (\n  \"code\" TEXT PRIMARY KEY,\n  \"label_ja\" TEXT,\n  \"label_en\" TEXT\n);\n";
        std::set<std::string> known;
        for (const auto& code : list.codes) {
            if (!known.insert(code.code).second) continue;
            out += "INSERT INTO " + name + " VALUES (" + literal(code.code) + ", " + literal(code.label.ja) +
                   ", " + literal(code.label.en) + ");\n";
        }
        return out + "\n";
    }

    void make_tables() {
        SqlTable& main = tables_.emplace_back();
        main.name = table_names_.add(model_.root().name);
        main.lines.push_back(main.names.add("record_id") + " INTEGER PRIMARY KEY");
        main.labels.emplace_back();
        const auto columns = flat_columns(request_);
        for (const FlatColumn& column : columns) add_column(column);
        for (SqlTable& table : tables_) {
            if (!table.parent.empty()) table.lines.push_back("PRIMARY KEY (\"record_id\", \"position\")");
        }
        add_uniques();
        add_alternatives();
    }

    /// The table of the first item on the way that repeats; the main one where none does.
    std::size_t table_of(const FlatColumn& column) {
        std::string path;
        for (const ExportedItem* item : way_of(model_, model_.root(), column.line->path)) {
            path += (path.empty() ? "" : ".") + item->tree->name.text;
            if (!item->repeats()) continue;
            const auto known = child_tables_.find(path);
            if (known != child_tables_.end()) return known->second;
            SqlTable table;
            table.name = table_names_.add(model_.root().name + "_" + path);
            table.parent = tables_.front().name;
            table.lines = {table.names.add("record_id") + " INTEGER NOT NULL REFERENCES " + table.parent +
                               " (\"record_id\")",
                           table.names.add("position") + " INTEGER NOT NULL"};
            table.labels.resize(2);
            tables_.push_back(std::move(table));
            return child_tables_[path] = tables_.size() - 1;
        }
        return 0;
    }

    void add_column(const FlatColumn& column) {
        SqlTable& table = tables_[table_of(column)];
        const std::string name = table.names.add(column.name);
        const syntax::Item& item = *column.item.tree;
        std::string line = name + " " + sql_type(column.item);
        if (table.parent.empty()) {
            columns_[column.line->path] = name;
            if (column.required) line += " NOT NULL";
        }
        if (is_plain_code(model_, column.item)) {
            if (item.type.form == syntax::CodeForm::code) {
                line += " REFERENCES " + code_tables_[column.item.codes] + " (\"code\")";
            } else if (const auto texts = accepted_codes(model_, column.item); texts.size() <= most_listed) {
                std::string list;
                for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + literal(text);
                line += " CHECK (" + name + " IN (" + list + "))";
            }
        } else {
            line += value_check(column.item, name);
        }
        table.lines.push_back(line);
        table.labels.push_back(std::string(label_in(item.label, request_.language)));
    }

    static std::string sql_type(const ExportedItem& item) {
        const bool plain = item.kind && item.tree->separator.empty() && item.tree->unknowns.empty() &&
                           item.tree->type.matches.empty();
        return plain ? value_form(*item.kind).sql : "TEXT";
    }

    static std::string value_check(const ExportedItem& item, const std::string& name) {
        const syntax::Type& type = item.tree->type;
        if (!item.kind || !item.tree->separator.empty() || !item.tree->unknowns.empty()) return {};
        std::string out;
        if (is_number(item)) {
            if (type.minimum) out += " CHECK (" + name + " >= " + *type.minimum + ")";
            if (type.maximum) out += " CHECK (" + name + " <= " + *type.maximum + ")";
        } else if (const std::size_t length = fixed_length(value_form(*item.kind).pattern);
                   length > 0 && type.matches.empty() && value_form(*item.kind).sql == "TEXT") {
            out += " CHECK (length(" + name + ") = " + std::to_string(length) + ")";
        }
        return out;
    }

    void add_uniques() {
        for (const auto* unique : model_.root().uniques) {
            std::string list;
            bool all = true;
            for (const auto& item : unique->items) {
                const auto column = columns_.find(item.text);
                all = all && column != columns_.end();
                if (all) list += (list.empty() ? "" : ", ") + column->second;
            }
            if (all) tables_.front().lines.push_back("UNIQUE (" + list + ")");
        }
    }

    /// Items of nested classes that are not laid out are left out: too little is asked rather than too much.
    void add_alternatives() {
        std::string check;
        for (const auto& one : required_paths(model_).alternatives) {
            std::string part;
            for (const std::string& path : one.paths) {
                const auto column = columns_.find(path);
                if (column != columns_.end())
                    part += (part.empty() ? "" : " AND ") + column->second + " IS NOT NULL";
            }
            if (part.empty()) return;
            check += (check.empty() ? "" : "\n    OR ") + ("(" + part + ")");
        }
        if (!check.empty()) tables_.front().lines.push_back("CHECK (" + check + ")");
    }

    static std::string text_of(const SqlTable& table) {
        std::string out = "CREATE TABLE " + table.name + " (\n";
        for (std::size_t i = 0; i < table.lines.size(); ++i) {
            out += "  " + table.lines[i] + (i + 1 < table.lines.size() ? "," : "");
            if (i < table.labels.size() && !table.labels[i].empty()) out += " -- " + table.labels[i];
            out += "\n";
        }
        return out + ");\n\n";
    }

    const ExportRequest& request_;
    const ExportedModel& model_;
    SqlNames table_names_;
    std::vector<SqlTable> tables_;
    std::map<std::size_t, std::string> code_tables_;
    std::map<std::string, std::size_t> child_tables_;
    std::map<std::string, std::string> columns_;  // of the main table, by path
};

}  // namespace

std::string export_sql(const ExportRequest& request) {
    return SqlWriter(request).write();
}

}  // namespace daicho
