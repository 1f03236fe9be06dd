#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "grammars/formats/rule_ids.hpp"
#include "grammars/text/join.hpp"
#include "grammars/text/width.hpp"
#include "grammars/values/rule_ids.hpp"
#include "models/reports/finding_json.hpp"
#include "models/reports/listing.hpp"
#include "models/reports/next_level.hpp"
#include "models/reports/reports.hpp"
#include "models/reports/text_parts.hpp"
#include "models/reports/value_shape.hpp"
#include "models/rules/message.hpp"
#include "models/rules/rule.hpp"

namespace daicho {

namespace {

constexpr std::uint64_t usual_places = 3;
constexpr std::uint64_t places_looked_at = 100;  // of a rule in a column, for what differs
constexpr std::size_t most_kinds = 1000;
constexpr std::size_t most_columns = 8;

/// Whether nearly all records have the same to say of a column: there is one cause.
bool is_whole_column(const TallyLine& line, const FileVerdict& verdict) {
    return line.column != 0 && line.count > usual_places && line.count * 10 >= verdict.records * 9;
}

/// What is said alike of several places.
struct ToldPlaces {
    std::string key;
    std::vector<std::string> places;  ///< "12行目: "; the first ones
    std::string message;
};

/// Of a rule in a column: each kind of finding once, and, where there are no more than a few, each of them.
struct ToldLine {
    std::optional<RuleMessage> wording;
    std::vector<ToldPlaces> kinds;
    std::vector<ToldPlaces> first;  ///< by what is said
    std::uint64_t seen = 0;
    std::string all;  ///< instead of these, where each is to be listed: their lines, as they are written
};

/// For people: what was found, rule by rule and column by column with a few places of each, those that differ
/// first; then what it adds up to and what to do. Keeps counters and these places only.
class TextReport final : public Report {
 public:
    TextReport(std::ostream& out, const ReportOptions& options)
        : out_(out), options_(options), words_{options.language, options.colour}, listing_(options_) {
        if (options_.max_per_rule) return;
        options_.max_per_rule = places_looked_at;
        if (!options_.max_findings) options_.max_findings = 0;
        sums_up_ = true;
    }

    void begin_file(const FileFacts& facts) override {
        listing_ = Listing{options_};
        told_.clear();
        kinds_ = 0;
        facts_ = facts;
    }

    void add(const Finding& finding) override {
        const auto line = listing_.admit(finding);
        if (!line) return;
        told_.resize(listing_.tally().size());
        tell(told_[*line], finding);
    }

    void end_file(const FileVerdict& verdict) override {
        if (options_.only_findings && listing_.tally().size() == 0) return;
        told_.resize(listing_.tally().size());
        std::string text = describe_file(facts_, verdict, !has_final_newline(), words_);
        append_groups(text, verdict);
        text += describe_verdict(facts_, verdict, listing_.tally(), rule_titles(), words_);
        text += describe_next_steps(fix_commands(), listing_.tally(), words_);
        out_ << text << '\n';
    }

    /// Those who read text are told where errors are told.
    void fail_file(const std::string&, std::string_view) override {}

    void finish() override { out_.flush(); }

 private:
    FindingStyle style() const {
        return {options_.wording(), options_.show_values, &facts_.rules, &facts_.form.places};
    }

    FixCommands fix_commands() const {
        const auto command = [&](std::string (*of)(const FileFacts&)) {
            return of == nullptr ? std::string() : of(facts_);
        };
        // Without a model there is no form to write the file in.
        return {facts_.model.empty() ? std::string() : command(options_.fix_command),
                command(options_.fix_in_place_command)};
    }

    RuleTitles rule_titles() const {
        return [this](RuleId id) {
            const Rule* rule = rule_of(Finding{.rule = id}, style());
            return std::string{rule ? rule->title.in(options_.language) : id.text};
        };
    }

    void append_message_of(ToldLine& told, std::string& out, const Finding& finding) const {
        if (!told.wording) told.wording.emplace(rule_of(finding, style()), options_.wording());
        if (finding.confidential && !options_.show_values) {
            told.wording->append_below_title(out, masked(finding));
        } else {
            told.wording->append_below_title(out, finding);
        }
    }

    std::string message_of(ToldLine& told, const Finding& finding) const {
        std::string message;
        append_message_of(told, message, finding);
        return message;
    }

    /// Notations that are put right by themselves, and values with line ends, are alike where they are
    /// written alike; values that lack the same part are alike, and what breaks one rule of the model about
    /// notation. Of all else each is to be looked at, and only what is said word for word again is not said
    /// again.
    std::string key_of(ToldLine& told, const Finding& finding) const {
        if (finding.confidential) return message_of(told, finding);
        const bool notation = consequence_of(finding.rule, finding.blocks) >= Consequence::notation;
        const bool by_itself = is_safe(finding.repair.kind) || finding.rule == rules::control_character;
        if (notation && by_itself) return value_shape(finding.value);
        if (finding.rule == rules::incomplete && !finding.detail.empty()) return finding.detail;
        if (notation && !find_rule(finding.rule.text)) return std::string(finding.rule.text);
        return message_of(told, finding);
    }

    void tell(ToldLine& told, const Finding& finding) {
        if (!sums_up_) {
            ++told.seen;
            told.all += "    " + place_of(finding);
            append_message_of(told, told.all, finding);
            told.all += '\n';
            return;
        }
        if (kinds_ >= most_kinds && options_.max_findings == 0) return;
        if (++told.seen <= usual_places) tell_as(told, told.first, message_of(told, finding), finding);
        tell_as(told, told.kinds, key_of(told, finding), finding);
    }

