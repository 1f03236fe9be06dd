#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tools/gate/gate_config.hpp"

namespace daicho {

// Parts of reading a daicho.toml. All throw Error with the place of what is wrong.

/// A text, or the texts of an array, with their places.
std::vector<std::pair<std::string, TomlPlace>> texts_of(const TomlNode& node);
/// The tables of [[NAME]].
std::vector<const TomlNode*> tables_of(const TomlNode& node);

/// Reads the member `name` of a table of settings. `folder` is that of the file, `part` the table; in one
/// that is `for_paths` what is said of the run has no place.
void read_setting(const std::string& name, const TomlNode& node, const std::string& folder,
                  const std::string& part, bool for_paths, SettingMap& settings);

Suppression read_suppression(const TomlNode& table);

/// Carries what the map says into `settings`.
void apply_settings(GateSettings& settings, const SettingMap& map);

}  // namespace daicho
