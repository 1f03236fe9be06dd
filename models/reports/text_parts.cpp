#include "models/reports/text_parts.hpp"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

#include "grammars/formats/rule_ids.hpp"
#include "grammars/text/counted.hpp"
#include "grammars/text/join.hpp"
#include "grammars/text/visible.hpp"
#include "models/reports/level_label.hpp"
#include "models/reports/next_level.hpp"
#include "models/rules/message.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

constexpr std::size_t header_columns = 40;
constexpr std::size_t most_blockers = 8;

std::string newline_name(Newline newline, const Words& words) {
    switch (newline) {
        case Newline::lf:
            return "LF";
        case Newline::crlf:
            return "CRLF";
        case Newline::cr:
            return "CR";
        case Newline::mixed:
            return std::string{words.say("混在", "mixed")};
        case Newline::none:
            break;
    }
    return std::string{words.say("なし", "none")};
}

std::string delimiter_name(char delimiter, const Words& words) {
    if (delimiter == '\t') return std::string{words.say("タブ", "tab")};
    if (delimiter == ',') return std::string{words.say("カンマ", "comma")};
    return std::string(1, delimiter);
}

/// Without a model: which columns show by their values what they hold.
std::string describe_kinds(const FileFacts& facts, const Words& words) {
    std::vector<std::string> known;
    for (const BoundColumn& column : facts.columns) {
        const std::string_view kind = column.item_name.in(words.language());
        if (kind.empty()) continue;
        known.push_back(shown(column.header, header_columns) + " (" + std::string(kind) + ")");
    }
    std::string out = "  ";
    out += facts.model_reference == "none"
               ? words.say("モデル: なし（値の種類だけを検査しました）\n",
                           "model: none (only the kinds of values were checked)\n")
               : words.say("モデル: なし（該当するモデルがないため、値の種類だけを検査しました）\n",
                           "model: none (no model matches; only the kinds of values were checked)\n");
    if (known.empty()) return out;
    out += "  ";
    out += words.say("値の種類が分かった列: ", "columns recognised by their values: ");
    return out + joined(known, words.say("、", ", ")) + "\n";
}

std::string describe_binding(const FileFacts& facts, const Words& words) {
    if (facts.columns.empty()) return {};
    if (facts.model.empty()) return describe_kinds(facts, words);
    const auto is_bound = [](const BoundColumn& column) { return !column.item.empty(); };
    const auto bound = std::count_if(facts.columns.begin(), facts.columns.end(), is_bound);
    std::string out = "  ";
    out += words.say("項目に対応した列: ", "mapped columns: ");
    out += std::to_string(bound) + "/" + std::to_string(facts.columns.size()) + "\n";
    std::vector<std::string> unbound;
    for (const BoundColumn& column : facts.columns) {
        if (is_bound(column)) continue;
        const std::string number = std::to_string(column.column);
        unbound.push_back(!column.header.empty()
                              ? shown(column.header, header_columns)
                              : std::string(words.say("見出しのない", "column ")) + number +
                                    std::string(words.say("列目", " without a header")));
    }
    if (unbound.empty()) return out;
    out += "  ";
    out += words.say("モデルの項目に対応しない列: ", "unmapped columns: ");
    return out + joined(unbound, words.say("、", ", ")) + "\n";
}

/// "電話番号（14列目）"; empty for a line about records as a whole.
std::string column_name(const TallyLine& line, const Words& words) {
    if (line.column == 0) return {};
    const std::string number = std::to_string(line.column);
    const std::string header = shown(line.header, header_columns);
    if (words.language() == Language::ja)
        return header.empty() ? number + "列目" : header + "（" + number + "列目）";
    return header.empty() ? "column " + number : header + " (column " + number + ")";
}

/// "12件（うち自動修正可 10件）": how many findings, and of how many the repair is safe.
std::string count_and_fixable(const TallyLine& line, const Words& words) {
    const std::string count = words.count(line.count);
    if (line.safe == 0) return count;
    const std::string safe = words.count(line.safe);
    return words.language() == Language::ja ? count + "（うち自動修正可 " + safe + "）"
                                            : count + " (" + safe + " fixable)";
}

std::string describe_levels(const FileVerdict& verdict, const Words& words) {
    if (!verdict.level) {
        return std::string{
            words.say("準拠レベル: 判定不可（モデルの項目に対応する列がありません）\n",
                      "conformance level: not determined (no column is mapped to an item of the model)\n")};
    }
    std::string out = words.bold(std::string{words.say("準拠レベル: ", "conformance level: ")} +
                                 words.level(*verdict.level));
    std::vector<std::string> counts;
    for (const Level level : {Level::none, Level::lv1, Level::lv2, Level::lv2s}) {
        const auto records = verdict.levels[static_cast<std::size_t>(level)];
        if (records != 0) counts.push_back(words.level(level) + " " + words.count(records));
    }
    if (!counts.empty()) {
        out += words.say("（レコード: ", " (records: ");
        out += joined(counts, words.say("、", ", "));
        out += words.say("）", ")");
    }
    return out + "\n";
}

