#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace daicho::truth {

enum class Outcome : std::uint8_t {
    right,
    tied,       ///< the right place is among several that are answered as equals
    missing,    ///< nothing, or less than there is, and nothing false
    doubted,    ///< another place, which the answer calls unsure itself
    wrong,      ///< another place, said to be sure
    unchecked,  ///< the truth is not known
};
constexpr std::size_t outcomes = 6;
std::string_view to_string(Outcome outcome);

/// What came out for one cause.
struct Cause {
    std::uint64_t count = 0;
    /// A few of the texts, the same ones whatever the order in which they came: by the hash of the text.
    std::map<std::uint64_t, std::string> samples;
};

/// What came out for one measure: "municipality", "town" ...
struct Score {
    std::array<std::uint64_t, outcomes> counts{};
    std::map<std::pair<Outcome, std::string>, Cause> causes;

    std::uint64_t checked() const;
    std::uint64_t of(Outcome outcome) const { return counts[static_cast<std::size_t>(outcome)]; }
    /// Of what was answered and called sure, how much is right; of what was asked, how much was answered
    /// rightly.
    double precision() const;
    double recall() const;
};

/// The outcomes of one set of addresses, measure by measure, sorted by cause.
class Scores {
 public:
    explicit Scores(std::size_t samples) : samples_(samples) {}

    /// `cause` says why (empty: nothing to say); `text` is what was asked, `answer` what came of it.
    void count(std::string_view measure, Outcome outcome, std::string_view cause, std::string_view text,
               std::string_view answer);

    const std::map<std::string, Score, std::less<>>& all() const { return scores_; }

 private:
    std::size_t samples_;
    std::map<std::string, Score, std::less<>> scores_;
};

void print_text(const std::string& set, const Scores& scores);
void append_json(std::string& out, const std::string& set, const Scores& scores);

}  // namespace daicho::truth
