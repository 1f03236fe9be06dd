#pragma once

#include <chrono>
#include <iosfwd>
#include <string_view>

namespace daicho {

/// A line on a terminal's standard error that is written over and over while something takes long. Where
/// standard error is no terminal nothing is written at all.
class ProgressLine {
 public:
    explicit ProgressLine(std::ostream& talk);
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// Whether it is time to show something new: ten times a second at most.
    bool due() const;
    void show(std::string_view text);
    /// Takes the line away, so that something else can be written.
    void clear();

 private:
    std::ostream& talk_;
    bool on_;
    bool shown_ = false;
    std::chrono::steady_clock::time_point last_{};
};

}  // namespace daicho
