#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/json_table.hpp"
#include "grammars/formats/table_reader.hpp"
#include "registries/propagation/agency_action.hpp"
#include "registries/propagation/agency_map.hpp"
#include "registries/propagation/event_finder.hpp"

namespace daicho {

struct AgencyOptions {
    bool spelling = false;  ///< carry out what is spelling only
    bool relink = false;    ///< replace the number of an absorbed corporation by that of its successor
};

/// An agency's table, read once: its rows whose corporations something happened to.
class AgencyTable {
 public:
    /// Throws Error where a column of the map is not there. `json`: what `table` was made of, where it was
    /// JSON; only texts can be written again then.
    AgencyTable(TableReader& table, const AgencyMap& map, const std::string& name,
                const JsonAsCsv* json = nullptr);

    bool has(std::uint64_t number) const { return numbers_.contains(number); }
    std::size_t rows() const { return rows_.size(); }
    const std::string& key_header() const { return map_.columns[key_].header; }

    /// What is to be done, by row and column of the map. Three values are compared: that of the table with
    /// those of the register before and after. New values are in the notation of the row, or, where it tells
    /// none, of most rows.
    std::vector<AgencyAction> actions(const CorporationEvents& found, const AgencyOptions& options) const;

 private:
    struct Row {
        std::uint64_t record = 0;
        std::uint64_t line = 0;
        std::uint64_t number = 0;
        std::vector<std::string> cells;  ///< by column of the map
        std::vector<bool> quoted;
        std::vector<bool> unwritable;
    };

    void read(TableReader& table, const JsonAsCsv* json);

    AgencyMap map_;
    std::size_t key_ = 0;
    Encoding encoding_ = Encoding::utf8;
    std::vector<std::size_t> columns_;  ///< of the table, by column of the map
    std::vector<Row> rows_;
    std::map<std::uint64_t, std::size_t> numbers_;  ///< how many rows have them

    friend class AgencyJudge;
};

}  // namespace daicho
