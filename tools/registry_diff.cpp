#include "tools/registry_diff.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/base/error.hpp"
#include "registries/store/stored_table.hpp"

namespace daicho {

namespace {

/// The same table of two registries; one of them may lack it.
struct TablePair {
    StoredTable table;
    bool before = false, after = false;
    std::string old_digest;
};

std::vector<TablePair> pairs_of(const RegistryPair& pair) {
    std::vector<TablePair> pairs;
    for (StoredTable& table : stored_tables(Registry(pair.before))) {
        std::string digest = table.digest;
        pairs.push_back({std::move(table), true, false, std::move(digest)});
    }
    for (StoredTable& table : stored_tables(Registry(pair.after))) {
        const auto same =
            std::ranges::find(pairs, table.name, [](const TablePair& one) { return one.table.name; });
        if (same == pairs.end()) {
            pairs.push_back({std::move(table), false, true, {}});
        } else {
            same->after = true;
            same->table.digest = table.digest;
        }
    }
    return pairs;
}

bool says_the_same(const TablePair& pair) {
    return pair.before && pair.after && !pair.old_digest.empty() && pair.old_digest == pair.table.digest;
}

ComparedTable compared(const std::string& registry, const StoredTable& table, bool has_rows) {
    ReadOptions read;
    read.encoding = Encoding::utf8;
    read.delimiter = ',';
    read.header_row = 1;
    read.format = "csv";
    return {registry + "#" + table.name,
            [=] { return open_table(stored_table_text(registry, table, has_rows), read); }};
}

void require_wanted(const RegistryPair& pair, const std::vector<TablePair>& tables) {
    static constexpr std::string_view for_many[] = {"text", "summary", "jsonl", "markdown", "sql"};
    const bool one_at_a_time = std::ranges::find(for_many, pair.form.name) == std::end(for_many);
    if (pair.table.empty() && one_at_a_time) {
        throw Error{ErrorKind::usage, "この形式には表を一つだけ書けます。--table で表を選んでください",
                    "this format holds one table; choose it with --table"};
    }
    std::string names;
    for (const TablePair& one : tables) names += (names.empty() ? "" : ", ") + one.table.name;
    const bool known = pair.table.empty() || std::ranges::any_of(tables, [&](const TablePair& one) {
                           return one.table.name == pair.table;
                       });
    if (known) return;
    throw Error{ErrorKind::usage,
                pair.table + ": この表はどちらの台帳ファイルにもありません。ある表: " + names,
                pair.table + ": neither registry has this table (there are: " + names + ")"};
}

}  // namespace

void compare_registries(const RegistryPair& pair, ComparisonRequest request, DifferenceStyle style,
                        const CompareTables& compare) {
    const std::vector<TablePair> tables = pairs_of(pair);
    require_wanted(pair, tables);
    for (const TablePair& one : tables) {
        if ((!pair.table.empty() && one.table.name != pair.table) || says_the_same(one)) continue;
        request.key = one.table.key;
        style.table = one.table.name;
        compare(compared(pair.before, one.table, one.before), compared(pair.after, one.table, one.after),
                request, style);
    }
}

}  // namespace daicho
