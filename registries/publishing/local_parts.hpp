#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "grammars/base/os.hpp"

namespace daicho {

/// How many of `parts` (their SHA-256) the file at `path` begins with; 0 where there is no such file. Throws
/// Error.
std::size_t parts_at_start(const std::string& path, const std::vector<std::string>& parts);

/// Parts of published files that files of this machine have, by their content.
class LocalParts {
 public:
    /// The file at `path`, which is not written while this lives, where it is there. Throws Error.
    void add_file(const std::string& path);
    /// The part, compared with its digest once more; nothing where no file has it.
    std::optional<std::string> read(const std::string& sha256) const;

 private:
    struct Place {
        std::size_t file;
        std::uint64_t offset;
    };
    mutable std::deque<InputFile> files_;
    std::unordered_map<std::string, Place> places_;
};

/// Those of the registry at `target` and of its index.
LocalParts parts_beside(const std::string& target);

}  // namespace daicho
