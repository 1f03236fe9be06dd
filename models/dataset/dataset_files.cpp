#include "models/dataset/dataset_files.hpp"

#include <optional>
#include <set>
#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/formats/formats.hpp"
#include "grammars/formats/name_ending.hpp"

namespace daicho {

namespace {

/// By its ending. A file .json or .xml may be anything: it is read where it is named itself.
bool has_table_name(const std::string& name) {
    const TableFormat* format = format_by_name(table_formats(), name);
    if (format == nullptr || format->name == "xml") return false;
    return format->name != "json" || has_one_of_endings(name, ".geojson");
}

std::string sentence(std::string text) {
    if (!text.ends_with("。")) text += "。";
    return text;
}

using FolderNumbers = std::set<std::pair<std::uint64_t, std::uint64_t>>;

void add_names(const std::string& folder, const std::vector<std::string>& names, FolderNumbers& seen,
               DatasetFiles& files);

void add_path(const std::string& path, FolderNumbers& seen, DatasetFiles& files) {
    std::optional<FileStatus> facts;
    std::vector<std::string> below;
    try {
        facts = file_facts(path);
        const bool is_folder = facts && facts->kind == FileStatus::Kind::folder;
        if (is_folder) below = list_folder(path);
    } catch (const Error& error) {
        files.unreadable.push_back(
            {path,
             {sentence(error.ja()) + "読めるようにしてから、もう一度実行してください。",
              error.en() + "; make it readable and run again"}});
        return;
    }
    if (facts && facts->kind == FileStatus::Kind::folder) {
        // A symbolic link may lead back to where we are.
        if (seen.insert(facts->number).second) add_names(path, below, seen, files);
        return;
    }
    const bool is_table = facts && facts->kind == FileStatus::Kind::file && has_table_name(path);
    (is_table ? files.tables : files.others).push_back(path);
}

void add_names(const std::string& folder, const std::vector<std::string>& names, FolderNumbers& seen,
               DatasetFiles& files) {
    for (const std::string& name : names)
        add_path(folder + (folder.ends_with('/') ? "" : "/") + name, seen, files);
}

}  // namespace

DatasetFiles dataset_files(const std::string& folder) {
    DatasetFiles files;
    FolderNumbers seen;
    if (const auto facts = file_facts(folder)) seen.insert(facts->number);
    add_names(folder, list_folder(folder), seen, files);
    return files;
}

}  // namespace daicho
