#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "grammars/base/os.hpp"
#include "registries/publishing/generation_manifest.hpp"

namespace daicho {

/// The SHA-256 of bytes, in hexadecimal digits.
std::string digest_of(std::string_view bytes);

/// The next part of a file: as many bytes as a part has, fewer at its end. False where nothing is left.
/// Throws Error.
bool read_part(InputFile& file, std::string& part);

/// Reads the file at `path` part by part, tells each with its SHA-256, and writes its size, its digest and
/// those of its parts into `file`. Throws Error.
void read_parts(const std::string& path, PublishedFile& file,
                const std::function<void(std::string_view bytes, const std::string& sha256)>& part);

}  // namespace daicho
