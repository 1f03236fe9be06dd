#pragma once

#include <string>
#include <vector>

namespace daicho {

/// What is in a folder, in a fixed order: by the bytes of names, folder by folder.
struct DatasetFiles {
    std::vector<std::string> tables;  ///< paths of files that can be read as tables, by their names
    std::vector<std::string> others;  ///< paths of all others
};

/// The files at and below `folder`; hidden ones are left out. Throws Error.
DatasetFiles dataset_files(const std::string& folder);

}  // namespace daicho
