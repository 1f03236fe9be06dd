#include "tools/gate/run_history.hpp"

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/base/parse_number.hpp"
#include "grammars/formats/json_value.hpp"
#include "grammars/formats/json_writer.hpp"

namespace daicho {

namespace {

std::uint64_t count_in(const JsonValue& object, std::string_view name) {
    const auto number = parse_number(object.text_of(name));
    return number && *number >= 0 ? static_cast<std::uint64_t>(*number) : 0;
}

HistoryLine line_of(const JsonValue& value) {
    HistoryLine line;
    line.day = value.text_of("date");
    line.commit = value.text_of("commit");
    line.passed = value.text_of("passed") == "true";
    line.files = count_in(value, "files");
    line.records = count_in(value, "records");
    line.errors = count_in(value, "errors");
    line.warnings = count_in(value, "warnings");
    line.infos = count_in(value, "infos");
    line.known = count_in(value, "known");
    line.fixed = count_in(value, "fixed");
    if (const JsonValue* rules = value.find("rules")) {
        for (const JsonValue& rule : rules->members)
            line.rules[rule.name] = static_cast<std::uint64_t>(parse_number(rule.text).value_or(0));
    }
    return line;
}

}  // namespace

void add_to_history(const std::string& path, const std::string& day, const std::string& commit,
                    const GateTotals& totals, bool passed) {
    const auto facts = file_facts(path);  // a pipe or a device is only written to
    std::string text = facts && facts->kind == FileStatus::Kind::file ? read_file(path) : "";
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    JsonWriter json{text};
    json.begin_object().key("history").number(1).key("date").string(day).key("commit").string_or_null(commit);
    json.key("passed")
        .boolean(passed)
        .key("files")
        .number(totals.files)
        .key("records")
        .number(totals.records);
    json.key("errors").number(totals.findings[2]).key("warnings").number(totals.findings[1]);
    json.key("infos").number(totals.findings[0]).key("known").number(totals.known);
    json.key("fixed").number(totals.fixed).key("levels").begin_object();
    for (const Level level : {Level::none, Level::lv1, Level::lv2, Level::lv2s})
        json.key(to_string(level)).number(totals.levels[static_cast<std::size_t>(level)]);
    json.end_object().key("rules").begin_object();
    for (const auto& [rule, count] : totals.rules) json.key(rule).number(count);
    json.end_object().end_object().end_line();
    OutputFile file(path);
    file.write(text);
    file.commit();
}

std::vector<HistoryLine> read_history(const std::string& path) {
    const std::string text = read_file(path);
    std::vector<HistoryLine> lines;
    std::size_t number = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        ++number;
        if (line.empty()) continue;
        const auto value = parse_json(line);
        if (!value || value->text_of("history") != "1" || value->text_of("date").empty()) {
            const std::string at = path + ":" + std::to_string(number);
            throw Error{ErrorKind::input,
                        at + ": 履歴として読めません（daicho check --history が書く形ではありません）。",
                        at + ": this is not a line of a history that daicho check --history writes"};
        }
        lines.push_back(line_of(*value));
    }
    return lines;
}

}  // namespace daicho
