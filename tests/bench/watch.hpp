#pragma once

#include <chrono>
#include <cstdio>
#include <string>

#include <sys/resource.h>

namespace bench {

/// Wall and CPU time of all threads, and of programs that were run, since it was made.
class Watch {
 public:
    double wall() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }
    double cpu() const { return cpu_now() - cpu_; }

 private:
    using Clock = std::chrono::steady_clock;
    static double cpu_now() {
        double all = 0;
        for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
            rusage usage{};
            getrusage(who, &usage);
            for (const timeval& time : {usage.ru_utime, usage.ru_stime})
                all += static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
        }
        return all;
    }
    Clock::time_point begin_ = Clock::now();
    double cpu_ = cpu_now();
};

inline void say(const std::string& what, const Watch& watch) {
    std::printf("%-52s %9.2f s  %9.2f s of processor\n", what.c_str(), watch.wall(), watch.cpu());
}

/// The rate is by CPU time: what it would be on a machine that does nothing else.
inline void say_rate(const std::string& what, const Watch& watch, std::size_t number, const char* of) {
    std::printf("%-52s %9.0f %s a second of processor\n", what.c_str(),
                static_cast<double>(number) / watch.cpu(), of);
}

}  // namespace bench
