#include <algorithm>

#include "grammars/text/width.hpp"
#include "models/reports/text_parts.hpp"
#include "tools/profile_report.hpp"
#include "tools/rule_options.hpp"

namespace daicho {

namespace {

constexpr std::size_t widest_cell = 30;

using Row = std::vector<std::string>;

/// Lines up the cells of `rows`; the last cell of a row is left as it is.
std::string lined_up(const std::vector<Row>& rows) {
    std::vector<std::size_t> widths;
    for (const Row& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    }
    std::string out;
    for (const Row& row : rows) {
        std::string line = " ";
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += " " + (i + 1 == row.size() ? row[i] : padded(row[i], widths[i] + 1));
        }
        out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return out;
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return "-";
    return std::to_string(part * 100 / whole) + "%";
}

std::string kind_name(const ColumnKind& kind, const Words& words) {
    if (!kind.type) return "-";
    return std::string{words.language() == Language::ja ? kind.type->name_ja : kind.type->name};
}

Row row_of(std::size_t number, const ColumnFacts& column, const std::string& item, const Words& words) {
    Row row{std::to_string(number), shown(column.name, widest_cell),
            item.empty() ? "-" : shown(item, widest_cell), kind_name(column.kind, words)};
    row.push_back(column.kind.type ? percent(column.canonical, column.filled) : "-");
    row.push_back(column.kind.type ? percent(column.readable, column.filled) : "-");
    row.push_back(std::to_string(column.empty));
    row.push_back((column.distinct_exact ? "" : "~") + std::to_string(column.distinct));
    std::string examples;
    for (const std::string& example : column.examples) {
        if (!examples.empty()) examples += " | ";
        examples += shown(example, widest_cell);
    }
    row.push_back(examples);
    return row;
}

std::string describe_columns(const DatasetProfile& profile, const Words& words) {
    std::vector<Row> rows{
        {"", std::string{words.say("列", "column")}, std::string{words.say("項目", "item")},
         std::string{words.say("値の種類", "kind")}, std::string{words.say("標準の表記", "standard")},
         std::string{words.say("読み取れる", "readable")}, std::string{words.say("空", "empty")},
         std::string{words.say("異なる値", "distinct")}, std::string{words.say("例", "examples")}}};
    for (std::size_t i = 0; i < profile.table.columns.size(); ++i) {
        rows.push_back(row_of(i + 1, profile.table.columns[i],
                              std::string{profile.items[i].label.in(words.language())}, words));
    }
    return lined_up(rows);
}

std::string describe_models(const DatasetProfile& profile, const Words& words) {
    if (profile.models.empty()) return {};
    std::string out = "\n" + std::string{words.say("合うモデル:\n", "models that fit:\n")};
    for (const FittingModel& model : profile.models) {
        const std::string_view label = model.label.in(words.language());
        out.append("  " + model.name).append(label.empty() ? "" : " ").append(label).append("  ");
        out += std::to_string(static_cast<int>(model.fit * 100 + 0.5)) + "%\n";
    }
    return out;
}

std::string state_of(const SheetSummary& sheet, const Words& words) {
    std::string state(sheet.chosen ? words.say("このシートを読みました", "this one was read") : "");
    const auto add = [&](std::string_view what) { state.append(state.empty() ? "" : ", ").append(what); };
    if (sheet.hidden) add(words.say("非表示", "hidden"));
    if (sheet.beside_data) add(words.say("例・選択肢・説明", "example, choices or guide"));
    return state;
}

std::string describe_sheets(const DatasetProfile& profile, const Words& words) {
    if (profile.sheets.size() < 2) return {};
    std::vector<Row> rows{{"", std::string{words.say("シート", "sheet")},
                           std::string{words.say("文字のある行", "rows with text")},
                           std::string{words.say("列", "columns")}, ""}};
    for (const SheetSummary& sheet : profile.sheets) {
        rows.push_back({std::to_string(rows.size()), shown(sheet.name, widest_cell),
                        std::to_string(sheet.rows), std::to_string(sheet.columns), state_of(sheet, words)});
    }
    return "\n" + lined_up(rows);
}

/// "12行目: message"
std::string first_place(const Finding& finding, const PlaceForm& places, const Words& words) {
    const Finding shown_finding = finding.confidential ? masked(finding) : finding;
    return words.place(places, finding) +
           render_message(shown_finding, find_rule(finding.rule.text), worded(words.language()));
}

std::string describe_quality(const TableFacts& table, const PlaceForm& places, const Words& words) {
    const Tally& findings = table.findings;
    if (findings.size() == 0) return {};
    const RuleTitles titles = [&](RuleId id) {
        const Rule* rule = find_rule(id.text);
        return std::string{rule ? rule->title.in(words.language()) : id.text};
    };
    std::string out = "\n";
    for (const std::size_t index : findings.sorted()) {
        const TallyLine& line = findings.line(index);
        std::string header = group_header(line, titles, words);
        header.pop_back();
        out += header + "\n    " + first_place(table.first[index], places, words) + "\n";
    }
    return out;
}

/// The rules of one state in one line: "L1-01 L1-05".
std::string numbers_of(const DatasetProfile& profile, ReadabilityVerdict::State state) {
    std::string numbers;
    for (const ReadabilityVerdict& one : profile.readability) {
        if (one.state == state) numbers.append(numbers.empty() ? "" : " ").append(one.rule->number);
    }
    return numbers;
}

/// "S130 結合したセル 3件、S123 …": what broke a rule, and where.
std::string broken_by(const DatasetProfile& profile, const ReadabilityVerdict& verdict, const Words& words) {
    constexpr std::size_t most_named = 3;
    std::string text;
    for (std::size_t i = 0; i < verdict.lines.size() && i < most_named; ++i) {
        const TallyLine& line = profile.table.findings.line(verdict.lines[i]);
        text.append(text.empty() ? "" : words.say("、", ", ")).append(line.rule.text);
        if (!line.header.empty()) {
            text.append(" ").append(shown(line.header, widest_cell));
        } else if (line.column != 0) {
            text.append(words.say(" ", " column "))
                .append(std::to_string(line.column))
                .append(words.say("列目", ""));
        }
        if (line.count > 1)
            text.append(words.say("（", " ("))
                .append(std::to_string(line.count))
                .append(words.say("件）", ")"));
    }
    if (verdict.lines.size() > most_named)
        text.append(words.say(" ほか", " and others "))
            .append(std::to_string(verdict.lines.size() - most_named));
    return text;
}

std::string describe_readability(const DatasetProfile& profile, const Words& words) {
    using State = ReadabilityVerdict::State;
    if (profile.readability.empty() || profile.table.columns.empty()) return {};
    std::string out = "\n" + std::string{words.say("機械可読性（行政データの30のルール）:\n",
                                                   "machine-readable, by the government's 30 rules:\n")};
    std::vector<Row> rows;
    for (const ReadabilityVerdict& one : profile.readability) {
        if (one.state != State::broken) continue;
        rows.push_back({"× " + std::string(one.rule->number),
                        std::string(one.rule->title.in(words.language())), broken_by(profile, one, words)});
    }
    out += lined_up(rows);
    const auto group = [&](State state, std::string_view name) {
        const std::string numbers = numbers_of(profile, state);
        if (!numbers.empty()) out.append("  ").append(name).append(": ").append(numbers).append("\n");
    };
    group(State::holds, words.say("○ 守られている", "hold"));
    group(State::not_seen,
          words.say("△ 違反は見当たらない（目でも確認）", "nothing found, have a look as well"));
    group(State::not_judged, words.say("？ この表からは判断できない", "cannot be judged from this table"));
    return out;
}

}  // namespace

std::string profile_text(const DatasetProfile& profile, const Session& session) {
    const Words words{session.language, session.colours_output()};
    FileFacts facts;
    facts.path = profile.path;
    facts.form = profile.form;
    FileVerdict verdict;
    verdict.records = profile.table.records;
    return describe_file(facts, verdict, false, words) + describe_columns(profile, words) +
           describe_sheets(profile, words) + describe_models(profile, words) +
           describe_readability(profile, words) + describe_quality(profile.table, profile.form.places, words);
}

}  // namespace daicho
