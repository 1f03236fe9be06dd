#pragma once

#include <memory>
#include <string>

#include "grammars/base/os.hpp"
#include "grammars/formats/unpack_limits.hpp"

namespace daicho {

/// Opens files by the locators that `for_each_file` gives (`dir/a.zip!b.zip!c.csv`). The archives on the way
/// stay open until a file outside of them is asked for: opening one after the other the thousands of files of
/// an archive costs no more than reading it.
class FileOpener {
 public:
    explicit FileOpener(const ArchiveLimits& limits = {});
    ~FileOpener();
    FileOpener(const FileOpener&) = delete;
    FileOpener& operator=(const FileOpener&) = delete;

    /// A rewindable source, which lives no longer than this and only until the next call. Throws Error.
    std::unique_ptr<ByteSource> open(const std::string& locator);

 private:
    struct State;

    std::unique_ptr<State> state_;
};

/// Opens one file, which needs nobody to stay. Throws Error.
std::unique_ptr<ByteSource> open_file(const std::string& locator, const ArchiveLimits& limits = {});

}  // namespace daicho
