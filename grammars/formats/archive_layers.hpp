#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "grammars/base/os.hpp"
#include "grammars/formats/unpack_limits.hpp"

/// What walking through archives and opening one file of them have in common.
namespace daicho {

enum class Packing : std::uint8_t { none, gzip, zip };

/// By the first bytes of a rewindable source, which is rewound.
Packing packing_of(ByteSource& source);

/// The file at `path`, seekable also where it is a pipe. Throws Error.
std::unique_ptr<SeekableSource> open_outermost(const std::string& path);

/// Throws Error that names `locator` where so many archives inside one another are too many.
void check_depth(unsigned depth, const ArchiveLimits& limits, const std::string& locator);

/// `KEN_ALL.CSV.gz` -> `KEN_ALL.CSV`
std::string without_gz(const std::string& name);

}  // namespace daicho
