#include "registries/reference/registered_names.hpp"

#include <mutex>
#include <vector>

#include "registries/corporations/body_finder.hpp"
#include "registries/corporations/corporation_register.hpp"
#include "registries/registry.hpp"

namespace daicho {

namespace {

/// A finder with the registry that it asks.
struct OpenFinder {
    OpenFinder(const std::string& path, const AddressMatcher* addresses)
        : registry(path), finder(registry.database(), addresses) {}

    Registry registry;
    BodyFinder finder;
};

/// One finder a thread at work.
class RegisteredNames final : public BodySearch {
 public:
    RegisteredNames(std::string path, const AddressMatcher* addresses)
        : path_(std::move(path)), addresses_(addresses) {}

    FoundBody search(const SoughtBody& sought) const override {
        std::unique_ptr<OpenFinder> open = take();
        if (!open) open = std::make_unique<OpenFinder>(path_, addresses_);
        FoundBody found = open->finder.find(sought);
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(open));
        return found;
    }

 private:
    std::unique_ptr<OpenFinder> take() const {
        const std::lock_guard lock(mutex_);
        if (idle_.empty()) return nullptr;
        std::unique_ptr<OpenFinder> open = std::move(idle_.back());
        idle_.pop_back();
        return open;
    }

    std::string path_;
    const AddressMatcher* addresses_;
    mutable std::mutex mutex_;
    mutable std::vector<std::unique_ptr<OpenFinder>> idle_;
};

}  // namespace

std::unique_ptr<BodySearch> registered_names(const std::string& path, const AddressMatcher* addresses) {
    const Registry registry(path);
    if (!CorporationRegister::is_in(registry) || !CorporateNameIndex::exists(registry.database()))
        return nullptr;
    return std::make_unique<RegisteredNames>(path, addresses);
}

}  // namespace daicho
