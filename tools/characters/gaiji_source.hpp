#pragma once

#include <memory>
#include <string>

#include "grammars/characters/unit_replacements.hpp"
#include "registries/characters/gaiji_table.hpp"
#include "registries/store/registry.hpp"
#include "tools/session.hpp"

namespace daicho {

/// --registry or the usual one; null where there is none.
std::unique_ptr<Registry> registry_if_any(const Session& session);

/// A table of own characters: a file, or `registry` for those imported. `site` is the one whose rows are
/// meant; empty: all, unless `one_site` asks for one. Throws Error.
GaijiTable gaiji_table_of(const std::string& table, const std::string& site, bool one_site,
                          const Registry* registry);

/// What the rows about which nothing is open replace by what.
UnitReplacements gaiji_replacements(const std::string& table, const std::string& site,
                                    const Session& session);

}  // namespace daicho
