#include "tools/gate/gate_judge.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ostream>
#include <set>

#include "tools/gate/rule_ids.hpp"
#include "tools/rule_choice.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_told = 5;

std::optional<Severity> severity_named(std::string_view name) {
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
        if (to_string(severity) == name) return severity;
    }
    return std::nullopt;
}

/// "12", or "8.3%".
std::string amount_text(double number, bool share) {
    char text[40];
    std::snprintf(text, sizeof text, share ? "%.10g%%" : "%.0f", number);
    return text;
}

/// The day so many days before `day`, both YYYY-MM-DD.
std::string days_before(const std::string& day, std::uint32_t days) {
    using namespace std::chrono;
    int year = 0;
    unsigned month = 1, number = 1;
    if (std::sscanf(day.c_str(), "%d-%u-%u", &year, &month, &number) != 3) return day;
    const sys_days then = sys_days{std::chrono::year{year} / month / number} - std::chrono::days{days};
    const year_month_day made{then};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(made.year()),
                  static_cast<unsigned>(made.month()), static_cast<unsigned>(made.day()));
    return text;
}

}  // namespace

GateJudge::GateJudge(const GateConfig& config, Baseline* baseline, std::string today, Report& reports,
                     const Session& session)
    : config_(config), baseline_(baseline), today_(std::move(today)), reports_(reports), session_(session) {}

void GateJudge::begin(const GateSettings& settings, const StoredCheck& noted) {
    settings_ = settings;
    newest_ = noted.newest;
}

void GateJudge::begin_file(const FileFacts& facts) {
    file_ = facts.path;
    headers_.clear();
    for (const BoundColumn& column : facts.columns) headers_.push_back(column.header);
    fits_none_ = facts.model_reference == "auto";
    rules_.clear();
    known_before_ = totals_.known;
    severities_ = {};
    texts_.clear();
    reports_.begin_file(facts);
}

std::string_view GateJudge::keep(std::string text) {
    return texts_.emplace_back(std::move(text));
}

Finding GateJudge::of_gate(RuleId id) {
    Finding finding{.rule = id};
    if (const Rule* rule = find_rule(id.text)) finding.severity = rule->severity;
    return finding;
}

void GateJudge::report(const Finding& finding) {
    ++totals_.findings[static_cast<std::size_t>(finding.severity)];
    reports_.add(finding);
}

void GateJudge::break_gate(const Finding& finding) {
    failed_ = true;
    ++totals_.rules[std::string(finding.rule.text)];
    report(finding);
}

bool GateJudge::is_limited(const Finding& finding) const {
    return std::ranges::any_of(settings_.max, [&](const RuleLimit& limit) {
        const auto severity = severity_named(limit.of);
        return severity ? *severity == finding.severity : chooses(limit.of, finding.rule);
    });
}

void GateJudge::add(const Finding& finding) {
    ++rules_[std::string(finding.rule.text)];
    ++totals_.rules[std::string(finding.rule.text)];
    ++severities_[static_cast<std::size_t>(finding.severity)];
    if (baseline_ != nullptr && baseline_->take(file_, finding)) {
        ++totals_.known;
        return;
    }
    failed_ |= fails(settings_.fail_on, finding.severity) && !is_limited(finding);
    report(finding);
}

/// What is in the baseline and not wanted now is not gone.
void GateJudge::hold_back(const Finding& finding) {
    if (baseline_ != nullptr) baseline_->take(file_, finding);
}

std::uint64_t GateJudge::count_of(const RuleLimit& limit) const {
    if (const auto severity = severity_named(limit.of))
        return severities_[static_cast<std::size_t>(*severity)];
    std::uint64_t count = 0;
    for (const auto& [rule, number] : rules_) {
        if (chooses(limit.of, {rule})) count += number;
    }
    return count;
}

void GateJudge::judge_level(const FileVerdict& verdict) {
    const Level reached = verdict.level.value_or(Level::none);
    if (reached >= settings_.min_level) return;
    Finding finding = of_gate(rules::below_level);
    if (reached != Level::none) finding.value = to_string(reached);
    finding.expected = to_string(settings_.min_level);
    break_gate(finding);
}

void GateJudge::judge_limits(const FileVerdict& verdict) {
    for (const RuleLimit& limit : settings_.max) {
        const auto count = static_cast<double>(count_of(limit));
        const auto records = static_cast<double>(std::max<std::uint64_t>(verdict.records, 1));
        const double amount = limit.share ? 100 * count / records : count;
        if (amount <= limit.most) continue;
        Finding finding = of_gate(rules::over_limit);
        finding.value = limit.of;
        finding.detail = amount_text(
            limit.share ? static_cast<double>(static_cast<std::int64_t>(amount * 10 + 0.5)) / 10 : amount,
            limit.share);
        finding.expected = keep(amount_text(limit.most, limit.share));
        break_gate(finding);
    }
}

