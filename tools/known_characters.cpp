#include "tools/known_characters.hpp"

#include "registries/characters/registry_characters.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

std::unique_ptr<CharacterAuthority> known_characters(const Session& session) {
    const std::string path = session.registry.empty() ? usual_registry() : session.registry;
    return path.empty() ? nullptr : registry_characters(path);
}

}  // namespace daicho
