#include "tools/comparison_report.hpp"

#include <ostream>

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
    TextTable files({say("全件ファイル", "complete file"), say("時点", "as of"), say("列", "columns"),
                     say("都道府県", "prefectures"), say("行", "rows"), say("読み取れない行", "unreadable")});
    for (const ComparedFile& file : found.files) {
        files.add({file.name, file.day, std::to_string(file.columns), std::to_string(file.prefectures),
                   grouped(file.rows), grouped(file.unreadable)});
    }
    text_ += files.text() + "\n";
    TextTable counts({say("法人", "corporations"), "", ""});
    const auto row = [&](std::string name, std::int64_t count, std::string what) {
        counts.add({std::move(name), grouped(count), std::move(what)});
    };
    const auto row_if = [&](std::string name, std::int64_t count, std::string what) {
        if (count > 0) row(std::move(name), count, std::move(what));
    };
    row(say("一致", "same"), found.same,
        say("全件ファイルの時点の台帳ファイルと同じ", "as in the registry on the day of the file"));
    row(said(session_, word_of(Kind::differs)), found.differing,
        say("列の値が異なる", "other values in columns"));
    for (std::size_t i = 0; i < found.by_column.size(); ++i)
        row_if("  " + std::string(corporation_item_names.at(i)), found.by_column.at(i), "");
    row(said(session_, word_of(Kind::missing)), found.missing,
        say("全件ファイルにあり、台帳ファイルにない", "in the file, not in the registry"));
    row(said(session_, word_of(Kind::surplus)), found.surplus,
        say("台帳ファイルにあり、その都道府県の全件ファイルにない",
            "in the registry, not in the file of its prefecture"));
    row_if("newer_in_file", found.newer_in_file,
           say("上のうち、台帳ファイル（" + found.register_day + " まで）より後の公表",
               "of these: published after what the registry has (to " + found.register_day + ")"));
    row_if("published_later", found.published_later, said(session_, word_of(Reason::published_later)));
    row_if("moved_away", found.moved_away, said(session_, word_of(Reason::moved_away)));
    row_if("withdrawn", found.withdrawn,
           say("削除された法人番号（処理区分99）。全件ファイルには載らない",
               "withdrawn numbers, which no complete file has"));
    row_if("hihyoji", found.other_hihyoji,
           say("検索対象除外だけが異なる（ファイルの日のもの）",
               "the same but for hihyoji, which speaks of the day of a file"));
    row_if("older_rows", found.older_rows,
           say("ほかのファイルにもある法人の行、より新しいファイルにない法人の行",
               "rows that another of the files has as well, or a newer one lacks"));
    text_ += counts.text();
}

void ComparisonReport::finish_json(const PublicationComparison& found) {
    json_.end_array().key("files").begin_array();
    const auto put = [&](std::string_view name, std::int64_t count) {
        json_.key(name).number(static_cast<std::uint64_t>(count));
    };
    for (const ComparedFile& file : found.files) {
        json_.begin_object().key("name").string(file.name).key("day").string(file.day);
        json_.key("encoding").string_or_null(file.encoding);
        put("columns", static_cast<std::int64_t>(file.columns));
        put("prefectures", static_cast<std::int64_t>(file.prefectures));
        put("rows", file.rows);
        put("unreadable", file.unreadable);
        json_.end_object();
    }
    json_.end_array().key("register_day").string(found.register_day);
    put("same", found.same);
    put("differing", found.differing);
    json_.key("columns").begin_object();
    for (std::size_t i = 0; i < found.by_column.size(); ++i) {
        if (found.by_column.at(i) > 0) put(corporation_item_names.at(i), found.by_column.at(i));
    }
    json_.end_object();
    put("missing", found.missing);
    put("surplus", found.surplus);
    put("newer_in_file", found.newer_in_file);
    put("published_later", found.published_later);
    put("moved_away", found.moved_away);
    put("withdrawn", found.withdrawn);
    put("hihyoji", found.other_hihyoji);
    put("older_rows", found.older_rows);
    json_.end_object();
    json_.end_line();
}

void ComparisonReport::write() {
    session_.out << text_;
    text_.clear();
}

}  // namespace daicho
