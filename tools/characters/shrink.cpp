#include <algorithm>
#include <string>
#include <vector>

#include "grammars/base/os.hpp"
#include "grammars/base/pipeline.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/text/counted.hpp"
#include "tools/characters/characters_command.hpp"
#include "tools/characters/shrink_columns.hpp"
#include "tools/characters/shrink_report.hpp"
#include "tools/characters/text_of_file.hpp"
#include "tools/command.hpp"
#include "tools/input_lines.hpp"
#include "tools/option_list.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/report_form.hpp"
#include "tools/table_options.hpp"
#include "tools/text_table.hpp"

namespace daicho {

namespace {

struct ShrinkOptions {
    std::vector<std::string> words;
    std::vector<std::string> columns;
    ShrinkPolicy policy = ShrinkPolicy::mjsu;
    ShrinkTarget target = ShrinkTarget::jisx0213;
    AnswerForm form = AnswerForm::usual;
    ReadOptions read;
};

/// What some texts came to.
struct Shrunk {
    std::string out;
    bool complete = true;
    bool not_loaded = false;

    void note(const UnitShrink& shrink) {
        complete &= !shrink.text.empty();
        not_loaded |= shrink.verdict == ShrinkVerdict::not_loaded;
    }
};

/// Shrinks texts and tells of them in one form.
struct TextShrinker {
    const CharacterAuthority* authority;
    ShrinkPolicy policy;
    ShrinkTarget target;
    bool json;
    Language language;

    /// Bytes that are not UTF-8 are in no target either.
    void shrink(std::string_view given, Shrunk& shrunk) const {
        std::string kept;
        const std::string_view text = whole_characters(given, kept);
        const ShrunkText found = shrink_text(authority, text, policy, target);
        shrunk.complete &= found.complete;
        for (const ShrunkUnit& one : found.units) shrunk.note(one.shrink);
        json ? append_shrink_json(shrunk.out, text, found)
             : append_shrink_text(shrunk.out, text, found, language);
    }
};

Shrunk shrink_standard_input(const TextShrinker& shrinker, const Session& session) {
    InputLines input;
    Shrunk all;
    ordered_pipeline<std::string, Shrunk>(
        hardware_threads(), [&](std::string& lines) { return input.next(lines); },
        [&](std::string& lines, Shrunk& shrunk) {
            shrunk = {};
            for_each_input_line(lines, [&](std::string_view line) { shrinker.shrink(line, shrunk); });
        },
        [&](std::string&, Shrunk& shrunk) {
            session.out << shrunk.out;
            session.out.flush();
            all.complete &= shrunk.complete;
            all.not_loaded |= shrunk.not_loaded;
        });
    return all;
}

/// "氏名 4行目ほか（12件）"
std::string place_of(const ColumnUnit& one, Language language) {
    const std::string count = grouped(static_cast<std::int64_t>(one.count)), line = std::to_string(one.line);
    if (one.count == 1) {
        return language == Language::ja ? one.column + " " + line + "行目" : one.column + ", line " + line;
    }
    return language == Language::ja ? one.column + " " + line + "行目ほか（" + count + "件）"
                                    : one.column + ", line " + line + " and more (" + count + ")";
}

void append_columns(std::string& out, const std::string& path, const std::vector<ColumnUnit>& units,
                    const TextShrinker& shrinker) {
    if (!shrinker.json) {
        TextTable table = shrink_table(shrinker.language, true);
        for (const ColumnUnit& one : units) {
            const std::string place = place_of(one, shrinker.language);
            add_unit_shrink(table, one.unit, one.shrink, shrinker.language, &place);
        }
        const Text none{"範囲外の文字はありません\n", "no characters outside of the target\n"};
        out += path + '\n' + (units.empty() ? std::string(none.in(shrinker.language)) : table.text());
        return;
    }
    JsonWriter json{out};
    for (const ColumnUnit& one : units) {
        json.begin_object().key("path").string(path).key("column").string(one.column);
        json.key("count").number(one.count).key("line").number(one.line);
        write_unit_shrink(json, one.unit, one.shrink);
        json.end_object().end_line();
    }
}

Shrunk shrink_files(const ShrinkOptions& options, const TextShrinker& shrinker, const Session& session) {
    Shrunk all;
    for (const std::string& path : options.words) {
        const auto units = shrink_columns(path, options.read, options.columns, shrinker.authority,
                                          shrinker.policy, shrinker.target);
        for (const ColumnUnit& one : units) all.note(one.shrink);
        append_columns(all.out, path, units, shrinker);
    }
    session.out << all.out;
    return all;
}

Shrunk shrink_words(const ShrinkOptions& options, const TextShrinker& shrinker, const Session& session) {
    Shrunk all;
    for (const std::string& text : options.words) {
        if (!shrinker.json && !all.out.empty()) all.out += '\n';
        shrinker.shrink(text, all);
    }
    session.out << all.out;
    return all;
}

Exit shrink(const ShrinkOptions& options, const Session& session) {
    const bool from_input =
        options.columns.empty() && (options.words.empty() || options.words == std::vector<std::string>{"-"});
    const Knowledge known(registry_options(session));
    const CharacterAuthority* const authority = known.characters();
    const bool json = is_json(options.form, from_input);
    const TextShrinker shrinker{authority, options.policy, options.target, json, session.language};
    const Shrunk all = from_input                ? shrink_standard_input(shrinker, session)
                       : options.columns.empty() ? shrink_words(options, shrinker, session)
                                                 : shrink_files(options, shrinker, session);
    if (all.not_loaded) {
        session.talk << session.say(
            "縮退マップを含む台帳ファイルがないので、決まらない文字があります（daicho build "
            "で作り、--registry "
            "で指定します）。\n",
            "There is no registry with the shrink map, so some characters were not settled (daicho build "
            "makes "
            "one, --registry names it).\n");
    }
    return all.complete ? Exit::clean : Exit::findings;
}

template <class Row>
std::string in_lines(std::span<const Row> rows, Language language) {
    std::string lines;
    for (const Row& row : rows) {
        lines.append("\n").append(row.key).append(": ").append(row.title.in(language));
    }
    return lines;
}

}  // namespace

std::unique_ptr<Action> add_characters_shrink(OptionList& list) {
    auto action = std::make_unique<ActionOf<ShrinkOptions>>(shrink);
    ShrinkOptions& options = action->options;
    list.arguments("TEXT", options.words,
                   {"文字列（--column があれば表のファイル）。なければ標準入力を1行ずつ読む",
                    "Texts, or with --column files with tables; without any, lines of standard input"});
    list.texts("--column", "NAME", options.columns,
               {"表のこの列の文字を調べる（何度でも）", "Look at this column of tables (repeatable)"})
        .each_time();
    Choices<ShrinkPolicy> policies;
    for (const ShrinkPolicyName& one : shrink_policies()) policies.emplace_back(one.key, one.policy);
    list.choice("--policy", options.policy, policies,
                {"候補の選び方（既定は mjsu）" + in_lines(shrink_policies(), Language::ja),
                 "How a candidate is chosen (default: mjsu)" + in_lines(shrink_policies(), Language::en)});
    Choices<ShrinkTarget> targets;
    for (const ShrinkTargetName& one : shrink_targets()) targets.emplace_back(one.key, one.target);
    list.choice("--to", options.target, targets,
                {"縮退の先の文字集合（既定は jisx0213）", "Character set to shrink to (default: jisx0213)"});
    add_answer_form(list, options.form);
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho
