#include "registries/reference/registry_pool.hpp"

namespace daicho {

RegistryPool::Borrowed RegistryPool::borrow() {
    std::unique_ptr<Registry> registry;
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            registry = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (!registry) registry = std::make_unique<Registry>(path_);
    return {*this, std::move(registry)};
}

void RegistryPool::give_back(std::unique_ptr<Registry> registry) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(registry));
}

}  // namespace daicho
