#include "models/dataset/validate.hpp"

#include <algorithm>

#include "grammars/base/os.hpp"
#include "grammars/base/pipeline.hpp"
#include "models/dataset/checked_table.hpp"
#include "models/engine/record_set.hpp"
#include "models/rules/message.hpp"

namespace daicho {

namespace {

/// Some records, and what they are checked as.
struct CheckedBatch {
    MappedBatch mapped;
    Inspection inspection;
};

/// The check of one table: what its records together show is watched here.
class CheckRun {
 public:
    CheckRun(CheckedTable& table, CheckListener& listener)
        : table_(table), inspector_(table.inspector()), listener_(listener), records_(inspector_) {}

    void inspect(const Batch& read, CheckedBatch& out) const {
        inspector_.inspect(table_.prepared(read, out.mapped), out.inspection);
    }
    /// Tells what was found in a batch; in the order of the file.
    void tell(const Batch& read, CheckedBatch& out);
    /// Tells what is known once the last record was read.
    void finish();

 private:
    FileVerdict verdict(std::span<const Finding> of_file) const;

    CheckedTable& table_;
    const Inspector& inspector_;
    CheckListener& listener_;
    RecordSet records_;
    PairSightings pairs_;
    std::uint64_t count_ = 0;
};

void CheckRun::tell(const Batch& read, CheckedBatch& out) {
    const Batch& batch = table_.mapping() ? out.mapped.batch : read;
    Inspection& inspection = out.inspection;
    records_.watch(batch, inspection);
    pairs_.add(inspection.pairs);
    for (const Finding& finding : inspection.findings) listener_.add(finding);
    for (const Finding& loss : out.mapped.losses) {
        // An error has been told of the record that the cell was to go to.
        if (loss.severity != Severity::error) listener_.add(loss);
    }
    count_ += batch.size();
}

void CheckRun::finish() {
    for (const Finding& finding : records_.finish()) listener_.add(finding);
    for (const Finding& finding : mixed_pairs(pairs_, table_.headers())) listener_.add(finding);
    const std::vector<Finding> of_file = table_.file_findings();
    for (const Finding& finding : of_file) listener_.add(finding);
    listener_.end_file(verdict(of_file));
}

/// `of_file`: what was found of the file as a whole.
FileVerdict CheckRun::verdict(std::span<const Finding> of_file) const {
    FileVerdict verdict;
    verdict.records = count_;
    if (table_.has_model() && inspector_.binding().bound() > 0) {
        verdict.level = records_.levels().lowest(inspector_.ceiling());
        for (const Finding& finding : of_file) {
            if (finding.severity == Severity::error) *verdict.level = lowered(*verdict.level, finding.blocks);
        }
    }
    verdict.levels = records_.levels().records;
    verdict.pattern = inspector_.pattern().name;
    for (const auto& missing : inspector_.missing_columns()) verdict.lacking.push_back(missing.detail);
    return verdict;
}

/// Keeps what it is told.
class FindingCollector final : public CheckListener {
 public:
    explicit FindingCollector(CheckResult& result) : result_(result) {}

    void begin_file(const FileFacts& facts) override { result_.facts = facts; }
    void add(const Finding& finding) override {
        Finding& kept = result_.findings.emplace_back(finding);
        kept.header = keep(finding.header);
        kept.item = keep(finding.item);
        kept.expected = keep(finding.expected);
    }
    void end_file(const FileVerdict& verdict) override { result_.verdict = verdict; }

 private:
    std::string_view keep(std::string_view text) {
        const auto known = result_.texts.find(text);
        return known != result_.texts.end() ? *known : *result_.texts.emplace(text).first;
    }

    CheckResult& result_;
};

}  // namespace

void validate(DatasetSource source, const CheckOptions& options, Models& models, CheckListener& listener) {
    CheckedTable table(std::move(source), options, models);
    listener.begin_file(table.facts());
    CheckRun run(table, listener);
    ordered_pipeline<Batch, CheckedBatch>(
        options.threads != 0 ? options.threads : hardware_threads(),
        [&](Batch& batch) { return table.next(batch); },
        [&](Batch& batch, CheckedBatch& out) { run.inspect(batch, out); },
        [&](Batch& batch, CheckedBatch& out) { run.tell(batch, out); });
    run.finish();
}

CheckResult validate(DatasetSource source, const CheckOptions& options, Models& models) {
    CheckResult result;
    FindingCollector collector(result);
    validate(std::move(source), options, models, collector);
    return result;
}

bool CheckResult::has(Severity severity) const {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return finding.severity == severity; });
}

std::string CheckResult::message(const Finding& finding, Language language) const {
    return render_message(finding, facts.rules.find(finding.rule), language);
}

}  // namespace daicho
