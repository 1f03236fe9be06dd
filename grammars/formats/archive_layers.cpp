#include "grammars/formats/archive_layers.hpp"

#include <string_view>

#include "grammars/base/error.hpp"
#include "grammars/formats/gzip_source.hpp"
#include "grammars/formats/zip_file.hpp"

namespace daicho {

Packing packing_of(ByteSource& source) {
    char start[4];
    std::size_t size = 0;
    while (size < sizeof start) {
        const std::size_t got = source.read(start + size, sizeof start - size);
        if (got == 0) break;
        size += got;
    }
    source.rewind();
    const std::string_view bytes{start, size};
    if (bytes.starts_with(gzip_magic)) return Packing::gzip;
    if (bytes.starts_with(zip_magic) || bytes.starts_with(empty_zip_magic)) return Packing::zip;
    return Packing::none;
}

std::unique_ptr<SeekableSource> open_outermost(const std::string& path) {
    auto file = std::make_unique<InputFile>(path);
    if (file->rewindable()) return file;
    return std::make_unique<SpooledSource>(std::unique_ptr<ByteSource>{std::move(file)});
}

void check_depth(unsigned depth, const ArchiveLimits& limits, const std::string& locator) {
    if (depth <= limits.depth) return;
    const std::string limit = std::to_string(limits.depth);
    throw Error{
        ErrorKind::limit,
        locator + ": 圧縮が " + limit + " 重を超えて入れ子になっているので読みません。先に展開してください。",
        locator + ": archives are nested more than " + limit + " deep here; unpack them first"};
}

std::string without_gz(const std::string& name) {
    if (name.size() <= 3) return name;
    const auto ending = std::string_view{name}.substr(name.size() - 3);
    return ending == ".gz" || ending == ".GZ" ? name.substr(0, name.size() - 3) : name;
}

}  // namespace daicho
