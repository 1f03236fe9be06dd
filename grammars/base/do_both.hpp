#pragma once

#include <exception>
#include <future>

namespace daicho {

/// Does both, at once where that is allowed and the system gives another thread. What one of them throws is
/// thrown when both are done, that of `one` first.
template <class One, class Other>
void do_both(bool at_once, const One& one, const Other& other) {
    if (!at_once) {
        one();
        return other();
    }
    // Where there is no other thread, `get` does it in this one.
    auto first = std::async(std::launch::async | std::launch::deferred, [&] { one(); });
    std::exception_ptr failure;
    try {
        other();
    } catch (...) {
        failure = std::current_exception();
    }
    first.get();
    if (failure) std::rethrow_exception(failure);
}

}  // namespace daicho
