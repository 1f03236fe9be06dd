#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/fixing/review_item.hpp"
#include "tools/fixing/review_journal.hpp"
#include "tools/fixing/review_screen.hpp"

namespace daicho {

/// Asks a person about one finding after the other: something is shown, a line is read. Every answer is in
/// the journal before the next question.
class ReviewDialog {
 public:
    /// The next line that a person wrote; nothing at the end.
    using NextLine = std::function<std::optional<std::string>()>;
    enum class End : std::uint8_t {
        write,  ///< what was decided is to be written
        leave   ///< nothing is to be written now
    };

    /// `can_accept`: there is a daicho.toml that takes down what is accepted. All must outlive it.
    ReviewDialog(std::vector<ReviewItem>& items, ReviewJournal& journal, const ReviewScreen& screen,
                 NextLine next_line, bool can_accept);

    End run();

 private:
    /// What an answer leads to.
    enum class Step : std::uint8_t { again, next, back, write, leave };

    bool is_settled(const ReviewItem& item) const;
    std::size_t next_open(std::size_t from) const;
    std::optional<std::string> ask(std::string_view ja, std::string_view en);
    Step answer(std::size_t index);
    Step answer_at_end();
    Step change(ReviewItem& item);
    Step change_alike(ReviewItem& item);
    Step skip_alike(const ReviewItem& item);
    bool require_cell(const Finding& finding);
    Step enter_value(ReviewItem& item);
    Step empty_cell(ReviewItem& item);
    Step accept(ReviewItem& item);
    Step take(ReviewItem& item, ReviewDecision decision);
    void decide(ReviewItem& item, ReviewDecision decision);
    void keep();
    void step_back(std::size_t& at);

    std::vector<ReviewItem>& items_;
    ReviewJournal& journal_;
    const ReviewScreen& screen_;
    NextLine next_line_;
    bool can_accept_;
    std::set<std::pair<std::uint64_t, std::uint32_t>> changed_;  ///< cells that get a new text
    std::vector<std::size_t> answered_;                          ///< by the answer that is being taken
    std::vector<std::vector<std::size_t>> way_;                  ///< by each answer, the last one last
};

}  // namespace daicho
