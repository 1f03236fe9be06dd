#include "registries/propagation/agency_patch.hpp"

namespace daicho {

PatchPair patches_of(const std::vector<AgencyAction>& actions, const std::string& key_header) {
    PatchPair patches;
    std::vector<bool> restores_unquoted;
    for (const AgencyAction& action : actions) {
        if (!action.patched) continue;
        CellEdit edit;
        edit.record = action.record;
        edit.key_field = key_header;
        edit.key = action.key;
        edit.field = action.field;
        edit.before = action.old_value;
        edit.after = action.new_value;
        edit.key_shared = action.shared_key;
        patches.forward.push_back(std::move(edit));
        restores_unquoted.push_back(action.quoted_only_now);
    }
    patches.back = reversed(patches.forward, restores_unquoted);
    return patches;
}

}  // namespace daicho
