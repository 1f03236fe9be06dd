#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "grammars/formats/batch.hpp"
#include "models/engine/address_check.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/corporation_check.hpp"
#include "models/engine/field_characters.hpp"
#include "models/engine/mixed_pairs.hpp"
#include "models/engine/model.hpp"
#include "models/engine/reference_data.hpp"
#include "models/rules/rule.hpp"

namespace daicho {

struct InspectionOptions {
    Reading reading;
    const ReferenceData* reference = nullptr;            ///< null: nothing is asked
    const AddressReference* addresses = nullptr;         ///< null: addresses are not looked up
    const CorporationReference* corporations = nullptr;  ///< null: corporations are not looked up
    const CharacterAuthority* characters = nullptr;  ///< knows substitutes and variations; null: nobody does
    std::string as_of;                               ///< YYYY-MM-DD, or empty
    std::string pattern;  ///< required pattern to hold the data to; empty: the best
};

/// What a batch was found to be. Reused from batch to batch.
struct Inspection {
    std::vector<Finding> findings;          ///< in order of record and column
    std::array<std::uint64_t, 4> levels{};  ///< records by level, in the order of Level
    std::vector<std::uint64_t> keys;  ///< for each record and unique key its hash, 0 where a part is missing
    std::vector<std::uint64_t>
        references;       ///< for each record and reference: hash of the item, of the target
    PairSightings pairs;  ///< marks that are written with one of two codes
};

/// Checks records against a class. One for a file; may be used from several threads at once. `model`,
/// `binding` and `headers` must outlive it and everything it finds.
class Inspector {
 public:
    Inspector(const Model& model, const Binding& binding, std::span<const std::string> headers,
              const InspectionOptions& options);

    /// Appends nothing: `out` holds this batch alone afterwards.
    void inspect(const Batch& batch, Inspection& out) const;

    /// The finding that reference number `reference` of a record leads nowhere.
    Finding dangling(const Batch& batch, std::size_t record, std::size_t reference) const;
    /// The finding that a record's unique key is that of record number `first`.
    Finding duplicate(const Batch& batch, std::size_t record, std::span<const std::size_t> key,
                      std::uint64_t first) const;

    /// The finding that the cell of `slot` could not be taken apart in full: `rest` was not understood.
    Finding incomplete_split(const Batch& batch, std::size_t record, std::size_t slot,
                             std::string rest) const;

    /// The required pattern that the columns come nearest to, or the one that was asked for.
    const RequiredPattern& pattern() const { return *pattern_; }
    /// Its items that have no column.
    const std::vector<Finding>& missing_columns() const { return missing_columns_; }
    /// The highest level that any record of this file can reach.
    Level ceiling() const { return ceiling_; }

    const Model& model() const { return model_; }
    const Binding& binding() const { return binding_; }
    std::span<const std::string> headers() const { return headers_; }
    /// Whether addresses of its records are held against a registry.
    bool has_addresses() const { return !addresses_.empty(); }
    const Reading& reading() const { return options_.reading; }
    const ReferenceData* reference() const { return options_.reference; }  ///< may be null

 private:
    struct ColumnCheck {
        std::uint32_t column = 0;
        const Slot* slot = nullptr;  // null for an own column
        std::size_t slot_number = 0;
        const ValueType* kind = nullptr;             // null for a code
        const CharacterCheck* characters = nullptr;  // null: the grammar looks after them
        bool required = false;
        bool simple = false;         // `kind` alone decides
        bool refuses_marks = false;  // a text that must be there: `-` is none
    };
    /// A column whose values are asked for by rules, keys and the like.
    struct AskedColumn {
        std::uint32_t column = 0;
        std::uint32_t check = 0;  // of `checks_`
        std::size_t slot = 0;
        bool repeated = false;  // an earlier one is of the same slot
    };
    /// A cell that is not plainly as it should be.
    struct Doubt {
        std::uint32_t record = 0;  // of the batch
        std::uint32_t check = 0;   // of `checks_`

