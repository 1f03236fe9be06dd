#pragma once

#include <span>

namespace daicho {

/// A shared library that is loaded while the program runs, so that runs without it do not pay for it. It
/// stays loaded until the program ends.
class SharedLibrary {
 public:
    /// Loads the first of `names` that there is.
    explicit SharedLibrary(std::span<const char* const> names);

    bool loaded() const { return handle_ != nullptr; }
    /// The function `name`; null where the library has none.
    void* find(const char* name) const;

 private:
    void* handle_ = nullptr;
};

}  // namespace daicho
