#pragma once

#include <atomic>
#include <mutex>

namespace daicho {

/// Something that is done once, by one thread while the others wait. Where it throws, the next one to ask
/// tries again. (std::call_once leads an exception through code of the system that ends the process where
/// memory is short.)
class Once {
 public:
    template <class Work>
    void run(Work&& work) {
        if (done_.load(std::memory_order_acquire)) return;
        const std::lock_guard lock{mutex_};
        if (done_.load(std::memory_order_relaxed)) return;
        work();
        done_.store(true, std::memory_order_release);
    }

 private:
    std::mutex mutex_;
    std::atomic<bool> done_ = false;
};

}  // namespace daicho
