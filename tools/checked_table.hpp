#pragma once

#include <memory>
#include <string>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/inspector.hpp"
#include "models/engine/model_set.hpp"
#include "models/reports/report.hpp"

namespace daicho {

struct CheckOptions {
    ReadOptions read;
    std::string model = "auto";  ///< "auto": the model that fits best, or none
    InspectionOptions inspection;
};

/// A table that was opened, bound to a model and can be checked batch by batch. The model is chosen and the
/// columns are bound by the headings and the values of the first batch.
class CheckedTable {
 public:
    /// `models` must outlive it. Throws Error where the file or the model cannot be read.
    CheckedTable(const std::string& path, const CheckOptions& options, ModelSet& models);

    const TableReader& reader() const { return *reader_; }
    const Inspector& inspector() const { return *inspector_; }
    /// How well the model fits, 0..1; 0 where there is none.
    double fit() const { return fit_; }
    bool has_model() const { return !model_->slots.empty(); }

    /// Fills `batch` with the next records, the first ones included.
    bool next(Batch& batch);
    /// What there is to say of the file as a whole, once `next` has given false: how it is written, its
    /// headings, what the model lacks.
    std::vector<Finding> file_findings() const;
    FileFacts facts(const std::string& path, Language language) const;

 private:
    void look_at_values(const ColumnSamples& samples, const Reading& reading);
    void choose_model(const std::string& name, ModelSet& models);

    std::unique_ptr<TableReader> reader_;
    Batch first_;
    bool has_first_ = false;
    std::vector<ColumnEvidence> evidence_;
    const Model* model_ = nullptr;
    double fit_ = 0;
    Binding binding_;
    std::unique_ptr<Inspector> inspector_;
};

}  // namespace daicho
