#include "tools/quality_report.hpp"

#include "grammars/text/counted.hpp"
#include "tools/record_table.hpp"

namespace daicho {

namespace {

/// Remarks are told in one language.
AnswerRecord record_of(const QualityReport& one, Language language) {
    const auto remark = [&](const QualityRemark& told) -> AnswerRecord {
        return {text_fact("key", told.key), text_fact("message", Text{told.ja, told.en}.in(language))};
    };
    return {text_field({"id", {"公表データの品質", "quality of the data"}}, one.check->id),
            text_fact("severity", to_string(one.check->severity)),
            {{"looked_at", {"調べた数", "looked at"}}, count_of(one.remarks.looked_at())},
            {{"found", {"疑い", "doubtful"}}, count_of(one.remarks.found())},
            {{"", {"", ""}}, AnswerTerm{"", {one.check->ja, one.check->en}}},
            fact("remarks", records_of(one.remarks.first(), remark))};
}

std::vector<AnswerRecord> records(const std::vector<QualityReport>& quality, Language language) {
    return records_of(quality, [&](const QualityReport& one) { return record_of(one, language); });
}

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
    std::string remarks;
    for (const QualityReport& one : quality) {
        if (one.remarks.found() > 0) remarks += remarks_text(one, session);
    }
    const auto rows = records(quality, session.language);
    return "\n" + record_table(rows, rows.front(), session.language) +
           (remarks.empty() ? "" : "\n" + remarks);
}

AnswerField quality_fact(const std::vector<QualityReport>& quality, Language language) {
    return fact("quality", records(quality, language));
}

}  // namespace daicho
