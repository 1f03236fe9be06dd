#include "registries/store/registry_lock.hpp"

#include "grammars/base/error.hpp"

namespace daicho {

FileLock lock_registry(const std::string& target) {
    if (auto lock = FileLock::try_lock(target + ".lock")) return std::move(*lock);
    throw Error{ErrorKind::system,
                target + ": ほかの処理がこの台帳を書き換えています。終わるのを待ってください",
                target + ": another process is writing to this registry; wait for it"};
}

}  // namespace daicho