    void tell_as(ToldLine& line, std::vector<ToldPlaces>& told, std::string key, const Finding& finding) {
        const auto at = std::ranges::find(told, key, &ToldPlaces::key);
        if (at == told.end()) {
            if (told.size() == usual_places) return;
            ++kinds_;
            told.push_back({std::move(key), {place_of(finding)}, message_of(line, finding)});
        } else if (at->places.size() < usual_places && at->message == message_of(line, finding)) {
            at->places.push_back(place_of(finding));
        }
    }

    std::string place_of(const Finding& finding) const { return words_.place(facts_.form.places, finding); }

    bool has_final_newline() const {
        for (std::size_t i = 0; i < listing_.tally().size(); ++i) {
            if (listing_.tally().line(i).rule == rules::no_final_newline) return false;
        }
        return true;
    }

    /// Of what is only worth knowing, and of what is the same in each of several columns, one line for each
    /// rule tells the columns.
    void append_groups(std::string& text, const FileVerdict& verdict) const {
        std::vector<std::size_t> order = listing_.tally().sorted();
        std::erase_if(order, [&](std::size_t at) { return is_told_at_the_top(listing_.tally().line(at)); });
        for (std::size_t at = 0; at < order.size();) {
            const TallyLine& line = listing_.tally().line(order[at]);
            std::size_t end = at + 1;
            while (sums_up_ && end < order.size() && listing_.tally().line(order[end]).rule == line.rule &&
                   (line.severity == Severity::info || is_same_once(order[at], order[end])))
                ++end;
            if (end - at == 1) {
                append_group(text, order[at], verdict);
            } else {
                append_notes(text, std::span(order).subspan(at, end - at));
            }
            at = end;
        }
    }

    void append_notes(std::string& text, std::span<const std::size_t> lines) const {
        TallyLine all = listing_.tally().line(lines.front());
        all.column = 0;
        all.count = all.safe = 0;
        std::vector<std::string> columns;
        for (const std::size_t index : lines) {
            const TallyLine& line = listing_.tally().line(index);
            all.count += line.count;
            all.safe += line.safe;
            if (columns.size() < most_columns) columns.push_back(short_column_name(line, words_));
        }
        text += group_header(all, rule_titles(), words_) + "    ";
        text += joined(columns, words_.say("、", ", "));
        if (lines.size() > columns.size())
            text +=
                words_.dim(words_.say("、", ", ")) + words_.dim(words_.more(lines.size() - columns.size()));
        const auto& told = told_[lines.front()].kinds;
        if (all.severity != Severity::info) text += ": " + told.front().message;
        text += "\n";
        if (told.empty() || all.severity != Severity::info) return;
        if (all.count > lines.size()) {
            text += "    " + told.front().places.front() + told.front().message + "\n";
        }
    }

    /// Whether two columns have one finding each, and the same is said of both.
    bool is_same_once(std::size_t one, std::size_t other) const {
        const auto once = [&](std::size_t at) {
            return listing_.tally().line(at).count == 1 && told_[at].kinds.size() == 1;
        };
        return once(one) && once(other) &&
               told_[one].kinds.front().message == told_[other].kinds.front().message;
    }

    void append_group(std::string& text, std::size_t index, const FileVerdict& verdict) const {
        const TallyLine& line = listing_.tally().line(index);
        text += group_header(line, rule_titles(), words_);
        if (!sums_up_) {
            out_ << text << told_[index].all;
            text.clear();
            append_more(text, line.count - told_[index].seen, "");
            return;
        }
        const bool whole = is_whole_column(line, verdict);
        const bool few = line.count <= usual_places;
        const auto& told = few ? told_[index].first : told_[index].kinds;
        const bool brief = whole || line.severity == Severity::info;
        std::uint64_t listed = 0;
        for (std::size_t i = 0; i < (brief ? std::min<std::size_t>(1, told.size()) : told.size()); ++i) {
            const std::size_t places = brief ? 1 : told[i].places.size();
            text += "    " + joined_places(told[i], places) + told[i].message + "\n";
            listed += places;
        }
        append_more(text, line.count - listed,
                    whole ? words_.say("（列のほぼ全体に同じことが言えます）",
                                       " (the same holds for nearly the whole column)")
                          : "");
    }

    void append_more(std::string& text, std::uint64_t more, std::string_view where) const {
        if (more != 0) text += "    " + words_.dim(words_.more(more) + std::string(where)) + "\n";
    }

    /// "12行目、14行目: ", "一覧!C12、C14: ": the sheet is named once.
    std::string joined_places(const ToldPlaces& told, std::size_t number) const {
        std::string text;
        for (std::size_t i = 0; i < number; ++i) {
            std::string_view place = told.places[i];
            if (i + 1 < number && place.ends_with(": ")) place.remove_suffix(2);
            if (i > 0) place.remove_prefix(sheet_in(place));
            text += place;
            if (i + 1 < number) text += words_.say("、", ", ");
        }
        return text;
    }

    /// Bytes of the sheet in front of a cell.
    std::size_t sheet_in(std::string_view place) const {
        const std::size_t sign = place.rfind('!');
        return facts_.form.places.kind == PlaceForm::Kind::cell && sign != place.npos ? sign + 1 : 0;
    }

    std::ostream& out_;
    ReportOptions options_;
    Words words_;
    Listing listing_;
    FileFacts facts_;
    std::vector<ToldLine> told_;  // by line of the tally
    std::size_t kinds_ = 0;       // in all of these
    bool sums_up_ = false;        // of what has one cause one place is enough
};

}  // namespace

std::unique_ptr<Report> make_text_report(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<TextReport>(out, options);
}

}  // namespace daicho
