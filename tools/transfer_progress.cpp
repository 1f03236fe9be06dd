#include "tools/transfer_progress.hpp"

namespace daicho {

std::string bytes_text(std::uint64_t bytes) {
    const bool thousands = bytes < 1000000;
    const std::uint64_t tenths = bytes / (thousands ? 100 : 100000);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + (thousands ? " kB" : " MB");
}

void TransferProgress::show(std::uint64_t done, std::uint64_t all) {
    if (!line_.due() || all == 0) return;
    line_.show(std::to_string(done * 100 / all) + " %  " + bytes_text(done) + " / " + bytes_text(all));
}

}  // namespace daicho
