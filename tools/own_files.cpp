#include "tools/own_files.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"

namespace daicho {

namespace {

namespace fs = std::filesystem;

bool keeps_bytes(const std::string& path) {
    if (path.empty() || path == "-") return false;
    const auto facts = file_facts(path);
    return !facts || facts->kind == FileStatus::Kind::file;
}

}  // namespace

std::string whole_path(const std::string& path) {
    std::error_code failed;
    const fs::path whole = fs::weakly_canonical(path.empty() ? "." : path, failed);
    return failed ? path : whole.string();
}

bool is_one_file(const std::string& one, const std::string& other) {
    const auto facts = file_facts(one), others = file_facts(other);
    if (facts && others) return facts->number == others->number;
    return !facts && !others && whole_path(one) == whole_path(other);
}

void require_own_files(const std::vector<std::string>& others, const std::vector<NamedOutput>& outputs) {
    std::vector<std::string> taken = others;
    for (const NamedOutput& output : outputs) {
        const auto is_it = [&](const std::string& path) {
            return keeps_bytes(path) && is_one_file(path, output.path);
        };
        if (keeps_bytes(output.path) && std::ranges::any_of(taken, is_it)) {
            const std::string said = std::string(output.option) + ": " + output.path;
            throw Error{ErrorKind::usage,
                        said + " は、ほかに読み書きするファイルです。別のファイルを指定してください",
                        said + " is read or written otherwise; name another file"};
        }
        taken.push_back(output.path);
    }
}

}  // namespace daicho
