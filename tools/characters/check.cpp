#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/pipeline.hpp"
#include "grammars/characters/rule_ids.hpp"
#include "grammars/formats/table_column.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/engine/mixed_pairs.hpp"
#include "tools/characters/characters_command.hpp"
#include "tools/characters/check_report.hpp"
#include "tools/characters/text_of_file.hpp"
#include "tools/command.hpp"
#include "tools/fail_on.hpp"
#include "tools/input_lines.hpp"
#include "tools/option_list.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/report_form.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

struct CheckCharactersOptions {
    std::vector<std::string> words;
    std::vector<std::string> columns;
    std::string profile = "free-text";
    std::vector<std::string> repertoires;
    AnswerForm form = AnswerForm::usual;
    FailOn fail_on = FailOn::error;
    ReadOptions read;
};

/// What some texts came to.
struct Outcome {
    std::string out;
    std::uint64_t texts = 0;
    std::uint64_t problems = 0;
    bool failed = false;
    PairSightings pairs;  ///< of one file

    void add(const Outcome& other) {
        texts += other.texts;
        problems += other.problems;
        failed |= other.failed;
    }
};

/// Checks texts and tells of them in one form.
struct CharacterChecker {
    const CharacterCheck& check;
    FailOn fail_on;
    bool json;
    Language language;
    bool values;  ///< texts are values of a field, and no lines of prose

    /// `always`: a text without a problem has a line too (JSON only).
    void look_at(std::string_view text, const CheckedPlace& place, bool always, Outcome& outcome) const {
        const CheckedCharacters checked = check_characters(check, text, values);
        ++outcome.texts;
        outcome.problems += checked.problems.size();
        if (place.line != 0 && !checked.clean) outcome.pairs.add(text, {place.line, {place.line}, 1});
        outcome.failed |=
            !checked.problems.empty() && static_cast<int>(checked.gravest) >= static_cast<int>(fail_on);
        if (checked.problems.empty() && !(always && json)) return;
        if (json) {
            append_check_json(outcome.out, place, text, check, checked, language);
        } else {
            append_check_text(outcome.out, place, text, check, checked, language);
        }
    }
};

/// What is told of a file when all of it was seen: marks that it writes in two ways.
void tell_pairs(const std::string& path, const CharacterChecker& checker, Outcome& file) {
    if (checker.check.profile().weight_of(rules::mixed_pair) == RuleWeight::off) return;
    for (const Finding& finding : mixed_pairs(file.pairs, {})) {
        ++file.problems;
        file.failed |= static_cast<int>(finding.severity) >= static_cast<int>(checker.fail_on);
        checker.json ? append_file_finding_json(file.out, path, finding, checker.language)
                     : append_file_finding_text(file.out, path, finding, checker.language);
    }
}

Outcome check_standard_input(const CharacterChecker& checker, const Session& session) {
    InputLines input;
    Outcome all;
    ordered_pipeline<std::string, Outcome>(
        hardware_threads(), [&](std::string& lines) { return input.next(lines); },
        [&](std::string& lines, Outcome& outcome) {
            outcome = {};
            std::string kept;
            for_each_input_line(lines, [&](std::string_view text) {
                checker.look_at(whole_characters(text, kept), {}, true, outcome);
            });
        },
        [&](std::string&, Outcome& outcome) {
            session.out << outcome.out;
            session.out.flush();
            all.add(outcome);
        });
    return all;
}

/// Some lines of a file.
struct LineBlock {
    std::string lines;
    std::uint64_t above = 0;  ///< lines in front of them
};

void check_lines(const std::string& path, const std::optional<Encoding>& encoding,
                 const CharacterChecker& checker, const Session& session, Outcome& all) {
    FileLines file(path, encoding);
    std::uint64_t above = 0;
    ordered_pipeline<LineBlock, Outcome>(
        hardware_threads(),
        [&](LineBlock& block) {
            if (!file.next(block.lines)) return false;
            block.above = above;
            above += static_cast<std::uint64_t>(std::ranges::count(block.lines, '\n'));
            return true;
        },
        [&](LineBlock& block, Outcome& outcome) {
            outcome = {};
            CheckedPlace place;
            place.path = path;
            place.line = block.above;
            for_each_input_line(block.lines, [&](std::string_view one) {
                ++place.line;
                checker.look_at(one, place, false, outcome);
            });
        },
        [&](LineBlock&, Outcome& outcome) {
            session.out << outcome.out;
            all.add(outcome);
            all.pairs.add(outcome.pairs);
        });
}

