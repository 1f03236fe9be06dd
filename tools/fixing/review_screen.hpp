#pragma once

#include <cstddef>
#include <iosfwd>
#include <string_view>
#include <vector>

#include "models/dataset/check_listener.hpp"
#include "models/reports/text_parts.hpp"
#include "tools/fixing/review_item.hpp"

namespace daicho {

/// Whether the finding is about one cell, which can be written anew.
bool has_cell(const Finding& finding);
/// Whether it brings a new text for that cell.
bool can_change(const Finding& finding);

/// What a person sees of a review. `talk` and `facts` must outlive it.
class ReviewScreen {
 public:
    ReviewScreen(std::ostream& talk, const FileFacts& facts, bool show_values, const Words& words)
        : talk_(talk), facts_(facts), show_values_(show_values), words_(words) {}

    void show(const ReviewItem& item, std::size_t number, std::size_t of) const;
    void show_help(const Finding& finding) const;
    void show_sum(const std::vector<ReviewItem>& items) const;
    void complain(std::string_view ja, std::string_view en) const;
    void prompt(std::string_view ja, std::string_view en) const;

 private:
    void tell(std::string_view ja, std::string_view en, std::string_view text) const;

    std::ostream& talk_;
    const FileFacts& facts_;
    bool show_values_;
    Words words_;
};

}  // namespace daicho
