#include "grammars/base/error.hpp"
#include "grammars/text/counted.hpp"
#include "grammars/text/join.hpp"
#include "registries/fetch/address.hpp"
#include "registries/fetch/http_client.hpp"
#include "registries/publishing/puller.hpp"
#include "tools/command.hpp"
#include "tools/record_table.hpp"
#include "tools/registry_options.hpp"
#include "tools/report_form.hpp"
#include "tools/transfer_progress.hpp"
#include "tools/version.hpp"

namespace daicho {

namespace {

struct PullOptions {
    std::string from;
    PullSettings settings;
    ReportForm form = ReportForm::text;
};

std::string pull_text(const PullReport& report, const Session& session) {
    const std::string number = std::to_string(report.sequence);
    if (!report.changed) {
        return std::string(session.say(
            "世代 " + report.generation + "（" + number + " 番）がすでにあります。\n",
            "Generation " + report.generation + " (number " + number + ") is in place already.\n"));
    }
    const std::string parts = grouped(static_cast<std::int64_t>(report.parts)),
                      fetched = grouped(static_cast<std::int64_t>(report.fetched_parts)),
                      bytes = bytes_text(report.fetched_bytes), credit = joined(report.attribution, ", ");
    return std::string(session.say(
        "世代 " + report.generation + "（" + number + " 番、データの日付 " + report.data_date +
            "）にしました。部分 " + parts + "、受け取ったもの " + fetched + "（" + bytes +
            "）\n出典: " + credit + "\n",
        "Now generation " + report.generation + " (number " + number + ", data of " + report.data_date +
            "): parts " + parts + ", fetched " + fetched + " (" + bytes + ")\nSources: " + credit + "\n"));
}

std::string pull_json(const PullReport& report) {
    return record_line({fact("changed", report.changed),
                        fact("sequence", count_of(static_cast<std::int64_t>(report.sequence))),
                        text_fact("generation", report.generation), text_fact("data_date", report.data_date),
                        fact("attribution", report.attribution), fact("signed", report.is_signed),
                        fact("checked", report.checked), fact("index", report.index),
                        fact("size", count_of(static_cast<std::int64_t>(report.size))),
                        fact("parts", count_of(static_cast<std::int64_t>(report.parts))),
                        fact("fetched_parts", count_of(static_cast<std::int64_t>(report.fetched_parts))),
                        fact("fetched_bytes", count_of(static_cast<std::int64_t>(report.fetched_bytes)))});
}

PullReport pull_from(const PullOptions& options, const PullSettings& settings) {
    if (!host_of(options.from)) return pull_registry(*folder_of_files(options.from), settings);
    HttpSettings http;
    http.user_agent = std::string{"daicho/"} + version();
    const auto client = make_curl_client(http);
    return pull_registry(*folder_of_server(options.from, *client), settings);
}

Exit pull(const PullOptions& options, const Session& session) {
    PullSettings settings = options.settings;
    settings.target = session.registry;
    if (settings.target.empty()) settings.target = named_registry(session);
    TransferProgress progress(session);
    settings.progress = [&](std::uint64_t done, std::uint64_t all) { progress.show(done, all); };
    const PullReport report = pull_from(options, settings);
    progress.clear();
    session.out << (options.form == ReportForm::json ? pull_json(report) : pull_text(report, session));
    if (report.is_signed && !report.checked) {
        session.talk << session.say(
            "目録には署名があります。--key で公開鍵を指定すると確かめます。\n",
            "The manifest is signed: name the public key with --key to have it checked.\n");
    }
    return Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_pull(OptionList& list) {
    auto action = std::make_unique<ActionOf<PullOptions>>(pull);
    PullOptions& options = action->options;
    list.argument("FROM", options.from,
                  {"daicho publish のフォルダーか、そのアドレス（http、https）",
                   "Folder of daicho publish, or its address (http, https)"})
        .required();
    list.text("--key", "KEY", options.settings.key,
              {"目録の署名を確かめる公開鍵のファイル（OpenSSH か minisign）。署名がなければ受け取らない",
               "File of the public key that must have signed the manifest (OpenSSH or minisign)"});
    list.flag("--older", options.settings.older,
              {"今より古い世代や、別のフォルダーの世代でも受け取る",
               "Take a generation that is older than the one in place, or of another folder, as well"});
    add_report_form(list, options.form);
    return action;
}

}  // namespace daicho
