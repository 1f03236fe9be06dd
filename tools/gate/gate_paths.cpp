#include "tools/gate/gate_paths.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>

#include "grammars/base/os_files.hpp"
#include "models/dataset/dataset_files.hpp"
#include "tools/gate/glob.hpp"
#include "tools/own_files.hpp"

namespace daicho {

namespace {

namespace fs = std::filesystem;

/// What `fix`, `undo` and `merge` leave beside a table.
bool is_beside_table(std::string_view name) {
    const std::string_view record = name.substr(0, name.find_last_of('.'));
    const std::string_view plain = record.substr(0, record.find_last_not_of("0123456789") + 1);
    return record.ends_with(".undo") || plain.ends_with(".undone") || name.ends_with(".review.jsonl") ||
           name.ends_with(".conflicts.csv");
}

bool means_one(const std::vector<std::string>& patterns, const std::string& name) {
    return std::ranges::any_of(patterns, [&](const std::string& one) { return glob_matches(one, name); });
}

std::string without_dots(std::string path) {
    while (path.starts_with("./")) path.erase(0, 2);
    return path;
}

/// Whether what the pattern means may lie in the folder of this name.
bool may_lie_in(const std::string& pattern, const std::string& folder) {
    const std::string begin = pattern.substr(0, pattern.find_first_of("*?[{")), within = folder + "/";
    return begin.starts_with(within) || within.starts_with(begin);
}

/// Collects each file once.
class FileCollector {
 public:
    FileCollector(const GateConfig& config, const GateSettings& settings)
        : config_(config), exclude_(settings.exclude) {
        for (const std::string& own : {settings.baseline, settings.history}) {
            if (!own.empty()) own_.insert(name_in(config_, own));
        }
        for (const ReportFile& report : settings.reports) own_.insert(name_in(config_, report.path));
    }

    void add(const std::string& path) {
        std::string name = name_in(config_, path);
        if (seen_.insert(name).second) files_.push_back({path, std::move(name), {}});
    }
    /// Of what is in a folder: all tables, or what a pattern means.
    void add_folder(const std::string& folder, const std::vector<std::string>& patterns) {
        const DatasetFiles found = dataset_files(folder.empty() ? "." : folder);
        std::vector<std::string> paths = found.tables;
        if (!patterns.empty()) paths.insert(paths.end(), found.others.begin(), found.others.end());
        std::ranges::sort(paths);
        for (const Unreadable& one : found.unreadable) add_unreadable(one, patterns);
        for (std::string& path : paths) {
            path = without_dots(std::move(path));
            const std::string name = name_in(config_, path);
            if (own_.contains(name) || is_beside_table(name) || means_one(exclude_, name) ||
                (!patterns.empty() && !means_one(patterns, name)))
                continue;
            add(path);
        }
    }
    /// What nobody excludes, nor looks for elsewhere, counts as a file that could not be read.
    void add_unreadable(const Unreadable& one, const std::vector<std::string>& patterns) {
        const std::string path = without_dots(one.path), name = name_in(config_, path);
        const bool excluded = means_one(exclude_, name) || means_one(exclude_, name + "/x");
        const bool meant = patterns.empty() || std::ranges::any_of(patterns, [&](const std::string& pattern) {
                               return may_lie_in(pattern, name);
                           });
        if (!excluded && meant && seen_.insert(name).second)
            files_.push_back({path,
                              name,
                              {one.why.ja + "データでなければ exclude に加えてください。",
                               one.why.en + ", or exclude it where it holds no data"}});
    }
    std::vector<GateFile> take() { return std::move(files_); }

 private:
    const GateConfig& config_;
    const std::vector<std::string>& exclude_;
    std::set<std::string> own_;  // files of the gate, which are no data
    std::set<std::string> seen_;
    std::vector<GateFile> files_;
};

bool is_pattern(const std::string& path) {
    return path.find_first_of("*?[{") != path.npos;
}

void add_named(FileCollector& files, const GateConfig& config, const std::string& path) {
    if (const auto facts = file_facts(path)) {
        if (facts->kind == FileStatus::Kind::folder) {
            files.add_folder(path, {});
        } else {
            files.add(path);
        }
    } else if (is_pattern(path)) {
        files.add_folder(config.folder(), {path});
    } else {
        files.add(path);  // who reads it tells that it is not there
    }
}

}  // namespace

std::string name_in(const GateConfig& config, const std::string& path) {
    std::string plain = path;
    while (plain.starts_with("./")) plain.erase(0, 2);
    if (config.file().empty()) return plain;
    const bool plain_below = config.folder().empty() && !plain.starts_with('/') && !plain.starts_with("..") &&
                             plain.find("/../") == plain.npos;
    if (plain_below) return plain;
    const std::string relative =
        fs::path(whole_path(path)).lexically_relative(whole_path(config.folder())).string();
    return relative.empty() || relative.starts_with("..") ? plain : relative;
}

std::vector<std::string> paths_of(const std::vector<GateFile>& files) {
    std::vector<std::string> paths;
    for (const GateFile& file : files) paths.push_back(file.path);
    return paths;
}

std::vector<GateFile> files_to_check(const GateConfig& config, const std::vector<std::string>& paths) {
    const GateSettings settings = config.settings_of("");
    FileCollector files(config, settings);
    if (paths.empty()) files.add_folder(config.folder(), settings.files);
    for (const std::string& path : paths) add_named(files, config, path);
    return files.take();
}

}  // namespace daicho
