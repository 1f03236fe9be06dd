#include "registries/address/address_generation.hpp"

#include "grammars/base/digest.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

/// Whatever is not known to be foreign to addresses counts: an index made once too often does no harm.
std::string address_generation(const Registry& registry) {
    Statement& digests = registry.prepared(
        "select name, value from fact where name like 'digest of %' "
        "and name not in ('digest of corporation', 'digest of school', 'digest of university') "
        "order by name");
    Sha256 digest;
    while (digests.step()) {
        digest.add(digests.text(0));
        digest.add(digests.text(1));
    }
    return digest.hex().substr(0, 16);
}

}  // namespace daicho
