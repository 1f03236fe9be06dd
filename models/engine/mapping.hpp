#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/batch.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/lookup_table.hpp"
#include "models/engine/model.hpp"
#include "models/engine/pivot.hpp"

namespace daicho {

/// A .gift file that was read, with what its errors need.
struct TransformSource {
    std::string path;
    std::string text;
    syntax::Transform tree;
    /// Gives the text of a file that the transformation names. Throws Error where there is none.
    std::function<std::string(const std::string& file)> read_file;
};

/// What the user sets: `--set year=2022`, by the names of parameters and tables.
using Settings = std::map<std::string, std::string, std::less<>>;

/// A column of the table that a mapping makes.
struct MappedColumn {
    std::string header;
    std::optional<std::size_t> slot;  ///< of the model; none: an own column
    std::vector<std::uint32_t> from;  ///< columns of the source, from 0
    bool carried = false;             ///< an own column of the source that the mapping does not mention
    std::uint32_t repetition = 0;     ///< of an item that has several columns: 2, 3 …; else 0 or 1
    bool may_fill = false;            ///< it is made from more than columns that the source lacks
};

/// A batch in the shape of the model, before it is checked and repaired. Reused from batch to batch.
struct MappedBatch {
    Batch batch;
    struct Change {
        std::size_t record = 0;  ///< of `batch`, from 0
        std::size_t column = 0;  ///< of the mapped table, from 0
        RuleId rule;
        RepairKind kind = RepairKind::normal_form;
        std::string before;
        std::string after;
    };
    std::vector<Change> changes;  ///< cells that were made from others, in order of record
    std::vector<Finding> losses;  ///< parts of cells of the source that nothing took
};

/// How a foreign table becomes records of a class: a .gift file with its names looked up for one table. May
/// be used from several threads at once. The model must outlive it. Half of its functions plan, the other
/// half map a record: they share the programs of the columns, and nobody else knows these.
class Mapping {
 public:
    /// Throws Error: where the file names what does not exist, and where a parameter has no value or a wrong
    /// one; the message says what to set.
    /// `origin`: the class that the table is of, where the file names one; then `[item]` is whatever column
    /// has the item, and one that the table lacks is empty. Must outlive this.
    Mapping(const TransformSource& source, const Model& target, std::span<const std::string> headers,
            const Settings& settings, bool keep_unmapped, const Model* origin = nullptr);

    const std::vector<MappedColumn>& columns() const { return columns_; }
    std::vector<std::string> headers() const;
    /// Which column of the mapped table is which item.
    Binding binding() const;
    /// Columns of the source that the result does not hold, with the reason if the file gives one.
    struct Dropped {
        std::uint32_t column = 0;
        std::string reason;
    };
    const std::vector<Dropped>& dropped() const { return dropped_; }
    /// Of the columns that it reads: those of the source and, behind them, those that a pivot makes.
    const std::vector<std::string>& source_headers() const { return source_headers_; }
    /// Headers of the columns of the source that a column of the result is made from.
    std::vector<std::string_view> read_from(const MappedColumn& column) const;
    /// How records are to be joined before they are mapped; null where each stays alone.
    const PivotPlan* pivot() const { return pivot_ ? &*pivot_ : nullptr; }

    /// `source`: of the table, or what a `Pivot` makes of it. `reference`: whom `registry(…)` asks; null:
    /// nobody.
    void map(const Batch& source, MappedBatch& out, const ReferenceData* reference = nullptr) const;

 private:
    struct Rule {
        std::size_t column = 0;  ///< of the result
        Program value;
        std::optional<Program> when;
        std::vector<std::uint32_t> from;  // columns of the source that the value is made of
    };
    struct Pass;

    void read_tables();
    std::optional<std::string> parameter(std::string_view name) const;
    void check_settings() const;
    void plan_pivots();
    void plan_pivoted_name(const syntax::Name& name);
    void keep_pivoted();
    void plan_unpivots();
    void refuse_pivoted(const std::string& header, Span where) const;
    void refuse_pivoted_in(const syntax::Expression& expression) const;
    bool is_pivoted(std::uint32_t column) const;
    bool is_confidential(std::uint32_t column) const;
    void plan_assignments();
    void plan_own_columns(bool keep_unmapped);
    void bind_carried_columns();
    std::size_t column_of(const syntax::Assignment& assignment);
    std::size_t item_column(std::string_view path, Span where);
    std::uint32_t need_column(const std::string& header, Span where) const;
    std::optional<std::uint32_t> column_of_item(std::string_view name) const;
    /// The number of a column that is always empty: an item that the table lacks.
    std::uint32_t absent() const { return static_cast<std::uint32_t>(source_headers_.size()); }
    std::optional<std::uint32_t> find_column(std::string_view header) const;
    void map_record(Pass& pass) const;
    void note_losses(Pass& pass) const;
    Finding loss_of(const Pass& pass, std::uint32_t from, std::string rest) const;
    void note_findings(Pass& pass, std::uint64_t copies) const;
    CellOrigin origin_of(const Pass& pass, std::span<const std::uint32_t> from) const;
    [[noreturn]] void fail(Span where, std::string_view ja, std::string_view en) const;

    const TransformSource& source_;
    const Model& model_;
    const Model* origin_ = nullptr;
    Binding bound_;  ///< of the table to `origin_`
    std::vector<std::string> source_headers_;
    Settings settings_;
    std::map<std::string, LookupTable, std::less<>> tables_;
    std::vector<MappedColumn> columns_;
    std::vector<Rule> rules_;
    std::vector<bool> mentioned_;  ///< columns of the source
    std::vector<Dropped> dropped_;
    struct Unpivoted {
        std::vector<std::uint32_t> columns;
        std::size_t key = 0;
        std::size_t value = 0;
    };
    std::optional<Unpivoted> unpivot_;
    std::optional<PivotPlan> pivot_;
};

}  // namespace daicho
