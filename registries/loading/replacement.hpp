#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/engine/change.hpp"
#include "registries/loading/registry_table.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// Puts rows of a newer edition in the place of older ones, which go into the history where they differ.
class Replacement {
 public:
    using Changed = std::function<void(const Change&)>;

    /// `table` and its history exist already.
    Replacement(Database& database, const RegistryTable& table);

    /// An edition that was staged in the table `staging` takes the place of all rows of what it covers. Gives
    /// for each file how many of its rows went. `changed` may be empty.
    std::map<std::int64_t, std::int64_t> merge(const std::string& staging, const std::string& edition,
                                               const std::string& evidence, const Changed& changed);

 private:
    void report(const std::string& staging, const std::string& edition, const std::string& evidence,
                const Changed& changed);

    Database& database_;
    const RegistryTable& table_;
};

}  // namespace daicho
