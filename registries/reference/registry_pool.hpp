#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "registries/registry.hpp"

namespace daicho {

/// One registry for many threads: each use borrows an open one.
class RegistryPool {
 public:
    /// Throws Error where there is none, see `Registry`.
    explicit RegistryPool(std::string path) : path_(std::move(path)) {
        idle_.push_back(std::make_unique<Registry>(path_));
    }

    class Borrowed {
     public:
        Borrowed(RegistryPool& pool, std::unique_ptr<Registry> registry)
            : pool_(pool), registry_(std::move(registry)) {}
        ~Borrowed() { pool_.give_back(std::move(registry_)); }
        Borrowed(const Borrowed&) = delete;
        Borrowed& operator=(const Borrowed&) = delete;

        const Registry& operator*() const { return *registry_; }
        const Registry* operator->() const { return registry_.get(); }

     private:
        RegistryPool& pool_;
        std::unique_ptr<Registry> registry_;
    };

    Borrowed borrow();

 private:
    void give_back(std::unique_ptr<Registry> registry);

    std::string path_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Registry>> idle_;
};

}  // namespace daicho
