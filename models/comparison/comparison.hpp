#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "grammars/values/value_type.hpp"
#include "models/comparison/column_alignment.hpp"
#include "models/comparison/compared_table.hpp"
#include "models/comparison/difference.hpp"
#include "models/comparison/place_history.hpp"
#include "models/dataset/models.hpp"
#include "models/engine/knowledge_sources.hpp"

namespace daicho {

/// How two tables are to be compared.
struct ComparisonRequest {
    std::string model = "auto";    ///< as of `CheckOptions`: a name, "auto" or "none"
    std::vector<std::string> key;  ///< headers of the columns that tell records apart; empty: those of the
                                   ///< model, or the smallest set of columns without equal records
    bool without_key = false;      ///< records are told by all they say
    ColumnWishes columns;
    Reading reading;
    KnowledgeSources knowledge;
    const PlaceHistory* history = nullptr;  ///< must outlive the comparison; null: nothing is known
    /// Cells of columns that only one table has are differences too: for who makes the new table of the old.
    bool whole_columns = false;
    bool threads = true;                          ///< both tables are read at once
    std::size_t memory = std::size_t{192} << 20;  ///< bytes of marks held; more goes into files
    std::string scratch;                          ///< name behind which these files are made
};

/// Compares two tables and tells `listener` what differs. Throws Error where one cannot be read, a column
/// that was named is not there, or the model is none.
ComparisonSummary compare_tables(const ComparedTable& before, const ComparedTable& after,
                                 const ComparisonRequest& request, Models& models,
                                 ComparisonListener& listener);

}  // namespace daicho
