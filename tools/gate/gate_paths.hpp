#pragma once

#include <string>
#include <vector>

#include "tools/gate/gate_config.hpp"

namespace daicho {

/// A file that is checked.
struct GateFile {
    std::string path;  ///< by which it is opened
    std::string name;  ///< seen from the folder of the settings, with "/": in reports, patterns and baselines
    BothTexts unreadable{};  ///< why it was not looked at; empty for a file that was not tried yet
};

/// The paths of the files, in their order.
std::vector<std::string> paths_of(const std::vector<GateFile>& files);

/// The name of the file at `path`, seen from the folder of the settings; the path itself where it is not
/// below that.
std::string name_in(const GateConfig& config, const std::string& path);

/// The files that `paths` name, in their order: files, patterns, and of folders the tables in and below them;
/// without paths what the settings name, else all tables of the folder. What the settings exclude is left
/// out, unless it is named itself, and so are the baseline, the history and what `fix` leaves beside tables.
/// Throws Error.
std::vector<GateFile> files_to_check(const GateConfig& config, const std::vector<std::string>& paths);

}  // namespace daicho
