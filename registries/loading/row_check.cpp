#include "registries/loading/row_check.hpp"

#include <charconv>

#include "grammars/text/width.hpp"

namespace daicho {

namespace {

/// Columns of a terminal that a value in a message may take.
constexpr std::size_t shown_cell_width = 100;

bool is_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::string shown_value(std::string_view value) {
    return std::string(value.substr(0, size_within(value, shown_cell_width)));
}

RowCheck::RowCheck(const RegistryTable& table, std::vector<std::optional<std::size_t>> columns,
                   std::size_t width)
    : table_(table), columns_(std::move(columns)), width_(width) {
    for (std::size_t i = 0; i < table.items(); ++i) {
        if (table.columns()[i].key || table.columns()[i].real) checked_.push_back(i);
    }
    for (const DerivedColumn& derived : table.layout().derived) {
        auto& from = sources_.emplace_back();
        for (const std::string_view item : derived.from) from.push_back(table.item(item));
    }
}

std::optional<RowRefusal> RowCheck::refusal(const Batch& batch, std::size_t record) const {
    const std::size_t width = batch.width(record);
    if (width != width_) {
        const std::string has = std::to_string(width), wants = std::to_string(width_);
        return RowRefusal{{},
                          {},
                          {"列が " + has + " 個です（" + wants + " 個のはず）",
                           "the row has " + has + " columns, not " + wants}};
    }
    static const Reading reading;
    for (const std::size_t item : checked_) {
        const std::string_view value = text(batch, record, item);
        const Slot& slot = table_.model().slots[item];
        if (value.empty()) {
            if (slot.requirement != syntax::Requirement::required || slot.may_be_empty) continue;
            return RowRefusal{
                slot.path, {}, {"「" + slot.label + "」がありません", "there is no " + slot.path}};
        }
        const bool good = table_.columns()[item].real
                              ? is_number(value)
                              : !slot.is_simple() || slot.is_canonical(value, reading);
        if (good) continue;
        return RowRefusal{slot.path,
                          shown_value(value),
                          {"「" + slot.label + "」が読めません。期待する形: " + slot.expected,
                           slot.path + " cannot be read; expected: " + slot.expected}};
    }
    return std::nullopt;
}

void RowCheck::derive(const Batch& batch, std::size_t record, CheckedRows& out) const {
    std::vector<std::string_view> values;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        values.clear();
        for (const std::size_t item : sources_[i]) values.push_back(text(batch, record, item));
        out.add_derived(table_.layout().derived[i], values);
    }
}

void RowCheck::check(const Batch& batch, CheckedRows& out) const {
    out.clear();
    for (std::size_t record = 0; record < batch.size(); ++record) {
        derive(batch, record, out);
        auto refused = refusal(batch, record);
        if (refused) out.left.push_back({record, batch.blank(record), std::move(*refused)});
    }
}

}  // namespace daicho