        friend auto operator<=>(const Doubt&, const Doubt&) = default;
    };
    using Doubts = std::span<const Doubt>;
    /// What the rules see of a doubtful cell.
    struct Seen {
        std::string value;  // as it will be; empty: missing or unreadable
        bool unreadable = false;
    };
    /// What a thread needs while it works through a batch.
    struct Scratch {
        std::vector<std::string_view> values;  // of each slot, in canonical form; empty: missing, unreadable
        std::vector<Seen> seen;                // of each doubt of the record
        std::vector<std::string> repaired;     // owners of the values that were not canonical
        std::vector<char> unreadable;          // of each slot: there is something, but it cannot be read
        bool any_unreadable = false;
        Evaluation evaluation;
    };

    const RequiredPattern& choose_pattern() const;
    void find_missing_columns();
    void plan_columns();
    void plan_rules();
    void plan_addresses();
    void plan_corporations();
    void plan_values();
    std::vector<Doubt> doubts_of(const Batch& batch, PairSightings& pairs) const;
    void look_through(const Batch& batch, std::uint32_t number, std::vector<Doubt>& doubts,
                      PairSightings& pairs) const;
    bool has_canonical_value(const ColumnCheck& check, std::string_view text) const;
    Result<std::string> value_of(const ColumnCheck& check, std::string_view text) const;
    void inspect_record(const Batch& batch, std::size_t record, Doubts doubts, Scratch& scratch,
                        Inspection& out) const;
    Seen read_cell(const ColumnCheck& check, const Batch& batch, std::size_t record, Inspection& out) const;
    Seen read_value(const ColumnCheck& check, std::string_view text, Finding& finding) const;
    std::vector<CharacterProblem> character_problems(const ColumnCheck& check, std::string_view text) const;
    void see_values(const Batch& batch, std::size_t record, Doubts doubts, Scratch& scratch) const;
    void check_rules(const Batch& batch, std::size_t record, Scratch& scratch, Inspection& out) const;
    void check_addresses(const Batch& batch, std::size_t record, Scratch& scratch, Inspection& out) const;
    void tell_address(const Batch& batch, std::size_t record, const AddressPlan& plan,
                      RecordProblem&& problem, Inspection& out) const;
    void check_corporations(const Batch& batch, std::size_t record, Scratch& scratch, Inspection& out) const;
    std::string_view seat_text(const CorporationPlan& plan, Scratch& scratch) const;
    void point_at_corporation(Finding& finding, const Batch& batch, std::size_t record,
                              const CorporationPlan& plan, std::size_t slot) const;
    void suggest_number(const Batch& batch, std::size_t record, const CorporationCheck& corporation,
                        const Scratch& scratch, Inspection& out) const;
    void check_groups(const Batch& batch, std::size_t record, const Scratch& scratch, Inspection& out) const;
    void check_unions(const Batch& batch, std::size_t record, const Scratch& scratch, Inspection& out) const;
    void skip_keys(Inspection& out) const;
    void check_registry(const Batch& batch, Inspection& out) const;
    Finding& add(Inspection& out, const Batch& batch, std::size_t record, const ColumnCheck* check,
                 RuleId id) const;
    Finding finding_of(RuleId id, const Batch& batch, std::size_t record) const;
    void point_at_slots(Finding& finding, const Batch& batch, std::size_t record,
                        std::span<const std::size_t> slots) const;
    Level level_of(std::span<const Finding> findings) const;

    const Model& model_;
    const Binding& binding_;
    std::span<const std::string> headers_;
    InspectionOptions options_;
    const RequiredPattern* pattern_ = nullptr;
    Level ceiling_ = Level::lv2s;
    std::vector<Finding> missing_columns_;
    std::vector<const RequiredPattern::Group*> groups_;  // of the pattern; those that have a column
    FieldCharacters characters_;
    const CharacterCheck* of_refused_ = nullptr;
    std::vector<ColumnCheck> checks_;
    std::vector<AskedColumn> asked_;
    std::vector<const ModelRule*> planned_rules_;  // those that can be broken
    std::vector<AddressCheck> addresses_;          // of those that have columns
    std::vector<CorporationCheck> corporations_;   // of those whose number has a column
    std::unordered_map<std::string_view, const Rule*> rules_;
    bool needs_values_ = false;
};

}  // namespace daicho
