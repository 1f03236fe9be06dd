#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/gate/gate_paths.hpp"

namespace daicho {

/// What git knows of the files below the folder `folder` ("" is the present one).
class GitChanges {
 public:
    /// Throws Error where there is no git, no repository, or no such commit.
    GitChanges(std::string folder, std::string reference);

    /// Those of `files` that are not as they were at the reference, files that git does not know included.
    std::vector<GateFile> changed(const std::vector<GateFile>& files) const;
    /// The bytes that the file had then; nothing where it was not there.
    std::optional<std::string> before(const std::string& name) const;

 private:
    std::vector<std::string> names_of(std::vector<std::string> arguments) const;

    std::string folder_, reference_;
};

/// The commit that is checked out in `folder`; empty where there is none.
std::string present_commit(const std::string& folder);

}  // namespace daicho
