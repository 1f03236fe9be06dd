#include <algorithm>
#include <map>

#include "grammars/base/language.hpp"
#include "grammars/formats/csv_cell.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/text/join.hpp"
#include "tools/propagate_report.hpp"

namespace daicho {

namespace {

Text words_for(AgencyStep step) {
    constexpr Text texts[] = {
        {"変更前の値のまま（書き換える）", "still the former value; to be rewritten"},
        {"変更済み", "already changed"},
        {"表記だけの違い（直さない）", "differs in spelling only; not changed"},
        {"承継先の法人に付け替える", "to be linked to the successor"},
        {"閉鎖された法人として記録する", "to be marked as closed"},
        {"変更前が不明（担当者が確認）", "the former value is unknown; needs review"},
        {"変更前とも変更後とも違う（担当者が判断）", "neither the former nor the new value; needs review"},
        {"自動では直せない（担当者が判断）", "cannot be changed automatically; needs review"},
        {"空欄のまま", "empty; left as it is"},
    };
    return texts[static_cast<std::size_t>(step)];
}

/// Why a person is asked, in the order of AgencyReason; empty where the step says it all.
Text words_for(AgencyReason reason) {
    constexpr Text texts[] = {
        {"", ""},
        {"", ""},
        {"", ""},
        {"", ""},
        {"", ""},
        {"", ""},
        {"", ""},
        {"", ""},
        {"", ""},
        {"住所のほかの部分が一致しない", "another part of the address differs"},
        {"これを書く列がない", "there is no column for it"},
        {"承継先の行が既にある、または重複する", "the successor already has a row, or would get two"},
        {"削除された法人番号（処理区分99）", "the number was withdrawn"},
        {"欄か文字コードのために書き直せない", "the cell or the encoding does not allow it"},
    };
    return texts[static_cast<std::size_t>(reason)];
}

bool is_open(const AgencyAction& action) {
    const bool undone =
        (action.step == AgencyStep::relink || action.step == AgencyStep::close) && !action.patched;
    return undone || action.step == AgencyStep::conflict || action.step == AgencyStep::confirm ||
           action.step == AgencyStep::manual;
}

std::string csv_of(const std::vector<AgencyAction>& actions) {
    std::string out = "record,line,key,field,action,old,new,before,after,reason,confidence,patched,events\n";
    for (const AgencyAction& action : actions) {
        out.append(std::to_string(action.record)).append(",").append(std::to_string(action.line));
        const std::string cells[] = {action.key,
                                     action.field,
                                     std::string(to_string(action.step)),
                                     action.old_value,
                                     action.new_value,
                                     action.before,
                                     action.after,
                                     std::string(to_string(action.reason)),
                                     std::string(to_string(action.confidence)),
                                     action.patched ? "1" : "0",
                                     joined(action.events, " ")};
        for (const std::string& cell : cells) out.append(",").append(csv_cell(cell));
        out += '\n';
    }
    return out;
}

std::string json_of(const std::vector<AgencyAction>& actions) {
    std::string out;
    for (const AgencyAction& action : actions) {
        JsonWriter json(out);
        json.begin_object().key("record").number(action.record).key("line").number(action.line);
        json.key("key").string(action.key).key("field").string(action.field);
        json.key("action").string(to_string(action.step));
        json.key("old").string(action.old_value).key("new").string(action.new_value);
        json.key("before").string(action.before).key("after").string(action.after);
        json.key("reason")
            .string(to_string(action.reason))
            .key("confidence")
            .string(to_string(action.confidence));
        json.key("patched").boolean(action.patched).key("events").begin_array();
        for (const std::string& id : action.events) json.string(id);
        json.end_array().end_object().end_line();
    }
    return out;
}

std::string text_of(const AgencyAction& action, const Session& session) {
    const auto shown = [&](const std::string& value) {
        return value.empty() ? std::string(session.say("（空）", "(empty)")) : value;
    };
    std::string out = std::to_string(action.line);
    out.append(session.say("行目 ", ": ")).append(action.key).append(" ").append(action.field).append(": ");
    const bool revived = action.step == AgencyStep::manual && action.reason == AgencyReason::no_column;
    const std::string_view why =
        revived ? session.say("登記記録が復活したが、それを書く列がない",
                              "the corporation was revived, and there is no column for that")
                : words_for(action.reason).in(session.language);
    out.append(words_for(action.step).in(session.language));
    if (!why.empty()) out.append(session.say("。", ": ")).append(why);
    out.append(" (").append(to_string(action.reason)).append(")\n");
    out.append(session.say("    表:     ", "    table:  ")).append(shown(action.old_value)) += '\n';
    if (!action.before.empty()) {
        out.append(session.say("    変更前: ", "    before: ")).append(shown(action.before)) += '\n';
    }
    const std::string& after = action.after.empty() ? action.new_value : action.after;
    if (!after.empty()) out.append(session.say("    変更後: ", "    after:  ")).append(shown(after)) += '\n';
    return out;
}

}  // namespace

bool leaves_conflicts(const std::vector<AgencyAction>& actions) {
    return std::any_of(actions.begin(), actions.end(), is_open);
}

std::string action_report(const std::vector<CorporationEvent>& events,
                          const std::vector<AgencyAction>& actions, PropagateForm form,
                          const Session& session) {
    if (form == PropagateForm::csv) return csv_of(actions);
    if (form == PropagateForm::json) return json_of(actions);
    std::string out = event_report(events, form, session);
    std::map<AgencyStep, std::uint64_t> counts;
    for (const AgencyAction& action : actions) ++counts[action.step];
    const auto patched =
        std::count_if(actions.begin(), actions.end(), [](const AgencyAction& a) { return a.patched; });
    const std::string all = std::to_string(actions.size()), now = std::to_string(patched);
    out += session.say("修正が必要な箇所: " + all + "（パッチで直せるもの " + now + "）\n",
                       "Actions for the table: " + all + " (" + now + " by the patch)\n");
    for (const auto& [step, number] : counts) {
        const std::string digits = std::to_string(number);
        out.append(digits.size() < 8 ? 8 - digits.size() : 0, ' ').append(digits).append("  ");
        out.append(to_string(step)).append("  ").append(words_for(step).in(session.language)) += '\n';
    }
    for (const AgencyAction& action : actions) {
        if (is_open(action)) out += text_of(action, session);
    }
    return out;
}

}  // namespace daicho
