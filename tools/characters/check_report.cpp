#include "tools/characters/check_report.hpp"

#include <span>

#include "grammars/formats/json_writer.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/rule_ids.hpp"
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

/// Counts the characters before places of a text that come in order, without walking over any of it twice.
class CharacterCount {
 public:
    explicit CharacterCount(std::string_view text) : text_(text) {}

    std::size_t before(std::size_t byte) {
        if (byte < byte_) byte_ = count_ = 0;
        count_ += count_code_points(text_.substr(byte_, byte - byte_));
        byte_ = byte;
        return count_;
    }

 private:
    std::string_view text_;
    std::size_t byte_ = 0;
    std::size_t count_ = 0;
};

/// What is said of one problem. Made where it is written and not kept: it has the text in it.
Finding finding_of(const CharacterProblem& problem, const CharacterCheck& check, std::string_view text) {
    const Rule* rule = find_rule(problem.rule.text);
    Finding finding;
    finding.rule = rule->id;
    finding.severity = rule->severity;
    finding.blocks = rule->blocks;
    tell_characters(finding, check.profile(), text, std::span(&problem, 1));
    return finding;
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

void write_problem(JsonWriter& json, std::string_view text, CharacterCount& count,
                   const CharacterProblem& problem, const Finding& finding, Language language) {
    const Rule* rule = find_rule(problem.rule.text);
    const auto begin = count.before(problem.where.begin);
    const auto end = count.before(problem.where.end);
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

bool has_space_at_end(std::string_view text) {
    return without_spaces(text).size() != text.size();
}

void add_spaces(std::string_view text, std::vector<CharacterProblem>& problems) {
    const std::string_view inner = without_spaces(text);
    if (inner.empty()) return;
    const auto begin = static_cast<std::size_t>(inner.data() - text.data());
    const auto add = [&](std::size_t from, std::size_t to, auto place) {
        CharacterProblem space;
        space.rule = rules::surrounding_space;
        space.where = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
        space.repair = RepairKind::normal_form;
        if (from != to) problems.insert(place, std::move(space));
    };
    add(0, begin, problems.begin());
    add(begin + inner.size(), text.size(), problems.end());
}

}  // namespace

CheckedCharacters check_characters(const CharacterCheck& check, std::string_view text, bool value) {
    CheckedCharacters checked;
    const bool clean = check.is_plainly_clean(text);
    checked.clean = clean;
    if (clean && !(value && has_space_at_end(text))) return checked;
    if (!clean) checked.problems = check.problems(text);
    if (value && has_space_at_end(text)) add_spaces(text, checked.problems);
    for (const RuleId id : broken_rules(checked.problems)) {
        const Rule* rule = find_rule(id.text);
        Finding finding;
        finding.rule = rule->id;
        finding.severity = rule->severity;
        weigh(finding, check.profile());
        checked.gravest = std::max(checked.gravest, finding.severity);
    }
    return checked;
}

void append_check_text(std::string& out, const CheckedPlace& place, std::string_view text,
                       const CharacterCheck& check, const CheckedCharacters& checked, Language language) {
    CharacterCount count(text);
    for (const CharacterProblem& problem : std::span(checked.problems).first(checked.told())) {
        const Finding finding = finding_of(problem, check, text);
        out += told(place, count.before(finding.span.begin) + 1, language);
        out += ": ";
        out.append(word_of(finding.severity, language)).append(" ").append(finding.rule.text).append(" ");
        out += render_message(finding, find_rule(finding.rule.text), language) + '\n';
    }
    if (checked.untold() == 0) return;
    const std::string more = std::to_string(checked.untold());
    const CharacterProblem& next = checked.problems[checked.told()];
    out += told(place, count.before(next.where.begin) + 1, language);
    out += language == Language::ja ? ": ほかに指摘が" + more + "件あります\n"
                                    : ": and " + more + " more problems\n";
}

void append_file_finding_text(std::string& out, std::string_view path, const Finding& finding,
                              Language language) {
    const bool ja = language == Language::ja;
    out.append(path).append(ja ? " " : ", ");
    out += ja ? std::to_string(finding.place.line) + "行目" : "line " + std::to_string(finding.place.line);
    out.append(": ")
        .append(word_of(finding.severity, language))
        .append(" ")
        .append(finding.rule.text)
        .append(" ");
    out += render_message(finding, find_rule(finding.rule.text), language) + '\n';
}

void append_file_finding_json(std::string& out, std::string_view path, const Finding& finding,
                              Language language) {
    const Rule* rule = find_rule(finding.rule.text);
    JsonWriter json{out};
    json.begin_object().key("path").string(path).key("line").number(finding.place.line);
    json.key("clean").boolean(false).key("problems").begin_array().begin_object();
    json.key("rule").string(finding.rule.text).key("name").string(rule->slug);
    json.key("severity").string(to_string(finding.severity)).key("level").null();
    json.key("facts").string(finding.detail).key("message").string(render_message(finding, rule, language));
    json.end_object().end_array().end_object().end_line();
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
    CharacterCount count(text);
    for (const CharacterProblem& problem : std::span(checked.problems).first(checked.told())) {
        write_problem(json, text, count, problem, finding_of(problem, check, text), language);
    }
    json.end_array();
    if (checked.untold() > 0) json.key("problems_total").number(checked.problems.size());
    json.key("repaired");
    json.string(checked.problems.empty() ? std::string(text) : check.safely_repaired(text));
    json.end_object().end_line();
}

}  // namespace daicho
