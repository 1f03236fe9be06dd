#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/json_table.hpp"
#include "grammars/formats/table_reader.hpp"
#include "registries/propagation/agency_map.hpp"
#include "registries/propagation/event_finder.hpp"

namespace daicho {

/// What is to be done with a cell of an agency's table after an event.
enum class AgencyStep : std::uint8_t {
    update,    ///< it says what was: write what is
    done,      ///< it says what is already
    spelling,  ///< it says what is in other words; nothing is forced
    relink,    ///< the body was absorbed: the successor takes its place
    close,     ///< the body was closed
    confirm,   ///< what was before is not known: a person looks
    conflict,  ///< it says neither what was nor what is
    manual,    ///< something that a person has to settle
    none,      ///< the cell is empty: nothing is filled in
};

/// Why.
enum class AgencyReason : std::uint8_t {
    says_before,         ///< exactly what was before, in the table's notation
    says_before_folded,  ///< what was before, in a spelling of its own
    says_earlier,        ///< what was before an earlier change that the table missed
    says_after,
    says_after_folded,
    spelling_changed,  ///< before and after differ in spelling only
    differs,
    empty,
    before_unknown,
    part_in_conflict,   ///< another part of the address is in conflict, and half an address is none
    no_column,          ///< the table has no column for it
    successor_present,  ///< the successor has a row of its own already
    number_withdrawn,
    unwritable,  ///< the cell holds bytes or quotes that could not be written again
};

enum class Confidence : std::uint8_t { high, medium, low };

std::string_view to_string(AgencyStep step);
std::string_view to_string(AgencyReason reason);  ///< "says-before" ...
std::string_view to_string(Confidence confidence);

struct AgencyAction {
    std::uint64_t record = 0;  ///< of the table, 1-based
    std::uint64_t line = 0;
    std::string key;    ///< the cell of the number, as it stands there
    std::string field;  ///< heading; that of the number where no column takes it
    std::size_t column = 0;
    std::string old_value;  ///< in the table
    std::string new_value;  ///< in the table's notation; empty where none is proposed
    std::string before;     ///< what the register said, in the table's notation
    std::string after;
    AgencyStep step = AgencyStep::none;
    AgencyReason reason = AgencyReason::differs;
    Confidence confidence = Confidence::high;
    std::vector<std::string> events;  ///< ids
    bool patched = false;             ///< a patch carries it out
    bool quoted_only_now = false;  ///< the cell was written without quotation marks, the new value needs them
};

struct AgencyOptions {
    bool spelling = false;  ///< carry out what is spelling only
    bool relink = false;    ///< replace the number of an absorbed body by that of its successor
};

/// An agency's table, read once: its rows whose bodies something happened to.
class AgencyTable {
 public:
    /// Throws Error where a column of the map is not there. `json`: what `table` was made of, where it was
    /// JSON; only texts can be written again then.
    AgencyTable(TableReader& table, const AgencyMap& map, const std::string& name,
                const JsonAsCsv* json = nullptr);

    bool has(std::uint64_t number) const { return numbers_.contains(number); }
    std::size_t rows() const { return rows_.size(); }
    const std::string& key_heading() const { return map_.columns[key_].heading; }

    /// What is to be done, by row and column of the map. Three values are compared: that of the table with
    /// those of the register before and after. New values are in the notation of the row, or, where it tells
    /// none, of most rows.
    std::vector<AgencyAction> actions(const BodyEvents& found, const AgencyOptions& options) const;

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
    std::vector<std::size_t> columns_;  ///< of the table, by column of the map
    std::vector<Row> rows_;
    std::map<std::uint64_t, std::size_t> numbers_;  ///< how many rows have them

    friend class AgencyJudge;
};

}  // namespace daicho
