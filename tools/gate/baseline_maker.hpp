#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tools/baseline.hpp"
#include "tools/gate/gate_run.hpp"

namespace daicho {

/// Writes down all that is found, and how the files are.
class GateBaselineMaker final : public GateListener {
 public:
    Baseline baseline;

    void begin(const GateSettings&, const StoredCheck&) override {}
    void begin_file(const FileFacts& facts) override {
        file_ = facts.path;
        state_ = {};
        for (const BoundColumn& column : facts.columns) state_.columns.push_back(column.header);
    }
    void add(const Finding& finding) override { baseline.add(file_, finding); }
    void end_file(const FileVerdict& verdict) override {
        state_.records = verdict.records;
        baseline.note(file_, std::move(state_));
    }
    void fail_file(const std::string&, const BothTexts&) override {}

 private:
    std::string file_;
    Baseline::FileState state_;
};

}  // namespace daicho
