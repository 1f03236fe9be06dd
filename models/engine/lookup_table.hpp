#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace daicho {

/// A table of a transformation: from a key (the first column) to facts (the others). UTF-8 TSV with a
/// header.
class LookupTable {
 public:
    /// `path` stands for the table in errors. Throws Error where two rows have one key or the header is
    /// missing.
    LookupTable(std::string_view tsv, std::string_view path);

    /// Number of the column of that name, or nothing.
    std::optional<std::size_t> find_column(std::string_view name) const;
    /// The cell of the row whose key is `key`, or empty. Lives as long as the table.
    std::string_view find(std::string_view key, std::size_t column) const;

 private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::vector<std::string> header_;
    std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>> rows_;
};

}  // namespace daicho
