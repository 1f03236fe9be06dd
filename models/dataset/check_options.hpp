#pragma once

#include <functional>
#include <map>
#include <string>

#include "grammars/formats/read_options.hpp"
#include "grammars/values/value_type.hpp"
#include "models/engine/knowledge_sources.hpp"

namespace daicho {

/// What a table is checked against, and how.
struct CheckOptions {
    ReadOptions read;
    /// "Person", "個人", "gif.core/Person", the path of a .gifm file; "auto": the model that fits best, or
    /// none; "none": no model, so that only what the values themselves show is checked.
    std::string model = "auto";
    std::string map;  ///< a transformation, by name or path; empty: columns are bound by their headers
    std::map<std::string, std::string, std::less<>> settings;  ///< parameters of the transformation
    bool keep_unmapped = true;  ///< of a transformation: columns that it does not mention are carried along
    std::string pattern;        ///< required pattern that the data must satisfy; empty: the best
    std::string as_of;          ///< codes are checked as of this day, YYYY-MM-DD; empty: the present
    TwoDigitYear two_digit_year = TwoDigitYear::refuse;
    bool keep_left_out = false;  ///< the rows of tables below the one that is checked are wanted one by one
    KnowledgeSources knowledge;
    unsigned threads = 0;  ///< that check batches of records at once; 0: as many as the machine has
};

}  // namespace daicho