void GateJudge::judge_freshness() {
    if (!settings_.fresh_days || settings_.fresh_column.empty()) return;
    const std::string needed = days_before(today_, *settings_.fresh_days);
    if (newest_ >= needed) return;
    Finding finding = of_gate(rules::not_fresh);
    const auto found = std::ranges::find(headers_, settings_.fresh_column);
    if (found != headers_.end()) finding.column = static_cast<std::uint32_t>(found - headers_.begin()) + 1;
    finding.header = keep(settings_.fresh_column);
    finding.value = newest_;
    finding.expected = keep(needed);
    break_gate(finding);
}

void GateJudge::judge_column(const std::string& header) {
    if (std::ranges::find(headers_, header) != headers_.end()) return;
    Finding finding = of_gate(rules::column_gone);
    finding.value = header;
    break_gate(finding);
}

void GateJudge::judge_state(const FileVerdict& verdict) {
    for (const std::string& header : settings_.columns) judge_column(header);
    const Baseline::FileState* before = baseline_ == nullptr ? nullptr : baseline_->state_of(file_);
    if (before == nullptr) return;
    if (settings_.keep_columns) {
        for (const std::string& header : before->columns) {
            if (std::ranges::find(settings_.columns, header) == settings_.columns.end()) judge_column(header);
        }
    }
    if (!settings_.growth) return;
    const auto was = static_cast<double>(before->records), is = static_cast<double>(verdict.records);
    if (std::max(is - was, was - is) * 100 <= was * static_cast<double>(*settings_.growth)) return;
    Finding finding = of_gate(rules::size_changed);
    finding.value = std::to_string(verdict.records);
    finding.detail = std::to_string(before->records);
    finding.expected = keep(std::to_string(*settings_.growth) + "%");
    break_gate(finding);
}

void GateJudge::end_file(const FileVerdict& verdict) {
    ++totals_.files;
    totals_.records += verdict.records;
    ++totals_.levels[static_cast<std::size_t>(verdict.level.value_or(Level::none))];
    judge_level(verdict);
    judge_limits(verdict);
    judge_freshness();
    judge_state(verdict);
    if (baseline_ != nullptr) totals_.fixed += baseline_->left(file_);
    FileVerdict told = verdict;
    told.partly_told |= totals_.known != known_before_;
    reports_.end_file(told);
    if (!fits_none_) return;
    failed_ |= settings_.fail_on != FailOn::never;
    without_model_.push_back(file_);
}

void GateJudge::tell_of_missing_models() const {
    if (without_model_.empty()) return;
    const bool ja = session_.language == Language::ja;
    const std::size_t told = std::min(without_model_.size(), most_told);
    std::string names;
    for (std::size_t i = 0; i < told; ++i) names += (i == 0 ? "" : ja ? "、" : ", ") + without_model_[i];
    if (const std::size_t more = without_model_.size() - told; more != 0)
        names += (ja ? "、ほか " : ", and ") + std::to_string(more) + (ja ? "件" : " more");
    session_.out.flush();
    session_.talk
        << names
        << session_.say(
               ": 合うモデルがないので、準拠レベルは分かりません。daicho.toml の [[path]] で model "
               "を決めてください（値だけを調べるなら model = \"none\"）。\n",
               ": no model fits, so there is no level; name one in a [[path]] of daicho.toml (model = "
               "\"none\" checks the values alone)\n");
}

void GateJudge::fail_file(const std::string& path, const BothTexts& why) {
    ++totals_.failed_files;
    reports_.fail_file(path, why.in(session_.language));
}

void GateJudge::judge_suppressions(const SuppressionUse& use, bool all) {
    const auto& suppressions = config_.suppressions();
    std::map<std::string, std::vector<Finding>> files;
    texts_.clear();
    for (std::size_t i = 0; i < suppressions.size(); ++i) {
        const bool expired = use.expired(i);
        if (!expired && (!all || use.used(i))) continue;
        const Suppression& one = suppressions[i];
        Finding finding = of_gate(expired ? rules::suppression_expired : rules::suppression_unused);
        finding.place = one.place.line;
        finding.value = one.rule;
        finding.detail = one.reason;
        finding.expected = keep(one.until);
        files[one.place.file].push_back(std::move(finding));
    }
    for (const auto& [path, findings] : files) {
        FileFacts facts;
        facts.path = path;
        facts.form.format = "toml";
        facts.form.label = "TOML";
        facts.model_reference = "none";
        reports_.begin_file(facts);
        for (const Finding& finding : findings) {
            failed_ |= fails(config_.settings_of("").fail_on, finding.severity);
            ++totals_.rules[std::string(finding.rule.text)];
            report(finding);
        }
        reports_.end_file({});
    }
}

}  // namespace daicho
