#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/address_spellings.hpp"

namespace daicho::spellings {

/// Numbers that look random and are the same for the same seed.
class Chance {
 public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    /// From 0 to `end` - 1.
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }

 private:
    std::uint64_t next();

    std::uint64_t state_;
};

/// How the numbers of a lot hang together; the ends are written behind the last number.
struct LotStyle {
    std::string_view first_link;   ///< between the first number and the second
    std::string_view first_end;    ///< behind the first where there is no second
    std::string_view second_link;  ///< between the second and the third
    std::string_view second_end;
};

/// An address while it is being written: its parts, each of which a habit may change.
struct Draft {
    const KnownAddress* address;
    const std::vector<OldForm>* old_forms;

    std::string postal = {};
    std::string prefecture = {}, county = {}, city = {}, ward = {};
    std::string oaza = {}, chome = {}, koaza = {};
    std::string region_gap = {}, town_gap = {};
    LotStyle style = {};
    std::string numbers[3] = {};
    std::string hyphen = "-";
    std::string tail = {};
    Spelling spelling = {};

    bool has_lot() const { return !numbers[0].empty(); }
    /// The text so far.
    std::string text() const;
    /// The names, so that a habit can go through their letters: prefecture to small section, without the
    /// chome.
    std::vector<std::string*> names();
};

/// The plain way to write `address`.
Draft plain_draft(const KnownAddress& address, const std::vector<OldForm>& old_forms);

/// Something that people do. Habits of one group exclude each other.
struct Habit {
    std::string_view name;
    std::string_view group;
    /// Changes the draft; false: there is nothing to change, and the draft may be spoilt.
    bool (*apply)(Draft& draft, Chance& chance);
};

/// What is done with names, and with numbers and around them; group after group.
const std::vector<Habit>& name_habits();
const std::vector<Habit>& lot_habits();

}  // namespace daicho::spellings
