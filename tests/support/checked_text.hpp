#pragma once

#include <memory>
#include <string>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "models/engine/inspector.hpp"

namespace daicho {

/// A small table written in a test, bound to a model and inspected as one batch.
class CheckedText {
 public:
    CheckedText(const Model& model, std::string csv, const InspectionOptions& options = {})
        : reader(read_table(std::move(csv))),
          binding(bind_columns(model, reader->header(), {})),
          inspector(model, binding, reader->header(), options) {
        if (reader->next(batch)) inspector.inspect(batch, inspection);
    }

    /// "record:column rule" of every finding, in order.
    std::vector<std::string> places() const {
        std::vector<std::string> all;
        for (const auto& finding : inspection.findings) {
            all.push_back(std::to_string(finding.record) + ":" + std::to_string(finding.column) + " " +
                          std::string(finding.rule.text));
        }
        return all;
    }

    std::unique_ptr<TableReader> reader;
    Binding binding;
    Inspector inspector;
    Batch batch;
    Inspection inspection;
};

}  // namespace daicho
