#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/rule_id.hpp"
#include "grammars/formats/batch.hpp"

namespace daicho {

/// Tells records from what is written between and below them for people: totals, notes, units, the header
/// once more, that of another table. Constant; may be used from several threads at once. The headers must
/// outlive it.
class RecordShape {
 public:
    /// What a record is instead of one.
    struct Oddity {
        RuleId rule;               ///< S112 to S115, S155
        std::uint32_t column = 0;  ///< from 0: of the cell that shows it
    };

    explicit RecordShape(std::span<const std::string> headers);

    /// Nothing for a record. Of a blank one there is nothing to tell.
    std::optional<Oddity> look(const Batch& batch, std::size_t record) const;

 private:
    bool is_header(const Batch& batch, std::size_t record) const;
    bool is_second_header(const Batch& batch, std::size_t record) const;
    bool is_other_header(const Batch& batch, std::size_t record) const;

    std::span<const std::string> headers_;
    std::vector<std::string_view> names_;  ///< without the spaces around them
};

/// Whether the cells of a record are names of items, each once: most of them, and three at least.
bool names_items(const Batch& batch, std::size_t record);

/// Whether two of its cells have the same text.
bool has_text_twice(const Batch& batch, std::size_t record);

/// Whether a text sums up places where one is meant: 県計, 市部計, 市町村合計.
bool is_total_of_places(std::string_view text);

/// The number that a record of more than `columns` cells was cut in: `2,345` of the cells 2 and 345. Nothing
/// where no number makes the count right, or more than one may be it.
std::optional<std::string> number_cut_at_comma(const Batch& batch, std::size_t record, std::size_t columns);

}  // namespace daicho
