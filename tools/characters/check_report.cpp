#include "tools/characters/check_report.hpp"

#include <span>

#include "grammars/formats/json_writer.hpp"
#include "grammars/text/utf8.hpp"
#include "models/rules/character_finding.hpp"
#include "models/rules/message.hpp"

namespace daicho {

namespace {

std::string_view word_of(Severity severity, Language language) {
    constexpr Text words[] = {{"情報", "info"}, {"警告", "warning"}, {"誤り", "error"}};
    return words[static_cast<std::size_t>(severity)].in(language);
}

/// "members.csv 4行目「氏名」の3文字目"
std::string told(const CheckedPlace& place, std::size_t character, Language language) {
    const bool ja = language == Language::ja;
    std::string out(place.path);
    const auto add = [&](const std::string& part) { out += (out.empty() ? "" : ja ? " " : ", ") + part; };
    if (place.line != 0) {
        const std::string line = std::to_string(place.line);
        add(ja ? line + "行目" : "line " + line);
    }
    if (!place.column.empty()) add(ja ? "「" + std::string(place.column) + "」" : std::string(place.column));
    const std::string number = std::to_string(character);
    add(ja ? number + "文字目" : "character " + number);
    return out;
}

std::size_t characters_before(std::string_view text, std::uint32_t byte) {
    return count_code_points(text.substr(0, byte));
}

void write_repair(JsonWriter& json, const CharacterProblem& problem) {
    json.key("repair");
    if (problem.repair == RepairKind::none) {
        json.null();
    } else {
        json.begin_object().key("kind").string(to_string(problem.repair));
        json.key("value").string(problem.replacement).end_object();
    }
    json.key("candidates").begin_array();
    for (const std::string& candidate : problem.candidates) json.string(candidate);
    json.end_array();
    json.key("lacking").begin_array();
    for (const std::string_view set : problem.lacking) json.string(set);
    json.end_array();
}

void write_problem(JsonWriter& json, std::string_view text, const CharacterProblem& problem,
                   const Finding& finding, Language language) {
    const Rule* rule = find_rule(problem.rule.text);
    const auto begin = characters_before(text, problem.where.begin);
    const auto end = characters_before(text, problem.where.end);
    json.begin_object().key("rule").string(problem.rule.text).key("name").string(rule->slug);
    json.key("severity").string(to_string(finding.severity)).key("level");
    if (finding.blocks == Level::none) {
        json.null();
    } else {
        json.string(to_string(finding.blocks));
    }
    json.key("span").begin_array().number(problem.where.begin).number(problem.where.end).end_array();
    json.key("characters").begin_array().number(begin).number(end).end_array();
    json.key("text").string(slice(text, problem.where));
    json.key("facts").string(unit_facts(slice(text, problem.where)));
    write_repair(json, problem);
    json.key("message").string(render_message(finding, rule, language)).end_object();
}

}  // namespace

CheckedCharacters check_characters(const CharacterCheck& check, std::string_view text) {
    CheckedCharacters checked;
    if (check.is_plainly_clean(text)) return checked;
    checked.problems = check.problems(text);
    for (const CharacterProblem& problem : checked.problems) {
        const Rule* rule = find_rule(problem.rule.text);
        Finding& finding = checked.findings.emplace_back();
        finding.rule = rule->id;
        finding.severity = rule->severity;
        finding.blocks = rule->blocks;
        tell_characters(finding, check.profile(), text, std::span(&problem, 1));
    }
    return checked;
}

void append_check_text(std::string& out, const CheckedPlace& place, std::string_view text,
                       const CheckedCharacters& checked, Language language) {
    for (const Finding& finding : checked.findings) {
        out += told(place, characters_before(text, finding.span.begin) + 1, language);
        out += ": ";
        out.append(word_of(finding.severity, language)).append(" ").append(finding.rule.text).append(" ");
        out += render_message(finding, find_rule(finding.rule.text), language) + '\n';
    }
}

void append_check_json(std::string& out, const CheckedPlace& place, std::string_view text,
                       const CharacterCheck& check, const CheckedCharacters& checked, Language language) {
    JsonWriter json{out};
    json.begin_object();
    if (!place.path.empty()) json.key("path").string(place.path);
    if (!place.column.empty()) json.key("column").string(place.column);
    if (place.record != 0) json.key("record").number(place.record);
    if (place.line != 0) json.key("line").number(place.line);
    json.key("input").string(text).key("profile").string(check.profile().name);
    json.key("clean").boolean(checked.problems.empty()).key("problems").begin_array();
    for (std::size_t i = 0; i < checked.problems.size(); ++i) {
        write_problem(json, text, checked.problems[i], checked.findings[i], language);
    }
    json.end_array().key("repaired");
    json.string(checked.problems.empty() ? std::string(text) : check.safely_repaired(text));
    json.end_object().end_line();
}

}  // namespace daicho
