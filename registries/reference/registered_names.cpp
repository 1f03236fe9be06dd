#include "registries/reference/registered_names.hpp"

#include "registries/corporations/corporation_finder.hpp"
#include "registries/corporations/corporation_register.hpp"
#include "registries/store/registry_pool.hpp"

namespace daicho {

namespace {

/// A finder with the registry that it asks.
struct OpenFinder {
    OpenFinder(const std::string& path, const AddressMatcher* addresses)
        : registry(path), finder(registry.database(), addresses) {}

    Registry registry;
    CorporationFinder finder;
};

class RegisteredNames final : public CorporationSearch {
 public:
    RegisteredNames(const std::string& path, const AddressMatcher* addresses)
        : finders_(while_not_replaced(path, [=] { return std::make_unique<OpenFinder>(path, addresses); })) {
        finders_.borrow();
    }

    FoundCorporation search(const SoughtCorporation& sought) const override {
        return finders_.borrow()->finder.find(sought);
    }

 private:
    mutable IdlePool<OpenFinder> finders_;
};

}  // namespace

std::unique_ptr<CorporationSearch> registered_names(const std::string& path,
                                                    const AddressMatcher* addresses) {
    const Registry registry(path);
    if (!CorporationRegister::is_in(registry) || !CorporateNameIndex::exists(registry.database()))
        return nullptr;
    return std::make_unique<RegisteredNames>(path, addresses);
}

}  // namespace daicho
