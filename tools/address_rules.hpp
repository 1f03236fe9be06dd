#pragma once

#include <memory>

#include "models/engine/address_reference.hpp"
#include "tools/known_addresses.hpp"

namespace daicho {

/// What a command makes of addresses.
enum class AddressUse : unsigned char { off, check, fill };

/// What rules learn of addresses, from an index that is opened when the first one is asked for: most tables
/// have none.
class AddressRules final : public AddressReference {
 public:
    explicit AddressRules(const Session& session) : known_(session) {}

    /// "not covered" where there is no index. Throws Error as `KnownAddresses::matcher`.
    LocatedAddress locate(std::string_view text, std::string_view municipality) const override;
    /// Whether there is an index.
    bool is_there() const override { return known_.matcher() != nullptr; }
    /// Null where there is none.
    const AddressMatcher* matcher() const { return known_.matcher(); }

 private:
    KnownAddresses known_;
};

}  // namespace daicho
