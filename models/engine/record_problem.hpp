#pragma once

#include <cstddef>
#include <string>

#include "grammars/base/rule_id.hpp"
#include "grammars/base/span.hpp"

namespace daicho {

/// Something that a record and a registry do not agree about.
struct RecordProblem {
    RuleId rule;
    std::size_t slot = 0;    ///< that it is told of
    Span span;               ///< of the text of the slot; empty: all of it
    std::string detail;      ///< what the registry says
    std::string suggestion;  ///< for the whole text; a guess; empty: none
};

}  // namespace daicho
