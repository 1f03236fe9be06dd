#include "registries/reference/shared_address_index.hpp"

#include <map>
#include <mutex>
#include <utility>

#include "grammars/base/os_files.hpp"
#include "registries/address/address_generation.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

/// The indexes that are open, by registry and generation. A program-wide table, since a rule, a transformer
/// and a command of one run know nothing of each other and shall not make an index three times.
struct OpenIndexes {
    std::mutex mutex;
    std::map<std::pair<std::string, std::string>, std::weak_ptr<const AddressIndex>> by_registry;
};

OpenIndexes& open_indexes() {
    static OpenIndexes open;
    return open;
}

}  // namespace

std::shared_ptr<const AddressIndex> shared_address_index(const std::string& path, const IndexTalk& talk) {
    const Registry registry{path};
    OpenIndexes& open = open_indexes();
    const std::lock_guard lock(open.mutex);
    std::weak_ptr<const AddressIndex>& known =
        open.by_registry[{real_target(path), address_generation(registry)}];
    if (auto index = known.lock()) return index;
    auto found = find_or_make_address_index(registry, talk);
    if (!found) return nullptr;
    auto index = std::make_shared<const AddressIndex>(std::move(*found));
    known = index;
    return index;
}

}  // namespace daicho
