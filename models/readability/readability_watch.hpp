#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/engine/record_shape.hpp"
#include "models/engine/table_profile.hpp"

namespace daicho {

/// Looks at the records of a table for what makes it hard to read for a machine: S141 to S150, and
/// machine-dependent characters (C232). Memory does not depend on the number of records.
class ReadabilityWatch {
 public:
    /// The next records; `facts` has the headers and the kinds of the columns.
    void add(const Batch& batch, const TableFacts& facts, RecordPlace header_place);
    /// Adds what was found to `facts`.
    void finish(TableFacts& facts) const;

 private:
    /// Where something was seen first, and how often.
    struct Seen {
        std::uint64_t count = 0;
        std::string value, detail;
        RecordPlace place;
    };
    struct Column {
        std::uint64_t filled = 0, empty = 0, zeros = 0, numbers = 0, codes = 0;
        std::uint64_t counted = 0;      ///< numbers that count the records: 1, 2, 3 …
        std::vector<std::string> some;  ///< the first different numbers
        Seen spread, lines, machine, other, sign;
        std::vector<std::string> choices;  ///< the different values; none once they are too many
        bool many = false;
    };

    void look(std::string_view text, RecordPlace place, Column& column) const;
    void count_choice(std::string_view text, Column& column) const;
    void look_at_spaces(std::string_view text, RecordPlace place, Column& column) const;
    void look_at_characters(std::string_view text, RecordPlace place, Column& column) const;
    void tell_column(TableFacts& facts, std::size_t at) const;
    void tell_numbers(TableFacts& facts, std::size_t at) const;
    void tell_choices(TableFacts& facts, std::size_t at) const;
    void tell_headers(TableFacts& facts) const;
    bool is_number_column(const TableFacts& facts, std::size_t at) const;

    std::vector<std::string> headers_;
    std::optional<RecordShape> shape_;  ///< views `headers_`
    std::vector<Column> columns_;
    std::vector<std::size_t> records_;  ///< of a batch: those to look at
    RecordPlace header_place_;
};

}  // namespace daicho
