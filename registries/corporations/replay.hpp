#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "registries/corporations/corporation_items.hpp"

namespace daicho {

/// Why the register says a state no longer.
enum class StateEnd : std::uint8_t {
    none,       ///< it says so still: the state held from its change date to that of the next
    corrected,  ///< rows with 訂正区分 1 took the place of the whole history of the number
    withdrawn,  ///< the number was withdrawn (処理区分 99)
    revised,    ///< a newer file has the row of that day otherwise, without another row of a difference
};
std::string_view to_string(StateEnd end);   ///< "" "corrected" "withdrawn" "revised"
StateEnd state_end(std::string_view text);  ///< of such a text; none where it is another

/// A row of one corporation, as it was published.
struct PublishedState {
    CorporationCells cells;
    std::int64_t file = 0;
    std::uint32_t line = 0;
    enum class Place : std::uint8_t { incoming, present, past };
    Place stored = Place::incoming;  ///< where it is now

    enum class Fate : std::uint8_t {
        kept,
        duplicate,  ///< another row says the same
        reused,     ///< of a number that was withdrawn before
    };
    Fate fate = Fate::kept;
    StateEnd end = StateEnd::none;
    std::string_view until;  ///< the day from which the register says it no longer; empty: it does
};

/// What is known of files: their editions tell which is newer.
class CorporationFiles {
 public:
    virtual ~CorporationFiles() = default;
    virtual std::string_view edition(std::int64_t file) const = 0;
    virtual bool is_newer(std::int64_t file, std::int64_t than) const = 0;
};

constexpr std::size_t no_state = static_cast<std::size_t>(-1);

/// Settles what the rows of one corporation come to: which is the present state, which the register takes
/// back. The outcome depends on the rows only, not on the order in which files came: rows count by the day of
/// their publication, in one day those with `latest` 0 first.
///
/// `rows`: those that are stored in their stored order, then incoming ones in the order of reading.
/// Afterwards those with the fate `kept` are in the order of publication. Gives the number of the present
/// one, or `no_state`.
std::size_t replay(std::vector<PublishedState>& rows, const CorporationFiles& files);

/// Which of the states of a corporation, as `replay` settled them, was the present one by what the register
/// had published at the end of `day` (YYYY-MM-DD); `no_state` where it had published none.
std::size_t present_on(const std::vector<PublishedState>& states, std::string_view day);

}  // namespace daicho
