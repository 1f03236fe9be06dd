#pragma once

#include <string>
#include <vector>

#include "grammars/formats/read_options.hpp"
#include "models/dataset/check_listener.hpp"
#include "tools/fixing/review_item.hpp"

namespace daicho {

/// A table some of whose findings were accepted.
struct AcceptedTable {
    const FileFacts& facts;
    const std::string& name;   ///< seen from the folder of the settings
    const std::string& bytes;  ///< as they are from now on
    const ReadOptions& read;
};

/// What takes the accepted ones of `items` down: a `[[suppress]]` each, which means the record by the first
/// column whose value no other record has, else by all its cells. Confidential cells are in none. Empty where
/// nothing was accepted.
std::string suppressions_of(const std::vector<ReviewItem>& items, const AcceptedTable& table);

/// Adds `suppressions` to the settings at `path`. Throws Error, and leaves them as they are, where that would
/// not be TOML any more.
void add_suppressions(const std::string& path, const std::string& suppressions);

}  // namespace daicho
