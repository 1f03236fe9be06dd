#pragma once

#include <cstdint>
#include <string>

#include "tools/progress_line.hpp"
#include "tools/session.hpp"

namespace daicho {

/// "12.3 MB", "5.2 kB"
std::string bytes_text(std::uint64_t bytes);

/// How far bytes have come, on a terminal.
class TransferProgress {
 public:
    explicit TransferProgress(const Session& session) : line_(session.talk) {}

    void show(std::uint64_t done, std::uint64_t all);
    void clear() { line_.clear(); }

 private:
    ProgressLine line_;
};

}  // namespace daicho
