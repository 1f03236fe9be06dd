#pragma once

#include <stdexcept>
#include <string>

namespace daicho {

/// The world failed us: a file, a disk, a database, a malformed model. Caught in `main`, the request handler
/// and the C ABI only. The text names the place and the remedy, in both languages of the program.
class Error : public std::runtime_error {
 public:
    Error(std::string ja, std::string en) : std::runtime_error(en), ja_(std::move(ja)), en_(std::move(en)) {}

    const std::string& ja() const { return ja_; }
    const std::string& en() const { return en_; }

 private:
    std::string ja_;
    std::string en_;
};

}  // namespace daicho
