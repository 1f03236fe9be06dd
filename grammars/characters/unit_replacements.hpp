#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "grammars/text/character.hpp"

namespace daicho {

/// What a unit of text is to be written as.
struct UnitReplacement {
    std::string to;     ///< UTF-8
    std::string basis;  ///< on whose word: "MJ022336, 照合票 第2号, 戸籍係"
};

/// What somebody's table has units of text written as: an organisation's own characters, say. Constant once
/// it is made, so for any number of threads.
class UnitReplacements {
 public:
    /// The first one of a unit holds.
    void add(std::string unit, UnitReplacement replacement);

    const UnitReplacement* find(std::string_view unit) const;
    bool empty() const { return by_unit_.empty(); }
    /// A text without any of these properties has none of the units; 0: any text may have one.
    CharacterProperties touches() const { return all_known_ ? touches_ : 0; }

 private:
    std::unordered_map<std::string, UnitReplacement> by_unit_;
    CharacterProperties touches_ = character::private_use;
    bool all_known_ = true;
};

}  // namespace daicho
