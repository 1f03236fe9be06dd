#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace daicho {

/// One difference between two states of a table: what `update` made of a registry and what propagates from
/// there, what `diff` finds and `patch` makes. Texts are UTF-8.
struct Change {
    enum class Op : std::uint8_t { added, removed, changed };
    struct Item {
        std::string name;    ///< item, as a path of English names
        std::string before;  ///< empty: there was none
        std::string after;
        std::string kind{};  ///< class of the difference, where tables were compared: "notation"
    };

    Op op = Op::changed;
    std::string table;  ///< "town"
    std::vector<std::pair<std::string, std::string>>
        key;                     ///< items that tell the row, as it is now (removed: was)
    std::vector<Item> items;     ///< what differs; all that is there where a row came or went
    std::string before_edition;  ///< of the row that was, YYYY-MM-DD or less
    std::string after_edition;   ///< of the edition that brought the change
    std::string evidence;        ///< the file that says so
    // Of tables that were compared:
    std::string kind{};            ///< the greatest class of its items: "real"
    std::uint64_t old_record = 0;  ///< 1 = the first below the header; 0: there was none
    std::uint64_t new_record = 0;
};

std::string_view to_string(Change::Op op);  ///< "added" "removed" "changed"

/// The change as a JSON object and a line end: op, table, key, items[item, before, after] and what else is
/// known.
std::string change_json(const Change& change);

}  // namespace daicho
