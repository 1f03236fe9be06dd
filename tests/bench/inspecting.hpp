#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "models/engine/inspector.hpp"
#include "registries/knowledge/knowledge.hpp"
#include "tests/bench/bench.hpp"

namespace bench {

/// Seconds of CPU time that inspecting a table takes, of batches that were split and bound before.
inline double inspecting(const daicho::Model& model, std::string text) {
    using namespace daicho;
    const auto reader = read_table(std::move(text));
    std::vector<std::unique_ptr<Batch>> batches;
    for (auto batch = std::make_unique<Batch>(); reader->next(*batch); batch = std::make_unique<Batch>()) {
        batches.push_back(std::move(batch));
    }
    const Binding binding = bind_columns(model, reader->header(), {});
    InspectionOptions options;
    options.reading.addresses = &Knowledge::places();
    const Inspector inspector(model, binding, reader->header(), options);
    Inspection inspection;
    return best_of_five([&] {
        for (const auto& batch : batches) inspector.inspect(*batch, inspection);
    });
}

}  // namespace bench
