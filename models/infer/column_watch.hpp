#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "grammars/base/record_place.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// How the values of a column go with one kind of value.
struct KindTrial {
    const ValueType* type = nullptr;
    std::uint64_t canonical = 0;
    std::uint64_t readable = 0;  ///< canonical ones included
    std::uint64_t misfits = 0;
    std::vector<RecordPlace> first_misfits;

    bool takes_all() const { return misfits == 0 && readable > 0; }
};

/// What all values of a text column have in common: runs of letters, digits and signs.
class ValueShape {
 public:
    void add(std::string_view text);
    /// The pattern of the runs, without anchors; empty where the values have no shape in common or it says
    /// nothing.
    std::string pattern() const;

 private:
    struct Run {
        char sign = 0;  ///< 'A' capitals, 'a' small letters, '0' digits, else the sign itself
        std::size_t least = 0, most = 0;
    };
    static std::vector<Run> runs_of(std::string_view text);

    std::vector<Run> runs_;
    bool any_ = false;
    bool broken_ = false;
};

/// Looks at every value of a column.
class ColumnWatch {
 public:
    /// Values of which each is remembered: more make no code list.
    static constexpr std::size_t most_values = 60;

    ColumnWatch(std::string name, std::vector<const ValueType*> candidates);

    void add(std::string_view text, RecordPlace place, const Reading& reading);

    std::string name;
    const ValueType* known = nullptr;  ///< what the dictionary says that the column holds
    std::vector<KindTrial> trials;     ///< of the candidates, in their order
    std::uint64_t filled = 0;          ///< words for "no value" left out
    std::uint64_t empty = 0;
    std::map<std::string, std::uint64_t, std::less<>> placeholders;  ///< "-", 不明: how often
    std::vector<std::pair<std::string, std::uint64_t>> values;       ///< in their order, how often
    bool many_values = false;                                        ///< more than are remembered
    bool leading_zero = false;                                       ///< 0123
    std::size_t longest = 0;                                         ///< characters
    std::optional<double> least, most;                               ///< of plain numbers
    std::uint64_t spoilt = 0;                                        ///< error values and formulas
    ValueShape shape;

    /// No value stood twice; false too where there are too many to tell.
    bool unique() const { return unique_ && filled > 0; }

 private:
    void remember(std::string_view text);

    std::unordered_set<std::uint64_t> hashes_;
    bool unique_ = true;
};

}  // namespace daicho
