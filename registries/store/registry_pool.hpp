#pragma once

#include <memory>
#include <string>

#include "grammars/base/idle_pool.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

/// One registry for many threads: each use borrows an open one.
class RegistryPool {
 public:
    /// Throws Error where there is none, see `Registry`.
    explicit RegistryPool(std::string path)
        : idle_([path = std::move(path)] { return std::make_unique<const Registry>(path); }) {
        idle_.borrow();
    }

    IdlePool<const Registry>::Borrowed borrow() { return idle_.borrow(); }

 private:
    IdlePool<const Registry> idle_;
};

}  // namespace daicho
