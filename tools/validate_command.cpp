#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "models/dataset/model_access.hpp"
#include "models/dataset/validate.hpp"
#include "models/reports/report.hpp"
#include "tools/check_options.hpp"
#include "tools/command.hpp"
#include "tools/fail_on.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/table_inputs.hpp"
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

/// Passes findings on to the report and watches for what makes the run fail.
class Judge final : public CheckListener {
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
        if (!without_model_.empty()) tell_of_missing_model();
    }
    /// To be called while the Error of that file is being handled.
    void fail_file(const std::string& path, const BothTexts& why) {
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

    void tell_of_missing_model() {
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

/// A model that cannot be had is not the fault of a file.
void require_model(const CheckOptions& check, Models& models) {
    if (check.model != "auto" && check.model != "none") ModelAccess(models)->get(check.model);
}

Exit run_validate(const ValidateOptions& options, const Session& session) {
    const Knowledge knowledge(registry_options(session));
    CheckOptions check = options.check;
    check.knowledge = knowledge.sources();
    if (options.addresses != AddressUse::check) check.knowledge.addresses = nullptr;
    if (!options.corporations) check.knowledge.corporations = nullptr;
    ReportOptions report_options = options.report;
    report_options.language = session.language;
    report_options.colour = session.colours_output();
    const auto report = make_report(options.format, session.out, report_options);
    Judge judge(*report, options.fail_on, session);
    Models models;
    require_model(check, models);
    const bool all_read = for_each_table(
        options.files, session,
        [&](DatasetSource source) { validate(std::move(source), check, models, judge); },
        [&](const std::string& path, const BothTexts& why) { judge.fail_file(path, why); });
    report->finish();
    warn_missing(knowledge, session);
    if (!all_read) return Exit::failure;
    return judge.failed() ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_validate(OptionList& list) {
    auto action = std::make_unique<ActionOf<ValidateOptions>>(run_validate);
    auto& options = action->options;
    list.arguments("FILE", options.files,
                   {"調べる表。フォルダーならその中のすべて（- は標準入力）",
                    "Tables to check, or folders of them (-: standard input)"})
        .required();
    list.text("--model", "NAME", options.check.model,
              {"モデル（例: Person, 個人。既定の auto は最も合うもの、none は値だけを調べる）",
               "Model (Person, 個人; default: auto, the best fitting; none: check the values alone)"});
    Choices<std::string> forms;
    for (const auto& kind : report_kinds()) forms.emplace_back(kind.name, kind.name);
    list.choice("--format", options.format, forms,
                {"出力の形式（既定は text）", "Output format (default: text)"});
    add_fail_on(list, options.fail_on);
    list.number("--max-findings", "N", options.report.max_findings,
                {"列挙する指摘の上限（既定は 1000、0 はすべて。件数は常に正確）",
                 "Most findings to list (default: 1000; 0: all; totals are always exact)"});
    list.number("--max-per-rule", "N", options.report.max_per_rule,
                {"規則と列ごとに列挙する指摘の上限（既定は text なら 3、ほかはすべて。0 はすべて）",
                 "Most findings to list for each rule and column (default: text 3, others all; 0: all)"});
    list.choice("--addresses", options.addresses, {{"check", AddressUse::check}, {"off", AddressUse::off}},
                {"住所を台帳ファイルの住所と比べる（既定）・比べない",
                 "Check addresses against the registry (default), or not"});
    list.choice("--corporations", options.corporations, {{"check", true}, {"off", false}},
                {"法人番号とその商号などを公表内容と比べる（既定）・比べない",
                 "Check corporate numbers, and the names beside them, against the published ones (default), "
                 "or not"});
    list.flag("--show-values", options.report.show_values,
              {"秘匿項目の値も表示する", "Show the values of confidential items"});
    add_check_options(list, options.check);
    add_read_options(list, options.check.read, "");
    return action;
}

}  // namespace daicho
