#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "registries/corporations/name_documents.hpp"
#include "registries/corporations/name_postings.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// Collects documents and writes them as one segment of the search index (name_tables.hpp). Memory: the texts
/// and 32 bytes for each, then the lists of bigrams.
class NameSegmentWriter {
 public:
    /// About as many corporations will come.
    void reserve(std::size_t corporations);
    void add(const NameDocuments& documents);
    /// `numbers`: what the segment speaks of anew, in rising order; the first segment has none. What was
    /// collected is gone after that.
    void write(Database& database, std::int64_t segment, const std::vector<std::uint64_t>& numbers);

    /// Makes the tables; empty.
    static void create_tables(Database& database);

 private:
    std::array<NameEntries, 2> spaces_;
};

}  // namespace daicho
