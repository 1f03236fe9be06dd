#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/characters/shrink_text.hpp"
#include "models/engine/corporation_search.hpp"
#include "models/engine/inspector.hpp"
#include "models/engine/mapping.hpp"

namespace daicho {

/// Where the cells of a column of the result come from.
enum class Origin : unsigned char { column, split, join, mapping, own, nothing, original, address, name };

std::string_view to_string(Origin origin);  ///< "column" "split" "join" "map" "own" "nothing" ...

/// One column of the result.
struct TargetColumn {
    std::string header;
    std::string item;  ///< path; empty for an own column
    Origin origin = Origin::nothing;
    std::optional<std::size_t> slot;
    std::optional<std::uint32_t> source;  ///< column of the source that its cells are made from, from 0
    struct Part {
        std::size_t plan = 0;  ///< which split of the model
        std::size_t part = 0;  ///< which part of it
        bool joined = false;   ///< its whole has no column and is made by a join first
    };
    std::optional<Part> split;  ///< fills the cell, or fills it where the source's is empty
    struct Located {
        std::size_t plan = 0;  ///< which address of the model
        AddressItem item = AddressItem::lg_code;
    };
    std::optional<Located> located;  ///< fills the cell where the registry knows the address
    /// The corporate number of which corporation of the model it is, filled by the name where a register
    /// knows it.
    std::optional<std::size_t> corporation;
    std::optional<std::size_t> join;  ///< which join of the model fills the cell
    std::uint32_t repetition = 0;     ///< of an item that repeats: 1, 2 …; 0: it has one column
};

/// How characters outside a set are written by others where there is one answer.
struct ItemShrinking {
    ShrinkPolicy policy = ShrinkPolicy::mjsu;
    ShrinkTarget repertoire = ShrinkTarget::jisx0213;
    const CharacterAuthority* authority = nullptr;  ///< outlives the transformation
};

struct TransformOptions {
    bool english_names = false;  ///< headers in English
    bool keep_unmapped = true;   ///< own columns are carried over
    bool apply_guesses = false;  ///< guessed repairs too
    std::optional<ItemShrinking> shrink;
    const AddressReference* addresses = nullptr;      ///< fills items of addresses; null: nothing does
    const CorporationSearch* corporations = nullptr;  ///< fills corporate numbers; null: nothing does
};

/// One cell that the result does not hold as the source wrote it.
struct Edit {
    std::uint64_t record = 0;
    std::uint64_t line = 0;
    std::size_t target = 0;  ///< column of the result, from 0
    RuleId rule;             ///< the rule that the source broke; empty for a split or join
    RepairKind kind = RepairKind::normal_form;
    std::string before;
    std::string after;
    std::string note;  ///< how it was found: "exact residence"; mostly empty
};

/// A batch in its new shape. Reused from batch to batch; its cells look into the batch that it was made from.
class Transformed {
 public:
    Inspection inspection;
    MappedBatch mapped;                   ///< what was rewritten, where the columns were mapped before
    std::vector<Edit> edits;              ///< in order of record; those of the mapping first
    std::vector<Finding> given_up;        ///< values before they were shrunk that no item of the result keeps
    std::vector<Finding> not_shrunk;      ///< cells with characters that have no one answer; `detail`: these
    std::vector<Finding> not_located;     ///< addresses whose items stayed empty; `detail` says why
    std::vector<Finding> not_identified;  ///< names whose number stayed empty; `detail` says why
    std::vector<std::uint64_t> filled;    ///< for each target column: cells with a value

    std::size_t size() const { return touched_.size(); }
    std::span<const std::string_view> cells(std::size_t record) const {
        return {cells_.data() + record * filled.size(), filled.size()};
    }
    /// Whether any cell of the record differs from its source.
    bool touched(std::size_t record) const { return touched_[record]; }

 private:
    friend class Transformer;
    std::vector<std::string_view> cells_;
    std::vector<bool> touched_;
    std::deque<std::string> texts_;  // new texts; a deque, so that views into them stay
};

/// Rewrites records to the shape of a class: checking with the repairs kept. Safe repairs are applied,
/// guesses only when asked; what cannot be read stays as it was written and keeps its finding, so nothing is
/// lost. May be used from several threads at once.
class Transformer {
 public:
    Transformer(const Inspector& inspector, const TransformOptions& options);

    const std::vector<TargetColumn>& columns() const { return columns_; }
    const TransformOptions& options() const { return options_; }
    /// Columns of the source that the result does not hold, from 0.
    const std::vector<std::uint32_t>& dropped() const { return dropped_; }
    /// Whether the result has the columns of the source in their order, under whatever headers.
    bool same_columns() const;
    /// Items of the required pattern that nothing fills, as slots.
    const std::vector<std::size_t>& unfilled() const { return unfilled_; }

    /// `batch` must live as long as the cells of `out` are looked at. `out.mapped` may be what made it; its
    /// changes are told among the edits.
    void transform(const Batch& batch, Transformed& out) const;

 private:
    struct Row;

    void plan_items();
    void plan_repetitions(std::size_t slot);
    void plan_own_columns();
    void name_columns();
    std::string header_of(const TargetColumn& target, bool brief) const;
    std::optional<TargetColumn::Part> split_for(std::size_t slot) const;
    std::optional<std::size_t> join_for(std::size_t slot) const;
    void transform_record(Row& row) const;
    bool is_shrunk(std::size_t slot) const;
    bool keeps_originals(std::size_t slot) const;
    void shrink_items(const Batch& batch, Transformed& out) const;
    void shrink_cell(const Batch& batch, std::size_t record, std::size_t target, Transformed& out) const;
    bool keep_original(const Batch& batch, std::size_t record, std::size_t target, Transformed& out) const;
    RecordPlace place_of(const Batch& batch, std::size_t record, std::size_t target) const;
    Finding finding_of(const Batch& batch, std::size_t record, std::size_t target,
                       std::string_view value) const;
    void put(const Batch& batch, std::size_t record, std::size_t target, std::string text, RuleId rule,
             Transformed& out) const;
    void fill_from_source(Row& row, std::size_t target) const;
    void fill_from_split(Row& row, std::size_t target) const;
    void fill_from_join(Row& row, std::size_t target) const;
    std::optional<TargetColumn::Located> located_for(std::size_t slot, bool required) const;
    void fill_from_address(Row& row, std::size_t plan) const;
    std::string_view cell_of(const Row& row, const AddressPlan& plan, AddressItem item) const;
    bool has_wider_code(const Row& row, const AddressPlan& plan, const LocatedAddress& found) const;
    std::string_view reason_not_to_fill(const Row& row, const AddressPlan& plan,
                                        const LocatedAddress& found) const;
    std::optional<std::size_t> corporation_for(std::size_t slot) const;
    void fill_number(Row& row, std::size_t target) const;
    Finding left_empty(const Row& row, RuleId rule, std::size_t slot, std::string_view value,
                       std::string_view reason) const;
    void tell_not_located(Row& row, const AddressPlan& plan, std::string_view text,
                          std::string_view reason) const;

    const Inspector& inspector_;
    TransformOptions options_;
    std::vector<TargetColumn> columns_;
    std::vector<std::uint32_t> dropped_;
    std::vector<std::size_t> unfilled_;
    std::vector<std::size_t> located_plans_;     // addresses of the model whose items may be filled
    std::vector<std::size_t> target_of_slot_;    // its column of the result; `npos` where it has none
    std::vector<std::size_t> target_of_column_;  // of each column of the source; `npos` where it was dropped
    std::vector<bool> shrunk_;                   // columns of the result
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

}  // namespace daicho
