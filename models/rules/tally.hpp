#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammars/base/finding.hpp"

namespace daicho {

/// How often one rule is broken in one column (0: the records as a whole) of a file.
struct TallyLine {
    RuleId rule;
    Severity severity = Severity::error;
    Level blocks = Level::none;
    std::uint32_t column = 0;
    std::string header;
    std::string item;              ///< empty: none, or several
    std::uint64_t first_line = 0;  ///< of the file; 0: no place
    std::uint64_t count = 0;
    std::uint64_t safe = 0;     ///< with a repair that cannot change the meaning
    std::uint64_t guessed = 0;  ///< with a repair that is a guess
};

/// Exact totals over any number of findings, in memory that depends on rules and columns only.
class Tally {
 public:
    /// Counts `finding`; gives the line that it was counted in.
    std::size_t add(const Finding& finding);

    const TallyLine& line(std::size_t index) const { return lines_[index]; }
    std::size_t size() const { return lines_.size(); }
    std::uint64_t total(Severity severity) const { return totals_[static_cast<std::size_t>(severity)]; }
    std::uint64_t safe_repairs() const { return safe_; }
    std::uint64_t guesses() const { return guessed_; }

    /// Indexes of the lines: notes last, the others by what follows from the rule, errors before warnings, by
    /// rule and column.
    std::vector<std::size_t> sorted() const;

 private:
    struct Key {
        std::string_view rule;
        std::uint32_t column;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const {
            return std::hash<std::string_view>{}(key.rule) * 31 + key.column;
        }
    };

    std::vector<TallyLine> lines_;
    std::unordered_map<Key, std::size_t, Hash> index_;
    std::array<std::uint64_t, 3> totals_{};
    std::uint64_t safe_ = 0;
    std::uint64_t guessed_ = 0;
    std::size_t last_ = 0;
};

}  // namespace daicho
