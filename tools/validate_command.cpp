#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "grammars/base/os.hpp"
#include "models/dataset/model_access.hpp"
#include "models/dataset/validate.hpp"
#include "models/reports/report.hpp"
#include "tools/check_options.hpp"
#include "tools/command.hpp"
#include "tools/fail_on.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/report_set.hpp"
#include "tools/table_inputs.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

struct ValidateOptions {
    std::vector<std::string> files;
    CheckOptions check;
    std::string format = "text";
    std::vector<ReportFile> reports;
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
        form_ = facts.form;
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
    /// Of the table that was checked last.
    const TableForm& form() const { return form_; }

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
    TableForm form_;
    std::string without_model_;  // path of the file, where no model fits it
    bool failed_ = false;
    bool report_failed_ = false;
};

/// Lets several readers use one source, one after the other.
class SharedSource final : public SeekableSource {
 public:
    explicit SharedSource(std::shared_ptr<SeekableSource> source) : source_(std::move(source)) {}

    std::size_t read(char* to, std::size_t size) override { return source_->read(to, size); }
    bool rewindable() const override { return true; }
    std::uint64_t size() override { return source_->size(); }
    void seek(std::uint64_t offset) override { source_->seek(offset); }
    const std::string& name() const override { return source_->name(); }

 private:
    std::shared_ptr<SeekableSource> source_;
};

/// The bytes of `source`, which can be read again and again.
std::shared_ptr<SeekableSource> shared_bytes(DatasetSource& source) {
    auto* seekable = dynamic_cast<SeekableSource*>(source.bytes.get());
    if (seekable == nullptr || !seekable->rewindable())
        return std::make_shared<SpooledSource>(std::move(source.bytes));
    static_cast<void>(source.bytes.release());
    return std::shared_ptr<SeekableSource>(seekable);
}

/// Checks a table, and reads it again for the reports that show it.
void validate_and_copy(DatasetSource source, const CheckOptions& check, Models& models, Judge& judge,
                       ReportSet& reports) {
    const auto bytes = shared_bytes(source);
    validate({source.name, std::make_unique<SharedSource>(bytes)}, check, models, judge);
    ReadOptions read = check.read;
    const TableForm& form = judge.form();
    if (form.places.kind == PlaceForm::Kind::cell) read.sheet = form.places.of;
    if (form.text && form.header_line == 0) read.header_row = 0;
    reports.add_tables([&] {
        bytes->rewind();
        return open_table(std::make_unique<SharedSource>(bytes), read);
    });
}

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
    ReportSet reports(options.format, options.reports, options.report, session);
    Judge judge(reports, options.fail_on, session);
    Models models;
    require_model(check, models);
    const bool all_read = for_each_table(
        options.files, session,
        [&](DatasetSource source) {
            if (reports.copies_tables()) {
                validate_and_copy(std::move(source), check, models, judge, reports);
            } else {
                validate(std::move(source), check, models, judge);
            }
        },
        [&](const std::string& path, const BothTexts& why) { judge.fail_file(path, why); });
    reports.finish();
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
    add_reports(list, options.format, options.reports, options.report);
    add_fail_on(list, options.fail_on);
    list.choice("--addresses", options.addresses, {{"check", AddressUse::check}, {"off", AddressUse::off}},
                {"住所を台帳ファイルの住所と比べる（既定）・比べない",
                 "Check addresses against the registry (default), or not"});
    list.choice("--corporations", options.corporations, {{"check", true}, {"off", false}},
                {"法人番号とその商号などを公表内容と比べる（既定）・比べない",
                 "Check corporate numbers, and the names beside them, against the published ones (default), "
                 "or not"});
    add_check_options(list, options.check);
    add_read_options(list, options.check.read, "");
    return action;
}

}  // namespace daicho
