#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "grammars/base/record_place.hpp"
#include "grammars/base/result.hpp"

namespace daicho {

enum class Severity : std::uint8_t { info, warning, error };

/// Levels of conformance, GIF 430 section 4, lowest first.
enum class Level : std::uint8_t { none, lv1, lv2, lv2s };

std::string_view to_string(Severity severity);  ///< "info" "warning" "error"
std::string_view to_string(Level level);        ///< "none" "LV1" "LV2" "LV2s"
std::string_view to_string(RepairKind repair);  ///< "none" "normal-form" "provable" "guess"

struct Repair {
    RepairKind kind = RepairKind::none;
    std::string value;  ///< UTF-8; what the cell would hold
};

/// One thing that is wrong, or worth knowing, about one place of a dataset. Texts are UTF-8. `header` and
/// `item` live as long as the reader and the model that the finding came from.
struct Finding {
    RuleId rule;
    Severity severity = Severity::error;
    Level blocks =
        Level::none;            ///< the level that this finding keeps the record or file from; none: no level
    std::uint64_t record = 0;   ///< data record, 1 = the first after the header; 0 = the file as a whole
    RecordPlace place;          ///< where that record starts; line 0 = no place
    std::uint32_t column = 0;   ///< 1-based; 0 = the record as a whole
    Span span;                  ///< bytes of the cell's UTF-8 text
    std::string_view header;    ///< text of the column header
    std::string_view item;      ///< item of the model, as a path of English names
    std::string value;          ///< found
    std::string_view expected;  ///< the form that was expected, static or owned by the model
    std::string detail;         ///< a fact for the message
    Repair repair;
    bool confidential = false;  ///< value, expected, detail and repair are shown only when asked for
};

}  // namespace daicho
