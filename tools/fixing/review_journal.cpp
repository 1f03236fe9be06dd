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
    json.begin_object().key("review").number(1).end_object().end_line();
    return text;
}

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

std::size_t ReviewJournal::resume(std::vector<ReviewItem>& items) {
    if (!file_facts(path_)) return 0;
    text_ = read_file(path_);
    std::map<std::string, ReviewDecision, std::less<>> known;
    std::size_t number = 0;
    for_each_input_line(text_, [&](std::string_view text) {
        const auto line = parse_json(text);
        if (++number; !line || (number == 1 && line->text_of("review") != "1")) refuse(path_, number);
        if (number > 1) known[std::string(line->text_of("finding"))] = decision_of(*line, path_, number);
    });
    std::size_t decided = 0;
    for (ReviewItem& item : items) {
        const auto found = known.find(item.id);
        if (found == known.end()) continue;
        item.decision = found->second;
        decided += item.decision.kind == Kind::open ? 0 : 1;
    }
    return decided;
}

void ReviewJournal::note(const std::vector<const ReviewItem*>& items) {
    if (text_.empty()) text_ = head();
    for (const ReviewItem* item : items) append_line(text_, *item);
    write_journal(path_, text_);
}

void ReviewJournal::close(const std::vector<ReviewItem>& items) {
    std::string left;
    bool all = true;
    for (const ReviewItem& item : items) {
        all &= item.decision.kind != Kind::open;
        if (item.decision.kind == Kind::skip) append_line(left, item);
    }
    if (all || left.empty()) {
        remove_file(path_);
    } else {
        write_journal(path_, head() + left);
    }
    text_.clear();
}

}  // namespace daicho
