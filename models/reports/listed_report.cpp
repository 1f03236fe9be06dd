#include "models/reports/listed_report.hpp"

#include "models/rules/message.hpp"

namespace daicho {

void ListedReport::add(const Finding& given) {
    const auto line = listing_.admit(given);
    if (!line || !has_room(*line)) return;
    const auto tell = [&](const Finding& finding) {
        message_.clear();
        message_of_line(*line, finding).append(message_, finding);
        list(finding, message_, *line);
    };
    if (given.confidential && !options_.show_values) {
        tell(masked(given));
    } else {
        tell(given);
    }
}

const RuleMessage& ListedReport::message_of_line(std::size_t line, const Finding& finding) {
    if (messages_.size() <= line) messages_.resize(line + 1);
    auto& message = messages_[line];
    if (!message) message.emplace(rule_of(finding.rule), options_.wording());
    return *message;
}

std::uint64_t ListedReport::unlisted() const {
    const Tally& all = tally();
    return all.total(Severity::error) + all.total(Severity::warning) + all.total(Severity::info) -
           listing_.listed();
}

std::string ListedReport::shown_path(std::string_view path) const {
    while (path.starts_with("./")) path.remove_prefix(2);
    return std::string(path == "-" ? "stdin" : path);
}

const Rule* ListedReport::rule_of(RuleId rule) const {
    return facts_.rules.find(rule);
}

std::string ListedReport::title_of(RuleId id) const {
    const Rule* rule = rule_of(id);
    return std::string(rule != nullptr ? rule->title.in(options_.language) : id.text);
}

std::string ListedReport::of_column(const Finding& finding) {
    constexpr std::size_t longest_name = 60;
    std::string column;
    append_shown(column, finding.header, longest_name);
    return column.empty() ? column : column + ": ";
}

std::string ListedReport::place_of(const Finding& finding) const {
    std::string place = words_.place(facts_.form.places, finding);
    if (place.ends_with(": ")) place.resize(place.size() - 2);
    return place;
}

}  // namespace daicho
