#pragma once

#include <memory>

#include "grammars/base/once.hpp"

namespace daicho {

/// Something that is opened when it is first asked for, by one thread while the others wait. Where opening
/// throws, the next one to ask tries again.
template <class T>
class OnceOpened {
 public:
    /// What `open` gave, which may be null.
    template <class Open>
    T* get(Open&& open) const {
        once_.run([&] { opened_ = open(); });
        return opened_.get();
    }

 private:
    mutable Once once_;
    mutable std::unique_ptr<T> opened_;
};

}  // namespace daicho
