#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "registries/corporations/name_document.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// Collects documents and writes them as one segment of the search index (name_tables.hpp). Memory: the texts
/// and 48 bytes for each, then the lists of one space.
class NameSegmentWriter {
 public:
    void add(NameSpace space, const NameDocument& document);
    /// `numbers`: what the segment speaks of anew, in rising order; the first segment has none.
    void write(Database& database, std::int64_t segment, const std::vector<std::uint64_t>& numbers);

    /// Makes the tables; empty.
    static void create_tables(Database& database);

 private:
    struct Entry {
        std::uint64_t head = 0;  ///< the first eight bytes of the core, the first counting most
        NameDocument document;   ///< its core is taken from `texts`
        std::uint32_t text = 0;
        std::uint32_t size = 0;
    };
    struct Space {
        std::vector<Entry> entries;
        std::string texts;
    };

    static void sort(Space& space);
    static void write_space(Database& database, std::int64_t part, Space& space);

    std::array<Space, 2> spaces_;
};

}  // namespace daicho
