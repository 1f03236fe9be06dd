#include "registries/store/stored_table.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "grammars/base/os_files.hpp"
#include "grammars/formats/csv_cell.hpp"
#include "grammars/formats/first_bytes.hpp"
#include "registries/store/table_digest.hpp"

namespace daicho {

namespace {

constexpr std::size_t piece = 64 << 10;

std::string list_of(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + quoted_name(name);
    return list;
}

/// The text of a table, made row by row.
class TableTextSource final : public ByteSource {
 public:
    TableTextSource(const std::string& registry, const StoredTable& table, bool has_rows)
        : registry_(registry), name_(registry + ": " + table.name) {
        if (has_rows) {
            rows_.emplace(registry_.database().prepare("select " + list_of(table.columns) + " from " +
                                                       quoted_name(table.name) + " order by " +
                                                       list_of(table.key)));
        }
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (i > 0) header_ += ',';
            append_csv_cell(header_, table.columns[i]);
        }
        header_ += '\n';
        text_ = header_;
    }
    std::size_t read(char* to, std::size_t size) override {
        if (at_ == text_.size()) fill();
        const std::size_t got = std::min(size, text_.size() - at_);
        std::memcpy(to, text_.data() + at_, got);
        at_ += got;
        return got;
    }
    bool rewindable() const override { return true; }
    void rewind() override {
        if (rows_) rows_->reset();
        done_ = false;
        text_ = header_;
        at_ = 0;
    }
    const std::string& name() const override { return name_; }

 private:
    void fill() {
        text_.clear();
        at_ = 0;
        while (rows_ && !done_ && text_.size() < piece) {
            done_ = !rows_->step();
            for (int i = 0; !done_ && i < rows_->columns(); ++i) {
                if (i > 0) text_ += ',';
                if (!rows_->is_null(i)) append_csv_cell(text_, rows_->text(i));
            }
            if (!done_) text_ += '\n';
        }
    }

    Registry registry_;
    std::string name_, header_, text_;
    std::optional<Statement> rows_;
    std::size_t at_ = 0;
    bool done_ = false;
};

/// Columns that the registry makes of others for its look-ups, and the file that a row came from.
bool is_own_column(std::string_view column) {
    return column == "file" || column.ends_with("_key");
}

StoredTable table_named(const Database& database, const std::string& name) {
    StoredTable table{name, {}, {}, written_digest(database, name)};
    Statement columns =
        database.prepare("select name, pk from pragma_table_info(" + quoted_text(name) + ") order by cid");
    std::vector<std::pair<std::int64_t, std::string>> key;
    while (columns.step()) {
        const std::string column(columns.text(0));
        if (columns.integer(1) > 0) key.emplace_back(columns.integer(1), column);
        if (!is_own_column(column)) table.columns.push_back(column);
    }
    std::ranges::sort(key);
    for (auto& [place, column] : key) table.key.push_back(std::move(column));
    return table;
}

}  // namespace

std::vector<StoredTable> stored_tables(const Registry& registry) {
    std::vector<StoredTable> tables{
        {"file",
         {"name", "source", "table", "edition", "sha256", "size", "records", "stored", "rejected"},
         {"name"},
         {}}};
    Statement names = registry.database().prepare(
        "select distinct \"table\" from file where \"table\" is not null order by \"table\"");
    while (names.step()) {
        const std::string name(names.text(0));
        if (!registry.has(name)) continue;
        StoredTable table = table_named(registry.database(), name);
        if (!table.key.empty()) tables.push_back(std::move(table));
    }
    return tables;
}

std::unique_ptr<ByteSource> stored_table_text(const std::string& registry, const StoredTable& table,
                                              bool has_rows) {
    return std::make_unique<TableTextSource>(registry, table, has_rows);
}

bool is_database_file(const std::string& path) {
    const auto facts = path == "-" ? std::nullopt : file_facts(path);
    if (!facts || facts->kind != FileStatus::Kind::file) return false;
    InputFile file(path);
    return take_bytes(file, sqlite_magic.size()) == sqlite_magic;
}

}  // namespace daicho
