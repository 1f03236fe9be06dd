#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace daicho {

/// A column of records that are nested: one of their values.
struct NestedColumn {
    std::string path;  ///< from the record down, as a JSON pointer: "/住所/連結表記", "/電話番号/1"
    std::string first;         ///< its first value, up to 256 bytes
    bool constant = true;      ///< all its values are that one
    std::uint64_t filled = 0;  ///< values that are no empty text
};

/// The values that nested records have, as columns in the order in which they come up.
class NestedColumns {
 public:
    static constexpr std::size_t most = 10'000;

    /// The column of the value at `path`; `guess` is looked at first.
    std::optional<std::size_t> find(std::string_view path, std::size_t guess) const {
        if (guess < columns_.size() && columns_[guess].path == path) return guess;
        const auto known = places_.find(path);
        return known == places_.end() ? std::nullopt : std::optional(known->second);
    }
    /// The same; made where there is none.
    std::size_t find_or_add(std::string_view path, std::size_t guess);
    /// What is below `path` becomes one column.
    void fold(std::string_view path);
    /// Columns without a value go where others are below their paths: null or {} in the place of an object.
    void drop_empty_owners();

    std::vector<NestedColumn>& all() { return columns_; }
    const std::vector<NestedColumn>& all() const { return columns_; }

 private:
    void number();

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    std::vector<NestedColumn> columns_;
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> places_;
};

/// Whether a value that is no empty text is the first of its column, or like that; it is taken down if so.
bool is_like_first(NestedColumn& column, std::string_view value);

/// Takes down a value of a column.
inline void note_value(NestedColumn& column, std::string_view value) {
    if (value.empty()) return;
    ++column.filled;
    column.constant = column.constant && is_like_first(column, value);
}

/// How the columns of nested records are called, and which of them are no data.
struct NestedHeaders {
    std::vector<std::string> names;  ///< of the columns that stay
    std::vector<std::string> paths;  ///< theirs
    struct Other {
        std::string path;
        bool says_more;  ///< its value is none of the column's where that has one: the label of a code
    };
    /// Of each of them the paths that have its value where it has none: what is a text in one record is a
    /// code with its label in another.
    std::vector<std::vector<Other>> others;
    std::vector<std::string> left_out;  ///< paths of what is no data: "/type" of a GeoJSON feature
};

/// The headers of `columns`, which are those of `records` records: the names on the way joined by "." (by "_"
/// where one of them is not ASCII), with the number of the second and further ones of several in brackets
/// (電話番号[2]). Of what forms wrap around values the values alone are columns: the properties of GeoJSON
/// features (RFC 7946), whose points are a column of longitudes and one of latitudes, the properties of
/// NGSI-LD entities, normalized or concise, and the typed values of JSON-LD; of an object of a code and its
/// label, the code, or the label where there is none. Values that are written in several of these ways are
/// one column.
NestedHeaders nested_headers(const std::vector<NestedColumn>& columns, std::uint64_t records);

/// The steps of a JSON pointer, unescaped.
std::vector<std::string> pointer_steps(std::string_view pointer);

}  // namespace daicho
