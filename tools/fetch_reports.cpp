#include "tools/fetch_reports.hpp"

#include <algorithm>

#include "grammars/formats/json_writer.hpp"
#include "grammars/text/width.hpp"

namespace daicho {

namespace {

std::string_view word_of(FetchEnd end) {
    switch (end) {
        case FetchEnd::fetched:
            return "fetched";
        case FetchEnd::unchanged:
            return "unchanged";
        case FetchEnd::failed:
            break;
    }
    return "failed";
}

std::string_view title_of(FetchEnd end, const Session& session) {
    switch (end) {
        case FetchEnd::fetched:
            return session.say("取得", "fetched");
        case FetchEnd::unchanged:
            return session.say("変更なし", "unchanged");
        case FetchEnd::failed:
            break;
    }
    return session.say("失敗", "failed");
}

std::string bytes_text(std::uint64_t bytes, const Session& session) {
    return std::to_string(bytes).append(session.say(" バイト", " bytes"));
}

std::size_t count(std::span<const FetchResult> results, FetchEnd end) {
    return static_cast<std::size_t>(
        std::ranges::count_if(results, [&](const FetchResult& one) { return one.report.end == end; }));
}

void add_failure(std::string& out, const FetchResult& result, const Session& session) {
    const auto& [download, report] = result;
    const Language language = session.language;
    out.append("  ").append(download.source).append(": ").append(report.reason.in(language)).append("\n");
    if (download.url != download.source) add_field(out, session.say("アドレス: ", "address: "), download.url);
    add_field(out, session.say("対応: ", "what to do: "), report.advice.in(language));
    add_field(out, session.say("配布ページ: ", "page: "), download.page);
    add_field(out, session.say("注: ", "note: "), download.note.in(language));
}

void write_result(JsonWriter& json, const FetchResult& result, Language language) {
    const auto& [download, report] = result;
    json.begin_object().key("source").string(download.source).key("status").string(word_of(report.end));
    json.key("url").string_or_null(download.url).key("file").string_or_null(download.file);
    json.key("bytes");
    if (report.end == FetchEnd::failed) {
        json.null();
    } else {
        json.number(report.file.size);
    }
    json.key("sha256").string_or_null(report.file.sha256).key("etag").string_or_null(report.file.etag);
    json.key("last_modified").string_or_null(report.file.last_modified);
    json.key("fetched").string_or_null(report.file.fetched);
    json.key("licence").string_or_null(download.licence);
    json.key("resumed_from").number(report.resumed_from).key("requests").number(report.questions);
    json.key("reason").string_or_null(report.reason.in(language));
    json.key("advice").string_or_null(report.advice.in(language));
    json.key("page").string_or_null(download.page).key("note").string_or_null(download.note.in(language));
    json.end_object();
}

}  // namespace

void add_field(std::string& out, std::string_view name, std::string_view text) {
    if (!text.empty()) out.append("    ").append(name).append(text).append("\n");
}

std::string fetch_line(const FetchResult& result, const Session& session) {
    const auto& [download, report] = result;
    std::string out = padded(title_of(report.end, session), 10);
    out += download.file.empty() ? download.source : download.file;
    if (report.end == FetchEnd::failed) return out += '\n';  // why is said at the end
    out.append("  ").append(bytes_text(report.file.size, session));
    if (report.resumed_from != 0) {
        const std::string kept = std::to_string(report.resumed_from);
        out.append(session.say("（" + kept + " バイトから再開）", " (resumed from byte " + kept + ")"));
    }
    return out += '\n';
}

std::string fetch_summary(std::span<const FetchResult> results, const std::string& folder,
                          const Session& session) {
    const auto fetched = std::to_string(count(results, FetchEnd::fetched));
    const auto unchanged = std::to_string(count(results, FetchEnd::unchanged));
    const auto failed = count(results, FetchEnd::failed);
    std::string out{session.say(
        folder + ": 取得 " + fetched + " 件、変更なし " + unchanged + " 件、失敗 " + std::to_string(failed) +
            " 件",
        folder + ": fetched " + fetched + ", unchanged " + unchanged + ", failed " + std::to_string(failed))};
    out += '\n';
    if (failed == 0) return out;
    out.append(session.say("ダウンロードできなかったもの:", "not downloaded:")).append("\n");
    for (const FetchResult& result : results) {
        if (result.report.end == FetchEnd::failed) add_failure(out, result, session);
    }
    return out;
}

std::string fetch_json(std::span<const FetchResult> results, const std::string& folder,
                       const Session& session) {
    std::string out;
    JsonWriter json{out};
    json.begin_object().key("folder").string(folder).key("files").begin_array();
    for (const FetchResult& result : results) write_result(json, result, session.language);
    json.end_array().key("summary").begin_object();
    for (const FetchEnd end : {FetchEnd::fetched, FetchEnd::unchanged, FetchEnd::failed}) {
        json.key(word_of(end)).number(count(results, end));
    }
    json.end_object().end_object().end_line();
    return out;
}

}  // namespace daicho
