#pragma once

#include <cstdint>
#include <string>

namespace daicho {

/// What is known of a file that was read from its start to its end.
struct FileDigest {
    std::uint64_t size = 0;
    std::string sha256;  ///< 64 small hexadecimal digits
    std::string first;   ///< so many bytes of it as `judged_start` says
    std::string last;    ///< so many as `judged_end` says, or a few more
};

/// Reads the file. Throws Error.
FileDigest digest_file(const std::string& path);

}  // namespace daicho
