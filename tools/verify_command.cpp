#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "registries/audit/registry_verifier.hpp"
#include "registries/quality/quality.hpp"
#include "tools/command.hpp"
#include "tools/comparison_report.hpp"
#include "tools/fail_on.hpp"
#include "tools/option_list.hpp"
#include "tools/quality_report.hpp"
#include "tools/registry_options.hpp"
#include "tools/registry_report.hpp"

namespace daicho {

namespace {

struct VerifyOptions {
    ReportForm form = ReportForm::text;
    FailOn fail_on = FailOn::error;
    bool list = false;
    std::vector<std::string> against;
};

constexpr std::size_t shown_remarks = 3;

bool is_wrong(const std::vector<Verification>& found, FailOn fail_on) {
    return std::ranges::any_of(found, [&](const Verification& one) {
        const bool error = one.kind == Verification::Kind::error;
        return one.wrong > 0 && fails(fail_on, error ? Severity::error : Severity::warning);
    });
}

bool is_wrong(const std::vector<QualityReport>& quality, FailOn fail_on) {
    return std::ranges::any_of(quality, [&](const QualityReport& one) {
        return one.remarks.found() > 0 && fails(fail_on, one.check->severity);
    });
}

Exit compare(const Registry& registry, const VerifyOptions& options, const Session& session) {
    ComparisonReport report(options.form, options.list, session);
    const auto found = compare_with_publications(
        registry, options.against,
        [&](const ComparedCorporation& corporation, const std::vector<ComparedFile>& files) {
            report.add(corporation, files);
        });
    report.finish(found);
    for (const auto& file : found.not_taken) {
        session.talk << file.name << ": " << session.say(file.why.ja, file.why.en) << '\n';
    }
    const bool explained = found.published_later > 0 || found.moved_away > 0;
    const bool wrong = (!found.is_clean() && fails(options.fail_on, Severity::error)) ||
                       (explained && fails(options.fail_on, Severity::info));
    return wrong ? Exit::findings : Exit::clean;
}

Exit verify(const VerifyOptions& options, const Session& session) {
    const Registry registry(named_registry(session));
    if (!options.against.empty()) return compare(registry, options, session);
    const auto found = verify_registry(registry);
    const auto quality =
        inspect_quality(registry, options.list ? std::numeric_limits<std::size_t>::max() : shown_remarks);
    session.out << (options.form == ReportForm::json
                        ? verification_json(found, quality, session)
                        : verification_text(found, session) + quality_text(quality, session));
    return is_wrong(found, options.fail_on) || is_wrong(quality, options.fail_on) ? Exit::findings
                                                                                  : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_verify(OptionList& list) {
    auto action = std::make_unique<ActionOf<VerifyOptions>>(verify);
    VerifyOptions& options = action->options;
    add_report_form(list, options.form);
    add_fail_on(list, options.fail_on);
    list.flag("--list", options.list,
              {"疑わしい行と異なる法人をすべて挙げる（既定は種類ごとに 3 件）",
               "List every doubtful row and every corporation that differs (default: 3 of each kind)"});
    list.texts("--against", "PATH", options.against,
               {"台帳ファイルの法人番号を、この全件ファイルと比べる",
                "Compare the corporations of the registry with these complete files"});
    return action;
}

}  // namespace daicho
