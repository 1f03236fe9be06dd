#pragma once

#include <memory>

#include "models/engine/reference_data.hpp"
#include "tools/session.hpp"

namespace daicho {

/// What the program knows of codes: the registry where there is one (see --registry), and what is compiled
/// in.
class KnownReference {
 public:
    /// Throws Error where a registry was named that cannot be read.
    explicit KnownReference(const Session& session);
    ~KnownReference();

    const ReferenceData& data() const;
    /// Says once, on standard error, that something was asked that only a registry knows, where there was
    /// none.
    void tell_of_missing_registry() const;

 private:
    class WithoutRegistry;

    const Session& session_;
    std::unique_ptr<ReferenceData> registry_;
    std::unique_ptr<WithoutRegistry> none_;  ///< one of the two
};

}  // namespace daicho
