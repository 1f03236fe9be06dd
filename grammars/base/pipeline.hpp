#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "grammars/base/start_threads.hpp"

namespace daicho {

/// Work in three steps over a stream: `produce` fills an In (false: nothing is left), `work` makes an Out of
/// it, and `consume` gets both in the order of production. `produce` and `consume` are never called at the
/// same time as themselves; `work` runs on `threads` threads at once. In and Out are made anew twice for each
/// thread, then used again and again, so that buffers kept in them are not allocated again and again in the
/// long run. With one thread, and where the system gives no other, everything happens in the caller's thread.
/// The first exception ends the run and is thrown to the caller.
template <class In, class Out>
void ordered_pipeline(unsigned threads, const std::function<bool(In&)>& produce,
                      const std::function<void(In&, Out&)>& work,
                      const std::function<void(In&, Out&)>& consume);

namespace detail {

/// The shared state of one run: a ring of slots that pass through empty -> filled -> done -> empty in order.
template <class In, class Out>
class Pipeline {
 public:
    Pipeline(unsigned threads, const std::function<bool(In&)>& produce,
             const std::function<void(In&, Out&)>& work, const std::function<void(In&, Out&)>& consume)
        : slots_(2 * threads), produce_(produce), work_(work), consume_(consume) {}

    void run(unsigned threads) {
        std::vector<std::thread> pool = start_threads(threads - 1, [this](std::size_t) { serve(); });
        serve();
        for (auto& thread : pool) thread.join();
        if (error_) std::rethrow_exception(error_);
    }

 private:
    enum class State { empty, filled, done };
    struct Slot {
        In in;
        Out out;
        State state = State::empty;
    };

    /// Each thread takes whatever step can be taken: consuming first, then producing and working.
    void serve() {
        std::unique_lock lock{mutex_};
        while (!finished()) {
            Slot& oldest = slot(consumed_);
            if (!consuming_ && consumed_ < produced_ && oldest.state == State::done) {
                consuming_ = true;
                attempt(lock, [&] { consume_(oldest.in, oldest.out); });
                oldest.state = State::empty;
                ++consumed_;
                consuming_ = false;
            } else if (!producing_ && !ended_ && produced_ - consumed_ < slots_.size()) {
                step(lock);
            } else {
                changed_.wait(lock);
                continue;
            }
            changed_.notify_all();
        }
        changed_.notify_all();
    }

    void step(std::unique_lock<std::mutex>& lock) {
        Slot& fresh = slot(produced_);
        producing_ = true;
        bool more = false;
        attempt(lock, [&] { more = produce_(fresh.in); });
        producing_ = false;
        if (!more) {
            ended_ = true;
            return;
        }
        fresh.state = State::filled;
        ++produced_;
        changed_.notify_all();
        attempt(lock, [&] { work_(fresh.in, fresh.out); });
        fresh.state = State::done;
    }

    template <class Act>
    void attempt(std::unique_lock<std::mutex>& lock, Act&& act) {
        lock.unlock();
        try {
            act();
            lock.lock();
        } catch (...) {
            lock.lock();
            if (!error_) error_ = std::current_exception();
        }
    }

    bool finished() const { return error_ || (ended_ && consumed_ == produced_); }
    Slot& slot(std::size_t number) { return slots_[number % slots_.size()]; }

    std::vector<Slot> slots_;
    const std::function<bool(In&)>& produce_;
    const std::function<void(In&, Out&)>& work_;
    const std::function<void(In&, Out&)>& consume_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t produced_ = 0;
    std::size_t consumed_ = 0;
    bool producing_ = false;
    bool consuming_ = false;
    bool ended_ = false;
    std::exception_ptr error_;
};

}  // namespace detail

template <class In, class Out>
void ordered_pipeline(unsigned threads, const std::function<bool(In&)>& produce,
                      const std::function<void(In&, Out&)>& work,
                      const std::function<void(In&, Out&)>& consume) {
    if (threads > 1) {
        detail::Pipeline<In, Out>{threads, produce, work, consume}.run(threads);
        return;
    }
    In in;
    Out out;
    while (produce(in)) {
        work(in, out);
        consume(in, out);
    }
}

}  // namespace daicho
