#include "grammars/formats/table_patch_guard.hpp"

#include <algorithm>

namespace daicho {

namespace {

/// What the key says once the edits were made; null where they leave it.
const std::string* key_afterwards(std::span<const CellEdit> edits) {
    const auto found = std::find_if(edits.begin(), edits.end(),
                                    [](const CellEdit& edit) { return edit.field == edit.key_field; });
    return found == edits.end() ? nullptr : &found->after;
}

}  // namespace

std::vector<const CellEdit*> PatchGuard::needed(std::span<const CellEdit> edits, const CellOf& cell) {
    const std::size_t refused = outcome_.refused.size();
    const std::string* new_key = key_afterwards(edits);
    std::vector<const CellEdit*> needed;
    for (const CellEdit& edit : edits) {
        const auto key = cell(edit.key_field), value = cell(edit.field);
        if (!key || !value) {
            outcome_.refused.push_back({edit, RefusedEdit::Why::unwritable, {}});
        } else if (*key != edit.key && !(new_key != nullptr && *key == *new_key)) {
            outcome_.refused.push_back({edit, RefusedEdit::Why::other_row, std::string(*key)});
        } else if (*value == edit.before) {
            if (edit.before != edit.after) needed.push_back(&edit);
        } else if (*value == edit.after) {
            ++outcome_.already;
        } else {
            outcome_.refused.push_back({edit, RefusedEdit::Why::other_value, std::string(*value)});
        }
    }
    if (outcome_.refused.size() == refused) return needed;
    refuse(needed, RefusedEdit::Why::other_value);
    return {};
}

void PatchGuard::refuse(const std::vector<const CellEdit*>& edits, RefusedEdit::Why why) {
    for (const CellEdit* edit : edits) outcome_.refused.push_back({*edit, why, edit->before});
}

void PatchGuard::refuse_rest(std::span<const CellEdit> edits) {
    for (const CellEdit& edit : edits) outcome_.refused.push_back({edit, RefusedEdit::Why::no_row, {}});
}

std::span<const CellEdit> take_edits(std::span<const CellEdit>& edits, std::uint64_t record) {
    std::size_t size = 0;
    while (size < edits.size() && edits[size].record <= record) ++size;
    const auto taken = edits.first(size);
    edits = edits.subspan(size);
    return taken;
}

}  // namespace daicho
