#pragma once

#include <string>
#include <vector>

#include "grammars/base/both_texts.hpp"

namespace daicho {

/// A folder or file of which cannot be told what it is.
struct Unreadable {
    std::string path;
    BothTexts why;  ///< with the path, and what to do
};

/// What is in a folder, in a fixed order: by the bytes of names, folder by folder.
struct DatasetFiles {
    std::vector<std::string> tables;  ///< paths of files that can be read as tables, by their names
    std::vector<std::string> others;  ///< paths of all others
    std::vector<Unreadable> unreadable;
};

/// The files at and below `folder`; hidden ones are left out. Throws Error where `folder` itself cannot be
/// read.
DatasetFiles dataset_files(const std::string& folder);

}  // namespace daicho
