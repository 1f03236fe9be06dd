#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/file_opener.hpp"
#include "grammars/formats/unpack_limits.hpp"

/// Files as publishers give them: plain, gzip, zip, zips inside zips, folders of all that. What a file is,
/// its first bytes say, not its name. Nothing is unpacked to a place with a name; memory does not depend on
/// sizes (a zip inside a zip goes through a temporary file without a name, beyond 1 MiB).
namespace daicho {

struct FileEntry {
    /// The way to it, UTF-8: `dir/a.zip!b.zip!c.csv`. The name in messages; `FileOpener` finds it.
    std::string locator;
    /// Its own name, without folders and without `.gz`, to be recognised by: `KEN_ALL.CSV`.
    std::string name;
    std::uint64_t size = 0;  ///< unpacked; 0 where that is not known
    /// YYYY-MM-DD, "" where not known: of a member by the clock of who packed it, else the day in Japan.
    std::string modified;
    /// The archive says so; else the file system, which often knows only when the file was copied.
    bool modified_inside = false;
};

using FileVisitor = std::function<void(const FileEntry&, ByteSource&)>;
using FileRefusal = std::function<void(const std::string& locator, const Error&)>;

/// Visits every file at and below `path` (a folder, an archive or a file) with its bytes, a
/// rewindable source that lives for the call. The order is fixed: folders by the bytes
/// of their names, archives as written. Left out are hidden names (`.x`, `__MACOSX`), and folders that were
/// seen before (symbolic links). An office document (xlsx, ods ...) is one file.
///
/// What cannot be read (damaged, cut off, with a password, hostile, missing) goes to `refused`, and the walk
/// goes on; that can happen in the midst of a visit, when reading throws: let that Error pass, it comes back
/// to `refused`. Anything else thrown by `visit`, and by `refused`, ends the walk and comes out here.
void for_each_file(const std::string& path, const ArchiveLimits& limits, const FileVisitor& visit,
                   const FileRefusal& refused);

}  // namespace daicho
