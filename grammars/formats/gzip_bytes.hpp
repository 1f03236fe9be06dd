#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// `bytes` as a gzip file (RFC 1952) without name and time: the same bytes give the same file.
std::string gzip_bytes(std::string_view bytes);

}  // namespace daicho
