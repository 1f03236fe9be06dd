#pragma once

#include <cstdio>

namespace daicho {

/// While it lives, what the library writes to `stderr` itself where it cannot write goes nowhere: we say it.
/// Our own messages do not go through `stderr`, which is a variable in glibc.
class QuietLibrary {
 public:
    QuietLibrary() : nowhere_(std::fopen("/dev/null", "w")) {
        if (nowhere_ != nullptr) stderr = nowhere_;
    }
    ~QuietLibrary() {
        stderr = before_;
        if (nowhere_ != nullptr) std::fclose(nowhere_);
    }
    QuietLibrary(const QuietLibrary&) = delete;
    QuietLibrary& operator=(const QuietLibrary&) = delete;

 private:
    std::FILE* before_ = stderr;
    std::FILE* nowhere_;
};

}  // namespace daicho
