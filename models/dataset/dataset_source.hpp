#pragma once

#include <memory>
#include <string>

namespace daicho {

class ByteSource;  // grammars/base/os.hpp

/// A dataset to read. It is read once, from front to back or, where the bytes can be rewound, twice.
struct DatasetSource {
    std::string name;  ///< in messages and reports; "-" is shown as standard input
    std::unique_ptr<ByteSource> bytes;

    DatasetSource(std::string shown_name, std::unique_ptr<ByteSource> from);
    DatasetSource(DatasetSource&&) noexcept;
    DatasetSource& operator=(DatasetSource&&) noexcept;
    ~DatasetSource();
};

/// The file at `path`; "-" is standard input. Throws Error where it cannot be opened.
DatasetSource file_source(const std::string& path);

/// The bytes of a file that are in memory already, in whatever encoding.
DatasetSource memory_source(std::string bytes, std::string name = "(memory)");

}  // namespace daicho
