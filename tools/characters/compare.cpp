#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/characters/text_comparison.hpp"
#include "grammars/formats/json_writer.hpp"
#include "tools/characters/characters_command.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/report_form.hpp"

namespace daicho {

namespace {

struct CompareOptions {
    std::string a;
    std::string b;
    std::vector<std::string> as;
    std::size_t limit = 20;
    std::string encoding;
    ReportForm form = ReportForm::text;
};

using Reasons = std::vector<const TextEquivalence*>;

/// Reasons for which texts count as the same here; "all" are all but the last.
Reasons accepted(const CompareOptions& options) {
    const auto all = text_equivalences();
    Reasons reasons;
    for (const auto& name : options.as) {
        const auto* one = find_text_equivalence(name);
        if (name == "all") {
            for (const auto& reason : all.first(all.size() - 1)) reasons.push_back(&reason);
        } else if (one != nullptr && one != &all.back()) {
            reasons.push_back(one);
        } else {
            std::vector<std::string_view> names;
            for (const auto& reason : all.first(all.size() - 1)) names.push_back(reason.name);
            names.push_back("all");
            refuse_unknown_word("--as: ", name, names);
        }
    }
    return reasons;
}

/// A file that can be read twice.
class ComparedFile {
 public:
    explicit ComparedFile(const std::string& path) : file_(path) {
        if (!file_.rewindable()) spooled_.emplace(file_);
    }
    ByteSource& source() { return spooled_ ? static_cast<ByteSource&>(*spooled_) : file_; }

 private:
    InputFile file_;
    std::optional<SpooledSource> spooled_;
};

void write_place(JsonWriter& json, std::string_view key, const TextDifference::Place& place) {
    json.key(key).begin_object();
    json.key("line").number(place.line).key("column").number(place.column);
    json.key("text").string(place.text).end_object();
}

void write_json(const TextDifference& difference, const Session& session) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("difference").string(difference.reason->name);
    write_place(json, "a", difference.a);
    write_place(json, "b", difference.b);
    json.end_object().end_line();
    session.out << text;
}

std::string shown_place(const TextDifference::Place& place, const Session& session) {
    if (place.line == 0) return place.text.empty() ? std::string("-") : place.text;
    const std::string at = std::to_string(place.line) + ":" + std::to_string(place.column);
    if (place.text.empty()) return at + std::string(session.say("（なし）", " (nothing)"));
    return at + (session.language == Language::ja ? "「" + place.text + "」" : " '" + place.text + "'");
}

void write_text(const TextDifference& difference, const Session& session) {
    session.out << difference.reason->name << "  " << shown_place(difference.a, session) << " -> "
                << shown_place(difference.b, session) << '\n';
}

Exit compare(const CompareOptions& options, const Session& session) {
    const Reasons same = accepted(options);
    std::optional<Encoding> encoding;
    if (!options.encoding.empty()) {
        encoding = parse_encoding(options.encoding);
        if (!encoding) {
            throw Error{ErrorKind::usage, "文字コード「" + options.encoding + "」はありません",
                        "there is no encoding '" + options.encoding + "'"};
        }
    }
    ComparedFile a(options.a);
    ComparedFile b(options.b);
    std::map<const TextEquivalence*, std::uint64_t> counts;
    std::uint64_t told = 0;
    compare_texts({a.source(), encoding}, {b.source(), encoding}, [&](const TextDifference& difference) {
        ++counts[difference.reason];
        if (std::ranges::find(same, difference.reason) != same.end()) return;
        if (options.limit != 0 && told++ >= options.limit) return;
        options.form == ReportForm::json ? write_json(difference, session) : write_text(difference, session);
    });
    Exit exit = Exit::clean;
    for (const auto& [reason, count] : counts) {
        const bool counts_as_same = std::ranges::find(same, reason) != same.end();
        if (!counts_as_same) exit = Exit::findings;
        session.talk << reason->name << ' ' << count << session.say("  ", "  ")
                     << reason->title.in(session.language)
                     << (counts_as_same ? session.say("（同じとみなす）", " (counts as the same)") : "")
                     << '\n';
    }
    return exit;
}

}  // namespace

std::unique_ptr<Action> add_characters_compare(OptionList& list) {
    auto action = std::make_unique<ActionOf<CompareOptions>>(compare);
    CompareOptions& options = action->options;
    list.argument("A", options.a, {"1つ目のファイル（- は標準入力）", "First file (-: standard input)"})
        .required();
    list.argument("B", options.b, {"2つ目のファイル", "Second file"}).required();
    std::string names;
    for (const auto& one : text_equivalences().first(text_equivalences().size() - 1)) {
        names += std::string(one.name) + ",";
    }
    list.texts("--as", "KIND,", options.as,
               {"同じとみなす違い: " + names + "all", "Differences to ignore: " + names + "all"})
        .separated_by(',');
    list.number(
        "--limit", "N", options.limit,
        {"示す違いの数（既定は 20、0 はすべて）", "How many differences to show (default: 20; 0: all)"});
    list.text("--encoding", "NAME", options.encoding,
              {"両方の文字コード（指定しなければ全体を見て決める）",
               "Encoding of both (otherwise determined by reading all of them)"});
    add_report_form(list, options.form);
    return action;
}

}  // namespace daicho
