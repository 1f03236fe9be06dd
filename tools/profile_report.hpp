#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/dialect.hpp"
#include "models/engine/table_profile.hpp"
#include "tools/session.hpp"

namespace daicho {

/// A model and how well it fits, best first in a list of them.
struct FittingModel {
    std::string name;   ///< gif.core/Person
    std::string label;  ///< 個人
    double fit = 0;     ///< 0..1
};

/// The item of the best model that a column was taken for.
struct ItemOfColumn {
    std::string path;       ///< English names; empty: none
    std::string label;      ///< in the language of the session
    double confidence = 0;  ///< 0..1
};

/// All that `daicho profile` tells of a file.
struct FileProfile {
    std::string path;
    Dialect dialect;
    TableFacts table;
    std::vector<FittingModel> models;
    std::vector<ItemOfColumn> items;  ///< one a column
};

std::string profile_json(const FileProfile& profile, const Session& session);
std::string profile_text(const FileProfile& profile, const Session& session);

}  // namespace daicho