std::string describe_blockers(const FileVerdict& verdict, const Tally& tally, const RuleTitles& titles,
                              const Words& words) {
    const auto next = next_level(verdict, tally);
    if (!next) return {};
    std::string out{words.language() == Language::ja ? words.level(next->level) + "達成に修正が必要な箇所:\n"
                                                     : "to be fixed for " + words.level(next->level) + ":\n"};
    const std::size_t listed = std::min(next->lines.size(), most_blockers);
    for (std::size_t i = 0; i < listed; ++i) {
        const TallyLine& line = tally.line(next->lines[i]);
        const std::string column = column_name(line, words);
        out += "  " + std::string{line.rule.text} + " " + titles(line.rule);
        out += (column.empty() ? "" : ": " + column) + "  " + count_and_fixable(line, words) + "\n";
    }
    if (listed < next->lines.size()) out += "  " + words.dim(words.more(next->lines.size() - listed)) + "\n";
    return out;
}

std::string describe_lacking(const FileVerdict& verdict, const Words& words) {
    const std::string lacking = joined(verdict.lacking, words.say("、", ", "));
    if (verdict.pattern.empty()) {
        if (lacking.empty()) return {};
        return std::string{words.say("列がない必須項目: ", "required items without a column: ")} + lacking +
               "\n";
    }
    std::string out{words.say("必須パターン: ", "required pattern: ")};
    out += verdict.pattern;
    if (!lacking.empty()) {
        out += words.say("（不足している項目: ", " (missing items: ");
        out += lacking;
        out += words.say("）", ")");
    }
    return out + "\n";
}

/// What speaks for reading about a rule, smallest first: it is no note, who reads the data is misled, cells
/// or records are wrong and not the table as a whole, and many of them that nothing repairs by itself.
struct Urgency {
    bool note = true, leads_nobody_astray = true, of_table = true;
    std::int64_t none_left = 0;  ///< how many are left to people, below 0

    auto operator<=>(const Urgency&) const = default;
};

/// The rule that it is worth most to read about, of those that have a page; those of a model file have none.
std::string rule_to_explain(const Tally& tally) {
    std::vector<std::pair<std::string_view, Urgency>> rules;  // in the order of the report
    for (const auto index : tally.sorted()) {
        const TallyLine& line = tally.line(index);
        if (is_told_at_the_top(line) || find_rule(line.rule.text) == nullptr) continue;
        auto rule = std::ranges::find(rules, line.rule.text, &decltype(rules)::value_type::first);
        if (rule == rules.end()) rule = rules.insert(rules.end(), {line.rule.text, {}});
        Urgency& urgency = rule->second;
        urgency.note &= line.severity == Severity::info;
        urgency.leads_nobody_astray &= consequence_of(line.rule, line.blocks) != Consequence::wrong_fact;
        urgency.of_table &= line.first_line == 0;
        urgency.none_left -= static_cast<std::int64_t>(line.count - line.safe);
    }
    const auto first = std::ranges::min_element(rules, {}, &decltype(rules)::value_type::second);
    return first == rules.end() ? std::string() : std::string(first->first);
}

/// "、見出し 1行目"
std::string describe_header(const TableForm& form, const Words& words) {
    std::string out(words.say("、", ", "));
    out += words.say("見出し ", "header on line ");
    out += form.header_line == 0 ? words.say("なし", "none") : std::to_string(form.header_line);
    if (form.header_line != 0) out += words.say("行目", "");
    return out;
}

/// "UTF-8、改行 LF、区切り カンマ、見出し 1行目"; "Excel (xlsx)、シート「一覧」、見出し 1行目"; "JSON".
std::string describe_form(const TableForm& form, bool open_end, const Words& words) {
    if (form.places.kind == PlaceForm::Kind::cell) {
        return std::string(form.label)
            .append(words.say("、シート「", ", sheet '"))
            .append(form.places.of)
            .append(words.say("」", "'"))
            .append(describe_header(form, words));
    }
    if (!form.text) return std::string(form.label);
    const Dialect& dialect = *form.text;
    const std::string_view between = words.say("、", ", ");
    std::string out(to_string(dialect.encoding));
    if (dialect.bom) out += words.say("（BOMあり）", " with BOM");
    out.append(between).append(words.say("改行 ", "line ends ")) += newline_name(dialect.newline, words);
    if (open_end) out += words.say("（最後の行にはない）", " (none after the last line)");
    out.append(between).append(words.say("区切り ", "delimiter ")) +=
        delimiter_name(dialect.delimiter, words);
    return out + describe_header(form, words);
}

}  // namespace

bool is_told_at_the_top(const TallyLine& line) {
    return line.severity == Severity::info &&
           (line.rule == rules::byte_order_mark || line.rule == rules::no_final_newline ||
            line.rule == rules::own_column);
}

std::string Words::severity(Severity severity) const {
    switch (severity) {
        case Severity::error:
            return coloured("1;31", say("誤り", "error"));
        case Severity::warning:
            return coloured("1;33", say("警告", "warning"));
        case Severity::info:
            break;
    }
    return coloured("1;36", say("情報", "info"));
}

