#include "models/engine/result_check.hpp"

#include <optional>

#include "grammars/formats/batch_builder.hpp"

namespace daicho {

ResultCheck::ResultCheck(const Inspector& source, const Transformer& transformer,
                         const InspectionOptions& options)
    : same_columns_(transformer.same_columns()) {
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
    for (const Finding& finding : by_headers.findings) {
        if (finding.severity == Severity::error) blocked_.push_back(finding.blocks);
    }
    InspectionOptions checked = options;
    checked.levels_only = true;
    inspector_ = std::make_unique<Inspector>(source.model(), binding_, headers_, checked);
}

Level ResultCheck::of_file(Level level) const {
    for (const Level blocked : blocked_) level = lowered(level, blocked);
    return level;
}

/// Whether the record is in the result what it was found to be in the source: nothing was written into it.
/// One that was found to be none, the header once more, may be one below other headers.
bool ResultCheck::stays(const Transformed& transformed, std::size_t record) const {
    if (!same_columns_ || transformed.touched(record)) return false;
    const std::optional<Level> level = transformed.inspection.levels[record];
    return level && *level != Level::none;
}

/// What was found of the records that stay or are ragged, which were blank when the others were checked.
void ResultCheck::take_over(const Transformed& transformed, Inspection& checked) const {
    const Inspection& found = transformed.inspection;
    for (std::size_t record = 0; record < transformed.size(); ++record) {
        if (found.ragged[record]) checked.levels[record] = Level::none;
        if (!stays(transformed, record)) continue;
        checked.levels[record] = found.levels[record];
        const auto take = [&](std::vector<std::uint64_t>& to, const std::vector<std::uint64_t>& from) {
            const std::size_t each = from.size() / transformed.size();
            for (std::size_t i = record * each; i < (record + 1) * each; ++i) to[i] = from[i];
        };
        take(checked.keys, found.keys);
        take(checked.references, found.references);
    }
}

void ResultCheck::check(const Batch& source, const Transformed& transformed, Checked& scratch) const {
    BatchBuilder builder(scratch.batch);
    builder.begin(source.record_number(0));
    for (std::size_t record = 0; record < transformed.size(); ++record) {
        builder.record(source.place(record));
        if (stays(transformed, record) || transformed.inspection.ragged[record]) continue;
        for (const auto cell : transformed.cells(record)) builder.cell(cell);
    }
    builder.end();
    inspector_->inspect(scratch.batch, scratch.inspection);
    take_over(transformed, scratch.inspection);
}

}  // namespace daicho
