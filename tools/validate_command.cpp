#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "models/dataset/validate.hpp"
#include "models/reports/report.hpp"
#include "tools/address_rules.hpp"
#include "tools/check_options.hpp"
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

/// Passes findings on to the report and watches for those that make the run fail.
class Judge final : public CheckListener {
 public:
    Judge(Report& report, FailOn fail_on) : report_(report), fail_on_(fail_on) {}

    void begin_file(const FileFacts& facts) override { report_.begin_file(facts); }
    void add(const Finding& finding) override {
        failed_ |= fails(fail_on_, finding.severity);
        report_.add(finding);
    }
    void end_file(const FileVerdict& verdict) override { report_.end_file(verdict); }
    bool failed() const { return failed_; }

 private:
    Report& report_;
    FailOn fail_on_;
    bool failed_ = false;
};

Exit run_validate(const ValidateOptions& options, const Session& session) {
    const KnownReference known(session);
    const auto characters = known_characters(session);
    const AddressRules addresses(session);
    const KnownCorporations corporations(session);
    CheckOptions check = options.check;
    check.knowledge.places = &known_places();
    check.knowledge.codes = &known.data();
    if (options.addresses == AddressUse::check) check.knowledge.addresses = &addresses;
    if (options.corporations) check.knowledge.corporations = &corporations;
    check.knowledge.characters = characters.get();
    ReportOptions report_options = options.report;
    report_options.language = session.language;
    report_options.colour = session.colours_output();
    const auto report = make_report(options.format, session.out, report_options);
    Judge judge(*report, options.fail_on);
    Models models;
    for (const auto& path : options.files) validate(file_source(path), check, models, judge);
    report->finish();
    known.tell_of_missing_registry();
    corporations.tell_of_missing_register();
    return judge.failed() ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_validate(CLI::App& app, const Session& session) {
    auto action = std::make_unique<ActionOf<ValidateOptions>>(run_validate);
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
