#include "models/engine/canonical_record.hpp"

namespace daicho {

void CanonicalReader::read(const Batch& batch, std::size_t record, CanonicalRecord& out) const {
    out.values.assign(model_.slots.size(), {});
    out.unreadable.assign(model_.slots.size(), 0);
    out.owned.clear();
    for (std::uint32_t column = 0; column < binding_.columns.size(); ++column) {
        const auto slot = binding_.columns[column].slot;
        if (!slot || !out.values[*slot].empty()) continue;
        const std::string_view text = batch.cell(record, column);
        out.values[*slot] = text;
        if (text.empty() || model_.slots[*slot].is_canonical(text, reading_)) continue;
        if (auto canonical = model_.slots[*slot].canonical(text, reading_)) {
            out.values[*slot] = out.owned.emplace_back(*std::move(canonical));
        } else {
            out.unreadable[*slot] = 1;
        }
    }
}

}  // namespace daicho
