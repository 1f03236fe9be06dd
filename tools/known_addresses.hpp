#pragma once

#include <memory>

#include "registries/address/address_matcher.hpp"
#include "tools/session.hpp"

namespace daicho {

/// What the program knows of addresses: the index of the registry (see --registry), opened when it is first
/// asked for. One for a run; may be used from several threads.
class KnownAddresses {
 public:
    explicit KnownAddresses(const Session& session);
    ~KnownAddresses();

    /// Null where there is no registry, or one that says nothing of places: then only the compiled-in
    /// municipalities are known. An index that is missing is made, and standard error says so. Throws Error
    /// where a registry was named that cannot be read, or no index can be made.
    const AddressMatcher* matcher() const;
    /// Says once, on standard error, that `matcher` was asked for where there is none.
    void tell_of_missing_registry() const;

 private:
    struct Opened;

    const Session& session_;
    std::unique_ptr<Opened> opened_;
};

}  // namespace daicho
