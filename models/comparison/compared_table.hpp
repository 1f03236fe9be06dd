#pragma once

#include <functional>
#include <memory>
#include <string>

#include "grammars/base/os.hpp"
#include "grammars/formats/table_reader.hpp"

namespace daicho {

/// A table as who compares it sees it: it is read several times, and parts of it once more.
struct ComparedTable {
    std::string name;  ///< in messages and reports
    /// The table from its top. Throws Error where it cannot be read.
    std::function<std::unique_ptr<TableReader>()> open;
    /// The bytes that `open` reads, where one can go anywhere in them and nothing has to be unpacked; null
    /// where that is not so. Records that differ are then read where they are.
    std::function<std::unique_ptr<SeekableSource>()> bytes{};
    /// Has `open` tell the encoding by the first bytes where these are clear, which costs no pass over them
    /// all, and gives whether it does. Who asks for it looks for what proves it wrong
    /// (`MarkedTable::is_doubtful`), and then begins anew behind `distrust`. Both null: there is no such way.
    std::function<bool()> trust_first_bytes{};
    std::function<void()> distrust{};
};

}  // namespace daicho
