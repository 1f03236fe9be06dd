#include "tools/known_names.hpp"

#include <ostream>

#include "registries/reference/registered_names.hpp"
#include "registries/store/registry.hpp"
#include "tools/address_rules.hpp"

namespace daicho {

const CorporationSearch* KnownNames::names() const {
    std::call_once(once_, [&] {
        const std::string path = session_.registry.empty() ? usual_registry() : session_.registry;
        if (!path.empty()) names_ = registered_names(path, addresses_ ? addresses_->matcher() : nullptr);
    });
    return names_.get();
}

bool KnownNames::is_there() const {
    if (names()) return true;
    session_.talk << session_.say(
        "法人名の索引を含む台帳ファイルがないので、法人番号は補いません（daicho build で作り、--registry "
        "で指定します）。\n",
        "There is no registry with an index of corporate names, so no corporate number is filled (daicho "
        "build "
        "makes one, --registry names it).\n");
    return false;
}

FoundCorporation KnownNames::search(const SoughtCorporation& sought) const {
    const CorporationSearch* known = names();
    return known ? known->search(sought) : FoundCorporation{};
}

}  // namespace daicho
