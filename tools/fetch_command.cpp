#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "tools/command.hpp"
#include "tools/fetch_reports.hpp"
#include "tools/option_list.hpp"
#include "tools/progress_line.hpp"
#include "tools/report_form.hpp"
#include "tools/transfer_progress.hpp"
#include "tools/version.hpp"

namespace daicho {

namespace {

struct FetchOptions {
    std::vector<std::string> sources;
    std::string addresses;
    std::string contact;
    ReportForm form = ReportForm::text;
    bool list = false;
    FetchSettings fetch;
    HttpSettings http;
};

class TerminalWatcher final : public FetchWatcher {
 public:
    explicit TerminalWatcher(const Session& session) : session_(session), line_(session.talk) {}

    void progress(const Download& download, std::uint64_t bytes,
                  std::optional<std::uint64_t> total) override {
        if (!line_.due()) return;
        std::string text = download.file + "  ";
        if (total && *total != 0) text += std::to_string(bytes * 100 / *total) + " %  ";
        text += bytes_text(bytes);
        if (total) text += " / " + bytes_text(*total);
        line_.show(text);
    }
    void waiting(const Download& download, std::uint64_t seconds, const BothTexts& why) override {
        if (why.empty()) {
            line_.show((download.file + "  ").append(session_.say("待機中", "waiting")));
            return;
        }
        line_.clear();
        const std::string time = std::to_string(seconds);
        session_.talk << download.file << ": " << why.in(session_.language)
                      << session_.say("。" + time + " 秒後にもう一度試します",
                                      "; trying again in " + time + " s")
                      << '\n';
    }
    void clear() { line_.clear(); }

