#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/dialect.hpp"

namespace daicho {

/// A table of own characters as it is written, to be filled in: the columns that are known by their headers,
/// and all others, which stay as they are.
class GaijiSheet {
 public:
    /// A new one, with all columns that people need, in Japanese.
    GaijiSheet();
    /// The one at `path`; what it lacks of these columns comes behind. Throws Error where it is no such
    /// table.
    explicit GaijiSheet(const std::string& path);

    std::size_t size() const { return rows_.size(); }
    /// What a row has for an item of the class GaijiEntry ("code"); empty where there is no such column.
    std::string_view get(std::size_t row, std::string_view item) const;
    void set(std::size_t row, std::string_view item, std::string text);
    /// A row more, all cells empty.
    std::size_t add();
    /// As CSV or TSV by the end of the name; "-": standard output. What was read keeps its encoding. Throws
    /// Error.
    void write(const std::string& path) const;

 private:
    void complete();

    std::vector<std::string> header_;
    std::map<std::string, std::size_t, std::less<>> columns_;  ///< by item
    std::vector<std::vector<std::string>> rows_;
    Dialect dialect_;
};

}  // namespace daicho
