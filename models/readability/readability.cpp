#include "models/readability/readability.hpp"

#include <algorithm>
#include <array>

#include "grammars/formats/rule_ids.hpp"

namespace daicho {

namespace {

using Scope = ReadabilityRule::Scope;
using State = ReadabilityVerdict::State;

// 出典：デジタル庁「行政データにおける機械可読性に関するルール」 (digital-go-jp/machine_readability_rule,
// 1c86658, PDL 1.0); the titles in our words.
const ReadabilityRule table[] = {
    {"L1-01",
     Scope::any,
     {"機械が直接読み取れるファイル形式である", "The format can be read by a machine"},
     "S119 F006",
     true},
    {"L1-02",
     Scope::any,
     {"1シート（ファイル）に1つの表だけがある", "One table a sheet or file"},
     "S117 S124",
     false},
    {"L1-03", Scope::any, {"データが分断されていない", "The data are not split"}, "S106 S115 S155", true},
    {"L1-04",
     Scope::any,
     {"データと無関係な情報がない", "Nothing beside the data"},
     "S107 S112 S113 S114 S137",
     false},
    {"L1-05",
     Scope::any,
     {"すべての列に意味の分かる項目名がある", "Every column has a header that says what it holds"},
     "S105 S108 S141",
     false},
    {"L1-06",
     Scope::any,
     {"スペースや改行で体裁を整えていない", "No layout by spaces or line breaks"},
     "S111 S142 S143",
     true},
    {"L1-07", Scope::any, {"1セルに1データだけがある", "One value a cell"}, "T257", false},
    {"L1-08",
     Scope::any,
     {"機種依存文字を使っていない", "No machine-dependent characters"},
     "C232 C216",
     true},
    {"L1-09", Scope::any, {"空白とゼロを区別している", "Blank and zero are told apart"}, "S144", false},
    {"L1-10", Scope::workbook, {"オブジェクトを使っていない", "No pictures or shapes"}, "S131", true},
    {"L1-11",
     Scope::workbook,
     {"書式で違いを表現していない", "No meaning by colour or strike-through"},
     "S132",
     false},
    {"L1-12", Scope::sheet, {"セルを結合していない", "No merged cells"}, "S116 S123 S130", true},
    {"L1-13", Scope::sheet, {"非表示の行や列がない", "No hidden rows or columns"}, "S121", true},
    {"L1-14", Scope::text, {"1行が1データである", "One record a line"}, "S143 S102 S109", true},
    {"L1-15",
     Scope::text,
     {"カンマを含む値が引用符で囲まれている", "Values with commas are quoted"},
     "S101 S103",
     true},
    {"L2-01",
     Scope::any,
     {"数値データに文字列が含まれない", "Numbers are numbers, without text"},
     "S133 S148",
     true},
    {"L2-02",
     Scope::any,
     {"値や項目名を省略していない", "Nothing is left out because it stands above"},
     "S116 T273",
     false},
    {"L2-03", Scope::any, {"各列が一意の項目名で識別できる", "Headers differ"}, "S104 S117 S134", true},
    {"L2-04", Scope::any, {"選択肢が標準化されている", "Choices are spelled in one way"}, "S145", false},
    {"L2-05",
     Scope::any,
     {"選択肢と「その他」の記述が分かれている", "'Other' and its details are apart"},
     "S146",
     false},
    {"L2-06",
     Scope::workbook,
     {"数式が数値データに直されている", "Formulas are replaced by values"},
     "S122 S135 S136 T271",
     true},
    {"L3-01",
     Scope::any,
     {"1行目が項目名で、次の行からデータである", "The header is in row 1, data from row 2"},
     "S107 S108 S118 S134",
     true},
    {"L3-02",
     Scope::any,
     {"コード表が別添されている", "Code lists are attached"},
     "",
     false,
     {"このファイルだけでは分かりません", "the file alone does not tell"}},
    {"L3-03", Scope::any, {"数値の列の記号の定義がある", "Signs among numbers are defined"}, "S147", false},
    {"L3-04", Scope::any, {"単位が記載されている", "Units are given"}, "S149", false},
    {"L3-05",
     Scope::any,
     {"時間軸の表記が標準化されている", "Dates are written in the standard form"},
     "T254",
     false},
    {"L3-06",
     Scope::any,
     {"地域コードか正式な地域名がある", "Codes or full names of areas are given"},
     "",
     false},
    {"L3-07",
     Scope::any,
     {"年によって書式が変わっていない", "The layout does not change from year to year"},
     "",
     false,
     {"前の年のファイルとの比較が要ります", "compare it with the file of the year before"}},
    {"L3-08",
     Scope::any,
     {"データの定義や更新履歴がある", "Definitions and dates of change are given"},
     "",
     false,
     {"このファイルだけでは分かりません", "the file alone does not tell"}},
    {"L3-09", Scope::any, {"縦持ちの形式である", "Long form: one value a record"}, "S118 S150", false},
};

bool names(std::string_view list, std::string_view id) {
    return !id.empty() && list.find(id) != list.npos;
}

bool is_among(const ColumnFacts& column, std::string_view kinds) {
    return column.kind.type && column.filled > 0 && names(kinds, column.kind.type->name);
}

/// Rules that the kinds of the columns speak of: whether one of `kinds` is there, and each is as it should
/// be.
State by_kinds(const TableFacts& facts, std::string_view kinds, bool canonical) {
    bool any = false, all = true;
    for (const ColumnFacts& column : facts.columns) {
        if (!is_among(column, kinds)) continue;
        any = true;
        all = all && (!canonical || column.canonical == column.filled);
    }
    if (!any) return State::not_judged;
    return all ? State::holds : State::broken;
}

constexpr std::string_view date_kinds = "date date_time partial_date";
constexpr std::string_view number_kinds = "integer decimal area_m2 length_m height_m people yen";
constexpr std::string_view area_kinds = "municipality_code prefecture_code prefecture town_id";

bool is_workbook(const TableForm& form) {
    return form.format == "xlsx" || form.format == "xls" || form.format == "ods";
}

/// What else than findings decides, or says what they do not: nothing for most rules.
State beyond_findings(const ReadabilityRule& rule, const TableFacts& facts, const TableForm& form,
                      State state) {
    const bool looked_through = form.format == "xlsx";
    const bool needs_look = rule.scope == Scope::workbook;
    if (needs_look && !looked_through && state != State::broken) return State::not_judged;
    if (state == State::broken) return state;
    if (rule.number == "L2-01")
        return by_kinds(facts, number_kinds, true) == State::broken ? State::broken : State::holds;
    if (rule.number == "L3-05") return by_kinds(facts, date_kinds, true);
    if (rule.number == "L3-06") return by_kinds(facts, area_kinds, false);
    return state;
}

bool is_applicable(const ReadabilityRule& rule, const TableForm& form) {
    switch (rule.scope) {
        case Scope::workbook:
            return is_workbook(form);
        case Scope::sheet:
            return is_workbook(form);
        case Scope::text:
            return form.text.has_value();
        case Scope::any:
            break;
    }
    return true;
}

/// Findings of a column that break a rule by what the column holds.
bool breaks_by_column(const ReadabilityRule& rule, const TableFacts& facts, const TallyLine& line) {
    if (line.column == 0 || line.column > facts.columns.size()) return false;
    const ColumnFacts& column = facts.columns[line.column - 1];
    if (rule.number == "L1-03") return line.rule == rules::blank_header && column.filled == 0;
    if (line.rule.text.front() != 'T') return false;
    if (rule.number == "L2-01") return is_among(column, number_kinds);
    return rule.number == "L3-05" && is_among(column, date_kinds);
}

}  // namespace

std::span<const ReadabilityRule> readability_table() {
    return table;
}

std::string_view to_string(State state) {
    constexpr std::array<std::string_view, 5> names = {"holds", "not-seen", "broken", "not-judged",
                                                       "not-applicable"};
    return names[static_cast<std::size_t>(state)];
}

std::vector<ReadabilityVerdict> judge_readability(const TableFacts& facts, const TableForm& form) {
    std::vector<ReadabilityVerdict> verdicts;
    const std::vector<std::size_t> lines = facts.findings.sorted();
    for (const ReadabilityRule& rule : table) {
        ReadabilityVerdict& verdict = verdicts.emplace_back();
        verdict.rule = &rule;
        if (!is_applicable(rule, form)) {
            verdict.state = State::not_applicable;
            continue;
        }
        if (!rule.why_not.ja.empty()) continue;
        for (const std::size_t at : lines) {
            const TallyLine& line = facts.findings.line(at);
            if (names(rule.findings, line.rule.text) || breaks_by_column(rule, facts, line))
                verdict.lines.push_back(at);
        }
        verdict.state = !verdict.lines.empty() ? State::broken : rule.proof ? State::holds : State::not_seen;
        verdict.state = beyond_findings(rule, facts, form, verdict.state);
    }
    return verdicts;
}

}  // namespace daicho
