#pragma once

#include <memory>
#include <string>

#include "grammars/base/idle_pool.hpp"
#include "grammars/base/os_files.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

/// Calls `make` as long as the file at `path` is the one that was there at first; gives null afterwards, so
/// that a pool never mixes a registry with the one that took its place.
template <class Make>
auto while_not_replaced(std::string path, Make make) {
    const auto facts = file_facts(path);
    const auto number = facts ? facts->number : decltype(facts->number){};
    return [path = std::move(path), number, make = std::move(make)]() -> decltype(make()) {
        const auto is_same = [&] {
            const auto now = file_facts(path);
            return !now || now->number == number;  // that there is none is said by who opens it
        };
        if (!is_same()) return nullptr;
        auto made = make();
        return is_same() ? std::move(made) : nullptr;
    };
}

/// One registry for many threads: each use borrows an open one, or what `Opened` keeps beside it. A registry
/// that takes the place of the file is not looked at: who comes then waits for a connection that is given
/// back.
template <class Opened>
class OpenedPool {
 public:
    /// Throws Error where there is none, see `Registry`.
    explicit OpenedPool(const std::string& path)
        : idle_(while_not_replaced(path, [path] { return std::make_unique<Opened>(path); })) {
        idle_.borrow();
    }

    typename IdlePool<Opened>::Borrowed borrow() { return idle_.borrow(); }

 private:
    IdlePool<Opened> idle_;
};

using RegistryPool = OpenedPool<const Registry>;

}  // namespace daicho
