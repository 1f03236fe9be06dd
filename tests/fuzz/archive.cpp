// Files in archives: any bytes are walked through to the end with bounded work; every byte that is given is
// given again by `open_file`; what cannot be read is an Error that begins with its locator. The input is a
// file; its first byte is not part of it and says how many archives may be inside one another.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>

#include "grammars/base/digest.hpp"
#include "grammars/formats/archive.hpp"
#include "grammars/formats/file_opener.hpp"
#include "grammars/text/utf8.hpp"

using namespace daicho;

namespace {

void require(bool holds, const char* law) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", law);
    std::abort();
}

std::string scratch_file() {
    static const std::string path =
        (std::filesystem::temp_directory_path() / ("daicho-fuzz-" + std::to_string(std::random_device{}())))
            .string();
    return path;
}

std::string digest(ByteSource& source) {
    DigestingSource digested{source};
    return digested.finish().sha256;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string path = scratch_file();
    std::ofstream{path, std::ios::binary}
        << std::string_view{reinterpret_cast<const char*>(data) + 1, size - 1};
    ArchiveLimits limits;
    limits.depth = data[0] % 5;
    limits.ratio_from = 1 << 20;
    limits.members = 100;
    int visits = 0;
    int refusals = 0;
    for_each_file(
        path, limits,
        [&](const FileEntry& entry, ByteSource& source) {
            ++visits;
            const std::string first = digest(source);
            require(entry.locator.starts_with(path), "a locator does not begin with the file");
            require(find_invalid_utf8(entry.locator) == std::string::npos, "a locator is not UTF-8");
            require(entry.modified.empty() || entry.modified.size() == 10, "a day is no day");
            require(digest(*open_file(entry.locator, limits)) == first, "opened again it is something else");
        },
        [&](const std::string& locator, const Error& error) {
            ++refusals;
            require(error.en().starts_with(locator) && error.ja().starts_with(locator),
                    "an Error without place");
        });
    require(visits + refusals <= 101, "more files than members");
    std::filesystem::remove(path);
    return 0;
}
