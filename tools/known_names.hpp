#pragma once

#include <memory>
#include <mutex>

#include "models/engine/corporation_search.hpp"
#include "tools/session.hpp"

namespace daicho {

class AddressRules;  // tools/address_rules.hpp

/// What a command makes of corporate numbers and names.
enum class CorporationUse : unsigned char { off, check, fill };

/// Finds corporations by name in the registry (see --registry), opened when it is first asked for. May be
/// used from several threads.
class KnownNames final : public CorporationSearch {
 public:
    /// `addresses`, which may be null, tells where addresses are; it must live longer.
    KnownNames(const Session& session, const AddressRules* addresses)
        : session_(session), addresses_(addresses) {}

    /// Whether there is a registry with an index of names; says on standard error where there is none.
    bool is_there() const override;
    FoundCorporation search(const SoughtCorporation& sought) const override;

 private:
    const CorporationSearch* names() const;

    const Session& session_;
    const AddressRules* addresses_;
    mutable std::once_flag once_;
    mutable std::unique_ptr<CorporationSearch> names_;
};

}  // namespace daicho