void check_table(const std::string& path, const CheckCharactersOptions& options,
                 const CharacterChecker& checker, const Session& session, Outcome& all) {
    const auto table = open_table(path, options.read);
    std::vector<std::size_t> columns;
    for (const std::string& name : options.columns) columns.push_back(column_of(*table, name, path));
    PairSightings pairs;
    for (Batch batch; table->next(batch);) {
        Outcome outcome;
        for (std::size_t record = 0; record < batch.size(); ++record) {
            for (const std::size_t column : columns) {
                const CheckedPlace place{path, table->header()[column], batch.line(record),
                                         batch.record_number(record)};
                checker.look_at(batch.cell(record, column), place, false, outcome);
            }
        }
        session.out << outcome.out;
        pairs.add(outcome.pairs);
        all.add(outcome);
    }
    Outcome file;
    file.pairs = pairs;
    tell_pairs(path, checker, file);
    session.out << file.out;
    all.add(file);
}

Outcome check_words(const CheckCharactersOptions& options, const CharacterChecker& checker,
                    const Session& session) {
    Outcome all;
    for (const std::string& word : options.words) {
        if (!options.columns.empty()) {
            check_table(word, options, checker, session, all);
            continue;
        }
        Outcome outcome;
        if (is_file(word)) {
            check_lines(word, options.read.encoding, checker, session, outcome);
            tell_pairs(word, checker, outcome);
        } else {
            checker.look_at(checked_utf8(word), {}, true, outcome);
        }
        session.out << outcome.out;
        all.add(outcome);
    }
    return all;
}

/// A set that is compiled in, or one of the registry.
void ask_for(CharacterCheckOptions& asked, const std::string& name) {
    if (const Repertoire* set = find_repertoire(name)) {
        asked.repertoires.push_back(set);
        return;
    }
    std::vector<std::string_view> words;
    for (const Repertoire& set : repertoires()) words.push_back(set.name);
    for (const LoadedSet set : {LoadedSet::mj, LoadedSet::mj_plus}) {
        words.push_back(name_of(set));
        if (name != name_of(set)) continue;
        asked.loaded.push_back(set);
        return;
    }
    refuse_unknown_word("--repertoire: ", name, words);
}

const CharacterProfile& profile_named(const std::string& name) {
    if (const CharacterProfile* profile = find_character_profile(name)) return *profile;
    std::vector<std::string_view> words;
    for (const CharacterProfile& profile : character_profiles()) words.push_back(profile.name);
    refuse_unknown_word("--profile: ", name, words);
}

void tell_sum(const Outcome& all, const Session& session) {
    const auto texts = std::to_string(all.texts), problems = std::to_string(all.problems);
    session.talk << (session.language == Language::ja
                         ? "調べた文字列 " + texts + "、指摘 " + problems + "\n"
                         : "texts checked " + texts + ", problems " + problems + "\n");
}

Exit check(const CheckCharactersOptions& options, const Session& session) {
    const bool from_input =
        options.columns.empty() && (options.words.empty() || options.words == std::vector<std::string>{"-"});
    const Knowledge known(registry_options(session));
    const CharacterAuthority* const authority = known.characters();
    CharacterCheckOptions asked;
    asked.authority = authority;
    for (const std::string& name : options.repertoires) ask_for(asked, name);
    const CharacterCheck rules(profile_named(options.profile), std::move(asked));
    const bool json = is_json(options.form, from_input);
    const bool values = !options.columns.empty() || options.profile != "free-text";
    const CharacterChecker checker{rules, options.fail_on, json, session.language, values};
    const Outcome all =
        from_input ? check_standard_input(checker, session) : check_words(options, checker, session);
    if (!json) tell_sum(all, session);
    return all.failed ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_characters_check(OptionList& list) {
    auto action = std::make_unique<ActionOf<CheckCharactersOptions>>(check);
    CheckCharactersOptions& options = action->options;
    list.arguments("FILE|TEXT", options.words,
                   {"ファイル、またはその名前のファイルがなければ文字列。なければ標準入力を1行ずつ読む",
                    "Files, or texts where there is no such file; without any, lines of standard input"});
    list.texts("--column", "NAME", options.columns,
               {"ファイルを表として読み、この列を調べる（何度でも）",
                "The files are tables; look at this column (repeatable)"})
        .each_time();
    BothTexts profiles{"項目の種類（既定は free-text）", "What is in the field (default: free-text)"};
    for (const CharacterProfile& profile : character_profiles()) {
        profiles.ja.append("\n").append(profile.name).append(": ").append(profile.title.ja);
        profiles.en.append("\n").append(profile.name).append(": ").append(profile.title.en);
    }
    list.text("--profile", "NAME", options.profile, profiles);
    list.texts("--repertoire", "NAME", options.repertoires,
               {"使ってよい文字集合（何度でも。既定は jisx0213）",
                "Character sets that are allowed (repeatable; default: jisx0213)"})
        .each_time();
    add_answer_form(list, options.form);
    add_fail_on(list, options.fail_on);
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho
