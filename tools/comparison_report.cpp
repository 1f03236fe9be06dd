#include "tools/comparison_report.hpp"

#include <ostream>

#include "grammars/text/counted.hpp"
#include "registries/lookup/answer_json.hpp"
#include "tools/record_table.hpp"
#include "tools/report_form.hpp"
#include "tools/text_table.hpp"

namespace daicho {

namespace {

using Kind = ComparedCorporation::Kind;
using Reason = ComparedCorporation::Reason;

constexpr std::size_t kinds = 3, reasons = 6;
constexpr std::uint64_t shown_corporations = 3;
constexpr std::size_t written_bytes = std::size_t{64} << 10;

struct Word {
    std::string_view id, ja, en;
};
constexpr Word kind_words[kinds] = {
    {"differs", "相違", "differs"},
    {"missing", "欠落", "missing"},
    {"surplus", "余分", "surplus"},
};
constexpr Word reason_words[reasons] = {
    {"", "", ""},
    {"newer_in_file", "ファイルのほうが新しい公表", "published later in the file"},
    {"newer_in_register", "台帳ファイルのほうが新しい公表", "published later in the registry"},
    {"withdrawn", "台帳ファイルでは削除された法人番号（処理区分99）", "withdrawn in the registry"},
    {"published_later", "台帳ファイルには全件ファイルより後の公表だけがある",
     "the registry has only what was published after the file"},
    {"moved_away", "台帳ファイルにない都道府県に移った",
     "moved to a prefecture that the registry does not have"},
};

const Word& word_of(Kind kind) {
    return kind_words[static_cast<std::size_t>(kind)];
}
const Word& word_of(Reason reason) {
    return reason_words[static_cast<std::size_t>(reason)];
}

std::string said(const Session& session, const Word& word) {
    return std::string(session.say(word.ja, word.en));
}

AnswerRecord file_record(const ComparedFile& file) {
    return {
        text_field({"name", {"全件ファイル", "complete file"}}, file.name),
        {{"day", {"時点", "as of"}}, file.day},
        text_fact("encoding", file.encoding),
        {{"columns", {"列", "columns"}}, count_of(static_cast<std::int64_t>(file.columns))},
        {{"prefectures", {"都道府県", "prefectures"}}, count_of(static_cast<std::int64_t>(file.prefectures))},
        {{"rows", {"行", "rows"}}, count_of(file.rows)},
        {{"unreadable", {"読み取れない行", "unreadable"}}, count_of(file.unreadable)}};
}

/// A count: programs know it by its key; people by a name, where it has one, and by what it means. One that
/// has a name is told even where it is 0.
struct Count {
    std::string_view key;
    std::int64_t count;
    std::string name, meaning;
};

std::vector<Count> counts_of(const PublicationComparison& found, const Session& session) {
    const auto say = [&](const std::string& ja, const std::string& en) {
        return std::string(session.say(ja, en));
    };
    const auto reason = [&](Reason one) { return said(session, word_of(one)); };
    return {
        {"same", found.same, say("一致", "same"),
         say("全件ファイルの時点の台帳ファイルと同じ", "as in the registry on the day of the file")},
        {"differing", found.differing, said(session, word_of(Kind::differs)),
         say("列の値が異なる", "other values in columns")},
        {"missing", found.missing, said(session, word_of(Kind::missing)),
         say("全件ファイルにあり、台帳ファイルにない", "in the file, not in the registry")},
        {"surplus", found.surplus, said(session, word_of(Kind::surplus)),
         say("台帳ファイルにあり、その都道府県の全件ファイルにない",
             "in the registry, not in the file of its prefecture")},
        {"newer_in_file", found.newer_in_file, "",
         say("上のうち、台帳ファイル（" + found.register_day + " まで）より後の公表",
             "of these: published after what the registry has (to " + found.register_day + ")")},
        {"published_later", found.published_later, "", reason(Reason::published_later)},
        {"moved_away", found.moved_away, "", reason(Reason::moved_away)},
        {"withdrawn", found.withdrawn, "",
         say("削除された法人番号（処理区分99）。全件ファイルには載らない",
             "withdrawn numbers, which no complete file has")},
        {"hihyoji", found.other_hihyoji, "",
         say("検索対象除外だけが異なる（ファイルの日のもの）",
             "the same but for hihyoji, which speaks of the day of a file")},
        {"older_rows", found.older_rows, "",
         say("ほかのファイルにもある法人の行、より新しいファイルにない法人の行",
             "rows that another of the files has as well, or a newer one lacks")},
    };
}

/// Those of the differing, column by column: calls `tell` with name and count.
template <class Tell>
void for_each_column(const PublicationComparison& found, Tell tell) {
    for (std::size_t i = 0; i < found.by_column.size(); ++i) {
        if (found.by_column.at(i) > 0) tell(corporation_item_names.at(i), found.by_column.at(i));
    }
}

std::string digits_of(std::uint64_t number) {
    constexpr std::size_t width = 13;
    std::string digits = std::to_string(number);
    return digits.insert(0, width - std::min(width, digits.size()), '0');
}

}  // namespace

ComparisonReport::ComparisonReport(ReportForm form, bool all, const Session& session)
    : form_(form), all_(all), session_(session), shown_(kinds * reasons) {
    if (form_ == ReportForm::json) json_.begin_object().key("corporations").begin_array();
}

bool ComparisonReport::is_shown(const ComparedCorporation& corporation) {
    const auto group =
        static_cast<std::size_t>(corporation.kind) * reasons + static_cast<std::size_t>(corporation.reason);
    return all_ || ++shown_[group] <= shown_corporations;
}

void ComparisonReport::add(const ComparedCorporation& corporation, const std::vector<ComparedFile>& files) {
    if (!is_shown(corporation)) {
        ++left_out_;
        return;
    }
    const std::string& file = files.at(corporation.file).name;
    if (form_ == ReportForm::json) {
        add_json(corporation, file);
    } else {
        add_text(corporation, file);
    }
    if (text_.size() >= written_bytes) write();
}

void ComparisonReport::add_text(const ComparedCorporation& corporation, const std::string& file) {
    text_ += said(session_, word_of(corporation.kind)) + " " + digits_of(corporation.number) + " " +
             corporation.name;
    if (corporation.reason != Reason::none) text_ += " (" + said(session_, word_of(corporation.reason)) + ")";
    text_ += "  " + file + (corporation.line > 0 ? ":" + std::to_string(corporation.line) : "") + "\n";
    const auto quoted = [&](const std::string& text) {
        return text.empty()
                   ? std::string(session_.say("（空）", "(empty)"))
                   : std::string(session_.say("「", "\"")) + text + std::string(session_.say("」", "\""));
    };
    for (const ComparedCorporation::Column& column : corporation.columns) {
        text_ += "  " + std::string(corporation_item_names.at(column.item)) + ": " +
                 std::string(session_.say("台帳ファイル", "registry ")) + quoted(column.registered) +
                 std::string(session_.say("、全件ファイル", ", file ")) + quoted(column.published) + "\n";
    }
}

void ComparisonReport::add_json(const ComparedCorporation& corporation, const std::string& file) {
    json_.begin_object().key("kind").string(word_of(corporation.kind).id);
    json_.key("reason").string_or_null(word_of(corporation.reason).id);
    json_.key("corporateNumber").string(digits_of(corporation.number)).key("name").string(corporation.name);
    json_.key("file").string(file).key("line");
    if (corporation.line > 0) {
        json_.number(corporation.line);
    } else {
        json_.null();
    }
    json_.key("columns").begin_array();
    for (const ComparedCorporation::Column& column : corporation.columns) {
        json_.begin_object().key("name").string(corporation_item_names.at(column.item));
        json_.key("register").string_or_null(column.registered);
        json_.key("file").string_or_null(column.published).end_object();
    }
    json_.end_array().end_object();
}

void ComparisonReport::finish(const PublicationComparison& found) {
    if (form_ == ReportForm::json) {
        finish_json(found);
    } else {
        finish_text(found);
    }
    write();
}

void ComparisonReport::finish_text(const PublicationComparison& found) {
    const auto say = [&](std::string_view ja, std::string_view en) {
        return std::string(session_.say(ja, en));
    };
    if (left_out_ > 0) {
        const std::string count = grouped(static_cast<std::int64_t>(left_out_));
        text_ +=
            say("ほか " + count + " 件（--list ですべて）\n", count + " more (all of them with --list)\n");
    }
    for (const ComparedFile& file : found.files) {
        for (const ComparedFile::Unreadable& row : file.first_unreadable)
            text_ += file.name + ":" + std::to_string(row.line) + ": " + say(row.why.ja, row.why.en) + "\n";
    }
    if (!text_.empty()) text_ += "\n";
    text_ += record_table(records_of(found.files, file_record), file_record({}), session_.language) + "\n";
    TextTable table({say("法人", "corporations"), "", ""});
    for (const Count& one : counts_of(found, session_)) {
        if (one.count == 0 && one.name.empty()) continue;
        table.add({one.name.empty() ? std::string(one.key) : one.name, grouped(one.count), one.meaning});
        if (one.key != "differing") continue;
        for_each_column(found, [&](std::string_view name, std::int64_t count) {
            table.add({"  " + std::string(name), grouped(count), ""});
        });
    }
    text_ += table.text();
}

void ComparisonReport::finish_json(const PublicationComparison& found) {
    json_.end_array().key("files");
    write_value(json_, records_of(found.files, file_record));
    json_.key("register_day").string(found.register_day);
    const auto put = [&](std::string_view name, std::int64_t count) {
        json_.key(name).number(static_cast<std::uint64_t>(count));
    };
    for (const Count& one : counts_of(found, session_)) {
        put(one.key, one.count);
        if (one.key != "differing") continue;
        json_.key("columns").begin_object();
        for_each_column(found, put);
        json_.end_object();
    }
    json_.end_object();
    json_.end_line();
}

void ComparisonReport::write() {
    session_.out << text_;
    text_.clear();
}

}  // namespace daicho
