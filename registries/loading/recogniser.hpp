#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "registries/loading/registry_table.hpp"

namespace daicho {

/// A sentence in both languages that outlives what it speaks of.
struct Note {
    std::string ja;
    std::string en;
};

/// What an error says about the file at `locator`, without the place: the registry names files by the way
/// from the path that was given.
Note note_of(const Error& error, const std::string& locator);

/// What a file is taken for.
struct Recognition {
    const RegistryTable* table = nullptr;  ///< null: no registry publication
    bool header = false;                   ///< the columns are known by their headers, else by their place
    Note why;                              ///< where it is none
    const FileForm* form = nullptr;        ///< null: a table
};

/// Bytes of the start of a file that are enough to know it.
constexpr std::size_t recognised_bytes = std::size_t{256} << 10;

/// Says what a file is. `name` is its last name (for messages and forms), `head` its first bytes.
Recognition recognise(const std::vector<RegistryTable>& tables, std::string_view name, std::string_view head,
                      bool complete);

/// Whether a file with these first bytes can hold a table in another form than text: a workbook, JSON.
bool may_hold_table(std::string_view head);

/// Says what the table of such a file is. `file` is read as often as it takes.
Recognition recognise_table(const std::vector<RegistryTable>& tables, std::unique_ptr<ByteSource> file);

/// Which column of a table with these headers (or so many columns, where they are empty) is which item: one
/// entry an item of the class, none where the file has no such column.
std::vector<std::optional<std::size_t>> item_columns(const RegistryTable& table,
                                                     const std::vector<std::string>& headers,
                                                     std::size_t columns);

}  // namespace daicho
