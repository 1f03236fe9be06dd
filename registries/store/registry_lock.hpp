#pragma once

#include <string>
#include <utility>

#include "grammars/base/os_files.hpp"

namespace daicho {

/// The right to write a registry. Where there is none in the end, its lock file goes as well.
class RegistryLock {
 public:
    RegistryLock(FileLock lock, std::string target) : lock_(std::move(lock)), target_(std::move(target)) {}
    ~RegistryLock();
    RegistryLock(const RegistryLock&) = delete;
    RegistryLock& operator=(const RegistryLock&) = delete;

 private:
    FileLock lock_;
    std::string target_;
};

/// Held by who makes or replaces the registry in the file `target`, from before it looks at what is there
/// until the new one is in place. Throws Error where another process holds it.
RegistryLock lock_registry(const std::string& target);

}  // namespace daicho
