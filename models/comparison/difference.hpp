#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/base/language.hpp"
#include "grammars/formats/table_form.hpp"
#include "models/engine/change.hpp"

namespace daicho {

/// What a difference comes to, the least first. A record is of the greatest class of its cells.
enum class DifferenceClass : std::uint8_t {
    column,             ///< the cell is of a column that only one of the tables has
    notation,           ///< the same value, written otherwise: ２ and 2, 令和6年1月1日 and 2024-01-01
    character_variant,  ///< the same text with other forms of its characters: 渡邉 and 渡辺
    same_address,       ///< the same place: 白山一丁目2番3号 and 白山1-2-3
    same_corporation,   ///< the same name with its legal form written otherwise, or left out
    former_name,        ///< the municipality has another name since
    code_renewal,       ///< the municipality has another code since
    real,
};
inline constexpr std::size_t difference_classes = 8;

std::string_view to_string(DifferenceClass kind);  ///< "real" "notation" "character-variant" ...
Text name_of(DifferenceClass kind);

/// A column of both tables, or of one.
struct ComparedColumn {
    std::string header;      ///< in the new table; of a removed column in the old one
    std::string old_header;  ///< in the old one; empty where it is not there
    std::optional<std::uint32_t> old_column;
    std::optional<std::uint32_t> new_column;
    bool moved = false;   ///< it stands in another order among those that both have
    bool is_key = false;  ///< tells the records apart
    bool ignored = false;
    bool confidential = false;  ///< its values are shown only when asked for
    std::string item;           ///< path of English names, where a model knows it
    std::string label;          ///< the header, or what stands for it: no other column has the same

    bool added() const { return !old_column; }
    bool removed() const { return !new_column; }
    bool renamed() const { return old_column && new_column && header != old_header; }
    bool common() const { return old_column && new_column && !ignored; }
};

/// How it was found out which columns tell the records apart.
enum class KeySource : std::uint8_t { given, model, found, none };
std::string_view to_string(KeySource source);  ///< "given" "model" "found" "none"

/// What is known before the first difference.
struct ComparisonFacts {
    std::string old_name, new_name;
    TableForm old_form, new_form;
    std::vector<ComparedColumn> columns;  ///< in the order of the new table, removed ones where they were
    std::vector<std::size_t> key;         ///< of `columns`; empty: records are told by all they say
    KeySource key_source = KeySource::none;
    std::string model;  ///< "gif.core.person/Person"; empty: none

    bool columns_differ() const;
};

/// A cell that differs. Texts live for the call.
struct CellDifference {
    std::size_t column = 0;  ///< of `ComparisonFacts::columns`
    std::string_view before;
    std::string_view after;
    DifferenceClass kind = DifferenceClass::real;
};

/// A record that came, went or differs. Texts live for the call.
struct RecordDifference {
    Change::Op op = Change::Op::changed;
    DifferenceClass kind = DifferenceClass::real;
    std::uint64_t old_record = 0, new_record = 0;  ///< 0: it is not there
    RecordPlace old_place, new_place;
    /// One for each of `ComparisonFacts::columns`; all empty where the record is not there.
    std::span<const std::string_view> before, after;
    std::span<const CellDifference> cells;  ///< of a record that came or went: all with a text
};

/// Records that have one key in common.
struct SharedKey {
    bool in_new = false;
    std::vector<std::uint64_t> records;  ///< in order; the first ones
};

struct ComparisonSummary {
    std::uint64_t old_records = 0, new_records = 0;  ///< blank ones are left out
    /// A record that differs in columns of one table alone is the same.
    std::uint64_t same = 0, changed = 0, added = 0, removed = 0;
    std::array<std::uint64_t, difference_classes> records{};  ///< that were told as changed, by class
    std::array<std::uint64_t, difference_classes> cells{};    ///< of changed records, by class
    std::vector<std::array<std::uint64_t, difference_classes>> columns;  ///< the same for each column
    std::uint64_t old_shared = 0, new_shared = 0;  ///< records whose key another record of the table has
    std::vector<SharedKey> shared;                 ///< the first ones
    bool same_order = true;                        ///< of the records that both have

    std::uint64_t of(DifferenceClass kind) const { return records[static_cast<std::size_t>(kind)]; }
    bool records_differ() const { return changed + added + removed != 0; }
};

/// Is told how two tables differ: `begin`, the records in the order of the new table (removed ones where they
/// were), `end`. On one thread. What it throws ends the comparison.
class ComparisonListener {
 public:
    virtual ~ComparisonListener() = default;

    /// The facts live as long as the comparison.
    virtual void begin(const ComparisonFacts& facts) = 0;
    virtual void add(const RecordDifference& difference) = 0;
    virtual void end(const ComparisonSummary& summary) = 0;
};

}  // namespace daicho
