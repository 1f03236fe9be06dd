#include "grammars/formats/zip_directory.hpp"

#include <algorithm>
#include <string_view>

#include "grammars/base/error.hpp"

namespace daicho {

namespace {

// APPNOTE.TXT 4.3.16, 4.3.15, 4.3.14
constexpr std::string_view end_magic = "PK\x05\x06";
constexpr std::string_view end64_place_magic = "PK\x06\x07";
constexpr std::string_view end64_magic = "PK\x06\x06";
constexpr std::size_t end_size = 22;
constexpr std::size_t end64_place_size = 20;
constexpr std::size_t end64_size = 56;
constexpr std::size_t longest_comment = 65535;

constexpr std::uint64_t bytes_a_member = 256;  // 46 and the name; seldom more

std::uint64_t number(std::string_view bytes, std::size_t at, unsigned size) {
    std::uint64_t value = 0;
    for (unsigned i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::string read_at(SeekableSource& source, std::uint64_t offset, std::size_t size) {
    source.seek(offset);
    std::string bytes(size, '\0');
    std::size_t filled = 0;
    while (filled < size) {
        const std::size_t got = source.read(bytes.data() + filled, size - filled);
        if (got == 0) break;
        filled += got;
    }
    bytes.resize(filled);
    return bytes;
}

/// Size of the directory by the 64-bit end record that `place` points to; 0 where there is none.
std::uint64_t size_by_end64(SeekableSource& source, std::string_view place) {
    const std::string end = read_at(source, number(place, 8, 8), end64_size);
    return end.size() == end64_size && end.starts_with(end64_magic) ? number(end, 40, 8) : 0;
}

}  // namespace

void refuse_members(const std::string& name, std::uint64_t max_members) {
    const std::string limit = std::to_string(max_members);
    throw Error{
        ErrorKind::limit,
        name + ": zip の中のファイルが " + limit + " 個を超えるので読みません。小さな zip に分けてください。",
        name + ": this zip has more than " + limit + " members and is not read; split it into smaller ones"};
}

void check_zip_directory(SeekableSource& source, const std::string& name, std::uint64_t max_members) {
    const std::uint64_t size = source.size();
    const std::size_t tail_size =
        std::min<std::uint64_t>(size, longest_comment + end_size + end64_place_size);
    const std::string tail = read_at(source, size - tail_size, tail_size);
    const std::uint64_t limit = bytes_a_member * (max_members + 1);
    for (std::size_t at = tail.find(end_magic); at != tail.npos; at = tail.find(end_magic, at + 1)) {
        if (tail.size() - at < end_size) break;
        std::uint64_t directory = number(tail, at + 12, 4);
        if (directory == 0xFFFFFFFF) directory = 0;
        if (at >= end64_place_size) {
            const auto place = std::string_view{tail}.substr(at - end64_place_size, end64_place_size);
            if (place.starts_with(end64_place_magic))
                directory = std::max(directory, size_by_end64(source, place));
        }
        if (directory > limit && directory <= size) refuse_members(name, max_members);
    }
}

}  // namespace daicho
