#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tools/baseline.hpp"
#include "tools/command.hpp"
#include "tools/fail_on.hpp"
#include "tools/own_files.hpp"
#include "tools/report_set.hpp"
#include "tools/rule_selection.hpp"
#include "tools/validation.hpp"

namespace daicho {

namespace {

struct ValidateOptions {
    Validation validation;
    std::string format = "text";
    std::vector<ReportFile> reports;
    FailOn fail_on = FailOn::error;
    RuleSelection rules;
    std::string baseline;
    ReportOptions report;
};

/// Passes findings on to the report and watches for what makes the run fail.
class Judge final : public ValidationListener {
 public:
    Judge(Report& report, FailOn fail_on, const Session& session)
        : report_(report), fail_on_(fail_on), session_(session) {}

    void begin_file(const FileFacts& facts) override {
        without_model_ = facts.model_reference == "auto" ? facts.path : "";
        tell([&] { report_.begin_file(facts); });
    }
    void add(const Finding& finding) override {
        failed_ |= fails(fail_on_, finding.severity);
        tell([&] { report_.add(finding); });
    }
    void end_file(const FileVerdict& verdict) override {
        tell([&] { report_.end_file(verdict); });
        if (!without_model_.empty()) warn_missing_model();
    }
    void fail_file(const std::string& path, const BothTexts& why) override {
        if (report_failed_) throw;
        report_.fail_file(path, why.in(session_.language));
    }
    bool failed() const { return failed_; }

 private:
    /// A report that cannot be written is not the fault of the file.
    template <class Act>
    void tell(Act&& act) {
        report_failed_ = true;
        act();
        report_failed_ = false;
    }

    void warn_missing_model() {
        failed_ |= fail_on_ != FailOn::never;
        session_.out.flush();
        session_.talk << (without_model_ == "-" ? session_.say("（標準入力）", "(standard input)")
                                                : std::string_view{without_model_})
                      << session_.say(
                             ": 合うモデルがないので、準拠レベルは分かりません。--model "
                             "でモデルを指定してください（値だけを調べるなら --model none）。\n",
                             ": no model fits, so there is no level; name one with --model (--model none "
                             "checks the values alone)\n");
    }

    Report& report_;
    FailOn fail_on_;
    const Session& session_;
    std::string without_model_;  // path of the file, where no model fits it
    bool failed_ = false;
    bool report_failed_ = false;
};

/// Checks against a baseline: what is in it is not told again.
class RatchetJudge final : public ValidationListener {
 public:
    RatchetJudge(Baseline& baseline, Judge& judge) : filter_(baseline, judge), judge_(judge) {}

    void begin_file(const FileFacts& facts) override { filter_.begin_file(facts); }
    void add(const Finding& finding) override { filter_.add(finding); }
    void end_file(const FileVerdict& verdict) override { filter_.end_file(verdict); }
    void hold_back(const Finding& finding) override { filter_.hold_back(finding); }
    void fail_file(const std::string& path, const BothTexts& why) override { judge_.fail_file(path, why); }

    void tell(const Session& session) const {
        const bool ja = session.language == Language::ja;
        const auto count = [&](std::uint64_t number) { return std::to_string(number) + (ja ? "件" : ""); };
        session.out.flush();
        session.talk << (ja ? "基準と比べて、新しい指摘 " : "against the baseline: new findings ")
                     << count(filter_.fresh()) << (ja ? "、前からある指摘 " : ", known ")
                     << count(filter_.known()) << (ja ? "、なくなった指摘 " : ", gone ")
                     << count(filter_.fixed()) << '\n';
    }

 private:
    BaselineFilter filter_;
    Judge& judge_;
};

/// Hands on the findings of rules that are wanted.
class RuleJudge final : public ValidationListener {
 public:
    RuleJudge(const RuleSelection& rules, ValidationListener& next) : rules_(rules), next_(next) {}

    void begin_file(const FileFacts& facts) override {
        held_back_.begin_file();
        next_.begin_file(facts);
    }
    void add(const Finding& finding) override {
        if (rules_.wants(finding.rule)) {
            next_.add(finding);
        } else {
            held_back_.note(finding);
            next_.hold_back(finding);
        }
    }
    void end_file(const FileVerdict& verdict) override {
        FileVerdict told = verdict;
        held_back_.mark(told);
        next_.end_file(told);
    }
    void fail_file(const std::string& path, const BothTexts& why) override { next_.fail_file(path, why); }

 private:
    const RuleSelection& rules_;
    ValidationListener& next_;
    HeldBack held_back_;
};

Exit run_validate(const ValidateOptions& options, const Session& session) {
    std::optional<Baseline> baseline;
    if (!options.baseline.empty()) baseline.emplace(options.baseline);
    require_own_files(options.validation.files, outputs_of(options.reports));
    ReportSet reports(options.format, options.reports, options.report, session);
    Judge judge(reports, options.fail_on, session);
    std::optional<RatchetJudge> ratchet;
    if (baseline) ratchet.emplace(*baseline, judge);
    ValidationListener& listener = ratchet ? static_cast<ValidationListener&>(*ratchet) : judge;
    RuleJudge wanted(options.rules, listener);
    const bool all_read = run_validation(options.validation, session, wanted, &reports);
    reports.finish();
    if (ratchet) ratchet->tell(session);
    if (!all_read) return Exit::failure;
    return judge.failed() ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_validate(OptionList& list) {
    auto action = std::make_unique<ActionOf<ValidateOptions>>(run_validate);
    auto& options = action->options;
    add_validation(list, options.validation);
    list.text("--xsd", "FILE", options.validation.xsd,
              {"XML を XSD とも比べる", "Compare files of XML with this XML schema, too"});
    add_reports(list, options.format, options.reports, options.report);
    add_fail_on(list, options.fail_on);
    add_rule_selection(list, options.rules);
    list.text("--baseline", "FILE", options.baseline,
              {"前からある指摘（daicho baseline create で書いたもの）を除き、新しい指摘だけを失敗とする",
               "Leave out the findings of a baseline (daicho baseline create); only new ones fail"});
    return action;
}

}  // namespace daicho
