#pragma once

#include <cstdint>
#include <vector>

#include "registries/corporations/name_segment_writer.hpp"

namespace daicho {

/// Makes the search index of the names in the tables `corporation` and `corporation_history` anew
/// (name_tables.hpp). Nothing where there is no such table. Within the caller's transaction, if he has one.
void make_name_index(Database& database);

/// The same while the tables are written for the first time: the documents of most corporations come with
/// their rows, those of the others are read at the end. Gives the index that `make_name_index` gives.
class NameIndexBuilder {
 public:
    /// About as many corporations will come.
    void reserve(std::size_t corporations);
    /// Documents of corporations that have their present row and no other.
    void add(const NameDocuments& documents);
    /// `others`: the corporations that none of the documents was of, each once.
    void finish(Database& database, const std::vector<std::uint64_t>& others);

 private:
    NameSegmentWriter writer_;
    std::size_t documents_ = 0;
};

/// Brings the index up to date after the rows of these corporations have changed, were added or have gone:
/// costs what they cost, whatever else is in the register; now and then segments of before become one. Makes
/// the index anew where there is none, or where most of it would be out of date. `numbers` in any order.
void update_name_index(Database& database, std::vector<std::uint64_t> numbers);

}  // namespace daicho
