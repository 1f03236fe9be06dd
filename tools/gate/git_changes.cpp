#include "tools/gate/git_changes.hpp"

#include <algorithm>
#include <set>

#include "grammars/base/error.hpp"
#include "grammars/base/os_program.hpp"

namespace daicho {

namespace {

std::vector<std::string> git_words(const std::string& folder, const std::vector<std::string>& arguments) {
    std::vector<std::string> words{"git", "-C", folder.empty() ? "." : folder};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return words;
}

}  // namespace

GitChanges::GitChanges(std::string folder, std::string reference)
    : folder_(std::move(folder)), reference_(std::move(reference)) {
    const auto asked = run_program(git_words(folder_, {"rev-parse", "--quiet", "--verify", "--end-of-options",
                                                       reference_ + "^{commit}"}),
                                   true);
    if (asked.exit_code == 127)
        throw Error{ErrorKind::system, "--changed-since には git が必要です。", "--changed-since needs git"};
    if (asked.exit_code != 0 &&
        run_program(git_words(folder_, {"rev-parse", "--git-dir"}), true).exit_code != 0)
        throw Error{ErrorKind::usage,
                    "--changed-since: ここは git のリポジトリではないか、リポジトリが壊れています（git "
                    "status で確かめてください）。",
                    "--changed-since: this is no repository of git, or a broken one (see git status)"};
    if (asked.exit_code != 0)
        throw Error{ErrorKind::usage, "git に「" + reference_ + "」というコミットはありません。",
                    "git knows no commit '" + reference_ + "' here"};
    reference_ = asked.out.substr(0, asked.out.find('\n'));
}

std::vector<std::string> GitChanges::names_of(std::vector<std::string> arguments) const {
    const auto asked = run_program(git_words(folder_, arguments));
    if (asked.exit_code != 0)
        throw Error{ErrorKind::system, "git " + arguments.front() + " が失敗しました。",
                    "git " + arguments.front() + " failed"};
    std::vector<std::string> names;
    for (std::size_t at = 0; at < asked.out.size();) {
        const std::size_t end = std::min(asked.out.find('\0', at), asked.out.size());
        names.push_back(asked.out.substr(at, end - at));
        at = end + 1;
    }
    return names;
}

std::vector<GateFile> GitChanges::changed(const std::vector<GateFile>& files) const {
    std::set<std::string> names;
    for (auto& name :
         names_of({"diff", "--name-only", "--no-renames", "--relative", "-z", reference_, "--", "."}))
        names.insert(std::move(name));
    for (auto& name : names_of({"ls-files", "--others", "--exclude-standard", "-z", "--", "."}))
        names.insert(std::move(name));
    std::vector<GateFile> changed;
    std::ranges::copy_if(files, std::back_inserter(changed), [&](const GateFile& file) {
        return !file.unreadable.en.empty() || names.contains(file.name);
    });
    return changed;
}

std::optional<std::string> GitChanges::before(const std::string& name) const {
    auto asked = run_program(git_words(folder_, {"show", reference_ + ":./" + name}), true);
    if (asked.exit_code != 0) return std::nullopt;
    return std::move(asked.out);
}

std::string present_commit(const std::string& folder) {
    const auto asked = run_program(git_words(folder, {"rev-parse", "--quiet", "--verify", "HEAD"}), true);
    return asked.exit_code == 0 ? asked.out.substr(0, asked.out.find('\n')) : "";
}

}  // namespace daicho
