#include "grammars/workbooks/sheet_choice.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "grammars/base/error.hpp"
#include "grammars/text/join.hpp"
#include "grammars/text/spaces.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_likely = 32;  ///< sheets that are compared

/// Two rows with text, in `cells` cells each: a header and a record.
bool has_table(const Workbook& workbook, std::size_t sheet, std::size_t cells = 1) {
    const auto rows = workbook.rows(sheet);
    std::size_t full = 0, any = 0;
    SheetRow row;
    while (full < 2 && any < 1000 && rows->next(row)) {
        any += !row.cells.empty();
        full += row.cells.size() >= cells;
    }
    return full >= 2;
}

std::string names_of(const Workbook& workbook, std::size_t but) {
    constexpr std::size_t most_named = 8;
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        if (i != but) names.push_back(workbook.sheets()[i].name);
    }
    return first_joined(names, most_named);
}

std::size_t sheet_named(const Workbook& workbook, std::string_view wanted) {
    const auto& sheets = workbook.sheets();
    const auto named = std::ranges::find(sheets, wanted, &SheetInfo::name);
    if (named != sheets.end()) return static_cast<std::size_t>(named - sheets.begin());
    const auto alike = std::ranges::find_if(
        sheets, [&](const SheetInfo& one) { return trimmed(one.name) == trimmed(wanted); });
    if (alike != sheets.end()) return static_cast<std::size_t>(alike - sheets.begin());
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    if (error == std::errc{} && end == wanted.data() + wanted.size() && number >= 1 &&
        number <= sheets.size())
        return number - 1;
    const std::string given(wanted), names = names_of(workbook, sheets.size());
    throw Error{ErrorKind::usage,
                workbook.name() + ": シート「" + given + "」はありません。あるもの: " + names,
                workbook.name() + ": there is no sheet '" + given + "'; there are: " + names};
}

}  // namespace

bool is_beside_the_data(std::string_view sheet) {
    constexpr std::array<std::string_view, 18> words = {
        "作成例",       "記載例",   "記入例",   "入力例",   "サンプル", "選択肢",
        "リスト",       "凡例",     "説明",     "記入要領", "入力規則", "マスタ",
        "記入のしかた", "記入方法", "入力方法", "書き方",   "使い方",   "コード一覧"};
    return std::ranges::any_of(words, [&](std::string_view word) { return sheet.find(word) != sheet.npos; });
}

SheetChoice choose_sheet(const Workbook& workbook, std::string_view wanted) {
    const auto& sheets = workbook.sheets();
    if (!wanted.empty()) return {sheet_named(workbook, wanted), {}, false};
    // Of one column are tables, and covers as well: any wider one comes before.
    const auto first = [&](bool hidden, bool beside) -> std::optional<std::size_t> {
        for (const std::size_t cells : {2, 1}) {
            for (std::size_t i = 0; i < sheets.size(); ++i) {
                if (sheets[i].hidden != hidden || is_beside_the_data(sheets[i].name) != beside) continue;
                if (has_table(workbook, i, cells)) return i;
            }
        }
        return std::nullopt;
    };
    std::optional<std::size_t> found;
    if (sheets.size() > 1) found = first(false, false);
    if (sheets.size() > 1 && !found) found = first(false, true);
    if (sheets.size() > 1 && !found) found = first(true, false);
    return choice_of(workbook, found.value_or(0));
}

SheetChoice choice_of(const Workbook& workbook, std::size_t sheet) {
    SheetChoice choice;
    choice.sheet = sheet;
    choice.open = true;
    if (workbook.sheets().size() > 1) choice.others = names_of(workbook, sheet);
    return choice;
}

std::vector<std::size_t> likely_sheets(const Workbook& workbook, std::size_t chosen) {
    std::vector<std::size_t> likely{chosen};
    const auto& sheets = workbook.sheets();
    for (std::size_t i = 0; i < sheets.size() && likely.size() < most_likely; ++i) {
        if (i == chosen || sheets[i].hidden || is_beside_the_data(sheets[i].name)) continue;
        if (has_table(workbook, i)) likely.push_back(i);
    }
    return likely;
}

std::vector<SheetSummary> summarise_sheets(const Workbook& workbook, std::size_t chosen) {
    std::vector<SheetSummary> summaries;
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        const SheetInfo& info = workbook.sheets()[i];
        SheetSummary& one = summaries.emplace_back();
        one.name = info.name;
        one.hidden = info.hidden;
        one.beside_data = is_beside_the_data(info.name);
        one.chosen = i == chosen;
        const auto rows = workbook.rows(i);
        for (SheetRow row; rows->next(row);) {
            one.rows += !row.cells.empty();
            one.columns = std::max(one.columns, row.width());
        }
    }
    return summaries;
}

}  // namespace daicho
