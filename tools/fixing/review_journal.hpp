#pragma once

#include <string>
#include <vector>

#include "tools/fixing/review_item.hpp"

namespace daicho {

/// What was decided in a review, kept beside the table (FILE.review.jsonl) after every answer, so that one
/// can go on where one left off. Findings are known by their fingerprints: a table may be sorted meanwhile.
/// The only values in it are those that were typed or chosen for cells.
class ReviewJournal {
 public:
    /// That of the table at `path`; nothing is written yet.
    explicit ReviewJournal(const std::string& table) : path_(table + ".review.jsonl") {}

    const std::string& path() const { return path_; }
    /// Fills in what was decided before; how much that was. Throws Error where the file is no journal.
    std::size_t resume(std::vector<ReviewItem>& items);
    /// Adds decisions; the last one about a finding holds.
    void note(const std::vector<const ReviewItem*>& items);
    /// Keeps what is to be decided another time; without any the file goes.
    void close(const std::vector<ReviewItem>& items);

 private:
    std::string path_;
    std::string text_;  ///< what the file says
};

}  // namespace daicho
