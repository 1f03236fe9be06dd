#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "models/dataset/check_listener.hpp"
#include "models/dataset/check_options.hpp"
#include "models/dataset/dataset_source.hpp"
#include "models/dataset/models.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/inspector.hpp"
#include "models/engine/mapping.hpp"
#include "models/engine/pivot.hpp"
#include "models/engine/transform_set.hpp"

namespace daicho {

/// A table that was opened, bound to a model and can be checked batch by batch. The model is chosen and the
/// columns are bound by the headers and the values of the first batch.
class CheckedTable {
 public:
    /// `models` must outlive it. Throws Error where the source or the model cannot be read.
    CheckedTable(DatasetSource source, const CheckOptions& options, Models& models);

    const std::string& name() const { return name_; }  ///< of the source
    /// null where columns are bound by their headers
    const Mapping* mapping() const { return mapping_.get(); }
    /// The headers of what is checked: those of the file, of the table that the transformation makes, or of
    /// the items where the file has none.
    const std::vector<std::string>& headers() const {
        return made_headers_.empty() ? reader_->header() : made_headers_;
    }
    /// The file has no header, and its model says which column is what.
    bool positional() const { return !mapping_ && !made_headers_.empty(); }
    /// What is checked of a batch: itself, or what the transformation makes of it, in `mapped`. May be called
    /// from several threads at once.
    const Batch& prepared(const Batch& batch, MappedBatch& mapped) const;
    /// What the values of the first records say of each of `headers()`, before `next`; empty where the table
    /// is made of several records.
    std::vector<ColumnEvidence> evidence() const;
    const TableReader& reader() const { return *reader_; }
    const Inspector& inspector() const { return *inspector_; }
    const InspectionOptions& inspection() const { return inspection_; }
    bool has_model() const { return !model_->slots.empty(); }

    /// Fills `batch` with the next records, the first ones included; where a transformation joins records,
    /// with joined ones, after all were read.
    bool next(Batch& batch);
    /// Records of the file that `next` has read so far.
    std::uint64_t source_records() const { return source_records_; }
    /// What there is to say of the file as a whole, once `next` has given false: how it is written, its
    /// headers, what the model lacks.
    std::vector<Finding> file_findings() const;
    /// The rows of tables below the one that is checked, where they are to be kept, once `next` has given
    /// false.
    const std::vector<Finding>& rows_left_out() const { return rows_left_out_; }
    FileFacts facts() const;

 private:
    std::vector<ColumnEvidence> evidence_in(const ColumnSamples& samples) const;
    void refuse_unknown_items() const;
    void find_habits(const ColumnSamples& samples);
    void bind_by_position();
    void bind_by_headers(Models& models);
    void choose_model(Models& models);
    bool read(Batch& batch);
    void plan_mapping(Models& models);

    std::string name_;
    CheckOptions options_;
    InspectionOptions inspection_;
    std::vector<Finding> rows_left_out_;
    std::unique_ptr<TableReader> reader_;
    Batch first_;
    bool has_first_ = false;
    std::vector<ColumnEvidence> evidence_;
    const Model* model_ = nullptr;
    TransformSet transforms_;
    std::unique_ptr<Mapping> mapping_;
    std::optional<Pivot> pivot_;  // joins the records for the mapping
    std::uint64_t source_records_ = 0;
    bool all_read_ = false;
    std::vector<std::string> made_headers_;  // where those of the file are not what is checked
    Binding binding_;
    std::vector<Finding> layout_;  // what the table was laid out as
    std::vector<Finding> choice_;  // what leaves open which model it follows
    std::unique_ptr<Inspector> inspector_;
};

}  // namespace daicho
