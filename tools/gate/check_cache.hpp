#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/gate/gate_config.hpp"
#include "tools/gate/stored_check.hpp"

namespace daicho {

/// Results of files that have not changed, one file each in a folder. What cannot be read or written there is
/// as if it were not there: the check is made.
class CheckCache {
 public:
    /// `where` as the setting `cache` says it; a cache that is off keeps nothing.
    CheckCache(const std::string& where, const std::string& registry);

    bool is_on() const { return !folder_.empty(); }
    /// What decides the result of a file: its name and bytes, the settings by which it is checked, the model
    /// and mapping that they name, the registry and the program.
    std::string key_of(const std::string& name, std::string_view bytes, const SettingMap& settings,
                       const std::vector<Suppression>& keyed) const;
    std::optional<StoredCheck> find(const std::string& name, const std::string& key) const;
    void put(const std::string& name, const std::string& key, const StoredCheck& check) const;

 private:
    std::string entry_of(const std::string& name) const;

    std::string folder_;
    std::string place_;  // of the settings: two repositories do not share entries
    std::string surroundings_;
};

}  // namespace daicho
