#include "tools/characters/shrink_report.hpp"

#include <cstdio>

#include "grammars/base/span.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/text/code_point_name.hpp"
#include "grammars/text/utf8.hpp"
#include "tools/text_table.hpp"

namespace daicho {

namespace {

constexpr Text headers[] = {{"文字", "unit"},      {"符号", "code"},   {"判定", "verdict"},
                            {"候補", "candidate"}, {"採用", "chosen"}, {"JISの水準など", "JIS level"},
                            {"根拠", "authority"}};

void write_steps(JsonWriter& json, const std::vector<ShrinkStep>& steps) {
    json.key("steps").begin_array();
    for (const ShrinkStep& step : steps) {
        json.begin_object().key("from").string(step.from).key("to").string(step.to);
        json.key("basis").string(name_of(step.basis).key);
        if (step.rank != 0) json.key("rank").number(step.rank);
        if (step.hops != 0) json.key("hops").number(step.hops);
        json.end_object();
    }
    json.end_array();
}

void write_candidate(JsonWriter& json, const ShrinkCandidate& candidate) {
    json.begin_object()
        .key("text")
        .string(candidate.text)
        .key("codes")
        .string(code_point_names(candidate.text));
    json.key("chosen").boolean(candidate.chosen).key("different").boolean(candidate.different);
    json.key("jis_level");
    candidate.jis_level == 0 ? json.null() : json.number(candidate.jis_level);
    json.key("joyo").boolean(candidate.joyo).key("jinmei").boolean(candidate.jinmei);
    write_steps(json, candidate.steps);
    json.end_object();
}

/// "戸籍統一文字 親字・正字" and, where a way has several, each of its steps.
std::string bases_of(const ShrinkCandidate& candidate, Language language) {
    std::string all;
    for (const ShrinkStep& step : candidate.steps) {
        if (!all.empty()) all += " → " + step.from + " → ";
        all += name_of(step.basis).title.in(language);
        if (step.rank != 0) all += Text{" 第", " rank "}.in(language), all += std::to_string(step.rank);
        if (step.rank != 0) all += Text{"順位", ""}.in(language);
        if (step.hops > 1) all += Text{" ", " "}.in(language), all += std::to_string(step.hops);
        if (step.hops > 1) all += Text{"ホップ", " hops"}.in(language);
    }
    return all;
}

std::string standing_of(const ShrinkCandidate& candidate, Language language) {
    std::string all;
    if (candidate.jis_level != 0) {
        const std::string level = std::to_string(candidate.jis_level);
        all = language == Language::ja ? "第" + level + "水準" : "level " + level;
    }
    if (candidate.joyo) all += Text{" 常用", " joyo"}.in(language);
    if (candidate.jinmei) all += Text{" 人名用", " jinmei"}.in(language);
    return all;
}

std::string mark_of(const ShrinkCandidate& candidate, Language language) {
    if (candidate.chosen) return std::string(Text{"○", "yes"}.in(language));
    return std::string(candidate.different ? Text{"別字", "different"}.in(language) : std::string_view());
}

}  // namespace

void write_unit_shrink(JsonWriter& json, std::string_view unit, const UnitShrink& shrink) {
    json.key("unit").string(unit).key("codes").string(code_point_names(unit));
    json.key("verdict").string(name_of(shrink.verdict)).key("text").string_or_null(shrink.text);
    if (shrink.cycle) json.key("cycle").boolean(true);
    write_steps(json, shrink.steps);
    json.key("candidates").begin_array();
    for (const ShrinkCandidate& candidate : shrink.candidates) write_candidate(json, candidate);
    json.end_array();
}

void append_shrink_json(std::string& out, std::string_view text, const ShrunkText& shrunk) {
    JsonWriter json{out};
    json.begin_object().key("input").string(text).key("text").string(shrunk.text);
    json.key("complete").boolean(shrunk.complete).key("units").begin_array();
    for (const ShrunkUnit& one : shrunk.units) {
        json.begin_object()
            .key("span")
            .begin_array()
            .number(one.where.begin)
            .number(one.where.end)
            .end_array();
        write_unit_shrink(json, slice(text, one.where), one.shrink);
        json.end_object();
    }
    json.end_array().end_object().end_line();
}

TextTable shrink_table(Language language, bool with_places) {
    std::vector<std::string> header;
    if (with_places) header.emplace_back(Text{"箇所", "place"}.in(language));
    for (const Text& text : headers) header.emplace_back(text.in(language));
    return TextTable(std::move(header));
}

void add_unit_shrink(TextTable& table, std::string_view unit, const UnitShrink& shrink, Language language,
                     const std::string* place) {
    const auto add = [&](std::vector<std::string> row, bool first) {
        if (place) row.insert(row.begin(), first ? *place : "");
        table.add(std::move(row));
    };
    std::string verdict(title_of(shrink.verdict).in(language));
    if (shrink.cycle) verdict += Text{"（循環）", " (circle)"}.in(language);
    const std::string text(unit);
    if (shrink.candidates.empty()) add({text, code_point_names(unit), verdict, "", "", "", ""}, true);
    bool first = true;
    for (const ShrinkCandidate& candidate : shrink.candidates) {
        const std::string mark = mark_of(candidate, language), standing = standing_of(candidate, language),
                          bases = bases_of(candidate, language);
        first ? add({text, code_point_names(unit), verdict, candidate.text, mark, standing, bases}, true)
              : add({"", "", "", candidate.text, mark, standing, bases}, false);
        first = false;
    }
}

void append_shrink_text(std::string& out, std::string_view text, const ShrunkText& shrunk,
                        Language language) {
    out.append(text);
    if (shrunk.text != text) out.append(" → ").append(shrunk.text);
    if (!shrunk.complete)
        out += Text{"（決まらない文字があります）", " (not settled for all characters)"}.in(language);
    out += '\n';
    if (shrunk.units.empty()) return;
    TextTable table = shrink_table(language, false);
    for (const ShrunkUnit& one : shrunk.units) {
        add_unit_shrink(table, slice(text, one.where), one.shrink, language);
    }
    out += table.text();
}

}  // namespace daicho
