#include "models/dataset/dataset_files.hpp"

#include <set>
#include <utility>

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

using FolderNumbers = std::set<std::pair<std::uint64_t, std::uint64_t>>;

void add_folder(const std::string& folder, FolderNumbers& seen, DatasetFiles& files) {
    for (const std::string& name : list_folder(folder)) {
        const std::string path = folder + (folder.ends_with('/') ? "" : "/") + name;
        const auto facts = file_facts(path);
        if (facts && facts->kind == FileStatus::Kind::folder) {
            // A symbolic link may lead back to where we are.
            if (seen.insert(facts->number).second) add_folder(path, seen, files);
        } else {
            const bool is_table = facts && facts->kind == FileStatus::Kind::file && has_table_name(name);
            (is_table ? files.tables : files.others).push_back(path);
        }
    }
}

}  // namespace

DatasetFiles dataset_files(const std::string& folder) {
    DatasetFiles files;
    FolderNumbers seen;
    if (const auto facts = file_facts(folder)) seen.insert(facts->number);
    add_folder(folder, seen, files);
    return files;
}

}  // namespace daicho
