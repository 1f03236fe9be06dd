#include "tools/registry_report.hpp"

#include <algorithm>
#include <map>

#include "grammars/text/counted.hpp"
#include "grammars/text/join.hpp"
#include "tools/index_report.hpp"
#include "tools/quality_report.hpp"
#include "tools/record_table.hpp"

namespace daicho {

namespace {

std::string between(const std::string& oldest, const std::string& newest) {
    return oldest == newest ? newest : oldest + " … " + newest;
}

std::string sentence(const Session& session, const std::string& ja, const std::string& en) {
    return std::string(session.say(ja, en));
}

using Info = RegistryInfo;

AnswerField note_of(const std::string& ja, const std::string& en) {
    if (ja.empty()) return fact("note", {});
    return fact("note", AnswerRecord{text_fact("ja", ja), text_fact("en", en)});
}

AnswerRecord table_record(const Info::Table& one) {
    return {text_field({"name", {"表", "table"}}, one.name),
            {{"rows", {"行", "rows"}}, count_of(one.rows)},
            {{"history", {"履歴", "history"}}, count_of(one.history)},
            {{"covered", {"対象地域数", "areas covered"}}, count_of(one.covered)},
            {{"", {"版", "editions"}}, between(one.oldest, one.newest)},
            text_fact("oldest", one.oldest),
            text_fact("newest", one.newest),
            text_fact("digest", one.digest),
            note_of(one.note_ja, one.note_en)};
}

AnswerRecord origin_record(const Info::Origin& one) {
    return {text_fact("id", one.id),
            text_fact("title", one.title_ja),
            text_fact("title_en", one.title_en),
            text_fact("publisher", one.publisher),
            text_fact("url", one.url),
            text_fact("licence", one.licence),
            fact("share_alike", one.share_alike),
            text_fact("credit", one.credit),
            fact("tables", records_of(one.tables, table_record))};
}

/// How many rows of a file became what.
void add_rows(AnswerRecord& record, const RowCounts& rows) {
    record.push_back({{"records", {"読んだ行", "records"}}, count_of(rows.records)});
    record.push_back({{"stored", {"取り込んだ行", "stored"}}, count_of(rows.stored)});
    record.push_back({{"duplicate", {"重複", "duplicate"}}, count_of(rows.duplicate)});
    record.push_back({{"superseded", {"旧版", "superseded"}}, count_of(rows.superseded)});
    record.push_back({{"rejected", {"不採用", "rejected"}}, count_of(rows.rejected)});
}

AnswerRecord file_record(const Info::File& one) {
    AnswerRecord record{text_field({"name", {"ファイル", "file"}}, one.name),
                        text_fact("source", one.source),
                        text_field({"table", {"表", "table"}}, one.table),
                        text_field({"edition", {"版", "edition"}}, one.edition),
                        text_field({"edition_from", {"版の根拠", "from"}}, one.edition_from),
                        text_fact("sha256", one.sha256),
                        fact("size", count_of(one.size)),
                        text_fact("encoding", one.encoding)};
    add_rows(record, {one.records, one.stored, one.duplicate, one.superseded, one.rejected});
    record.push_back(note_of(one.note_ja, one.note_en));
    return record;
}

AnswerRecord rejection_record(const Info::Rejection& one) {
    return {text_fact("file", one.file),          fact("record", count_of(one.record)),
            fact("line", count_of(one.line)),     text_fact("column", one.column),
            text_fact("value", one.value),        text_fact("reason", one.reason_ja),
            text_fact("reason_en", one.reason_en)};
}

AnswerRecord verification_record(const Verification& one) {
    const bool error = one.kind == Verification::Kind::error;
    return {text_field({"name", {"検査", "check"}}, one.name),
            text_field({"table", {"表", "table"}}, one.table),
            text_fact("severity", error ? "error" : "warning"),
            {{"looked_at", {"調べた数", "checked"}}, count_of(one.looked_at)},
            {{"wrong", {"問題", "problems"}}, count_of(one.wrong)},
            {{"", {"", ""}}, AnswerTerm{"", {one.ja, one.en}}},
            fact("examples", one.examples)};
}

/// Of a file, and of the sum of those of a table, which people see.
AnswerRecord file_report_record(const FileReport& one) {
    AnswerRecord record{text_fact("name", one.name), text_fact("source", one.source),
                        text_field({"table", {"表", "table"}}, one.table), text_fact("edition", one.edition)};
    add_rows(record, one.rows);
    record.push_back(note_of(one.note.ja, one.note.en));
    return record;
}

std::string indented(std::string lines) {
    for (std::size_t at = 0; at < lines.size(); at = lines.find('\n', at) + 1) lines.insert(at, "  ");
    return lines;
}

void add(RowCounts& sum, const RowCounts& rows) {
    sum.records += rows.records;
    sum.stored += rows.stored;
    sum.duplicate += rows.duplicate;
    sum.superseded += rows.superseded;
    sum.rejected += rows.rejected;
}

std::string tables_text(const RegistryInfo& info, const Session& session) {
    std::string text;
    for (const auto& origin : info.origins) {
        text += "\n" + sentence(session, origin.title_ja, origin.title_en) + " (" + origin.publisher + ", " +
                origin.licence + (origin.share_alike ? sentence(session, "、継承", ", share-alike") : "") +
                ")  " + origin.id + "\n";
        text += indented(
            record_table(records_of(origin.tables, table_record), table_record({}), session.language));
        for (const auto& one : origin.tables) {
            if (one.note_ja.empty()) continue;
            text += "  " + one.name + ": " + sentence(session, one.note_ja, one.note_en) + "\n";
        }
    }
    return text;
}

std::string licence_text(const RegistryInfo& info, const Session& session) {
    const std::string all = joined(info.licences(), ", ");
    return sentence(
               session,
               "全体の利用条件: " + all +
                   (info.share_alike() ? "（継承条件のある出典を含みます。除くには build --without）" : ""),
               "Licences of the whole: " + all +
                   (info.share_alike() ? " (parts are share-alike; build --without leaves them out)" : "")) +
           "\n";
}

std::string usual_index_text(const RegistryInfo& info, const Session& session) {
    return sentence(session, "住所の索引: ", "Index of addresses: ") +
           (info.index ? index_text(*info.index, session) : sentence(session, "ありません", "none")) + "\n";
}

std::string files_text(const RegistryInfo& info, const Session& session) {
    std::vector<Info::File> taken;
    std::ranges::copy_if(info.files, std::back_inserter(taken),
                         [](const auto& file) { return !file.source.empty(); });
    return record_table(records_of(taken, file_record), file_record({}), session.language);
}

std::string left_text(const RegistryInfo& info, const Session& session) {
    std::string text;
    for (const auto& file : info.files) {
        if (!file.source.empty()) continue;
        text += "  " + file.name + ": " + sentence(session, file.note_ja, file.note_en) + "\n";
    }
    return text;
}

std::string rejections_text(const std::vector<RegistryInfo::Rejection>& rejected, const Session& session) {
    std::string text;
    for (const auto& one : rejected) {
        text += one.file + ":" + std::to_string(one.line) + ": " +
                (one.column.empty() ? "" : one.column + ": ") +
                sentence(session, one.reason_ja, one.reason_en) +
                (one.value.empty() ? "" : " 「" + one.value + "」") + "\n";
    }
    return text;
}

}  // namespace

std::string info_text(const RegistryInfo& info, const std::vector<RegistryInfo::Rejection>& rejected,
                      const InfoReportOptions& options, const Session& session) {
    std::string text = sentence(session, "データの識別子: ", "Generation: ") + info.generation + "\n" +
                       licence_text(info, session) + usual_index_text(info, session) +
                       tables_text(info, session);
    if (options.files) text += "\n" + files_text(info, session);
    const std::string left = left_text(info, session);
    const auto count = std::ranges::count(info.files, std::string(), &RegistryInfo::File::source);
    if (options.files && count > 0) {
        text += "\n" + sentence(session, "扱えないファイル", "Files that are not publications") + "\n" + left;
    } else if (count > 0) {
        text += "\n" +
                sentence(session, "扱えないファイル " + grouped(count) + " 件（--files で一覧）",
                         "Not publications that daicho knows: " +
                             counted(static_cast<std::uint64_t>(count), "file") + " (--files lists them)") +
                "\n";
    }
    if (options.rejections) text += "\n" + rejections_text(rejected, session);
    return text;
}

std::string info_json(const RegistryInfo& info, const std::vector<RegistryInfo::Rejection>& rejected) {
    return record_line({text_fact("generation", info.generation), index_fact(info.index),
                        fact("licences", info.licences()), fact("share_alike", info.share_alike()),
                        fact("sources", records_of(info.origins, origin_record)),
                        fact("files", records_of(info.files, file_record)),
                        fact("rejections", records_of(rejected, rejection_record))});
}

std::string verification_text(const std::vector<Verification>& found, const Session& session) {
    std::string examples;
    for (const Verification& one : found) {
        if (one.wrong == 0) continue;
        examples += (one.kind == Verification::Kind::error ? sentence(session, "誤り ", "error ")
                                                           : sentence(session, "注意 ", "warning ")) +
                    one.name + " " + one.table + ": " + joined(one.examples, ", ") +
                    (one.wrong > static_cast<std::int64_t>(one.examples.size()) ? ", …" : "") + "\n";
    }
    return record_table(records_of(found, verification_record), verification_record({}), session.language) +
           (examples.empty() ? "" : "\n" + examples);
}

std::string verification_json(const std::vector<Verification>& found,
                              const std::vector<QualityReport>& quality, const Session& session) {
    return record_line(
        {fact("checks", records_of(found, verification_record)), quality_fact(quality, session.language)});
}

std::string build_text(const BuildReport& report, const Session& session) {
    std::map<std::string, FileReport> tables;
    std::size_t left = 0, taken = 0;
    for (const FileReport& file : report.files) {
        if (file.source.empty()) {
            ++left;
            continue;
        }
        ++taken;
        FileReport& sum = tables[file.table];
        sum.table = file.table;
        add(sum.rows, file.rows);
    }
    std::vector<FileReport> sums;
    for (const auto& [name, sum] : tables) sums.push_back(sum);
    const std::string table =
        record_table(records_of(sums, file_report_record), file_report_record({}), session.language);
    const std::string files = std::to_string(taken), others = std::to_string(left);
    return table + "\n" +
           sentence(session,
                    files + " ファイルを取り込みました。" + others +
                        " ファイルは対象外です（daicho info --files で一覧）。",
                    "Taken in: " + counted(taken, "file") +
                        "; not publications that daicho knows: " + others + " (daicho info --files).") +
           "\n" +
           (report.index ? sentence(session, "住所の索引: ", "Index of addresses: ") +
                               index_text(*report.index, session) + "\n"
                         : "");
}

std::string build_json(const BuildReport& report) {
    return record_line({fact("changed", report.changed), index_fact(report.index),
                        fact("files", records_of(report.files, file_report_record))});
}

}  // namespace daicho
