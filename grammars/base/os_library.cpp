#include "grammars/base/os_library.hpp"

#include <dlfcn.h>

namespace daicho {

SharedLibrary::SharedLibrary(std::span<const char* const> names) {
    for (const char* name : names) {
        handle_ = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
        if (handle_ != nullptr) return;
    }
}

void* SharedLibrary::find(const char* name) const {
    return handle_ == nullptr ? nullptr : ::dlsym(handle_, name);
}

}  // namespace daicho
