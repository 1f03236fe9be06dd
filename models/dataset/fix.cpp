#include "models/dataset/fix.hpp"

#include <map>
#include <memory>
#include <set>
#include <utility>

#include "models/dataset/dataset_source.hpp"
#include "models/dataset/validate.hpp"

namespace daicho {

namespace {

/// Repairs may bring others to light; more rounds than this would be an error of the rules.
constexpr int most_rounds = 6;

bool is_safe_repair(const Finding& finding) {
    return finding.repair.kind == RepairKind::normal_form || finding.repair.kind == RepairKind::provable;
}

/// The first safe repair of each cell, and what is wrong besides.
class RepairCollector final : public CheckListener {
 public:
    explicit RepairCollector(const FixRequest& request) : request_(request) {}

    void begin_file(const FileFacts& facts) override {
        form = facts.form;
        model = facts.model;
        std::map<std::string, int, std::less<>> seen;
        for (const BoundColumn& column : facts.columns) {
            if (++seen[column.header] > 1) repeated_.insert(column.header);
        }
    }
    void add(const Finding& finding) override {
        errors += finding.severity == Severity::error ? 1 : 0;
        if (!is_safe_repair(finding) || finding.record == 0 || finding.column == 0) return;
        if (finding.repair.value == finding.value) return;
        if (request_.wanted && !request_.wanted(finding)) return;
        if (finding.header.empty() || repeated_.contains(finding.header)) {
            ++not_written;
            return;
        }
        const std::pair cell{finding.record, finding.column};
        if (!seen_.insert(cell).second) return;
        cells.push_back({finding.record, finding.place, std::string(finding.header), finding.value,
                         finding.repair.value, finding.rule, finding.confidential});
    }
    void end_file(const FileVerdict&) override {}

    TableForm form;
    std::string model;
    std::vector<FixedCell> cells;
    std::uint64_t errors = 0;
    std::uint64_t not_written = 0;

 private:
    const FixRequest& request_;
    std::set<std::string, std::less<>> repeated_;
    std::set<std::pair<std::uint64_t, std::uint32_t>> seen_;
};

void check_for_fix(const std::string& bytes, const std::string& name, const FixRequest& request,
                   Models& models, CheckListener& found) {
    std::unique_ptr<CheckListener> sieve;
    if (request.sieve) sieve = request.sieve(found);
    validate(memory_source(bytes, name), request.check, models, sieve ? *sieve : found);
}

/// Cells that were fixed in one round and again in a later one are one change.
void add_cells(std::vector<FixedCell>& all, std::vector<FixedCell>&& more) {
    std::map<std::pair<std::uint64_t, std::string>, FixedCell> merged;
    for (FixedCell& cell : all) merged.emplace(std::pair{cell.record, cell.header}, std::move(cell));
    for (FixedCell& cell : more) {
        const auto [at, fresh] = merged.try_emplace({cell.record, cell.header}, cell);
        if (!fresh) at->second.after = cell.after;
    }
    all.clear();
    for (auto& [place, cell] : merged) {
        if (cell.before != cell.after) all.push_back(std::move(cell));
    }
}

}  // namespace

FixOutcome fix(std::string bytes, const std::string& name, const FixRequest& request, Models& models) {
    FixOutcome outcome;
    const std::string before = bytes;
    const CellExchange cells(bytes, name, request.check.read);
    for (int round = 0; round < most_rounds; ++round) {
        RepairCollector found(request);
        check_for_fix(bytes, name, request, models, found);
        if (round == 0) {
            outcome.places = found.form.places;
            outcome.model = found.model;
        }
        outcome.errors_left = found.errors;
        outcome.not_written = found.not_written;
        if (found.cells.empty()) break;
        const std::size_t wanted = found.cells.size();
        std::string fixed = cells.exchange(bytes, found.cells);
        outcome.not_written += wanted - found.cells.size();
        if (found.cells.empty()) break;
        add_cells(outcome.cells, std::move(found.cells));
        bytes = std::move(fixed);
    }
    outcome.undo = cells.undo(before, bytes, outcome.cells);
    outcome.bytes = std::move(bytes);
    return outcome;
}

}  // namespace daicho
