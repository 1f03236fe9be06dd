#include "grammars/workbooks/compound_file.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/workbooks/little_endian.hpp"

namespace daicho {

namespace {

constexpr std::uint32_t last_regular = 0xFFFFFFFA;  // beyond are marks: end of a chain, free ...
constexpr std::size_t small_sector = 64;
constexpr std::size_t entry_size = 128;
constexpr std::uint64_t most_bytes = std::uint64_t{1} << 30;

void append_table(std::vector<std::uint32_t>& table, std::string_view bytes) {
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) table.push_back(u32_at(bytes, at));
}

}  // namespace

void CompoundFile::refuse() const {
    throw Error{
        ErrorKind::input,
        source_.name() +
            ": 古い Excel ブック (xls) が壊れているか、途中で切れています。もう一度入手してください。",
        source_.name() + ": this old Excel workbook (xls) is damaged or cut off; get the file again"};
}

CompoundFile::CompoundFile(SeekableSource& source) : source_(source), file_size_(source.size()) {
    const std::string header = read(0, 512);
    const std::uint32_t shift = u16_at(header, 30);
    if (!header.starts_with(compound_file_magic) || (shift != 9 && shift != 12)) refuse();
    sector_size_ = std::size_t{1} << shift;
    small_below_ = u32_at(header, 56);
    small_fat_start_ = u32_at(header, 60);
    read_fat(header);
    read_directory(u32_at(header, 48));
}

std::string CompoundFile::read(std::uint64_t offset, std::size_t size) {
    std::string bytes(size, '\0');
    source_.seek(offset);
    std::size_t got = 0;
    while (got < size) {
        const std::size_t more = source_.read(bytes.data() + got, size - got);
        if (more == 0) break;
        got += more;
    }
    bytes.resize(got);
    return bytes;
}

/// The sector behind `sector`; the mark of the end where there is none.
std::uint32_t CompoundFile::behind(const std::vector<std::uint32_t>& table, std::uint32_t sector) const {
    if (sector >= table.size()) refuse();
    return table[sector];
}

void CompoundFile::read_fat(const std::string& header) {
    const std::uint64_t sectors = file_size_ / sector_size_ + 1;
    std::vector<std::uint32_t> places;
    for (std::size_t at = 76; at < 512; at += 4) places.push_back(u32_at(header, at));
    const std::size_t own = sector_size_ / 4 - 1;  // places in a sector that lists more of them
    std::uint32_t next = u32_at(header, 68);
    for (std::uint64_t lists = 0; next < last_regular; ++lists) {
        if (lists > sectors) refuse();
        const std::string list = read((std::uint64_t{next} + 1) * sector_size_, sector_size_);
        if (list.size() < sector_size_) refuse();
        for (std::size_t i = 0; i < own; ++i) places.push_back(u32_at(list, 4 * i));
        next = u32_at(list, 4 * own);
    }
    const std::size_t wanted = std::min<std::uint64_t>(u32_at(header, 44), sectors);
    for (const std::uint32_t place : places) {
        if (place >= last_regular || fat_.size() >= wanted * (sector_size_ / 4)) break;
        append_table(fat_, read((std::uint64_t{place} + 1) * sector_size_, sector_size_));
    }
}

std::string CompoundFile::chain(std::uint32_t first, std::uint64_t most) {
    std::string bytes;
    if (most > most_bytes) {
        throw Error{ErrorKind::limit, source_.name() + ": ブックが大きすぎて読めません（1 GiB まで）。",
                    source_.name() + ": this workbook is too large to read (at most 1 GiB)"};
    }
    std::vector<bool> seen(fat_.size());
    for (std::uint32_t sector = first; sector < last_regular && bytes.size() < most;
         sector = behind(fat_, sector)) {
        const std::string piece = read((std::uint64_t{sector} + 1) * sector_size_, sector_size_);
        if (piece.empty() || sector >= seen.size() || seen[sector])
            refuse();  // the end of the file; a circle
        seen[sector] = true;
        bytes += piece;
    }
    return bytes;
}

void CompoundFile::read_directory(std::uint32_t first) {
    const std::string bytes = chain(first, std::min<std::uint64_t>(file_size_, most_bytes));
    for (std::size_t at = 0; at + entry_size <= bytes.size(); at += entry_size) {
        const unsigned char type = static_cast<unsigned char>(bytes[at + 66]);
        if (type != 2 && type != 5) continue;
        Entry& entry = entries_.emplace_back();
        const std::size_t units = std::min<std::size_t>(u16_at(bytes, at + 64), 64) / 2;
        for (std::size_t i = 0; i + 1 < units; ++i) {
            const std::uint32_t unit = u16_at(bytes, at + 2 * i);
            entry.name += unit < 0x80 ? static_cast<char>(unit) : '?';
        }
        entry.root = type == 5;
        entry.start = u32_at(bytes, at + 116);
        entry.size = sector_size_ == 512 ? u32_at(bytes, at + 120) : number_at(bytes, at + 120, 8);
    }
}

const CompoundFile::Entry* CompoundFile::find(std::string_view name) const {
    const auto found =
        std::ranges::find_if(entries_, [&](const Entry& one) { return !one.root && one.name == name; });
    return found == entries_.end() ? nullptr : &*found;
}

std::string CompoundFile::small_stream(const Entry& entry) {
    if (small_fat_.empty()) {
        const auto root = std::ranges::find_if(entries_, &Entry::root);
        if (root == entries_.end()) refuse();
        append_table(small_fat_, chain(small_fat_start_, std::min(file_size_, most_bytes)));
        small_sectors_ = chain(root->start, std::min(root->size, file_size_));
    }
    std::string bytes;
    for (std::uint32_t sector = entry.start; sector < last_regular && bytes.size() < entry.size;
         sector = behind(small_fat_, sector)) {
        const std::size_t at = std::size_t{sector} * small_sector;
        if (at >= small_sectors_.size()) refuse();
        bytes.append(small_sectors_, at, small_sector);
    }
    return bytes;
}

std::optional<std::string> CompoundFile::stream(std::string_view name) {
    const Entry* entry = find(name);
    if (entry == nullptr) return std::nullopt;
    std::string bytes = entry->size < small_below_ ? small_stream(*entry) : chain(entry->start, entry->size);
    if (bytes.size() < entry->size) refuse();
    bytes.resize(entry->size);
    return bytes;
}

}  // namespace daicho
