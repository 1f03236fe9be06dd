#include "models/comparison/table_preview.hpp"

namespace daicho {

std::vector<ColumnEvidence> TablePreview::evidence(const Reading& reading) const {
    ColumnSamples samples(headers.size());
    samples.add(first);
    KnownValues known;
    std::vector<ColumnEvidence> evidence;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        evidence.push_back(evidence_of(recognise_kind(samples.values(i), headers[i], reading, known),
                                       !samples.values(i).empty()));
    }
    return evidence;
}

TablePreview preview(const ComparedTable& table) {
    const auto reader = table.open();
    TablePreview seen;
    reader->next(seen.first);
    seen.headers.assign(reader->header().begin(),
                        reader->header().begin() + static_cast<std::ptrdiff_t>(reader->columns()));
    seen.form = table_form(*reader);
    return seen;
}

}  // namespace daicho
