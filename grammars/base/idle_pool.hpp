#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace daicho {

/// Things that one thread at a time may use, and that are expensive to make: each use borrows an idle one, or
/// a new one where none is idle. May be used from several threads; must outlive what is borrowed.
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
        std::unique_ptr<T> thing;
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                thing = std::move(idle_.back());
                idle_.pop_back();
            }
        }
        if (!thing) thing = make_();
        return {*this, std::move(thing)};
    }

 private:
    void give_back(std::unique_ptr<T> thing) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(thing));
    }

    std::function<std::unique_ptr<T>()> make_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<T>> idle_;
};

}  // namespace daicho
