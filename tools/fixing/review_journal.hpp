#pragma once

#include <string>
#include <vector>

#include "models/reports/fingerprints.hpp"
#include "tools/fixing/review_item.hpp"

namespace daicho {

/// By what a finding is known again: asked for all findings of the table, in their order.
std::string review_id(Fingerprints& fingerprints, const Finding& finding);

/// What was decided in a review, kept beside the table (FILE.review.jsonl) after every answer, so that one
/// can go on where one left off. Findings are known by their fingerprints: a table may be sorted meanwhile.
/// The only values in it are those that were typed or chosen for cells.
class ReviewJournal {
 public:
    /// That of the table at `path`; nothing is written yet.
    explicit ReviewJournal(const std::string& table) : path_(table + ".review.jsonl") {}

    const std::string& path() const { return path_; }
    struct Resumed {
        std::size_t decided = 0;
        std::size_t unknown = 0;  ///< decisions about findings that are not among the items
    };
    /// Fills in what was decided before, by earlier versions too, which knew findings in other forms. Throws
    /// Error where the file is no journal.
    Resumed resume(std::vector<ReviewItem>& items);
    /// Adds decisions; the last one about a finding holds.
    void note(const std::vector<const ReviewItem*>& items);
    /// Keeps what is to be decided another time, and what is about other findings; without any the file goes.
    void close(const std::vector<ReviewItem>& items);

 private:
    std::string path_;
    std::string text_;     ///< what the file says
    std::string unknown_;  ///< lines about findings that are not among the items: they stay
};

}  // namespace daicho
