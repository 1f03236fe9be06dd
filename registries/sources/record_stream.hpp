#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/batch.hpp"

namespace daicho {

/// The records of a publication, whatever its files look like, as batches of cells.
class RecordStream {
 public:
    virtual ~RecordStream() = default;

    /// The headers; empty where columns are known by their place only.
    virtual const std::vector<std::string>& header() const = 0;
    /// Cells that each record should have.
    virtual std::size_t columns() const = 0;
    /// Fills `batch` with the next records; false at the end. Throws Error where the file cannot be read on.
    virtual bool next(Batch& batch) = 0;
    /// "UTF-8", "CP932", … ; empty where a file has no encoding.
    virtual std::string encoding() const { return {}; }
};

/// How the files of a publication that are no plain tables become records.
struct FileForm {
    /// Whether a file with this name and these first bytes (64 KiB, or all) has this form.
    bool (*fits)(std::string_view name, std::string_view head);
    /// Throws Error where the file is broken. The source is read once, from its start, and lives as long as
    /// the stream.
    std::unique_ptr<RecordStream> (*open)(std::unique_ptr<ByteSource> file);
};

}  // namespace daicho
