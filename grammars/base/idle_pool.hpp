#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace daicho {

/// Things that one thread at a time may use, and that are expensive to make: each use borrows an idle one, or
/// a new one where none is idle. Where no more can be made (`make` gives null) it waits for one that is given
/// back. May be used from several threads; must outlive what is borrowed.
template <class T>
class IdlePool {
 public:
    explicit IdlePool(std::function<std::unique_ptr<T>()> make) : make_(std::move(make)) {}

    class Borrowed {
     public:
        Borrowed(IdlePool& pool, std::unique_ptr<T> thing) : pool_(pool), thing_(std::move(thing)) {}
        ~Borrowed() { pool_.give_back(std::move(thing_)); }
        Borrowed(const Borrowed&) = delete;
        Borrowed& operator=(const Borrowed&) = delete;

        T& operator*() const { return *thing_; }
        T* operator->() const { return thing_.get(); }

     private:
        IdlePool& pool_;
        std::unique_ptr<T> thing_;
    };

    /// Throws what making one throws.
    Borrowed borrow() {
        std::unique_ptr<T> thing = idle_one();
        if (!thing) thing = make_();
        if (!thing) thing = returned_one();
        return {*this, std::move(thing)};
    }

 private:
    std::unique_ptr<T> idle_one() {
        const std::lock_guard lock(mutex_);
        return take();
    }
    std::unique_ptr<T> returned_one() {
        std::unique_lock lock(mutex_);
        returned_.wait(lock, [&] { return !idle_.empty(); });
        return take();
    }
    std::unique_ptr<T> take() {
        if (idle_.empty()) return nullptr;
        std::unique_ptr<T> thing = std::move(idle_.back());
        idle_.pop_back();
        return thing;
    }
    void give_back(std::unique_ptr<T> thing) {
        {
            const std::lock_guard lock(mutex_);
            idle_.push_back(std::move(thing));
        }
        returned_.notify_one();
    }

    std::function<std::unique_ptr<T>()> make_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<T>> idle_;
};

}  // namespace daicho
