#include "tools/registry_report.hpp"

#include <algorithm>
#include <map>

#include "grammars/formats/json_writer.hpp"
#include "grammars/text/join.hpp"
#include "tools/index_report.hpp"
#include "tools/quality_report.hpp"
#include "tools/text_table.hpp"

namespace daicho {

namespace {

std::string between(const std::string& oldest, const std::string& newest) {
    return oldest == newest ? newest : oldest + " … " + newest;
}

std::string sentence(const Session& session, const std::string& ja, const std::string& en) {
    return std::string(session.say(ja, en));
}

std::string tables_text(const RegistryInfo& info, const Session& session) {
    std::string text;
    for (const auto& origin : info.origins) {
        text += "\n" + sentence(session, origin.title_ja, origin.title_en) + " (" + origin.publisher + ", " +
                origin.licence + (origin.share_alike ? sentence(session, "、継承", ", share-alike") : "") +
                ")  " + origin.id + "\n";
        TextTable table({sentence(session, "  表", "  table"), sentence(session, "行", "rows"),
                         sentence(session, "履歴", "history"),
                         sentence(session, "対象地域数", "areas covered"),
                         sentence(session, "版", "editions")});
        for (const auto& one : origin.tables) {
            table.add({"  " + one.name, grouped(one.rows), grouped(one.history), grouped(one.covered),
                       between(one.oldest, one.newest)});
        }
        text += table.text();
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
    TextTable table({sentence(session, "ファイル", "file"), sentence(session, "表", "table"),
                     sentence(session, "版", "edition"), sentence(session, "版の根拠", "from"),
                     sentence(session, "読んだ行", "records"), sentence(session, "取り込んだ行", "stored"),
                     sentence(session, "重複", "duplicate"), sentence(session, "旧版", "superseded"),
                     sentence(session, "不採用", "rejected")});
    for (const auto& file : info.files) {
        if (file.source.empty()) continue;
        table.add({file.name, file.table, file.edition, file.edition_from, grouped(file.records),
                   grouped(file.stored), grouped(file.duplicate), grouped(file.superseded),
                   grouped(file.rejected)});
    }
    return table.text();
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

void put(JsonWriter& json, std::string_view key, const std::string& text) {
    json.key(key).string_or_null(text);
}

void put(JsonWriter& json, std::string_view key, std::int64_t number) {
    json.key(key).number(static_cast<std::uint64_t>(number));
}

void put_note(JsonWriter& json, const std::string& ja, const std::string& en) {
    json.key("note");
    if (ja.empty()) {
        json.null();
        return;
    }
    json.begin_object();
    put(json, "ja", ja);
    put(json, "en", en);
    json.end_object();
}

void put_table(JsonWriter& json, const RegistryInfo::Table& table) {
    json.begin_object();
    put(json, "name", table.name);
    put(json, "rows", table.rows);
    put(json, "history", table.history);
    put(json, "covered", table.covered);
    put(json, "oldest", table.oldest);
    put(json, "newest", table.newest);
    put(json, "digest", table.digest);
    put_note(json, table.note_ja, table.note_en);
    json.end_object();
}

void put_origin(JsonWriter& json, const RegistryInfo::Origin& origin) {
    json.begin_object();
    put(json, "id", origin.id);
    put(json, "title", origin.title_ja);
    put(json, "title_en", origin.title_en);
    put(json, "publisher", origin.publisher);
    put(json, "url", origin.url);
    put(json, "licence", origin.licence);
    json.key("share_alike").boolean(origin.share_alike);
    put(json, "credit", origin.credit);
    json.key("tables").begin_array();
    for (const auto& table : origin.tables) put_table(json, table);
    json.end_array().end_object();
}

void put_file(JsonWriter& json, const RegistryInfo::File& file) {
    json.begin_object();
    put(json, "name", file.name);
    put(json, "source", file.source);
    put(json, "table", file.table);
    put(json, "edition", file.edition);
    put(json, "edition_from", file.edition_from);
    put(json, "sha256", file.sha256);
    put(json, "size", file.size);
    put(json, "encoding", file.encoding);
    put(json, "records", file.records);
    put(json, "stored", file.stored);
    put(json, "duplicate", file.duplicate);
    put(json, "superseded", file.superseded);
    put(json, "rejected", file.rejected);
    put_note(json, file.note_ja, file.note_en);
    json.end_object();
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
        text +=
            "\n" +
            sentence(session, "扱えないファイル " + grouped(count) + " 件（--files で一覧）",
                     grouped(count) + " files are not publications that daicho knows (--files lists them)") +
            "\n";
    }
    if (options.rejections) text += "\n" + rejections_text(rejected, session);
    return text;
}

std::string info_json(const RegistryInfo& info, const std::vector<RegistryInfo::Rejection>& rejected) {
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    put(json, "generation", info.generation);
    put_index(json.key("address_index"), info.index);
    json.key("licences").begin_array();
    for (const std::string& licence : info.licences()) json.string(licence);
    json.end_array().key("share_alike").boolean(info.share_alike());
    json.key("sources").begin_array();
    for (const auto& origin : info.origins) put_origin(json, origin);
    json.end_array().key("files").begin_array();
    for (const auto& file : info.files) put_file(json, file);
    json.end_array().key("rejections").begin_array();
    for (const auto& one : rejected) {
        json.begin_object();
        put(json, "file", one.file);
        put(json, "record", one.record);
        put(json, "line", one.line);
        put(json, "column", one.column);
        put(json, "value", one.value);
        put(json, "reason", one.reason_ja);
        put(json, "reason_en", one.reason_en);
        json.end_object();
    }
    json.end_array().end_object();
    json.end_line();
    return text;
}

std::string verification_text(const std::vector<Verification>& found, const Session& session) {
    TextTable table({sentence(session, "検査", "check"), sentence(session, "表", "table"),
                     sentence(session, "調べた数", "checked"), sentence(session, "問題", "problems"), ""});
    std::string examples;
    for (const Verification& one : found) {
        table.add({one.name, one.table, grouped(one.looked_at), grouped(one.wrong),
                   sentence(session, one.ja, one.en)});
        if (one.wrong == 0) continue;
        examples += (one.kind == Verification::Kind::error ? sentence(session, "誤り ", "error ")
                                                           : sentence(session, "注意 ", "warning ")) +
                    one.name + " " + one.table + ": " + joined(one.examples, ", ") +
                    (one.wrong > static_cast<std::int64_t>(one.examples.size()) ? ", …" : "") + "\n";
    }
    return table.text() + (examples.empty() ? "" : "\n" + examples);
}

std::string verification_json(const std::vector<Verification>& found,
                              const std::vector<QualityReport>& quality, const Session& session) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("checks").begin_array();
    for (const Verification& one : found) {
        json.begin_object();
        put(json, "name", one.name);
        put(json, "table", one.table);
        put(json, "severity", std::string(one.kind == Verification::Kind::error ? "error" : "warning"));
        put(json, "looked_at", one.looked_at);
        put(json, "wrong", one.wrong);
        json.key("examples").begin_array();
        for (const std::string& example : one.examples) json.string(example);
        json.end_array().end_object();
    }
    json.end_array();
    put_quality(json, quality, session);
    json.end_object();
    json.end_line();
    return text;
}

std::string build_text(const BuildReport& report, const Session& session) {
    std::map<std::string, RowCounts> tables;
    std::size_t left = 0, taken = 0;
    for (const FileReport& file : report.files) {
        if (file.source.empty()) {
            ++left;
            continue;
        }
        ++taken;
        RowCounts& sum = tables[file.table];
        sum.records += file.rows.records;
        sum.stored += file.rows.stored;
        sum.duplicate += file.rows.duplicate;
        sum.superseded += file.rows.superseded;
        sum.rejected += file.rows.rejected;
    }
    TextTable table({sentence(session, "表", "table"), sentence(session, "読んだ行", "records"),
                     sentence(session, "取り込んだ行", "stored"), sentence(session, "重複", "duplicate"),
                     sentence(session, "旧版", "superseded"), sentence(session, "不採用", "rejected")});
    for (const auto& [name, sum] : tables) {
        table.add({name, grouped(sum.records), grouped(sum.stored), grouped(sum.duplicate),
                   grouped(sum.superseded), grouped(sum.rejected)});
    }
    const std::string files = std::to_string(taken), others = std::to_string(left);
    return table.text() + "\n" +
           sentence(session,
                    files + " ファイルを取り込みました。" + others +
                        " ファイルは対象外です（daicho info --files で一覧）。",
                    files + " files were taken in; " + others +
                        " are not publications that daicho knows (daicho info --files).") +
           "\n" +
           (report.index ? sentence(session, "住所の索引: ", "Index of addresses: ") +
                               index_text(*report.index, session) + "\n"
                         : "");
}

std::string build_json(const BuildReport& report) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("changed").boolean(report.changed);
    put_index(json.key("address_index"), report.index);
    json.key("files").begin_array();
    for (const FileReport& file : report.files) {
        json.begin_object();
        put(json, "name", file.name);
        put(json, "source", file.source);
        put(json, "table", file.table);
        put(json, "edition", file.edition);
        put(json, "records", file.rows.records);
        put(json, "stored", file.rows.stored);
        put(json, "duplicate", file.rows.duplicate);
        put(json, "superseded", file.rows.superseded);
        put(json, "rejected", file.rows.rejected);
        put_note(json, file.note.ja, file.note.en);
        json.end_object();
    }
    json.end_array().end_object();
    json.end_line();
    return text;
}

std::string change_json(const Change& change) {
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    put(json, "op", std::string(to_string(change.op)));
    put(json, "table", change.table);
    json.key("key").begin_object();
    for (const auto& [item, value] : change.key) json.key(item).string(value);
    json.end_object().key("items").begin_array();
    for (const Change::Item& item : change.items) {
        json.begin_object();
        put(json, "item", item.name);
        put(json, "before", item.before);
        put(json, "after", item.after);
        json.end_object();
    }
    json.end_array();
    put(json, "before_edition", change.before_edition);
    put(json, "after_edition", change.after_edition);
    put(json, "evidence", change.evidence);
    json.end_object();
    json.end_line();
    return text;
}

}  // namespace daicho
