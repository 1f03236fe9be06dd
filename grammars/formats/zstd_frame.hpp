#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace daicho {

/// `bytes` as one Zstandard frame (RFC 8878) with its length and a checksum: the same bytes give the same
/// frame with the same library.
std::string zstd_frame(std::string_view bytes);

/// What the one frame that `frame` is holds. Throws Error that begins with `name` where it is none, is
/// damaged or cut, has something behind it, or holds more than `most` bytes, which are never made.
std::string zstd_content(std::string_view frame, std::size_t most, const std::string& name);

}  // namespace daicho
