#pragma once

#include <string>
#include <string_view>

#include "models/engine/reference_data.hpp"
#include "registries/reference/asked_registry.hpp"

namespace daicho {

/// Whether a registry knows a key.
struct KeyQuestion {
    std::string_view kind;
    ReferenceAnswer (*ask)(const Registry& registry, std::string_view key, std::string_view as_of);
};

/// What a registry says of a key; empty: it is not covered, or cannot be told.
struct TextQuestion {
    std::string_view kind;
    std::string_view column;
    std::string (*ask)(AskedRegistry& asked, std::string_view key);
};

/// Null where there is none.
const KeyQuestion* find_key_question(std::string_view kind);
const TextQuestion* find_text_question(std::string_view kind, std::string_view column);

}  // namespace daicho
