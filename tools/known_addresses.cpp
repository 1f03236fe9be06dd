#include "tools/known_addresses.hpp"

#include <atomic>
#include <mutex>
#include <optional>
#include <ostream>

#include "registries/reference/shared_address_index.hpp"
#include "registries/store/registry.hpp"
#include "tools/index_talk.hpp"

namespace daicho {

struct KnownAddresses::Opened {
    std::once_flag once;
    std::shared_ptr<const AddressIndex> index;
    std::optional<AddressMatcher> matcher;
    std::atomic<bool> missed{false};
};

KnownAddresses::KnownAddresses(const Session& session)
    : session_(session), opened_(std::make_unique<Opened>()) {}

KnownAddresses::~KnownAddresses() = default;

const AddressMatcher* KnownAddresses::matcher() const {
    std::call_once(opened_->once, [&] {
        const std::string path = session_.registry.empty() ? usual_registry() : session_.registry;
        if (!path.empty()) opened_->index = shared_address_index(path, index_talk(session_));
        if (opened_->index) opened_->matcher.emplace(*opened_->index);
    });
    if (opened_->matcher) return &*opened_->matcher;
    opened_->missed = true;
    return nullptr;
}

void KnownAddresses::tell_of_missing_registry() const {
    if (!opened_->missed.exchange(false)) return;
    session_.talk << session_.say(
        "住所レジストリを含む台帳ファイルがないので、住所は市区町村までしか調べていません（daicho build "
        "で作り、--registry "
        "で指定します）。\n",
        "There is no registry with addresses, so addresses were checked to the municipality only (daicho "
        "build "
        "makes one, --registry names it).\n");
}

}  // namespace daicho
