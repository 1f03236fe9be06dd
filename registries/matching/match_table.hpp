#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "registries/matching/match_level.hpp"

namespace daicho {

/// An item that both tables have, by their headers.
struct MatchItem {
    MatchItemKind kind = MatchItemKind::text;
    std::string a;
    std::string b;
};

/// What is known beside the tables; nothing of it is needed.
struct MatchKnowledge {
    const SeatReader* places = nullptr;
    /// Header of the column with the corporate numbers of the records; empty: none.
    std::string number;
    /// The former names of a corporate number (13 digits, in any notation).
    std::function<std::vector<std::string>(std::string_view number)> former_names;
};

/// A table whose records are compared: their values and keys.
class MatchTable {
 public:
    /// `id`: header of the column that names a record; empty: none. The values are read on `threads` threads
    /// (0: as many as the machine has). Throws Error where a column is not there.
    MatchTable(TableReader& table, const std::vector<MatchItem>& items, std::string MatchItem::*header,
               const std::string& id, const std::string& name, const MatchKnowledge& known = {},
               unsigned threads = 0);

    struct Record {
        std::uint64_t record = 0;
        std::uint64_t line = 0;
        std::string id;
        std::vector<MatchValue> values;   ///< by item
        std::vector<MatchValue> formers;  ///< names that the register had of its corporate number before
    };
    const std::vector<Record>& records() const { return records_; }

 private:
    std::vector<Record> records_;
};

}  // namespace daicho
