#include "registries/loading/registry_table.hpp"

#include <algorithm>
#include <cassert>

#include "registries/store/database.hpp"

namespace daicho {

namespace {

bool is_degrees(const Slot& slot) {
    return slot.kind && (slot.kind->name == "latitude" || slot.kind->name == "longitude");
}

bool contains(const std::vector<std::string_view>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

template <class Columns, class Say>
std::string listed(const Columns& columns, const std::string& between, Say&& say) {
    std::string text;
    for (const auto& column : columns) {
        if (!text.empty()) text += between;
        text += say(column);
    }
    return text;
}

}  // namespace

RegistryTable::RegistryTable(const Source& source, const Layout& layout, const Model& model)
    : source_(source), layout_(layout), model_(model) {
    for (const Slot& slot : model.slots) {
        columns_.push_back({slot.path, is_degrees(slot), contains(layout.key, slot.path),
                            !contains(layout.not_compared, slot.path)});
    }
    for (const DerivedColumn& derived : layout.derived) {
        columns_.push_back({std::string(derived.name), false, false, false});
    }
}

std::size_t RegistryTable::item(std::string_view name) const {
    const auto found = std::ranges::find(columns_, name, &Column::name);
    assert(found != columns_.end());
    return static_cast<std::size_t>(found - columns_.begin());
}

std::vector<std::size_t> RegistryTable::keys() const {
    std::vector<std::size_t> numbers;
    for (const std::string_view key : layout_.key) numbers.push_back(item(key));
    return numbers;
}

std::string RegistryTable::column_definitions() const {
    return listed(columns_, ", ",
                  [](const Column& column) {
                      return quoted_name(column.name) + (column.real ? " real" : " text") +
                             (column.key ? " not null" : "");
                  }) +
           ", file integer not null";
}

std::string RegistryTable::create(const std::string& name) const {
    return "create table " + quoted_name(name) + "(" + column_definitions() + ", primary key(" +
           listed(layout_.key, ", ", [](std::string_view key) { return quoted_name(key); }) +
           ")) strict, without rowid";
}

std::string RegistryTable::create_history() const {
    const std::string history = name() + "_history";
    return "create table " + quoted_name(history) + "(" + column_definitions() +
           ", until text not null) strict; " + "create index " + quoted_name(history + "_key") + " on " +
           quoted_name(history) + "(" +
           listed(layout_.key, ", ", [](std::string_view key) { return quoted_name(key); }) + ")";
}

std::string RegistryTable::create_indexes(const std::string& table) const {
    std::string sql;
    for (std::size_t i = 0; i < layout_.indexes.size(); ++i) {
        sql += "create index " + quoted_name(table + "_" + std::to_string(i + 1)) + " on " +
               quoted_name(table) + "(" + std::string(layout_.indexes[i]) + "); ";
    }
    return sql;
}

std::string RegistryTable::insert(const std::string& name) const {
    return "insert into " + quoted_name(name) + "(" + list() + ") values (" +
           listed(columns_, ", ", [](const Column&) { return "?"; }) + ", ?) on conflict do nothing";
}

std::string RegistryTable::list(const std::string& prefix) const {
    return listed(columns_, ", ", [&](const Column& column) { return prefix + quoted_name(column.name); }) +
           ", " + prefix + "file";
}

std::string RegistryTable::same_key(const std::string& a, const std::string& b) const {
    return listed(layout_.key, " and ", [&](std::string_view key) {
        return a + "." + quoted_name(key) + " = " + b + "." + quoted_name(key);
    });
}

std::string RegistryTable::same_content(const std::string& a, const std::string& b) const {
    std::string text = "1";
    for (const Column& column : columns_) {
        if (column.key || !column.compared) continue;
        text += " and " + a + "." + quoted_name(column.name) + " is " + b + "." + quoted_name(column.name);
    }
    return text;
}

std::string RegistryTable::coverage(const std::string& prefix) const {
    if (layout_.coverage.empty()) return "''";
    const std::string column = "coalesce(" + prefix + quoted_name(layout_.coverage) + ", '')";
    return layout_.coverage_size == 0
               ? column
               : "substr(" + column + ", 1, " + std::to_string(layout_.coverage_size) + ")";
}

}  // namespace daicho
