#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/os.hpp"

namespace daicho {

constexpr std::string_view compound_file_magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// A file of files of Microsoft's old office programs ([MS-CFB]), as .xls is one.
class CompoundFile {
 public:
    /// `source` outlives this. Throws Error where it is no such file, or its tables are damaged.
    explicit CompoundFile(SeekableSource& source);

    /// Whether a stream of that name (in ASCII) is in it, in whatever storage.
    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// The bytes of a stream; nothing where there is none. Throws Error where it is damaged, or larger than 1
    /// GiB.
    std::optional<std::string> stream(std::string_view name);

 private:
    struct Entry {
        std::string name;  ///< characters beyond ASCII as '?'
        bool root = false;
        std::uint32_t start = 0;
        std::uint64_t size = 0;
    };

    [[noreturn]] void refuse() const;
    const Entry* find(std::string_view name) const;
    std::string read(std::uint64_t offset, std::size_t size);
    std::string chain(std::uint32_t first, std::uint64_t most);
    std::uint32_t behind(const std::vector<std::uint32_t>& table, std::uint32_t sector) const;
    void read_fat(const std::string& header);
    void read_directory(std::uint32_t first);
    std::string small_stream(const Entry& entry);

    SeekableSource& source_;
    std::uint64_t file_size_;
    std::size_t sector_size_ = 0;
    std::uint64_t small_below_ = 0;  ///< streams below this size are in small sectors
    std::uint32_t small_fat_start_ = 0;
    std::vector<std::uint32_t> fat_;        ///< the sector behind each
    std::vector<std::uint32_t> small_fat_;  ///< the same of sectors of 64 bytes
    std::string small_sectors_;
    std::vector<Entry> entries_;
};

}  // namespace daicho
