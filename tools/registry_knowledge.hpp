#pragma once

#include <cstdint>

#include "registries/knowledge/knowledge.hpp"
#include "tools/session.hpp"

namespace daicho {

/// What a command makes of addresses.
enum class AddressUse : unsigned char { off, check, fill };

/// What a command makes of corporate numbers and names.
enum class CorporationUse : unsigned char { off, check, fill };

/// The registry of --registry, else the usual one; standard error says where an index of addresses has to be
/// made. `session` must live longer than what is opened with it.
KnowledgeOptions registry_options(const Session& session);

/// Says on standard error what was asked for and is not there.
void warn_missing(const Knowledge& knowledge, const Session& session);

/// The same of a set: bit N is the Nth of MissingKnowledge.
void warn_missing(std::uint32_t missing, const Session& session);
std::uint32_t missing_bits(const Knowledge& knowledge);

}  // namespace daicho
