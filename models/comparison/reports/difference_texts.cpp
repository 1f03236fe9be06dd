#include "models/comparison/reports/difference_texts.hpp"

#include <algorithm>

#include "grammars/text/visible.hpp"
#include "models/rules/message.hpp"

namespace daicho {

namespace {

constexpr std::size_t widest_value = 80;

std::string list_of_headers(const ComparisonFacts& facts) {
    std::string list;
    for (const std::size_t column : facts.key) {
        list.append(list.empty() ? "" : ", ").append(shown_label(facts.columns[column]));
    }
    return list;
}

/// "12行目", "line 12", "Sheet1!A12"
std::string side_place(const TableForm& form, RecordPlace place, std::uint64_t record,
                       const DifferenceStyle& style) {
    if (form.places.kind == PlaceForm::Kind::line) {
        const std::string line = std::to_string(place.line);
        return style.language == Language::ja ? line + "行目" : "line " + line;
    }
    std::string text = place_text(form.places, place, 0, {});
    return text.empty() ? "#" + std::to_string(record) : " " + text;
}

std::string grouped_number(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

}  // namespace

std::string_view in_language(const DifferenceStyle& style, std::string_view ja, std::string_view en) {
    return Text{ja, en}.in(style.language);
}

std::string counted(const DifferenceStyle& style, std::uint64_t count) {
    return grouped_number(count) + (style.language == Language::ja ? "件" : "");
}

std::string_view word_for(Change::Op op, const DifferenceStyle& style) {
    switch (op) {
        case Change::Op::added:
            return in_language(style, "追加", "added");
        case Change::Op::removed:
            return in_language(style, "削除", "removed");
        case Change::Op::changed:
            break;
    }
    return in_language(style, "変更", "changed");
}

std::string_view word_for(DifferenceClass kind, const DifferenceStyle& style) {
    return name_of(kind).in(style.language);
}

std::string shown_label(const ComparedColumn& column) {
    return visible(column.label);
}

std::string shown_value(std::string_view value, const ComparedColumn& column, const DifferenceStyle& style) {
    if (value.empty()) return {};
    return column.confidential && !style.show_values ? std::string(masked_text) : shown(value, widest_value);
}

std::string key_text(const ComparisonFacts& facts, const RecordDifference& difference,
                     const DifferenceStyle& style) {
    const auto& cells = difference.op == Change::Op::removed ? difference.before : difference.after;
    // Cells without a text say nothing beside others.
    const bool any =
        std::ranges::any_of(facts.key, [&](std::size_t column) { return !cells[column].empty(); });
    std::string text;
    for (const std::size_t column : facts.key) {
        if (any && cells[column].empty()) continue;
        text.append(text.empty() ? "" : ", ").append(shown_label(facts.columns[column])).append("=");
        text.append(shown_value(cells[column], facts.columns[column], style));
    }
    return text;
}

std::string place_of(const ComparisonFacts& facts, const RecordDifference& difference,
                     const DifferenceStyle& style) {
    std::string text;
    if (difference.old_record != 0) {
        text = std::string(in_language(style, "旧", "old ")) +
               side_place(facts.old_form, difference.old_place, difference.old_record, style);
    }
    if (difference.new_record == 0) return text;
    if (!text.empty()) text += " → ";
    return text + std::string(in_language(style, "新", "new ")) +
           side_place(facts.new_form, difference.new_place, difference.new_record, style);
}

std::string key_line(const ComparisonFacts& facts, const DifferenceStyle& style) {
    const std::string list = list_of_headers(facts);
    switch (facts.key_source) {
        case KeySource::given:
            return std::string(in_language(style, "キー: ", "key: ")) + list +
                   std::string(in_language(style, "（指定）", " (given)"));
        case KeySource::model:
            return std::string(in_language(style, "キー: ", "key: ")) + list +
                   std::string(in_language(style, "（モデル ", " (of the model ")) + facts.model +
                   std::string(in_language(style, "）", ")"));
        case KeySource::found:
            return std::string(in_language(style, "キー: ", "key: ")) + list +
                   std::string(in_language(style, "（値が重ならない列から選択）",
                                           " (chosen: no two records are equal there)"));
        case KeySource::none:
            break;
    }
    return std::string(in_language(style, "キー: なし（レコードの内容で対応付け）",
                                   "key: none (records are paired by what they say)"));
}

std::vector<std::string> column_lines(const ComparisonFacts& facts, const DifferenceStyle& style) {
    std::vector<std::string> lines;
    for (const ComparedColumn& column : facts.columns) {
        if (column.ignored) continue;
        if (column.added()) {
            lines.push_back(std::string(in_language(style, "追加された列: ", "column added: ")) +
                            shown_label(column));
        } else if (column.removed()) {
            lines.push_back(std::string(in_language(style, "なくなった列: ", "column removed: ")) +
                            shown_label(column));
        } else if (column.renamed()) {
            lines.push_back(std::string(in_language(style, "名前が変わった列: ", "column renamed: ")) +
                            visible(column.old_header) + " → " + shown_label(column));
        } else if (column.moved) {
            lines.push_back(std::string(in_language(style, "位置が変わった列: ", "column moved: ")) +
                            shown_label(column));
        }
    }
    return lines;
}

std::vector<std::string> summary_lines(const ComparisonSummary& summary, const ComparisonFacts& facts,
                                       const DifferenceStyle& style) {
    const bool ja = style.language == Language::ja;
    const auto count = [&](std::uint64_t number) { return counted(style, number); };
    std::vector<std::string> lines;
    if (summary.records_differ()) {
        const std::string real = count(summary.of(DifferenceClass::real)), changed = count(summary.changed),
                          added = count(summary.added), removed = count(summary.removed);
        lines.push_back(ja ? "変更 " + changed + "のうち実質的な違い " + real + "、追加 " + added +
                                 "、削除 " + removed + "。"
                           : real + " real of " + changed + " changed; " + added + " added, " + removed +
                                 " removed");
    } else {
        lines.emplace_back(in_language(style, "レコードの違いはありません。", "the records do not differ"));
    }
    for (std::size_t i = difference_classes; i-- > 0;) {
        const auto kind = static_cast<DifferenceClass>(i);
        if (summary.of(kind) == 0) continue;
        lines.push_back("  " + std::string(word_for(kind, style)) + ": " + count(summary.of(kind)));
    }
    const std::string was = count(summary.old_records), is = count(summary.new_records),
                      same = count(summary.same);
    lines.push_back(ja ? "レコード 旧 " + was + "、新 " + is + "、同じ " + same + "。"
                       : "records: " + was + " old, " + is + " new, " + same + " the same");
    if (!summary.same_order) {
        lines.emplace_back(in_language(style, "両方にあるレコードの並び順が違います。",
                                       "the records of both are in another order"));
    }
    const auto shared = [&](std::uint64_t records, bool in_new) {
        if (records == 0) return;
        const std::string& name = in_new ? facts.new_name : facts.old_name;
        std::string example;
        for (const SharedKey& key : summary.shared) {
            if (key.in_new != in_new) continue;
            for (const std::uint64_t record : key.records) {
                example += (example.empty() ? "" : ", ") + std::to_string(record);
            }
            break;
        }
        lines.push_back(ja ? name + ": キーが重なるレコードが " + count(records) + "あります（例: " +
                                 example + "件目）。内容が同じもの、並びの順に対応付けました。"
                           : name + ": " + count(records) + " records share their key with others (records " +
                                 example + " ...); they were paired by equal content, then in their order");
    };
    shared(summary.old_shared, false);
    shared(summary.new_shared, true);
    return lines;
}

}  // namespace daicho
