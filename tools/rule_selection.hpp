#pragma once

#include <string>
#include <vector>

#include "models/dataset/check_listener.hpp"
#include "tools/option_list.hpp"

namespace daicho {

/// Rules that one wants to hear of, as `chooses` takes them: all, or those of `select`; without those of
/// `ignore`.
struct RuleSelection {
    std::vector<std::string> select, ignore;

    bool wants(RuleId rule) const;
};

/// --select and --ignore.
void add_rule_selection(OptionList& list, RuleSelection& rules);

/// What keeps a file from levels and is not told.
class HeldBack {
 public:
    void begin_file() { lowest_ = Level::none; }
    void note(const Finding& finding);
    /// Marks the verdict of a file whose next level something held back is in the way of.
    void mark(FileVerdict& verdict) const;

 private:
    Level lowest_ = Level::none;
};

}  // namespace daicho
