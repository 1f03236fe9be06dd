#include "tools/match_report.hpp"

#include <array>

#include "grammars/base/language.hpp"
#include "grammars/formats/csv_cell.hpp"
#include "grammars/formats/json_writer.hpp"

namespace daicho {

namespace {

using Record = MatchTable::Record;

const Record* record_of_b(const MatchFindings& found, const MatchPair& pair) {
    return pair.b == MatchPair::npos ? nullptr : &found.b.records()[pair.b];
}

std::string csv_of(const MatchFindings& found) {
    std::string out = "a_record,a_id,b_record,b_id,decision,others";
    for (const MatchItem& item : found.items) out.append(",").append(to_string(item.kind));
    out += '\n';
    for (const MatchPair& pair : found.pairs) {
        const Record& a = found.a.records()[pair.a];
        const Record* b = record_of_b(found, pair);
        out += std::to_string(a.record) + "," + csv_cell(a.id) + ",";
        if (b != nullptr) out += std::to_string(b->record);
        out += "," + (b != nullptr ? csv_cell(b->id) : std::string()) + ",";
        out.append(to_string(pair.decision)).append(",").append(std::to_string(pair.others));
        for (std::size_t i = 0; i < found.items.size(); ++i) {
            out.append(",").append(i < pair.levels.size() ? to_string(pair.levels[i]) : std::string_view{});
        }
        out += '\n';
    }
    return out;
}

std::string json_of(const MatchFindings& found) {
    std::string out;
    for (const MatchPair& pair : found.pairs) {
        const Record& a = found.a.records()[pair.a];
        JsonWriter json(out);
        const auto record = [&](std::string_view key, const Record* of) {
            json.key(key);
            if (of == nullptr) {
                json.null();
                return;
            }
            json.begin_object().key("record").number(of->record).key("line").number(of->line);
            json.key("id").string_or_null(of->id).end_object();
        };
        json.begin_object();
        record("a", &a);
        record("b", record_of_b(found, pair));
        json.key("decision").string(to_string(pair.decision)).key("others").number(pair.others);
        json.key("items").begin_object();
        for (std::size_t i = 0; i < pair.levels.size(); ++i) {
            json.key(to_string(found.items[i].kind)).string(to_string(pair.levels[i]));
        }
        json.end_object().end_object().end_line();
    }
    return out;
}

Text words_for(MatchDecision decision) {
    constexpr Text texts[] = {
        {"一致", "match"},
        {"候補が複数（担当者が判断）", "several candidates; needs review"},
        {"一致の根拠が不足（担当者が確認）", "not enough evidence; needs review"},
        {"一致するものがない", "no match"},
    };
    return texts[static_cast<std::size_t>(decision)];
}

std::string padded(std::uint64_t number) {
    const std::string digits = std::to_string(number);
    return std::string(digits.size() < 8 ? 8 - digits.size() : 0, ' ') + digits;
}

std::string open_pair(const MatchFindings& found, const MatchPair& pair, const Session& session) {
    const Record& a = found.a.records()[pair.a];
    const Record& b = *record_of_b(found, pair);
    std::string out = "A " + std::to_string(a.line) + " / B " + std::to_string(b.line) + ": ";
    out.append(words_for(pair.decision).in(session.language)) += '\n';
    for (std::size_t i = 0; i < found.items.size(); ++i) {
        if (pair.levels[i] == ItemLikeness::missing && a.values[i].text.empty() && b.values[i].text.empty())
            continue;
        out.append("    ")
            .append(to_string(found.items[i].kind))
            .append(" ")
            .append(to_string(pair.levels[i]));
        out.append(": ").append(a.values[i].text);
        if (a.values[i].text != b.values[i].text) out.append(" / ").append(b.values[i].text);
        out += '\n';
    }
    return out;
}

std::string uniqueness_text(const MatchFindings& found, const Session& session) {
    std::string out(session.say("項目の組がどれだけ行を見分けるか（一つに決まる行・重なる行・欠ける行）:\n",
                                "How sets of items tell records apart (unique, shared, missing):\n"));
    const auto sets_a = uniqueness_of(found.a, found.items.size());
    const auto sets_b = uniqueness_of(found.b, found.items.size());
    for (std::size_t s = 0; s < sets_a.size(); ++s) {
        std::string names;
        for (const std::size_t i : sets_a[s].items) {
            names.append(names.empty() ? "" : "+").append(to_string(found.items[i].kind));
        }
        out.append("  ").append(names).append(":");
        for (const auto& [side, set] : {std::pair{" A ", &sets_a[s]}, std::pair{"  B ", &sets_b[s]}}) {
            out.append(side)
                .append(std::to_string(set->unique))
                .append(" / ")
                .append(std::to_string(set->shared));
            out.append(" / ").append(std::to_string(set->missing));
        }
        out += '\n';
    }
    return out;
}

}  // namespace

std::string match_report(const MatchFindings& found, MatchForm form, const Session& session) {
    if (form == MatchForm::csv) return csv_of(found);
    if (form == MatchForm::json) return json_of(found);
    std::array<std::uint64_t, 4> records{};  // of A, each counted once
    std::size_t last = MatchPair::npos;
    for (const MatchPair& pair : found.pairs) {
        if (pair.a != last) ++records[static_cast<std::size_t>(pair.decision)];
        last = pair.a;
    }
    std::string out(session.say("A の行:\n", "Records of A:\n"));
    for (std::size_t d = 0; d < records.size(); ++d) {
        const auto decision = static_cast<MatchDecision>(d);
        out.append(padded(records[d])).append("  ").append(to_string(decision)).append("  ");
        out.append(words_for(decision).in(session.language)) += '\n';
    }
    out += uniqueness_text(found, session);
    for (const MatchPair& pair : found.pairs) {
        const bool open = pair.decision == MatchDecision::ambiguous || pair.decision == MatchDecision::review;
        if (open) out += open_pair(found, pair, session);
    }
    return out;
}

}  // namespace daicho
