#pragma once

#include <functional>
#include <string>
#include <vector>

#include "grammars/base/both_texts.hpp"
#include "models/dataset/dataset_source.hpp"
#include "tools/session.hpp"

namespace daicho {

/// Calls `one` for each table that `paths` name: files, "-" for standard input, and of folders all tables in
/// and below them; what else is there is told on standard error. So is a table that cannot be read; `failed`
/// is called for it while its Error is being handled, and the others are done. Gives whether all were read.
/// An Error that is not about a table is thrown.
bool for_each_table(const std::vector<std::string>& paths, const Session& session,
                    const std::function<void(DatasetSource source)>& one,
                    const std::function<void(const std::string& path, const BothTexts& why)>& failed);

}  // namespace daicho
