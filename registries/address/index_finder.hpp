#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/error.hpp"
#include "registries/address/address_index.hpp"

namespace daicho {

class IndexPlace;

/// Who is told that an index has to be made.
struct IndexTalk {
    /// Sentences for people, said once, in both languages.
    std::function<void(const std::string& ja, const std::string& en)> say;
    IndexProgress progress;
};

/// Whether the registry says anything of places: where not there is no index of it.
bool has_addresses(const Registry& registry);

/// The index at `place` where it is whole at its head, of this version and of this generation.
std::optional<AddressIndex> index_of_place(const IndexPlace& place, std::string_view generation);

/// The index of `registry` where one lies beside it or in the cache that is whole at its head, of this
/// version and of this generation. Never makes one.
std::optional<AddressIndex> find_address_index(const Registry& registry);

/// The index of `registry`: that which is there; else it is made, which takes seconds: in the cache, or,
/// where nothing can be written there, for this run only. Two processes do not make the same at once.
/// Nothing where the registry has no addresses. Throws Error where none can be made.
std::optional<AddressIndex> find_or_make_address_index(const Registry& registry, const IndexTalk& talk);

/// An index of a registry that is there, and why it cannot be used.
struct ExaminedIndex {
    std::string path;
    std::optional<Error> wrong;
};

/// Reads the indexes of `registry` beside it and in the cache to their ends.
std::vector<ExaminedIndex> examine_address_indexes(const Registry& registry);

}  // namespace daicho
