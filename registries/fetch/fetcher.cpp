#include "registries/fetch/fetcher.hpp"

#include <algorithm>
#include <filesystem>

#include "grammars/base/error.hpp"
#include "registries/fetch/address.hpp"
#include "registries/fetch/content_kind.hpp"
#include "registries/fetch/file_digest.hpp"
#include "registries/fetch/part_file.hpp"

namespace daicho {

namespace {

/// So many bytes more show that it is worth going on: the count of failures starts anew.
constexpr std::uint64_t progress_size = 1 << 20;

std::string made_folder(const std::string& folder) {
    make_folders(folder);
    return folder;
}

bool exists(const std::string& path) {
    std::error_code none;
    return std::filesystem::exists(path, none);
}

void fail(FetchReport& report, BothTexts reason, BothTexts advice = {}) {
    report.end = FetchEnd::failed;
    report.reason = std::move(reason);
    report.advice = std::move(advice);
}

/// What is to be said of a source that only a person can get.
void needs_review(const Download& download, FetchReport& report) {
    fail(report,
         {"固定のアドレスがなく、自動では取得できません", "it has no plain address and cannot be fetched"},
         {download.page + " を開き、ファイルをこのフォルダーに保存してください",
          "open " + download.page + " and save the file into this folder"});
}

}  // namespace

Fetcher::Fetcher(FetchSettings settings, HttpClient& client, FetchClock& clock, FetchWatcher& watcher)
    : settings_(std::move(settings)),
      client_(client),
      clock_(clock),
      watcher_(watcher),
      lock_(made_folder(settings_.folder)),
      log_(settings_.folder) {}

FetchReport Fetcher::fetch(const Download& download) {
    FetchReport report;
    report.file.file = download.file;
    report.file.source = download.source;
    report.file.url = download.url;
    report.file.licence = download.licence;
    try {
        run(download, report);
    } catch (const Error& error) {  // the others are fetched all the same
        fail(report, {error.ja(), error.en()});
    }
    return report;
}

void Fetcher::run(const Download& download, FetchReport& report) {
    if (download.url.empty()) return needs_review(download, report);
    const FetchedFile* before = log_.find(download.file);
    if (!settings_.replace && exists(path_of(download.file)) &&
        (before == nullptr || before->url != download.url)) {
        return fail(report, {"同じ名前の別のファイルがあります", "another file of this name is there"},
                    {"別のフォルダーに取得するか、そのファイルを移してください",
                     "fetch it into another folder, or move that away"});
    }
    PartFile part{settings_.folder, download.file};
    if (settings_.replace) part.discard();
    bool anew = false;
    for (unsigned failures = 0;;) {
        const std::uint64_t had = part.size();
        const Verdict verdict = ask(download, part, report);
        if (verdict.step == Step::settle) return settle(download, part, report);
        if (verdict.step == Step::unchanged) {
            report.end = FetchEnd::unchanged;
            report.file = *log_.find(download.file);
            return;
        }
        if (verdict.step == Step::ask_anew && !anew) {
            anew = true;
            part.discard();
            continue;
        }
        failures = part.size() >= had + progress_size ? 1 : failures + 1;
        if (verdict.step != Step::retry || failures > settings_.retries || !can_wait(verdict)) {
            return fail(report, verdict.reason, verdict.advice);
        }
        wait_to_retry(download, verdict, failures);
    }
}

Verdict Fetcher::ask(const Download& download, PartFile& part, FetchReport& report) {
    std::vector<std::string> headers{"Accept-Encoding: identity"};
    const std::uint64_t from = part.resumable(download.url);
    const FetchedFile* known = from == 0 ? whole_file(download) : nullptr;
    if (from != 0) {
        headers.push_back("Range: bytes=" + std::to_string(from) + "-");
        headers.push_back("If-Range: " + part.validator());
    } else if (known != nullptr && !known->etag.empty()) {
        headers.push_back("If-None-Match: " + known->etag);
    } else if (known != nullptr && !known->last_modified.empty()) {
        headers.push_back("If-Modified-Since: " + known->last_modified);
    }
    const std::string host = host_of(download.url).value_or("");
    wait_for_host(host, download);
    watcher_.progress(download, from, from == 0 ? std::nullopt : part.state().total);
    PartTaker taker{download, part, from, settings_.max_size, watcher_};
    const HttpOutcome outcome = client_.get(encoded_address(download.url), headers, taker);
    last_asked_[host] = clock_.now();
    if (outcome.trouble == HttpTrouble::none) taker.finish();
    part.close();
    if (report.questions++ == 0 && taker.kind() == AnswerKind::body && outcome.head.status == 206) {
        report.resumed_from = from;
    }
    return judge(outcome, taker, known != nullptr);
}

void Fetcher::wait_for_host(const std::string& host, const Download& download) {
    const auto last = last_asked_.find(host);
    if (last == last_asked_.end()) return;
    const std::int64_t ready = last->second + settings_.pause;
    const std::int64_t now = clock_.now();
    if (now >= ready || now < last->second) return;
    const auto seconds = static_cast<std::uint64_t>(ready - now);
    watcher_.waiting(download, seconds, {});
    clock_.sleep(seconds);
}

bool Fetcher::can_wait(const Verdict& verdict) const {
    return verdict.wait.value_or(0) <= settings_.longest_wait;
}

void Fetcher::wait_to_retry(const Download& download, const Verdict& verdict, unsigned failures) {
    const std::uint64_t doubled = std::uint64_t{settings_.back_off} << std::min(failures - 1, 16u);
    const std::uint64_t seconds =
        verdict.wait.value_or(std::min<std::uint64_t>(doubled, settings_.longest_wait));
    watcher_.waiting(download, seconds, verdict.reason);
    clock_.sleep(seconds);
}

void Fetcher::settle(const Download& download, PartFile& part, FetchReport& report) {
    FileDigest facts = digest_file(part.path());
    auto wrong = wrong_start(download.content, download.file, facts.first);
    if (!wrong) wrong = wrong_end(download.content, facts.last);
    if (!wrong && part.state().total.value_or(facts.size) != facts.size) {
        wrong = {"大きさがサーバーの言うものと違います", "its size is not what the server said"};
    }
    if (!wrong && !download.sha256.empty() && facts.sha256 != download.sha256) {
        wrong = {"SHA-256 が期待したものと違います: " + facts.sha256,
                 "its SHA-256 is not the one expected: " + facts.sha256};
    }
    if (wrong) {
        part.discard();
        return fail(report, std::move(*wrong));
    }
    report.file.size = facts.size;
    report.file.sha256 = std::move(facts.sha256);
    report.file.etag = part.state().etag;
    report.file.last_modified = part.state().last_modified;
    report.file.fetched = utc_text(clock_.now());
    const FetchedFile* known = whole_file(download);
    const bool same = known != nullptr && known->sha256 == report.file.sha256;
    report.end = same ? FetchEnd::unchanged : FetchEnd::fetched;
    if (same) {
        part.discard();
    } else {
        part.become(path_of(download.file));
        if (const auto time = http_time(report.file.last_modified))
            set_file_time(path_of(download.file), *time);
    }
    log_.put(report.file);
}

const FetchedFile* Fetcher::whole_file(const Download& download) const {
    const FetchedFile* known = log_.find(download.file);
    if (known == nullptr || known->url != download.url || settings_.replace) return nullptr;
    if (!exists(path_of(download.file))) return nullptr;
    const FileDigest facts = digest_file(path_of(download.file));
    return facts.size == known->size && facts.sha256 == known->sha256 ? known : nullptr;
}

}  // namespace daicho
