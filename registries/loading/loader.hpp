#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "models/engine/change.hpp"
#include "registries/loading/recogniser.hpp"
#include "registries/loading/row_check.hpp"
#include "registries/sources/record_stream.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// Where rows of a file went. records = stored + duplicate + superseded + rejected.
struct RowCounts {
    std::int64_t records = 0;
    std::int64_t stored = 0;
    std::int64_t duplicate = 0;  ///< there already, the same in every column
    std::int64_t superseded =
        0;  ///< a newer edition speaks of what they cover; differing ones are in the history
    std::int64_t rejected = 0;
};

/// Counts of files that changed, by their ids.
using CountChanges = std::map<std::int64_t, RowCounts>;

/// A file that is loaded.
struct LoadedFile {
    std::int64_t id = 0;
    std::string name;
    std::string edition;
};

/// Puts the rows of the files of one layout into the tables of a registry. Files come oldest edition first.
class Loader {
 public:
    using Rejected =
        std::function<void(std::int64_t file, std::uint64_t record, std::uint64_t line, const RowRefusal&)>;
    using Changed = std::function<void(const Change&)>;

    virtual ~Loader() = default;

    /// Why the file cannot be loaded now, where that is so; it is left out then.
    virtual std::optional<Note> refusal(const LoadedFile&) { return std::nullopt; }
    /// Reads `records` to their end.
    virtual CountChanges load(RecordStream& records, const LoadedFile& file, const Rejected& rejected) = 0;
    /// The newest day of publication of the rows in the last file; empty where rows have none.
    virtual std::string newest_row() const { return {}; }
    /// The file that was loaded last is a part of the registry from now on.
    virtual void accept() {}
    /// The file that was loaded last is no part of the registry: what was done to the database is undone
    /// already.
    virtual void forget() {}
    /// After the last file: settles what was put off, makes what was not made yet, writes down the digest.
    virtual CountChanges finish(const Rejected& rejected) = 0;
};

/// A file speaks of `value` of the column of coverage; a newer edition stays.
void write_coverage(Database& database, std::string_view table, std::string_view value,
                    const LoadedFile& file);

}  // namespace daicho
