#include "grammars/text/counted.hpp"
#include "registries/publishing/publisher.hpp"
#include "tools/command.hpp"
#include "tools/progress_line.hpp"
#include "tools/record_table.hpp"
#include "tools/registry_options.hpp"
#include "tools/report_form.hpp"
#include "tools/transfer_progress.hpp"

namespace daicho {

namespace {

struct PublishOptions {
    PublishSettings settings;
    ReportForm form = ReportForm::text;
};

std::string publish_text(const PublishReport& report, const Session& session) {
    const std::string number = std::to_string(report.current.sequence);
    const std::string& generation = report.current.generation;
    if (!report.changed) {
        return std::string(session.say(
            "世代 " + generation + "（" + number + " 番）は公開済みです。フォルダーはそのままです。\n",
            "Generation " + generation + " (number " + number +
                ") is published already; the folder stays as it is.\n"));
    }
    const std::string parts = grouped(static_cast<std::int64_t>(report.parts)),
                      fresh = grouped(static_cast<std::int64_t>(report.new_parts)),
                      bytes = bytes_text(report.new_bytes);
    std::string text(session.say("世代 " + generation + "（" + number + " 番）を公開しました。部分 " + parts +
                                     "、そのうち新しいもの " + fresh + "（" + bytes + "）\n",
                                 "Published generation " + generation + " (number " + number + "): parts " +
                                     parts + ", new ones " + fresh + " (" + bytes + ")\n"));
    if (!report.index) {
        text += session.say(
            "住所の索引は台帳ファイルのそばにないため、公開しませんでした。受け取った側で作られます。\n",
            "There is no index of addresses beside the registry to publish; it is made where it is "
            "needed.\n");
    }
    return text;
}

std::string publish_json(const PublishReport& report) {
    return record_line({fact("changed", report.changed),
                        fact("sequence", count_of(static_cast<std::int64_t>(report.current.sequence))),
                        text_fact("generation", report.current.generation),
                        text_fact("manifest", manifest_name(report.current.sequence)),
                        text_fact("sha256", report.current.sha256), fact("index", report.index),
                        fact("size", count_of(static_cast<std::int64_t>(report.size))),
                        fact("parts", count_of(static_cast<std::int64_t>(report.parts))),
                        fact("new_parts", count_of(static_cast<std::int64_t>(report.new_parts))),
                        fact("new_bytes", count_of(static_cast<std::int64_t>(report.new_bytes))),
                        fact("old_removed", count_of(static_cast<std::int64_t>(report.old_removed)))});
}

Exit publish(const PublishOptions& options, const Session& session) {
    PublishSettings settings = options.settings;
    TransferProgress progress(session);
    settings.progress = [&](std::uint64_t done, std::uint64_t all) { progress.show(done, all); };
    const PublishReport report = publish_registry(named_registry(session), settings);
    progress.clear();
    session.out << (options.form == ReportForm::json ? publish_json(report) : publish_text(report, session));
    return Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_publish(OptionList& list) {
    auto action = std::make_unique<ActionOf<PublishOptions>>(publish);
    PublishSettings& settings = action->options.settings;
    list.text("-o,--output", "FOLDER", settings.folder,
              {"公開するフォルダー（なければ作る）", "Folder to publish in (made if it does not exist)"})
        .required();
    list.text("--sign", "KEY", settings.key,
              {"目録に署名する鍵のファイル（OpenSSH か minisign）",
               "File of the key that signs the manifest (OpenSSH or minisign)"});
    list.number("--keep", "N", settings.keep,
                {"フォルダーに残す世代の数（既定は 3）", "Generations that stay in the folder (default: 3)"});
    add_report_form(list, action->options.form);
    return action;
}

}  // namespace daicho
