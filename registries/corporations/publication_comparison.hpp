#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "registries/corporations/corporation_items.hpp"
#include "registries/loading/recogniser.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

/// A corporation of which register and complete file do not say the same.
struct ComparedCorporation {
    enum class Kind : std::uint8_t {
        differs,
        missing,  ///< in the file, not in the register
        surplus,  ///< in the register, in a prefecture that the files speak of, and not in the file
    };
    enum class Reason : std::uint8_t {
        none,
        newer_in_file,      ///< the file has what was published on a later day than all of the register's
        newer_in_register,  ///< the register has a state of a later day, though not later than the file
        withdrawn,          ///< the register has the number as withdrawn (process 99)
        published_later,    ///< the register has it only from a publication after the file; no error
        moved_away,  ///< its newest state is in another prefecture, of which the register has no rows; no
                     ///< error
    };
    struct Column {
        std::size_t item = 0;  ///< corporation_item::name …
        std::string registered, published;
    };

    Kind kind = Kind::differs;
    Reason reason = Reason::none;
    std::uint64_t number = 0;
    std::string name;
    std::size_t file = 0;  ///< in PublicationComparison::files; of a surplus corporation that which lacks it
    std::uint32_t line = 0;  ///< in the file; 0 for a surplus corporation
    std::vector<Column> columns;

    bool is_explained() const { return reason == Reason::published_later || reason == Reason::moved_away; }
};

/// A complete file that the register was held against.
struct ComparedFile {
    struct Unreadable {
        std::uint64_t line = 0;
        Note why;
    };
    std::string name;
    std::string
        day;  ///< of which it speaks, YYYY-MM-DD: by its name, else the last on which a row was published
    std::string encoding;
    std::size_t columns = 0;
    std::size_t prefectures =
        0;  ///< of which it has all rows (PrefectureCounts::unbroken), seats abroad as one; 0: a sample
    std::int64_t rows = 0;
    std::int64_t unreadable = 0;
    std::vector<Unreadable> first_unreadable;
    /// Columns that the file has; others are not compared.
    std::array<bool, corporation_item::count> has{};
};

/// What came of holding a register against complete files.
struct PublicationComparison {
    struct NotTaken {
        std::string name;
        Note why;
    };
    std::vector<ComparedFile> files;
    std::vector<NotTaken> not_taken;
    std::string register_day;  ///< the last day whose publications the register has

    std::int64_t same = 0;
    std::int64_t differing = 0;
    std::array<std::int64_t, corporation_item::count> by_column{};  ///< of differing corporations
    std::int64_t missing = 0, surplus = 0;                          ///< without those that are explained
    std::int64_t newer_in_file = 0;                                 ///< of differing and missing ones
    std::int64_t published_later = 0, moved_away = 0;
    std::int64_t withdrawn = 0;  ///< numbers that the register has as withdrawn, and rightly no file
    std::int64_t other_hihyoji =
        0;  ///< of corporations that are the same but for it: it speaks of the day of the file
    std::int64_t older_rows = 0;  ///< rows that another of the files has as well, or that a newer one lacks

    bool is_clean() const;
};

/// Holds the register of corporations against the complete files at and below `paths`: columns 3 to 30, but
/// for `hihyoji`, which belongs to the day of a file. The register is taken as it was at the end of the day
/// of which the file speaks, so that what it learned since is no difference. `told` hears of each corporation
/// that is not the same, in the order of numbers. Memory does not grow with the files: what it does not hold
/// is put aside in $TMPDIR. Throws Error where the registry has no corporations, where there is no complete
/// file, where one of the files is a difference, or where one cannot be read.
PublicationComparison compare_with_publications(
    const Registry& registry, const std::vector<std::string>& paths,
    const std::function<void(const ComparedCorporation&, const std::vector<ComparedFile>&)>& told);

}  // namespace daicho
