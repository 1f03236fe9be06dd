#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "tools/command.hpp"
#include "tools/output_stream.hpp"
#include "tools/reports/merged_reports.hpp"
#include "tools/reports/trend.hpp"

namespace daicho {

namespace {

enum class TrendForm : std::uint8_t { text, svg, html };

struct ReportCommandOptions {
    std::string action;
    std::vector<std::string> files;
    std::string output = "-";
    TrendForm form = TrendForm::text;
    std::uint64_t last = 0;
};

void write_text(const ReportCommandOptions& options, const std::string& text, const Session& session) {
    if (options.output == "-") {
        session.out << text;
        session.out.flush();
        return;
    }
    OutputStream out(options.output);
    out << text;
    out.commit();
}

Exit merge_into_one(const ReportCommandOptions& options, const Session& session) {
    const MergedReports merged = merge_reports(options.files);
    write_text(options, merged.text, session);
    const std::string reports = std::to_string(merged.reports), files = std::to_string(merged.files),
                      errors = std::to_string(merged.errors), warnings = std::to_string(merged.warnings),
                      infos = std::to_string(merged.infos);
    session.talk << session.say("報告 " + reports + "、ファイル " + files + "、誤り " + errors + "、警告 " +
                                    warnings + "、情報 " + infos + "\n",
                                "Reports: " + reports + ", files: " + files + ", errors: " + errors +
                                    ", warnings: " + warnings + ", infos: " + infos + "\n");
    return merged.errors > 0 ? Exit::findings : Exit::clean;
}

Exit draw_trend(const ReportCommandOptions& options, const Session& session) {
    if (options.files.size() != 1) {
        throw Error{ErrorKind::usage, "trend には、check --history が書いたファイルを一つ指定してください",
                    "trend takes one file, what check --history wrote"};
    }
    std::vector<HistoryLine> runs = read_history(options.files.front());
    if (options.last != 0 && runs.size() > options.last) {
        runs.erase(runs.begin(), runs.end() - static_cast<std::ptrdiff_t>(options.last));
    }
    const auto draw = options.form == TrendForm::svg    ? trend_svg
                      : options.form == TrendForm::html ? trend_html
                                                        : trend_text;
    write_text(options, draw(runs, session.language), session);
    return Exit::clean;
}

Exit run_report(const ReportCommandOptions& options, const Session& session) {
    if (options.action == "merge") return merge_into_one(options, session);
    if (options.action == "trend") return draw_trend(options, session);
    refuse_unknown_word("", options.action, {"merge", "trend"});
}

}  // namespace

std::unique_ptr<Action> add_report(OptionList& list) {
    auto action = std::make_unique<ActionOf<ReportCommandOptions>>(run_report);
    ReportCommandOptions& options = action->options;
    list.argument("ACTION", options.action,
                  {"merge: 複数の報告（JSON か SARIF）を一つにまとめる、trend: 履歴の件数を図にする",
                   "merge: make one report of several (JSON or SARIF); trend: draw the counts of a history"})
        .required();
    list.arguments("FILE", options.files,
                   {"報告（check や validate が書いたもの）、または履歴（check --history）",
                    "Reports of check and validate, or a history (check --history)"})
        .required();
    list.text("-o,--output", "OUT", options.output,
              {"出力先（既定は標準出力）", "Where to write (default: standard output)"});
    list.choice("--format", options.form,
                {{"text", TrendForm::text}, {"svg", TrendForm::svg}, {"html", TrendForm::html}},
                {"trend の形式（既定は text）", "Form of trend (default: text)"});
    list.number("--last", "N", options.last,
                {"trend に使う、新しい方からの回数（既定はすべて）",
                 "Runs that trend shows, the newest (default: all)"});
    return action;
}

}  // namespace daicho
