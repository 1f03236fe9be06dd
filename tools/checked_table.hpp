#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/inspector.hpp"
#include "models/engine/mapping.hpp"
#include "models/engine/model_set.hpp"
#include "models/engine/pivot.hpp"
#include "models/engine/transform_set.hpp"
#include "models/reports/report.hpp"

namespace daicho {

struct CheckOptions {
    ReadOptions read;
    std::string model = "auto";  ///< "auto": the model that fits best, or none
    std::string map;  ///< a transformation, by name or path; empty: columns are bound by their headers
    Settings settings;
    bool keep_unmapped = true;  ///< of a transformation: columns that it does not mention are carried along
    InspectionOptions inspection;
};

/// Some records, and what they are checked as.
struct CheckedBatch {
    MappedBatch mapped;
    Inspection inspection;
};

/// A table that was opened, bound to a model and can be checked batch by batch. The model is chosen and the
/// columns are bound by the headers and the values of the first batch.
class CheckedTable {
 public:
    /// `models` must outlive it. Throws Error where the file or the model cannot be read.
    CheckedTable(const std::string& path, const CheckOptions& options, ModelSet& models);

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
    const TableReader& reader() const { return *reader_; }
    const Inspector& inspector() const { return *inspector_; }
    bool has_model() const { return !model_->slots.empty(); }

    /// Fills `batch` with the next records, the first ones included; where a transformation joins records,
    /// with joined ones, after all were read.
    bool next(Batch& batch);
    /// Records of the file that `next` has read so far.
    std::uint64_t source_records() const { return source_records_; }
    /// What there is to say of the file as a whole, once `next` has given false: how it is written, its
    /// headers, what the model lacks.
    std::vector<Finding> file_findings() const;
    FileFacts facts(const std::string& path, Language language) const;

 private:
    void look_at_values(const ColumnSamples& samples, const Reading& reading);
    void refuse_unknown_items() const;
    void bind_by_position();
    void choose_model(ModelSet& models);
    bool read(Batch& batch);
    void plan_mapping(const CheckOptions& options, ModelSet& models);

    std::unique_ptr<TableReader> reader_;
    Batch first_;
    bool has_first_ = false;
    std::vector<ColumnEvidence> evidence_;
    const Model* model_ = nullptr;
    std::string transform_options_;
    TransformSet transforms_;
    std::unique_ptr<Mapping> mapping_;
    std::optional<Pivot> pivot_;  // joins the records for the mapping
    std::uint64_t source_records_ = 0;
    bool all_read_ = false;
    std::vector<std::string> made_headers_;  // where those of the file are not what is checked
    Binding binding_;
    std::unique_ptr<Inspector> inspector_;
};

}  // namespace daicho
