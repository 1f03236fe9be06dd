#include "tools/change_conflicts.hpp"

#include <map>
#include <ostream>
#include <set>

#include "grammars/formats/csv_cell.hpp"
#include "models/rules/message.hpp"

namespace daicho {

namespace {

using Why = ChangeConflict::Why;

constexpr std::size_t told_at_most = 100;

bool is_about_record(const ChangeConflict& conflict, const TableChanges& changes) {
    return conflict.why != Why::header && conflict.change < changes.records.size();
}

std::string value_of(const std::string& value, std::optional<std::size_t> column, const TableChanges& changes,
                     bool show_values) {
    const bool hidden = column && changes.columns[*column].confidential && !show_values && !value.empty();
    return hidden ? std::string(masked_text) : value;
}

/// What the key says: 団体コード=131016.
std::string key_of(const ChangeConflict& conflict, const TableChanges& changes, bool show_values) {
    std::string text;
    if (!is_about_record(conflict, changes)) return text;
    const RecordChange& record = changes.records[conflict.change];
    for (std::size_t i = 0; i < record.key.size(); ++i) {
        const std::size_t column = changes.key[i];
        text += (i == 0 ? "" : " ") + changes.columns[column].label + "=" +
                value_of(record.key[i], column, changes, show_values);
    }
    return text;
}

std::string_view sentence_of(Why why, const Session& session) {
    switch (why) {
        case Why::cell:
            return session.say("両方で違う値に変わっています", "both sides changed it");
        case Why::no_record:
            return session.say("変更するレコードがありません", "the record that changes is not there");
        case Why::record_changed:
            return session.say("削除するレコードが変更されています", "the record that goes was changed");
        case Why::record_there:
            return session.say("追加するレコードがもうあります", "the record that comes is there already");
        case Why::no_column:
            return session.say("列がありません", "the column is not there");
        case Why::column_used:
            return session.say("なくなる列の値が変更されています",
                               "the column that goes has other values by now");
        case Why::header:
            return session.say("両方で違う名前に変わった列です", "both sides renamed the column");
        case Why::unwritable:
            break;
    }
    return session.say("文字として読めないバイトがあるので書き換えられません",
                       "it has bytes that are not characters, so it cannot be written again");
}

bool has_values(Why why) {
    return why == Why::cell || why == Why::no_column || why == Why::header || why == Why::column_used;
}

std::string_view to_string(Side side) {
    return side == Side::ours ? "ours" : side == Side::theirs ? "theirs" : "";
}

}  // namespace

std::string conflict_text(const ChangeConflict& conflict, const TableChanges& changes, const Session& session,
                          bool show_values) {
    std::string text;
    if (conflict.record != 0) {
        const std::string number = std::to_string(conflict.record);
        text += session.say(number + " 件目 ", "record " + number + " ");
    }
    const std::string key = key_of(conflict, changes, show_values);
    if (!key.empty()) text += key + " ";
    if (conflict.column) text += changes.columns[*conflict.column].label + " ";
    text.pop_back();
    text += ": ";
    const bool there = conflict.why == Why::cell && conflict.ours == conflict.theirs;
    text += there ? session.say("変更済みです", "it has been changed already")
                  : sentence_of(conflict.why, session);
    if (!has_values(conflict.why)) return text;
    const auto shown_part = [&](std::string_view ja, std::string_view en, const std::string& value) {
        text += session.say(ja, en);
        text += "「" + shown(value_of(value, conflict.column, changes, show_values), 120) + "」";
    };
    shown_part(" 元", " base ", conflict.base);
    shown_part(" こちら", ", ours ", conflict.ours);
    shown_part(" 相手", ", theirs ", conflict.theirs);
    return text;
}

std::string conflicts_csv(const ApplyOutcome& outcome, const TableChanges& changes, bool show_values) {
    std::string csv = "record,key,column,why,base,ours,theirs,taken\n";
    for (const ChangeConflict& conflict : outcome.conflicts) {
        const auto put = [&](std::string_view text, bool last = false) {
            append_csv_cell(csv, text);
            csv += last ? '\n' : ',';
        };
        const auto value = [&](const std::string& text) {
            return value_of(text, conflict.column, changes, show_values);
        };
        put(conflict.record == 0 ? "" : std::to_string(conflict.record));
        put(key_of(conflict, changes, show_values));
        put(conflict.column ? changes.columns[*conflict.column].label : "");
        put(daicho::to_string(conflict.why));
        put(value(conflict.base));
        put(value(conflict.ours));
        put(value(conflict.theirs));
        put(to_string(conflict.taken), true);
    }
    return csv;
}

std::string rejected_changes(const ApplyOutcome& outcome, const TableChanges& changes) {
    std::map<std::size_t, std::set<std::size_t>> cells;  // of each change; none: all of it
    for (const ChangeConflict& conflict : outcome.conflicts) {
        if (conflict.taken != Side::neither || !is_about_record(conflict, changes)) continue;
        auto& columns = cells[conflict.change];
        if (conflict.column) columns.insert(*conflict.column);
    }
    std::string text = comparison_line(changes);
    for (const auto& entry : cells) {
        const std::set<std::size_t>& columns = entry.second;
        RecordChange record = changes.records[entry.first];
        if (!columns.empty() && record.op == Change::Op::changed) {
            std::erase_if(record.cells,
                          [&](const ChangedCell& cell) { return !columns.contains(cell.column); });
        }
        text += change_line(record, changes);
    }
    return text;
}

void tell_conflicts(const ApplyOutcome& outcome, const TableChanges& changes, const Session& session,
                    bool show_values) {
    std::size_t told = 0;
    for (const ChangeConflict& conflict : outcome.conflicts) {
        if (conflict.taken != Side::neither || told++ >= told_at_most) continue;
        session.talk << conflict_text(conflict, changes, session, show_values) << '\n';
    }
    if (told <= told_at_most) return;
    const std::string more = std::to_string(told - told_at_most);
    session.talk << session.say("ほか " + more + "件\n", "and " + more + " more\n");
}

}  // namespace daicho
