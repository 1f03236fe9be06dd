#include "models/engine/result_check.hpp"

#include "grammars/formats/batch_builder.hpp"

namespace daicho {

ResultCheck::ResultCheck(const Inspector& source, const Transformer& transformer,
                         const InspectionOptions& options) {
    const auto& columns = transformer.columns();
    for (const auto& column : columns) headers_.push_back(column.header);
    const Binding by_headers = bind_columns(source.model(), headers_, {});  // as a later reader does
    binding_.columns.resize(columns.size());
    binding_.column_of_slot.resize(source.model().slots.size());
    for (std::uint32_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].slot) continue;
        const bool same = by_headers.columns[i].slot == columns[i].slot;
        binding_.columns[i].slot = columns[i].slot;
        binding_.columns[i].how = same ? by_headers.columns[i].how : BoundBy::alias;
        binding_.columns[i].repetition = columns[i].repetition;
        auto& first = binding_.column_of_slot[*columns[i].slot];
        if (!first) first = i;
    }
    inspector_ = std::make_unique<Inspector>(source.model(), binding_, headers_, options);
}

void ResultCheck::check(const Batch& source, const Transformed& transformed, Checked& scratch) const {
    BatchBuilder builder(scratch.batch);
    builder.begin(source.record_number(0));
    for (std::size_t record = 0; record < transformed.size(); ++record) {
        builder.record(source.place(record));
        for (const auto cell : transformed.cells(record)) builder.cell(cell);
    }
    builder.end();
    inspector_->inspect(scratch.batch, scratch.inspection);
}

}  // namespace daicho
