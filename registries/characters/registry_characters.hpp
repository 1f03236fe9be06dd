#pragma once

#include <memory>
#include <string>

#include "grammars/characters/character_authority.hpp"

namespace daicho {

/// What the registry at `path` knows of characters. Opens in no time: what is asked for is loaded when it is
/// first asked for (MJ and the IVD in some 30 ms), and what a unit shrinks to is remembered. Throws Error
/// where there is no registry.
std::unique_ptr<CharacterAuthority> registry_characters(const std::string& path);

}  // namespace daicho
