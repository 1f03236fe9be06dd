#include "registries/builder/index_step.hpp"

#include "grammars/base/error.hpp"
#include "registries/address/address_generation.hpp"
#include "registries/address/index_finder.hpp"
#include "registries/address/index_place.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

std::optional<AddressIndexFacts> make_index_beside(const std::string& made, const std::string& target,
                                                   const IndexProgress& progress) {
    const Registry registry{made};
    if (!has_addresses(registry)) return std::nullopt;
    const std::string path = IndexPlace::beside(target, address_generation(registry)).path();
    build_address_index(registry, path, progress);
    return AddressIndex::open(path).facts();
}

std::optional<AddressIndexFacts> keep_index_beside(const std::string& made, const std::string& target,
                                                   const IndexProgress& progress) {
    const std::string generation = address_generation(Registry{made});
    const auto index = index_of_place(IndexPlace::beside(target, generation), generation);
    return index ? index->facts() : make_index_beside(made, target, progress);
}

void remove_old_indexes(const std::string& target) {
    try {
        IndexPlace::beside(target, address_generation(Registry{target})).remove_others();
        remove_cached_indexes(target);
    } catch (const Error&) {  // the next run finds them
    }
}

}  // namespace daicho
