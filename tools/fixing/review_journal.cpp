#include "tools/fixing/review_journal.hpp"

#include <map>
#include <string_view>
#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/formats/json_value.hpp"
#include "grammars/formats/json_writer.hpp"
#include "tools/input_lines.hpp"

namespace daicho {

namespace {

using Kind = ReviewDecision::Kind;

constexpr std::pair<Kind, std::string_view> decision_words[] = {
    {Kind::open, "open"}, {Kind::change, "change"}, {Kind::accept, "accept"}, {Kind::skip, "skip"}};

std::string_view word_of(Kind kind) {
    return decision_words[static_cast<std::size_t>(kind)].second;
}

void append_line(std::string& text, const ReviewItem& item) {
    const ReviewDecision& decision = item.decision;
    JsonWriter json{text};
    json.begin_object().key("finding").string(item.id).key("rule").string(item.finding.rule.text);
    json.key("record").number(item.finding.record).key("header").string(item.finding.header);
    json.key("decision").string(word_of(decision.kind));
    if (decision.kind == Kind::change) json.key("value").string(decision.value);
    if (decision.kind == Kind::accept) json.key("reason").string(decision.reason);
    if (!decision.until.empty()) json.key("until").string(decision.until);
    json.end_object().end_line();
}

std::string head() {
    std::string text;
    JsonWriter json{text};
    json.begin_object().key("review").number(2).end_object().end_line();
    return text;
}

/// How journals of version 1 may know a finding.
constexpr FingerprintForm earlier_forms[] = {FingerprintForm::of_item, FingerprintForm::numbers,
                                             FingerprintForm::plain, FingerprintForm::as_written};

[[noreturn]] void refuse(const std::string& path, std::size_t number) {
    const std::string at = path + ":" + std::to_string(number);
    throw Error{ErrorKind::input,
                at + ": 点検の記録として読めません。初めからやり直すなら、このファイルを消してください。",
                at + ": this is not the journal of a review; to begin anew, remove the file"};
}

ReviewDecision decision_of(const JsonValue& line, const std::string& path, std::size_t number) {
    ReviewDecision made;
    made.value = line.text_of("value");
    made.reason = line.text_of("reason");
    made.until = line.text_of("until");
    for (const auto& [kind, word] : decision_words) {
        if (word != line.text_of("decision")) continue;
        made.kind = kind;
        return made;
    }
    refuse(path, number);
}

void write_journal(const std::string& path, const std::string& text) {
    OutputFile file(path);
    file.write(text);
    file.commit();
}

}  // namespace

std::string review_id(Fingerprints& fingerprints, const Finding& finding) {
    std::string id = fingerprints.of("", finding);
    // Confidential values are not in a fingerprint: another record would be taken for this one.
    if (finding.confidential) id += ':' + std::to_string(finding.record);
    return id;
}

ReviewJournal::Resumed ReviewJournal::resume(std::vector<ReviewItem>& items) {
    if (!file_facts(path_)) return {};
    text_ = read_file(path_);
    struct Known {
        ReviewDecision decision;
        std::string line{};
        bool met = false;
    };
    std::map<std::string, Known, std::less<>> known;
    std::size_t number = 0;
    bool earlier = false;
    for_each_input_line(text_, [&](std::string_view text) {
        const auto line = parse_json(text);
        if (++number; !line) refuse(path_, number);
        if (number > 1) {
            known[std::string(line->text_of("finding"))] = {decision_of(*line, path_, number),
                                                            std::string(text) + "\n"};
            return;
        }
        earlier = line->text_of("review") == "1";
        if (!earlier && line->text_of("review") != "2") refuse(path_, number);
    });
    const auto take = [&](ReviewItem& item, std::string_view id) {
        const auto found = known.find(id);
        if (found == known.end() || found->second.met) return;
        found->second.met = true;
        item.decision = found->second.decision;
    };
    for (ReviewItem& item : items) take(item, item.id);
    for (const FingerprintForm form : earlier_forms) {
        if (!earlier) break;
        Fingerprints fingerprints(form);
        for (ReviewItem& item : items) {
            const std::string id = review_id(fingerprints, item.finding);
            if (item.decision.kind == Kind::open) take(item, id);
        }
    }
    Resumed resumed;
    for (const auto& [id, one] : known) {
        const bool lost = !one.met && one.decision.kind != Kind::open;
        resumed.unknown += lost ? 1 : 0;
        if (lost) unknown_ += one.line;
    }
    std::string lines = unknown_;
    for (const ReviewItem& item : items) {
        if (item.decision.kind == Kind::open) continue;
        ++resumed.decided;
        append_line(lines, item);
    }
    if (earlier) text_ = head() + lines;
    return resumed;
}

void ReviewJournal::note(const std::vector<const ReviewItem*>& items) {
    if (text_.empty()) text_ = head();
    for (const ReviewItem* item : items) append_line(text_, *item);
    write_journal(path_, text_);
}

void ReviewJournal::close(const std::vector<ReviewItem>& items) {
    std::string left = unknown_;
    bool all = true;
    for (const ReviewItem& item : items) {
        all &= item.decision.kind != Kind::open;
        if (item.decision.kind == Kind::skip) append_line(left, item);
    }
    if (left.empty() || (all && unknown_.empty())) {
        remove_file(path_);
    } else {
        write_journal(path_, head() + left);
    }
    text_.clear();
}

}  // namespace daicho