std::string Words::level(Level level) const {
    return std::string{level_label(level).in(language())};
}

std::string Words::place(const PlaceForm& form, const Finding& finding) const {
    const std::string told = place_text(form, finding.place, finding.column, finding.header);
    if (form.kind == PlaceForm::Kind::cell) return told + ": ";
    const std::string number = std::to_string(finding.place.line);
    const std::string line = language_ == Language::ja ? number + "行目" : "line " + number;
    if (told.empty()) return finding.place.line == 0 ? "" : line + ": ";
    if (finding.place.line == 0) return told + ": ";
    if (form.kind == PlaceForm::Kind::line_pointer) return line + " " + told + ": ";
    return told + std::string(say("（", " (")) + line + std::string(say("）: ", "): "));
}

std::string Words::count(std::uint64_t count) const {
    return grouped(static_cast<std::int64_t>(count)) + (language_ == Language::ja ? "件" : "");
}

std::string Words::findings(std::uint64_t number) const {
    return language_ == Language::ja ? count(number) : counted(number, "finding");
}

std::string Words::more(std::uint64_t number) const {
    return language_ == Language::ja ? "ほか " + count(number) : count(number) + " more";
}

std::string Words::coloured(const char* code, std::string_view text) const {
    if (!colour_) return std::string{text};
    return std::string{"\x1b["} + code + "m" + std::string{text} + "\x1b[0m";
}

std::string short_column_name(const TallyLine& line, const Words& words) {
    if (!line.header.empty()) return shown(line.header, header_columns);
    return column_name(line, words);
}

std::string describe_file(const FileFacts& facts, const FileVerdict& verdict, bool open_end,
                          const Words& words) {
    const std::string_view between = words.say("、", ", ");
    const bool standard_input = facts.path == "-";
    std::string out = words.bold(standard_input ? std::string(words.say("（標準入力）", "(standard input)"))
                                                : visible(facts.path)) +
                      "\n  ";
    out += describe_form(facts.form, open_end, words);
    out.append(between).append(words.say("レコード ", "records: ")) += words.count(verdict.records);
    out += "\n";
    if (!facts.model.empty()) {
        out.append("  ").append(words.say("モデル: ", "model: ")).append(facts.model);
        const std::string_view name = facts.model_name.in(words.language());
        if (!name.empty()) out.append(" ").append(name);
        out += "\n";
    }
    return out + describe_binding(facts, words) + "\n";
}

std::string group_header(const TallyLine& line, const RuleTitles& titles, const Words& words) {
    const std::string column = column_name(line, words);
    return words.severity(line.severity) + " " +
           words.bold(std::string{line.rule.text} + " " + titles(line.rule)) +
           (column.empty() ? "" : ": " + column) + "  " + count_and_fixable(line, words) + "\n";
}

std::string describe_verdict(const FileFacts& facts, const FileVerdict& verdict, const Tally& tally,
                             const RuleTitles& titles, const Words& words) {
    std::string out = tally.size() == 0 ? "" : "\n";
    out += words.say("合計: ", "total: ");
    std::vector<std::string> totals;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        totals.push_back(words.severity(severity) + " " + words.count(tally.total(severity)));
    }
    out += joined(totals, words.say("、", ", ")) + "\n";
    if (!facts.model.empty()) {
        out += describe_levels(verdict, words) + describe_lacking(verdict, words);
        out += describe_blockers(verdict, tally, titles, words);
    }
    return out;
}

std::string describe_next_steps(const FixCommands& commands, const Tally& tally, const Words& words) {
    std::string out;
    std::uint64_t in_items = 0;
    for (std::size_t i = 0; i < tally.size(); ++i) {
        if (!tally.line(i).item.empty()) in_items += tally.line(i).safe;
    }
    const bool ja = words.language() == Language::ja;
    if (in_items != 0 && !commands.items.empty()) {
        const std::string count = words.findings(in_items);
        out += ja ? "  自動で安全に修正できる指摘" + count + "を修正する: " + commands.items + "\n"
                  : "  fix the " + count + " that can be fixed safely: " + commands.items + "\n";
    }
    if (in_items != tally.safe_repairs() && !commands.columns.empty()) {
        const std::string count = words.findings(tally.safe_repairs());
        const bool all = commands.items.empty();
        out += ja ? (all ? "  自動で安全に修正できる指摘" : "  項目に対応しない列も含めて") + count +
                        "を、元のファイルで修正する: " + commands.columns + "\n"
                  : "  fix " + count + (all ? "" : ", those in unmapped columns too,") +
                        " in the file itself: " + commands.columns + "\n";
    }
    if (const std::string rule = rule_to_explain(tally); !rule.empty()) {
        out += words.say("  規則の説明を読む: ", "  read about a rule: ");
        out += "daicho rules explain " + rule + "\n";
    }
    if (out.empty()) return out;
    return std::string{words.say("次の操作:\n", "next steps:\n")} + out;
}

}  // namespace daicho
