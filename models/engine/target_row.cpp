#include "models/engine/target_row.hpp"

namespace daicho {

Finding left_empty(const Inspector& inspector, const TargetRow& row, RuleId rule, std::size_t slot,
                   std::string_view value, std::string_view reason) {
    Finding left;
    left.rule = rule;
    left.severity = Severity::info;
    left.record = row.batch.record_number(row.record);
    left.place = row.batch.place(row.record);
    const Slot& whole = inspector.model().slots[slot];
    const auto column = inspector.binding().column_of_slot[slot];
    left.header = column ? std::string_view(inspector.headers()[*column]) : whole.long_label;
    left.item = whole.path;
    left.value = value;
    left.detail = reason;
    left.confidential = whole.confidential;
    return left;
}

}  // namespace daicho
