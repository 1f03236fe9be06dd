#pragma once

#include <memory>
#include <mutex>

namespace daicho {

/// Something that is opened when it is first asked for, by one thread while the others wait. Where opening
/// throws, the next one to ask tries again.
template <class T>
class OnceOpened {
 public:
    /// What `open` gave, which may be null.
    template <class Open>
    T* get(Open&& open) const {
        std::call_once(once_, [&] { opened_ = open(); });
        return opened_.get();
    }

 private:
    mutable std::once_flag once_;
    mutable std::unique_ptr<T> opened_;
};

}  // namespace daicho
