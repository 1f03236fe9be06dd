#include "registries/store/registry_lock.hpp"

#include "grammars/base/error.hpp"

namespace daicho {

namespace {

std::string lock_name(const std::string& target) {
    return target + ".lock";
}

}  // namespace

RegistryLock::~RegistryLock() {
    try {
        // Who waited for it sees that it is gone and makes it anew: FileLock looks once it has the lock.
        if (!file_facts(target_)) remove_file(lock_name(target_));
    } catch (const Error&) {  // an empty file is left
    }
}

RegistryLock lock_registry(const std::string& target) {
    if (auto lock = FileLock::try_lock(lock_name(target))) return {std::move(*lock), target};
    throw Error{ErrorKind::system,
                target + ": ほかの処理がこの台帳を書き換えています。終わるのを待ってください",
                target + ": another process is writing to this registry; wait for it"};
}

}  // namespace daicho
