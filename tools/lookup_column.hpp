#pragma once

#include <string>
#include <vector>

#include "grammars/formats/read_options.hpp"
#include "grammars/formats/write_options.hpp"
#include "registries/knowledge/knowledge.hpp"
#include "registries/lookup/lookup.hpp"
#include "tools/session.hpp"

namespace daicho {

/// How a table with answers beside a column is written.
enum class InputForm : unsigned char { by_name, csv, jsonl, geojson, ndgeojson };

/// A look-up of all cells of a column: what the command line says of it.
struct ColumnLookup {
    std::string input;  ///< a table of any format; "-": standard input
    std::string output = "-";
    std::vector<std::string> columns;  ///< headers of what is asked, one for each word of the kind
    std::string place_column;          ///< header of the municipality of each record; empty: none
    std::string address_column;        ///< header of the address of each corporation; empty: none
    /// Headers of latitude and longitude of each address; empty: none.
    std::vector<std::string> position_columns;
    std::vector<std::string> fields;  ///< empty: those that the kind shows
    InputForm form = InputForm::by_name;
    ReadOptions read;
    WriteOptions write;
};

/// Looks up a column and writes the table with the fields of the answers behind its own. How many were found
/// goes to the messages. Gives whether all were.
bool look_up_column(const ColumnLookup& job, const LookupKind& kind, const LookupContext& context,
                    const Knowledge& known, const Session& session);

/// Throws Error where `names` has one that is no field of the answer to `query`, with those that there are.
void check_field_names(const std::vector<std::string>& names, const Knowledge& known, const LookupKind& kind,
                       std::string_view query, const LookupContext& context, const LookupAnswer& answer);

}  // namespace daicho
