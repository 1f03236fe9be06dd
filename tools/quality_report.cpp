#include "tools/quality_report.hpp"

#include "grammars/formats/json_writer.hpp"
#include "tools/text_table.hpp"

namespace daicho {

namespace {

std::string remarks_text(const QualityReport& one, const Session& session) {
    const bool warning = one.check->severity == Severity::warning;
    std::string text = std::string(warning ? session.say("注意 ", "warning ") : session.say("情報 ", "info "))
                           .append(one.check->id)
                           .append(":\n");
    for (const QualityRemark& remark : one.remarks.first()) {
        text += "  " + remark.key + "  " + std::string(session.say(remark.ja, remark.en)) + "\n";
    }
    const auto more = one.remarks.found() - static_cast<std::int64_t>(one.remarks.first().size());
    if (more == 0) return text;
    return text.append("  ").append(session.say("ほか " + grouped(more) + " 件（--list ですべて）\n",
                                                grouped(more) + " more (all of them with --list)\n"));
}

}  // namespace

std::string quality_text(const std::vector<QualityReport>& quality, const Session& session) {
    if (quality.empty()) return {};
    TextTable table({std::string(session.say("公表データの品質", "quality of the data")),
                     std::string(session.say("調べた数", "looked at")),
                     std::string(session.say("疑い", "doubtful")), ""});
    std::string remarks;
    for (const QualityReport& one : quality) {
        table.add({std::string(one.check->id), grouped(one.remarks.looked_at()), grouped(one.remarks.found()),
                   std::string(session.say(one.check->ja, one.check->en))});
        if (one.remarks.found() > 0) remarks += remarks_text(one, session);
    }
    return "\n" + table.text() + (remarks.empty() ? "" : "\n" + remarks);
}

void put_quality(JsonWriter& json, const std::vector<QualityReport>& quality, const Session& session) {
    json.key("quality").begin_array();
    for (const QualityReport& one : quality) {
        json.begin_object().key("id").string(one.check->id);
        json.key("severity").string(to_string(one.check->severity));
        json.key("looked_at").number(one.remarks.looked_at()).key("found").number(one.remarks.found());
        json.key("remarks").begin_array();
        for (const QualityRemark& remark : one.remarks.first()) {
            json.begin_object().key("key").string(remark.key);
            json.key("message").string(session.say(remark.ja, remark.en)).end_object();
        }
        json.end_array().end_object();
    }
    json.end_array();
}

}  // namespace daicho
