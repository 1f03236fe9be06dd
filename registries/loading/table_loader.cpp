#include "registries/loading/table_loader.hpp"

#include <charconv>

#include "grammars/base/pipeline.hpp"
#include "registries/store/table_digest.hpp"

namespace daicho {

namespace {

constexpr const char* staging = "incoming";

bool exists(const Database& database, const std::string& table) {
    return database.number("select count(*) from sqlite_master where name = " + quoted_text(table)) > 0;
}

double read_degrees(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Creates the tables of `table` where they are missing; whether they were.
bool create_tables(Database& database, const RegistryTable& table) {
    const bool missing = !exists(database, table.name());
    if (missing) database.run(table.create(table.name()) + ";" + table.create_history());
    return missing;
}

std::optional<std::size_t> item_named(const RegistryTable& table, std::string_view name) {
    if (name.empty()) return std::nullopt;
    return table.item(name);
}

std::string select_twin(const RegistryTable& table, const std::string& from) {
    std::string sql = "select " + table.list() + " from " + quoted_name(from) + " where 1";
    for (const std::string_view key : table.layout().key) sql += " and " + quoted_name(key) + " = ?";
    return sql;
}

}  // namespace

TableLoader::TableLoader(Database& database, const RegistryTable& table, Changed changed)
    : database_(database),
      table_(table),
      changed_(std::move(changed)),
      bare_(create_tables(database, table)),
      keys_(table.keys()),
      coverage_item_(item_named(table, table.layout().coverage)),
      replacement_(database, table),
      insert_(database.prepare(table.insert(table.name()))),
      twin_(database.prepare(select_twin(table, table.name()))) {}

CountChanges TableLoader::load(RecordStream& records, const LoadedFile& file, const Rejected& rejected) {
    file_ = &file;
    rejected_ = &rejected;
    counts_.clear();
    counts_[file.id] = {};
    asked_ = staged_ = false;
    read_coverage();
    const RowCheck check(table_, item_columns(table_, records.header(), records.columns()),
                         records.columns());
    ordered_pipeline<Batch, CheckedRows>(
        hardware_threads(), [&](Batch& batch) { return records.next(batch); },
        [&](Batch& batch, CheckedRows& rows) { check.check(batch, rows); },
        [&](Batch& batch, CheckedRows& rows) { store(batch, check, rows); });
    if (staged_) merge_staged();
    write_coverages();
    return counts_;
}

CountChanges TableLoader::finish(const Rejected&) {
    if (bare_) {
        for (const std::string& name : {table_.name(), table_.name() + "_history"}) {
            database_.run(table_.create_indexes(name));
        }
        bare_ = false;
    }
    write_digest(database_, table_.name());
    return {};
}

void TableLoader::store(const Batch& batch, const RowCheck& check, const CheckedRows& rows) {
    RowCounts& mine = counts_[file_->id];
    auto left = rows.left.begin();
    for (std::size_t record = 0; record < batch.size(); ++record) {
        if (left != rows.left.end() && left->record == record) {
            if (!left->blank) {
                ++mine.records;
                ++mine.rejected;
                (*rejected_)(file_->id, batch.record_number(record), batch.line(record), left->why);
            }
            ++left;
            continue;
        }
        ++mine.records;
        store_row({batch, record, check, rows});
    }
}

void TableLoader::store_row(const Row& row) {
    switch (way_of(coverage_of(row))) {
        case Way::outdated:
            ++counts_[file_->id].superseded;
            return;
        case Way::staged:
            stage(row);
            return;
        case Way::straight:
            break;
    }
    if (insert(insert_, row)) {
        ++counts_[file_->id].stored;
    } else {
        meet(twin_, row);
    }
}

/// What the row says that its file speaks of: an item, or a column derived from items.
std::string_view TableLoader::coverage_of(const Row& row) const {
    if (!coverage_item_) return {};
    const std::size_t items = table_.items(), derived = table_.columns().size() - items;
    const std::string_view coverage = *coverage_item_ < items
                                          ? row.text(*coverage_item_)
                                          : row.rows.derived(row.record * derived + *coverage_item_ - items);
    const std::size_t size = table_.layout().coverage_size;
    return size > 0 ? coverage.substr(0, size) : coverage;
}

bool TableLoader::insert(Statement& statement, const Row& row) {
    const auto& columns = table_.columns();
    const std::size_t items = table_.items(), derived = columns.size() - items;
    for (std::size_t i = 0; i < items; ++i) {
        const std::string_view text = row.text(i);
        const int parameter = static_cast<int>(i);
        if (text.empty() && !columns[i].key) {
            statement.bind_null(parameter);
        } else if (columns[i].real) {
            statement.bind(parameter, read_degrees(text));
        } else {
            statement.bind(parameter, text);
        }
    }
    for (std::size_t i = 0; i < derived; ++i) {
        statement.bind(static_cast<int>(items + i), row.rows.derived(row.record * derived + i));
    }
    statement.bind(static_cast<int>(columns.size()), file_->id);
    statement.run();
    return database_.changes() > 0;
}

TableLoader::Way TableLoader::way_of(std::string_view coverage) {
    if (asked_ && coverage == last_coverage_) return last_way_;
    asked_ = true;
    last_coverage_ = coverage;
    return last_way_ = new_way_of(last_coverage_);
}

TableLoader::Way TableLoader::new_way_of(const std::string& coverage) {
    const auto [known, fresh] = coverage_.try_emplace(coverage, Covered{file_->edition, true});
    if (fresh || known->second.edition == file_->edition) return Way::straight;
    if (known->second.edition > file_->edition) return Way::outdated;
    known->second.mine = true;
    return Way::staged;
}

void TableLoader::stage(const Row& row) {
    if (!staged_) {
        staged_ = true;
        database_.run("drop table if exists " + std::string(staging));
        database_.run(table_.create(staging));
        stage_ = database_.prepare(table_.insert(staging));
        staged_twin_ = database_.prepare(select_twin(table_, staging));
    }
    if (insert(stage_, row)) {
        ++counts_[file_->id].stored;
    } else {
        meet(staged_twin_, row);
    }
}

/// There is a row with this key already.
void TableLoader::meet(Statement& twin, const Row& row) {
    find_twin(twin, row);
    const std::string item = difference(twin, row);
    twin.reset();
    if (item.empty()) {
        ++counts_[file_->id].duplicate;
    } else {
        reject_twin(item, row);
    }
}

void TableLoader::reject_twin(const std::string& item, const Row& row) {
    ++counts_[file_->id].rejected;
    const RowRefusal refusal{item,
                             shown_value(row.text(table_.item(item))),
                             {"同じキーの行がすでにあり、この列が違います",
                              "there is a row with the same key already, and this column differs"}};
    (*rejected_)(file_->id, row.batch.record_number(row.record), row.batch.line(row.record), refusal);
}

/// Steps `twin` onto the row that has the key of `row`.
bool TableLoader::find_twin(Statement& twin, const Row& row) const {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        const int parameter = static_cast<int>(i);
        const std::string_view text = row.text(keys_[i]);
        if (table_.columns()[keys_[i]].real) {
            twin.bind(parameter, read_degrees(text));
        } else {
            twin.bind(parameter, text);
        }
    }
    return twin.step();
}

/// The first item in which the row differs from its twin; empty where there is none.
std::string TableLoader::difference(const Statement& twin, const Row& row) const {
    for (std::size_t i = 0; i < table_.items(); ++i) {
        const auto& column = table_.columns()[i];
        if (!column.compared) continue;
        const std::string_view text = row.text(i);
        const int at = static_cast<int>(i);
        const bool same = text.empty()  ? twin.is_null(at) || twin.text(at).empty()
                          : column.real ? !twin.is_null(at) && twin.real(at) == read_degrees(text)
                                        : twin.text(at) == text;
        if (!same) return column.name;
    }
    return {};
}

void TableLoader::read_coverage() {
    coverage_.clear();
    Statement covered = database_.prepare("select value, edition from coverage where \"table\" = ?");
    covered.bind(0, table_.layout().table);
    while (covered.step()) coverage_.emplace(covered.text(0), Covered{std::string(covered.text(1)), false});
}

void TableLoader::write_coverages() {
    for (const auto& [value, covered] : std::map(coverage_.begin(), coverage_.end())) {
        if (covered.mine) write_coverage(database_, table_.layout().table, value, *file_);
    }
}

void TableLoader::merge_staged() {
    for (const auto& [owner, rows] : replacement_.merge(staging, file_->edition, file_->name, changed_)) {
        counts_[owner].stored -= rows;
        counts_[owner].superseded += rows;
    }
}

}  // namespace daicho
