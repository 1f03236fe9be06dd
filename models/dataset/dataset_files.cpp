#include "models/dataset/dataset_files.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "grammars/base/os_files.hpp"

namespace daicho {

namespace {

constexpr std::string_view table_endings[] = {".csv", ".tsv", ".txt"};

bool has_table_name(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::any_of(std::begin(table_endings), std::end(table_endings),
                       [&](std::string_view ending) { return name.ends_with(ending); });
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
