#include "registries/builder/index_step.hpp"

#include "grammars/base/error.hpp"
#include "registries/address/index_finder.hpp"
#include "registries/address/index_place.hpp"
#include "registries/registry.hpp"

namespace daicho {

std::optional<AddressIndexFacts> make_index_beside(const std::string& made, const std::string& target,
                                                   const IndexProgress& progress) {
    const Registry registry{made};
    if (!has_addresses(registry)) return std::nullopt;
    const std::string path = IndexPlace::beside(target, registry.generation()).path();
    build_address_index(registry, path, progress);
    return AddressIndex::open(path).facts();
}

std::optional<AddressIndexFacts> keep_index_beside(const std::string& target, const IndexProgress& progress) {
    const std::string beside = IndexPlace::beside(target, Registry{target}.generation()).path();
    const auto index = find_address_index(Registry{target});
    if (index && index->path() == beside) return index->facts();
    return make_index_beside(target, target, progress);
}

void remove_old_indexes(const std::string& target) {
    try {
        IndexPlace::beside(target, Registry{target}.generation()).remove_others();
        remove_cached_indexes(target);
    } catch (const Error&) {  // the next run finds them
    }
}

}  // namespace daicho
