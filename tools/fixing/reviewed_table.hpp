#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "tools/fixing/fix_run.hpp"
#include "tools/fixing/review_item.hpp"

namespace daicho {

/// What of a table a person is asked about: all that was found, but for what is suppressed, ignored or in the
/// baseline.
class ReviewedTable {
 public:
    using Wanted = std::function<bool(const Finding&)>;

    ReviewedTable(FixRun& run, const std::string& path, const std::string& bytes,
                  const GateSettings& settings, const Wanted& wanted);

    const FileFacts& facts() const { return check_.facts; }
    std::vector<ReviewItem>& items() { return items_; }
    std::uint64_t errors() const { return errors_; }

 private:
    void name_rows(const std::string& path, const std::string& bytes, const ReadOptions& read);

    StoredCheck check_;  ///< what the findings view
    std::vector<ReviewItem> items_;
    std::uint64_t errors_ = 0;
};

}  // namespace daicho
