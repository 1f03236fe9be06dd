#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// A file that a command writes beside or instead of its result, with the option that names it.
struct NamedOutput {
    std::string_view option;
    std::string path;  ///< empty: none; "-": standard output
};

/// The path from the root, links followed as far as it is there; "" is the present folder. As written where
/// it cannot be made out.
std::string whole_path(const std::string& path);

/// Whether two paths lead to one file, be it there or not.
bool is_one_file(const std::string& one, const std::string& other);

/// Throws Error where an output is one of the other files, which it would destroy, or where two outputs are
/// one file. Pipes and devices take whatever comes.
void require_own_files(const std::vector<std::string>& others, const std::vector<NamedOutput>& outputs);

}  // namespace daicho
