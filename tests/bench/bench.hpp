#pragma once

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>

namespace bench {

/// CPU time of this thread in seconds.
inline double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// The best of five runs, in seconds of CPU time.
template <class Run>
double best_of_five(Run&& run) {
    double best = 1e30;
    for (int i = 0; i < 5; ++i) {
        const double begin = cpu_seconds();
        run();
        best = std::min(best, cpu_seconds() - begin);
    }
    return best;
}

/// One line of the table of results; `than` seconds of something else give the ratio.
inline void report(const std::string& what, double seconds, double bytes, double than = 0) {
    std::printf("%-52s %9.2f ms %8.2f GB/s", what.c_str(), seconds * 1e3, bytes / seconds / 1e9);
    if (than > 0) std::printf("   %5.1f times as fast", than / seconds);
    std::printf("\n");
}

}  // namespace bench
