#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammars/formats/batch.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// How many of the different values looked at a kind of value can read.
struct KindShare {
    const ValueType* type = nullptr;
    double canonical = 0;  ///< share that is in the canonical form
    double readable = 0;   ///< share that can be read, canonical ones included
};

/// What a column holds, by the look of a sample of its values.
struct ColumnKind {
    std::vector<KindShare> shares;  ///< kinds that read some value, best first
    /// The kind that the column holds; null: free text, numbers, codes of its own.
    const ValueType* type = nullptr;
    double confidence = 0;   ///< 0..1; 0 where there is no kind
    bool by_header = false;  ///< the header alone says so: the values are hardly ever of the kind
};

/// Collects the different values of each column, up to a bound.
class ColumnSamples {
 public:
    explicit ColumnSamples(std::size_t columns, std::size_t values_per_column = 200);

    /// Takes the values of `batch` in. Cheap once all columns are full.
    void add(const Batch& batch);
    void add(std::size_t column, std::string_view text);
    /// Every column has as many values as it may.
    bool full() const { return open_ == 0; }

    std::size_t columns() const { return columns_.size(); }
    /// Different values of a column in the order in which they came; blank ones are left out.
    std::span<const std::string> values(std::size_t column) const { return columns_[column].values; }

 private:
    struct Column {
        std::vector<std::string> values;
        std::vector<std::size_t> hashes;  // sorted
    };
    std::vector<Column> columns_;
    std::size_t limit_;
    std::size_t open_;
};

/// What was found of values while columns were looked at: a wide table has the same ones in many columns.
class KnownValues {
 public:
    /// What `value` is for each of the recognised kinds, 0 where it was not tried yet. Lives as long as this.
    std::vector<std::uint8_t>& of(const std::string& value);

 private:
    std::unordered_map<std::string, std::vector<std::uint8_t>> values_;
};

/// What kind of value `values` are. `header` decides between kinds that the content leaves open, lets a kind
/// pass that fewer of the values have, and where it is no more than the name of a kind (電話番号) settles it
/// against the content.
ColumnKind recognise_kind(std::span<const std::string> values, std::string_view header,
                          const Reading& reading);
/// The same for one column of many: always with the same `reading` for the same `known`.
ColumnKind recognise_kind(std::span<const std::string> values, std::string_view header,
                          const Reading& reading, KnownValues& known);

/// Whether a text that breaks `rule` is a value of the kind after all, only not a sound one.
bool is_flawed_value(RuleId rule);

/// Whether `header` has a word that names `type` (住所, TEL, 緯度).
bool header_names_kind(std::string_view header, const ValueType& type);
/// Whether it has one that names any kind.
bool header_names_any_kind(std::string_view header);

}  // namespace daicho
