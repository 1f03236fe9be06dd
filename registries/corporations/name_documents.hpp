#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "registries/corporations/name_entries.hpp"

namespace daicho {

/// What the search index takes of a corporation's row; cells as the publication has them, UTF-8.
struct NamedRow {
    std::uint64_t number = 0;
    std::string_view name;
    std::string_view image;  ///< of the name's glyphs
    std::string_view kind;
    std::string_view prefecture;  ///< two digits
    std::string_view city;        ///< three digits
    std::string_view close_date;
    std::string_view english;
    std::string_view furigana;
};

/// The documents of rows, by space; made on any thread.
class NameDocuments {
 public:
    /// `role`: of the name.
    void add(const NamedRow& row, NameRole role);
    void clear();

    const NameEntries& of(NameSpace space) const { return spaces_[static_cast<std::size_t>(space)]; }

 private:
    void add_name(std::string_view name, NameDocument document, NameRole role);
    NameEntries& to(NameSpace space) { return spaces_[static_cast<std::size_t>(space)]; }

    std::array<NameEntries, 2> spaces_;
    CorporateNameKey keys_;
};

}  // namespace daicho
