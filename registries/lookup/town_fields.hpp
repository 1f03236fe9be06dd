#pragma once

#include <string>
#include <string_view>

#include "registries/lookup/answer_field.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

/// SQL that gives rows of towns for `TownRow`, with this condition on the table town (t).
std::string select_towns(std::string_view condition);

/// The same of the towns as the editions had them on the day ?9 (YYYY-MM-DD): a row counts until a newer
/// edition has changed it or no longer has it, the oldest one for all time before.
std::string select_towns_as_of(std::string_view condition);

/// A row of `select_towns`. Texts live until the statement goes on.
class TownRow {
 public:
    explicit TownRow(const Statement& row) : row_(row) {}

    AnswerRecord record() const;
    /// With prefecture, county, city and ward in front.
    std::string name() const;
    /// The same down to the 大字・町.
    std::string name_of_oaza_cho() const;
    std::string_view since() const { return row_.text(14); }
    std::string_view until() const { return row_.text(15); }
    std::string_view name_key() const { return row_.text(16); }
    std::string_view kana_key() const { return row_.text(17); }

 private:
    std::string joined(int first) const;

    const Statement& row_;
};

}  // namespace daicho
