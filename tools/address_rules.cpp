#include "tools/address_rules.hpp"

#include "registries/reference/indexed_addresses.hpp"

namespace daicho {

LocatedAddress AddressRules::locate(std::string_view text, std::string_view municipality) const {
    const AddressMatcher* matcher = known_.matcher();
    return matcher ? locate_address(*matcher, text, municipality) : LocatedAddress{};
}

}  // namespace daicho
