#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/base/os_mapped_file.hpp"
#include "grammars/formats/dialect.hpp"
#include "registries/propagation/published_corporation.hpp"

namespace daicho {

/// Where a row stands in the publication.
struct CorporationEvidence {
    std::string file;        ///< as it was named, with the way through archives
    std::uint64_t line = 0;  ///< 1-based; the number of the record where the file is no table
};

/// The rows of corporate number files, in order of their number and, for one number, of the files and the
/// lines.
///
/// Rows are found, not read: 16 bytes a row are kept and the file itself is mapped (a packed one is unpacked
/// into memory). Two publications of the whole country are compared by the bytes of their rows; only what
/// differs is read.
class PublicationRows {
 public:
    struct Row {
        std::uint64_t number = 0;
        std::uint64_t place = 0;  ///< file, then offset
    };

    /// Takes every corporate number file at and below `paths`: complete or difference files as CSV (UTF-8 or
    /// Shift_JIS) or XML, plain or packed, and registries that hold the table of corporations. Files are put
    /// in the order of the dates that their names say. `left_out` is told of files that are no corporate
    /// numbers. Throws Error where nothing is left, where a row cannot be one, or where a file cannot be
    /// read.
    PublicationRows(const std::vector<std::string>& paths,
                    const std::function<void(const std::string& file)>& left_out);

    std::span<const Row> rows() const { return rows_; }
    /// The row as published, without its line end and without its sequence number: equal bytes are equal
    /// states, where both files have one encoding. Lives as long as this.
    std::string_view bytes(const Row& row) const;
    /// Throws Error where the row is none, with its place.
    PublishedCorporation state(const Row& row) const;
    CorporationEvidence evidence(const Row& row) const;
    /// The rows of a number.
    std::span<const Row> of(std::uint64_t number) const;
    std::size_t files() const { return files_.size(); }
    /// YYYY-MM-DD: the last day on which a row of these was published.
    const std::string& last_day() const { return last_day_; }

 private:
    struct File {
        std::string name;
        std::string edition;
        std::unique_ptr<MappedFile> mapped;
        std::string owned;  ///< where it is not mapped
        Encoding encoding = Encoding::utf8;
        std::vector<std::pair<std::uint64_t, std::uint64_t>> marks;  ///< some offsets with their lines
        std::string_view bytes() const { return mapped ? mapped->bytes() : std::string_view(owned); }
    };

    void take(const std::string& path, const std::function<void(const std::string&)>& left_out);
    void take_registry(const std::string& path);
    void index(File& file, std::size_t number);
    [[noreturn]] void refuse(const Row& row) const;

    std::vector<std::unique_ptr<File>> files_;
    std::vector<Row> rows_;
    std::string last_day_;
};

/// The number that thirteen digits are; 0 for any other text.
std::uint64_t corporate_number(std::string_view digits);

}  // namespace daicho
