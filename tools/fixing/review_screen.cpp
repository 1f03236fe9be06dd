#include "tools/fixing/review_screen.hpp"

#include <array>
#include <ostream>
#include <string>
#include <string_view>

#include "models/rules/message.hpp"
#include "tools/rule_options.hpp"

namespace daicho {

namespace {

using Kind = ReviewDecision::Kind;

constexpr std::size_t value_columns = 300;

}  // namespace

bool has_cell(const Finding& finding) {
    return finding.record != 0 && finding.column != 0 && !finding.header.empty();
}

bool can_change(const Finding& finding) {
    return has_cell(finding) && finding.repair.kind != RepairKind::none &&
           finding.repair.value != finding.value;
}

void ReviewScreen::show(const ReviewItem& item, std::size_t number, std::size_t of) const {
    const Finding& finding = item.finding;
    const Rule* rule = facts_.rules.find(finding.rule);
    const bool hide = finding.confidential && !show_values_;
    const std::string message =
        render_message(hide ? masked(finding) : finding, rule, worded(words_.language()));
    // The title of a rule of a model is the message itself.
    const std::string_view title = rule ? rule->title.in(words_.language()) : std::string_view{};
    talk_ << '\n'
          << words_.dim("[" + std::to_string(number) + "/" + std::to_string(of) + "]") << ' '
          << words_.place(facts_.form.places, finding) << words_.severity(finding.severity) << ' '
          << finding.rule.text << ' ' << words_.bold(message.starts_with(title) ? "" : title) << "\n  "
          << message << '\n';
    if (!item.row.empty()) tell("レコード", "record", item.row);
    if (!has_cell(finding)) return;
    const auto text = [&](const std::string& value) {
        return hide ? std::string(masked_text) : shown(value, value_columns);
    };
    tell("列", "column", shown(finding.header, value_columns));
    tell("今の値", "now", text(finding.value));
    if (!can_change(finding)) return;
    if (finding.repair.kind == RepairKind::guess) {
        tell("修正案（推定。確かめてください）", "repair (a guess: check it)", text(finding.repair.value));
    } else {
        tell("修正案", "repair", text(finding.repair.value));
    }
}

void ReviewScreen::tell(std::string_view ja, std::string_view en, std::string_view text) const {
    talk_ << "  " << words_.dim(words_.say(ja, en)) << ": " << text << '\n';
}

void ReviewScreen::show_sum(const std::vector<ReviewItem>& items) const {
    std::array<std::size_t, 4> counts{};
    for (const ReviewItem& item : items) ++counts[static_cast<std::size_t>(item.decision.kind)];
    const auto count = [&](Kind kind) { return words_.count(counts[static_cast<std::size_t>(kind)]); };
    talk_ << '\n'
          << words_.say("すべて見ました: 修正 ", "all findings were seen: changes ") << count(Kind::change)
          << words_.say("、承認 ", ", accepted ") << count(Kind::accept)
          << words_.say("、あとで ", ", skipped ") << count(Kind::skip)
          << words_.say("、同じセルの修正で済むもの ", ", settled by a change of the same cell ")
          << count(Kind::open) << '\n';
}

void ReviewScreen::show_help(const Finding& finding) const {
    if (const Rule* rule = facts_.rules.find(finding.rule)) {
        talk_ << "  " << rule->why.in(words_.language()) << "\n  "
              << render_fix(*rule, worded(words_.language())) << '\n';
    }
    talk_ << words_.say(
        "  r 修正案のとおり直す   R この規則の、同じ確かさの修正案をすべて採る\n"
        "  e 値を入力して直す     a 理由を書いて承認する（daicho.toml に抑制として残す）\n"
        "  x セルを空にする\n"
        "  s あとで決める         S この規則の残りをすべてあとで決める\n"
        "  b 前の指摘に戻る       w ここまでの決定を書き出して終える\n"
        "  q 書き出さずに終える（決定は残り、次に続きから始まる）\n",
        "  r take the repair      R take all repairs of this rule that are as certain\n"
        "  e type a value         a accept, with a reason (a suppression in daicho.toml)\n"
        "  x empty the cell\n"
        "  s skip for now         S skip the rest of this rule for now\n"
        "  b back to the last one w write what was decided and end\n"
        "  q end without writing (decisions are kept; the next review goes on from here)\n");
}

void ReviewScreen::complain(std::string_view ja, std::string_view en) const {
    talk_ << "  " << words_.say(ja, en) << '\n';
}

void ReviewScreen::prompt(std::string_view ja, std::string_view en) const {
    talk_ << words_.bold(words_.say(ja, en)) << ' ' << std::flush;
}

}  // namespace daicho
