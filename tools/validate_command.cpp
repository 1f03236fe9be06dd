#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "grammars/base/os.hpp"
#include "grammars/base/pipeline.hpp"
#include "models/engine/references.hpp"
#include "models/engine/result_check.hpp"
#include "models/engine/unique_keys.hpp"
#include "tools/address_rules.hpp"
#include "tools/check_options.hpp"
#include "tools/checked_table.hpp"
#include "tools/command.hpp"
#include "tools/fail_on.hpp"
#include "tools/known_characters.hpp"
#include "tools/known_corporations.hpp"
#include "tools/known_places.hpp"
#include "tools/known_reference.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

struct ValidateOptions {
    std::vector<std::string> files;
    CheckOptions check;
    std::string format = "text";
    FailOn fail_on = FailOn::error;
    AddressUse addresses = AddressUse::check;
    bool corporations = true;
    ReportOptions report;
};

/// What a file came to.
struct Tally {
    std::uint64_t records = 0;
    LevelCount levels;
};

/// Passes findings on to the report and watches for those that make the run fail.
class Judge {
 public:
    Judge(Report& report, const ValidateOptions& options) : report_(report), options_(options) {}

    void add(const Finding& finding) {
        failed_ |= fails(options_.fail_on, finding.severity);
        report_.add(finding);
    }
    bool failed() const { return failed_; }

 private:
    Report& report_;
    const ValidateOptions& options_;
    bool failed_ = false;
};

std::optional<Level> lowest(const CheckedTable& table, const Tally& tally) {
    if (!table.has_model() || table.inspector().binding().bound() == 0) return std::nullopt;
    return tally.levels.lowest(table.inspector().ceiling());
}

FileVerdict verdict_of(const CheckedTable& table, const Tally& tally) {
    FileVerdict verdict;
    verdict.records = tally.records;
    verdict.level = lowest(table, tally);
    verdict.levels = tally.levels.records;
    verdict.pattern = table.inspector().pattern().name;
    for (const auto& missing : table.inspector().missing_columns()) verdict.lacking.push_back(missing.detail);
    return verdict;
}

/// The rules that the model file itself brings.
RuleBook rule_book(const Model& model) {
    std::vector<Rule> rules;
    for (const ModelRule& rule : model.rules) {
        const Text message{rule.message.ja, rule.message.en.empty() ? rule.message.ja : rule.message.en};
        rules.push_back(written_rule({rule.id}, rule.severity, rule.blocks, message));
    }
    return RuleBook(std::move(rules));
}

void validate_file(const std::string& path, const ValidateOptions& options, ModelSet& models, RuleBook& rules,
                   Report& report, Judge& judge, const Session& session) {
    CheckedTable table(path, options.check, models);
    const Inspector& inspector = table.inspector();
    rules = rule_book(inspector.model());
    report.begin_file(table.facts(path, session.language));
    UniqueKeys keys(inspector);
    References references(inspector);
    PairSightings pairs;
    Tally tally;
    ordered_pipeline<Batch, CheckedBatch>(
        hardware_threads(), [&](Batch& batch) { return table.next(batch); },
        [&](Batch& batch, CheckedBatch& out) {
            inspector.inspect(table.prepared(batch, out.mapped), out.inspection);
        },
        [&](Batch& read, CheckedBatch& out) {
            const Batch& batch = table.mapping() ? out.mapped.batch : read;
            Inspection& inspection = out.inspection;
            keys.watch(batch, inspection);
            references.watch(batch, inspection);
            pairs.add(inspection.pairs);
            for (const Finding& finding : inspection.findings) judge.add(finding);
            for (const Finding& loss : out.mapped.losses) {
                // An error has been told of the record that the cell was to go to.
                if (loss.severity != Severity::error) judge.add(loss);
            }
            tally.records += batch.size();
            tally.levels.add(inspection);
        });
    for (const Finding& finding : references.unresolved()) judge.add(finding);
    for (const Finding& finding : mixed_pairs(pairs, table.headers())) judge.add(finding);
    for (const Finding& finding : table.file_findings()) judge.add(finding);
    report.end_file(verdict_of(table, tally));
}

Exit validate(const ValidateOptions& options, const Session& session) {
    ModelSet models;
    const KnownReference known(session);
    const auto characters = known_characters(session);
    const AddressRules addresses(session);
    const KnownCorporations corporations(session);
    ValidateOptions settled = options;
    settled.check.inspection.reading.addresses = &known_places();
    settled.check.inspection.reference = &known.data();
    if (options.addresses == AddressUse::check) settled.check.inspection.addresses = &addresses;
    if (options.corporations) settled.check.inspection.corporations = &corporations;
    settled.check.inspection.characters = characters.get();
    settled.report.language = session.language;
    settled.report.colour = session.colours_output();
    RuleBook rules;
    settled.report.rules = &rules;
    const auto report = make_report(options.format, session.out, settled.report);
    Judge judge(*report, settled);
    for (const auto& path : options.files)
        validate_file(path, settled, models, rules, *report, judge, session);
    report->finish();
    known.tell_of_missing_registry();
    corporations.tell_of_missing_register();
    return judge.failed() ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_validate(CLI::App& app, const Session& session) {
    auto action = std::make_unique<ActionOf<ValidateOptions>>(validate);
    auto& options = action->options;
    app.add_option(
           "FILE", options.files,
           std::string(session.say("調べる表（- は標準入力）", "Tables to check (- is standard input)")))
        ->required();
    app.add_option("--model", options.check.model,
                   std::string(session.say("モデル（例: Person, 個人。auto は最も合うもの）",
                                           "Model (as in: Person, 個人; auto takes the best fitting)")))
        ->type_name("NAME");
    std::vector<std::string_view> kinds;
    for (const auto& kind : report_kinds()) kinds.push_back(kind.name);
    const auto format = [&options, kinds, &session](const std::string& given) {
        if (std::ranges::find(kinds, given) == kinds.end()) {
            throw CLI::ValidationError("--format", unknown_word(given, kinds, session.language));
        }
        options.format = given;
    };
    app.add_option_function<std::string>("--format", format,
                                         std::string(session.say("報告の形", "Form of the report")))
        ->type_name("text|json|jsonl");
    add_fail_on(app, options.fail_on, session);
    app.add_option("--max-findings", options.report.max_findings,
                   std::string(session.say("列挙する指摘の上限（0 は無制限、件数は常に正確）",
                                           "Findings listed at most (0: all; totals are exact in any case)")))
        ->type_name("N");
    app.add_option(
           "--max-per-rule", options.report.max_per_rule,
           std::string(session.say("規則ごとに列挙する指摘の上限", "Findings listed at most for each rule")))
        ->type_name("N");
    add_choice(app, "--addresses", options.addresses,
               {{"check", AddressUse::check}, {"off", AddressUse::off}},
               session.say("住所を台帳と照らす（既定）・照らさない",
                           "Hold addresses against the registry (default), or not"),
               session);
    add_choice(
        app, "--corporations", options.corporations, {{"check", true}, {"off", false}},
        session.say("法人番号とその商号などを法人番号の台帳と照らす（既定）・照らさない",
                    "Hold corporate numbers, and names beside them, against the register of corporations "
                    "(default), or not"),
        session);
    app.add_flag("--show-values", options.report.show_values,
                 std::string(session.say("秘匿項目の値も表示する", "Show the values of confidential items")));
    add_check_options(app, options.check, session);
    add_read_options(app, options.check.read, "", session);
    return action;
}

}  // namespace daicho
