#include "tools/fixing/review_dialog.hpp"

#include <utility>

#include "grammars/text/spaces.hpp"
#include "grammars/values/date.hpp"

namespace daicho {

namespace {

using Kind = ReviewDecision::Kind;

std::pair<std::uint64_t, std::uint32_t> cell_of(const Finding& finding) {
    return {finding.record, finding.column};
}

bool is_day_or_empty(std::string_view text) {
    return text.empty() || (text.size() == 10 && date_type.is_canonical(text, {}));
}

}  // namespace

ReviewDialog::ReviewDialog(std::vector<ReviewItem>& items, ReviewJournal& journal, const ReviewScreen& screen,
                           NextLine next_line, bool can_accept)
    : items_(items),
      journal_(journal),
      screen_(screen),
      next_line_(std::move(next_line)),
      can_accept_(can_accept) {
    for (const ReviewItem& item : items_) {
        if (item.decision.kind == Kind::change) changed_.insert(cell_of(item.finding));
    }
}

ReviewDialog::End ReviewDialog::run() {
    for (std::size_t at = next_open(0);;) {
        const bool asks = at < items_.size();
        asks ? screen_.show(items_[at], at + 1, items_.size()) : screen_.show_sum(items_);
        const Step step = asks ? answer(at) : answer_at_end();
        if (step == Step::write) return End::write;
        if (step == Step::leave) return End::leave;
        if (step == Step::next) at = next_open(at);
        if (step == Step::back) step_back(at);
    }
}

/// A cell gets one new text: what else was found about it is looked at when that is written.
bool ReviewDialog::is_settled(const ReviewItem& item) const {
    return item.decision.kind != Kind::open ||
           (has_cell(item.finding) && changed_.contains(cell_of(item.finding)));
}

std::size_t ReviewDialog::next_open(std::size_t from) const {
    while (from < items_.size() && is_settled(items_[from])) ++from;
    return from;
}

std::optional<std::string> ReviewDialog::ask(std::string_view ja, std::string_view en) {
    screen_.prompt(ja, en);
    return next_line_();
}

ReviewDialog::Step ReviewDialog::answer(std::size_t index) {
    ReviewItem& item = items_[index];
    const std::optional<std::string> line =
        ask("[r]修正 [e]入力 [a]承認 [s]あとで [b]戻る [w]書き出す [q]中断 [?]説明 >",
            "[r]epair [e]nter [a]ccept [s]kip [b]ack [w]rite [q]uit [?]help >");
    if (!line) return Step::leave;
    const std::string_view word = trimmed(*line);
    if (word == "r") return change(item);
    if (word == "R") return change_alike(item);
    if (word == "e") return enter_value(item);
    if (word == "x") return empty_cell(item);
    if (word == "a") return accept(item);
    if (word == "s") return take(item, {Kind::skip});
    if (word == "S") return skip_alike(item);
    if (word == "b") return Step::back;
    if (word == "w") return Step::write;
    if (word == "q") return Step::leave;
    screen_.show_help(item.finding);
    return Step::again;
}

ReviewDialog::Step ReviewDialog::answer_at_end() {
    const std::optional<std::string> line = ask("[w]書き出す [b]戻る [q]中断 >", "[w]rite [b]ack [q]uit >");
    const std::string_view word = line ? trimmed(*line) : "q";
    if (word == "w") return Step::write;
    if (word == "q") return Step::leave;
    return word == "b" ? Step::back : Step::again;
}

/// Says nothing to the journal yet.
void ReviewDialog::decide(ReviewItem& item, ReviewDecision decision) {
    item.decision = std::move(decision);
    if (item.decision.kind == Kind::change) changed_.insert(cell_of(item.finding));
    if (item.decision.kind == Kind::open) changed_.erase(cell_of(item.finding));
    answered_.push_back(static_cast<std::size_t>(&item - items_.data()));
}

/// What one answer decided goes into the journal, and can be taken back as one.
void ReviewDialog::keep() {
    std::vector<const ReviewItem*> items;
    for (const std::size_t index : answered_) items.push_back(&items_[index]);
    journal_.note(items);
    way_.push_back(std::exchange(answered_, {}));
}

ReviewDialog::Step ReviewDialog::take(ReviewItem& item, ReviewDecision decision) {
    decide(item, std::move(decision));
    keep();
    return Step::next;
}

ReviewDialog::Step ReviewDialog::change(ReviewItem& item) {
    if (can_change(item.finding)) return take(item, {Kind::change, item.finding.repair.value});
    screen_.complain("修正案がありません。値を入力するなら e、このまま承認するなら a を選んでください。",
                     "there is no repair; choose e to type a value, a to accept it as it is");
    return Step::again;
}

/// Takes the repairs that are as certain as this one: a guess about one value does not speak for others.
ReviewDialog::Step ReviewDialog::change_alike(ReviewItem& item) {
    if (!can_change(item.finding)) return change(item);
    const RuleId rule = item.finding.rule;
    const RepairKind kind = item.finding.repair.kind;
    for (ReviewItem& other : items_) {
        const Finding& finding = other.finding;
        if (finding.rule == rule && finding.repair.kind == kind && can_change(finding) && !is_settled(other))
            decide(other, {Kind::change, finding.repair.value});
    }
    keep();
    return Step::next;
}

ReviewDialog::Step ReviewDialog::skip_alike(const ReviewItem& item) {
    const RuleId rule = item.finding.rule;
    for (ReviewItem& other : items_) {
        if (other.finding.rule == rule && !is_settled(other)) decide(other, {Kind::skip});
    }
    keep();
    return Step::next;
}

bool ReviewDialog::require_cell(const Finding& finding) {
    if (has_cell(finding)) return true;
    screen_.complain("一つのセルの指摘ではないので、ここでは書き換えられません。",
                     "this is not about one cell, so it cannot be changed here");
    return false;
}

ReviewDialog::Step ReviewDialog::enter_value(ReviewItem& item) {
    if (!require_cell(item.finding)) return Step::again;
    const std::optional<std::string> line =
        ask("新しい値（空のまま Enter で取りやめ） >", "new value (Enter alone: none) >");
    if (!line) return Step::leave;
    if (line->empty()) return Step::again;
    return take(item, {Kind::change, *line});
}

ReviewDialog::Step ReviewDialog::empty_cell(ReviewItem& item) {
    return require_cell(item.finding) ? take(item, {Kind::change}) : Step::again;
}

ReviewDialog::Step ReviewDialog::accept(ReviewItem& item) {
    if (!can_accept_) {
        screen_.complain("承認を書く daicho.toml がありません（daicho init で作れます）。",
                         "there is no daicho.toml to take this down (daicho init makes one)");
        return Step::again;
    }
    const std::optional<std::string> reason =
        ask("理由（空のまま Enter で取りやめ） >", "reason (Enter alone: none) >");
    if (!reason) return Step::leave;
    if (trimmed(*reason).empty()) return Step::again;
    std::optional<std::string> until;
    do {
        until = ask("いつまで（YYYY-MM-DD。期限なしなら Enter） >", "until (YYYY-MM-DD; Enter: no end) >");
        if (!until) return Step::leave;
    } while (!is_day_or_empty(trimmed(*until)));
    return take(item, {Kind::accept, {}, std::string(trimmed(*reason)), std::string(trimmed(*until))});
}

/// To the last answer, which is taken back; in a review that was resumed to the last decision in front.
void ReviewDialog::step_back(std::size_t& at) {
    std::vector<std::size_t> last;
    if (!way_.empty()) {
        last = std::move(way_.back());
        way_.pop_back();
    } else {
        while (at > 0 && items_[at - 1].decision.kind == Kind::open) --at;
        if (at > 0) last = {at - 1};
    }
    if (last.empty()) {
        screen_.complain("前の指摘はありません。", "there is nothing before");
        at = next_open(0);
        return;
    }
    for (const std::size_t index : last) decide(items_[index], {});
    keep();
    way_.pop_back();
    at = last.front();
}

}  // namespace daicho
