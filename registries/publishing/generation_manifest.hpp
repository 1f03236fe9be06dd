#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// A file of a published generation, cut into parts of `part_bytes` (the last one shorter).
struct PublishedFile {
    /// "registry", or "addresses" for the index beside it.
    std::string role;
    /// What the name of the file has behind that of the registry: "" or ".GENERATION.addresses".
    std::string suffix;
    std::uint64_t size = 0;
    std::string sha256;              ///< of the whole
    std::vector<std::string> parts;  ///< SHA-256 of each part before it is packed
};

/// One generation of a registry as `publish` lays it out and `pull` takes it.
struct GenerationManifest {
    /// 1 for the first generation of a folder, one more for each that follows: who pulls never goes back.
    std::uint64_t sequence = 0;
    std::string generation;  ///< of the registry
    std::string data_date;   ///< the newest edition in it, YYYY-MM-DD
    std::vector<std::string> attribution;
    std::vector<std::string> licences;
    std::vector<PublishedFile> files;  ///< the registry last

    /// Bytes of every part but the last of a file.
    static constexpr std::size_t part_bytes = std::size_t{256} << 10;
};

/// JSON, one object and a line end: the same manifest gives the same bytes.
std::string manifest_json(const GenerationManifest& manifest);
/// Throws Error that begins with `name` where it is no such manifest, or one of a later layout.
GenerationManifest read_manifest(std::string_view json, const std::string& name);

/// What the file `current.json` of a folder says: which generation is the present one.
struct CurrentGeneration {
    std::uint64_t sequence = 0;
    std::string generation;
    std::string sha256;  ///< of the manifest
};

std::string current_json(const CurrentGeneration& current);
/// Throws Error as `read_manifest` does.
CurrentGeneration read_current(std::string_view json, const std::string& name);

// Names in the folder, below it.

constexpr std::string_view current_name = "current.json";
/// generations/12.json
std::string manifest_name(std::uint64_t sequence);
/// parts/ab/abcdef….zst: the first two digits are a folder, so that none has too many files.
std::string part_name(std::string_view sha256);

}  // namespace daicho
