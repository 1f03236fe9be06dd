#pragma once

#include <memory>

#include "grammars/characters/character_authority.hpp"
#include "tools/session.hpp"

namespace daicho {

/// What the registry knows of characters (see --registry); null where there is none: then only what is
/// compiled in is known. Throws Error where a registry was named that cannot be read.
std::unique_ptr<CharacterAuthority> known_characters(const Session& session);

}  // namespace daicho