 private:
    const Session& session_;
    ProgressLine line_;
};

/// "500M" in bytes; k, M and G are powers of 1024.
Complaint read_size(const std::string& text, std::uint64_t& target) {
    std::uint64_t size = 0;
    const char* const end = text.data() + text.size();
    const auto [read, error] = std::from_chars(text.data(), end, size);
    const std::string_view unit{read, static_cast<std::size_t>(end - read)};
    const unsigned shift = unit == "k" ? 10 : unit == "M" ? 20 : unit == "G" ? 30 : 0;
    if (error != std::errc() || (shift == 0 && !unit.empty()) || size == 0 || size > UINT64_MAX >> shift) {
        return BothTexts{"大きさは 500M、4G、123456 のように指定してください。",
                         "write the size as 500M, 4G or 123456"};
    }
    target = size << shift;
    return std::nullopt;
}

std::vector<Publication> all_publications(const std::string& addresses) {
    std::vector<Publication> all;
    if (!addresses.empty()) all = read_publications(read_file(addresses), addresses);
    for (const Publication& one : known_publications()) {
        const bool own = std::ranges::find(all, one.id, &Publication::id) != all.end();
        if (!own) all.push_back(one);  // a row of one's own takes the place of ours
    }
    return all;
}

std::string user_agent(const FetchOptions& options) {
    const char* variable = std::getenv("DAICHO_CONTACT");
    std::string contact = options.contact;
    if (contact.empty() && variable != nullptr) contact = variable;
    if (contact.empty()) contact = homepage();
    for (const char c : contact) {
        if (static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F) continue;
        throw Error{ErrorKind::usage, "--contact は ASCII の文字で書いてください",
                    "write --contact in ASCII"};
    }
    const std::string name = std::string{"daicho/"} + version();
    return contact.empty() ? name : name + " (+" + contact + ")";
}

Exit list(const FetchOptions& options, const Session& session) {
    const auto shown = listed_publications(all_publications(options.addresses), options.sources);
    const bool json = options.form == ReportForm::json;
    session.out << (json ? publications_json(shown, session) : publications_text(shown, session));
    return shown.empty() ? Exit::findings : Exit::clean;
}

Exit fetch(const FetchOptions& options, const Session& session) {
    if (options.list) return list(options, session);
    if (options.sources.empty() || options.fetch.folder.empty()) {
        throw Error{
            ErrorKind::usage,
            "「daicho fetch SOURCE -o フォルダー」と指定してください。SOURCE の一覧: daicho fetch --list",
            "say 'daicho fetch SOURCE -o FOLDER'; sources are listed by 'daicho fetch --list'"};
    }
    const auto downloads = resolve_sources(options.sources, all_publications(options.addresses));
    HttpSettings http = options.http;
    http.user_agent = user_agent(options);
    const auto client = make_curl_client(http);
    const auto clock = make_system_clock();
    TerminalWatcher watcher{session};
    Fetcher fetcher{options.fetch, *client, *clock, watcher};
    std::vector<FetchResult> results;
    bool failed = false;
    for (const Download& download : downloads) {
        results.push_back({download, fetcher.fetch(download)});
        failed = failed || results.back().report.end == FetchEnd::failed;
        watcher.clear();
        if (options.form == ReportForm::text)
            session.out << fetch_line(results.back(), session) << std::flush;
    }
    if (options.form == ReportForm::json) session.out << fetch_json(results, options.fetch.folder, session);
    session.out.flush();
    session.talk << fetch_summary(results, options.fetch.folder, session);
    return failed ? Exit::failure : Exit::clean;
}

void add_limits(OptionList& list, FetchOptions& options) {
    list.read("--max-size", "SIZE",
              [&](const std::string& text) { return read_size(text, options.fetch.max_size); },
              {"一つのファイルの大きさの上限（500M、4G。既定は 4G）",
               "Largest file to take (500M, 4G; default: 4G)"});
    list.number("--retries", "N", options.fetch.retries,
                {"中断したダウンロードを再試行する回数（既定は 4）",
                 "How often an interrupted download is tried again (default: 4)"});
    list.number("--pause", "SECONDS", options.fetch.pause,
                {"同じサーバーへの要求の間隔の秒数（既定は 1）",
                 "Seconds between two requests to one server (default: 1)"});
    list.number("--connect-timeout", "SECONDS", options.http.connect_seconds,
                {"接続を待つ秒数（既定は 30）", "Seconds to wait for a connection (default: 30)"});
    list.number("--stall-timeout", "SECONDS", options.http.stall_seconds,
                {"ほとんど届かないまま待つ秒数（既定は 60）",
                 "Seconds to wait while almost nothing arrives (default: 60)"});
}

}  // namespace

std::unique_ptr<Action> add_fetch(OptionList& list) {
    auto action = std::make_unique<ActionOf<FetchOptions>>(fetch);
    FetchOptions& options = action->options;
    list.arguments("SOURCE", options.sources,
                   {"公表データの id（postal-utf、abr-parcel:302015）か、アドレス",
                    "Ids of publications (postal-utf, abr-parcel:302015), or addresses"});
    list.text("-o,--output", "FOLDER", options.fetch.folder,
              {"保存先のフォルダー（なければ作る）", "Folder to download into (made if it does not exist)"});
    list.flag("--list", options.list,
              {"ダウンロードできる公表データを一覧する（SOURCE は id の一部）",
               "List the publications (SOURCE: parts of their ids)"});
    list.text("--addresses", "FILE", options.addresses,
              {"アドレスの表（組み込みの表より優先する）",
               "Your own table of addresses (takes precedence over the one compiled in)"});
    add_report_form(list, options.form);
    list.flag("--replace", options.fetch.replace,
              {"変更の有無を問わずダウンロードし、同じ名前のファイルを置き換える",
               "Download whether changed or not, and replace files of the same name"});
    list.text("--contact", "URL", options.contact,
              {"サーバーに知らせる連絡先（環境変数 DAICHO_CONTACT）",
               "Contact told to the servers (environment DAICHO_CONTACT)"});
    add_limits(list, options);
    return action;
}

}  // namespace daicho
