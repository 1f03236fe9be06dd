#include "models/reports/listed_report.hpp"

#include "models/rules/message.hpp"

namespace daicho {

void ListedReport::add(const Finding& given) {
    const auto line = listing_.admit(given);
    if (!line || !has_room(*line)) return;
    const auto tell = [&](const Finding& finding) {
        message_.clear();
        const RuleMessage& wording = message_of_line(*line, finding);
        shows_titles() ? wording.append_below_title(message_, finding) : wording.append(message_, finding);
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

std::vector<ListedReport::ToldLine> ListedReport::told_lines() const {
    constexpr std::size_t most_columns = 8;
    std::vector<ToldLine> told;
    std::size_t columns = 0;  // of the last one
    const auto end_columns = [&] {
        if (columns <= most_columns) return;
        told.back().columns.append(say("、", ", ")).append(words_.more(columns - most_columns));
    };
    for (const std::size_t index : tally().sorted()) {
        const TallyLine& line = tally().line(index);
        const bool again = !told.empty() && line.severity == Severity::info && line.column != 0 &&
                           told.back().line.rule == line.rule && told.back().line.severity == line.severity;
        if (!again) {
            end_columns();
            columns = 0;
            told.push_back({line, index, {}});
        } else {
            told.back().line.count += line.count;
            told.back().line.safe += line.safe;
        }
        if (line.column == 0 || ++columns > most_columns) continue;
        told.back()
            .columns.append(columns > 1 ? say("、", ", ") : "")
            .append(short_column_name(line, words_));
    }
    end_columns();
    return told;
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
