#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/pipeline.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/text/nearest.hpp"
#include "grammars/values/address.hpp"
#include "tools/command.hpp"
#include "tools/input_lines.hpp"
#include "tools/option_list.hpp"
#include "tools/parsed_text.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/report_form.hpp"
#include "tools/value_options.hpp"

namespace daicho {

namespace {

struct ParseOptions {
    std::string kind;
    std::vector<std::string> texts;
    bool list = false;
    AnswerForm form = AnswerForm::usual;  // a table for the list, JSON for values
    TwoDigitYear two_digit_year = TwoDigitYear::refuse;
    AddressTarget target = AddressTarget::any;
};

/// The name of a kind as the command line writes it: "postal-code".
std::string command_line_name(const ValueType& type) {
    std::string name{type.name};
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

void list_kinds(const ParseOptions& options, const Session& session) {
    std::string out;
    JsonWriter json{out};
    for (const ValueType* type : value_types()) {
        if (options.form != AnswerForm::json) {
            out.append(command_line_name(*type))
                .append("\t")
                .append(type->name_ja)
                .append("\t")
                .append(type->form) += '\n';
            continue;
        }
        json.begin_object().key("kind").string(command_line_name(*type)).key("name").string(type->name_ja);
        json.key("form").string(type->form).end_object().end_line();
    }
    session.out << out;
}

const ValueType& kind_of(const ParseOptions& options) {
    if (const ValueType* type = find_value_type(options.kind)) return *type;
    if (options.kind.empty()) {
        throw Error{
            ErrorKind::usage,
            "値の種類を指定してください（例: daicho parse date 令和6年4月18日）。種類の一覧: daicho parse "
            "--list",
            "name the kind of value (as in: daicho parse date 2024/4/18); daicho parse --list shows all "
            "kinds"};
    }
    std::vector<std::string> kinds;
    for (const ValueType* type : value_types()) kinds.push_back(command_line_name(*type));
    const std::vector<std::string_view> names(kinds.begin(), kinds.end());
    const std::string near{nearest(options.kind, names)};
    throw Error{ErrorKind::usage,
                "「" + options.kind + "」という値の種類はありません。" +
                    (near.empty() ? "" : "「" + near + "」ではありませんか。") +
                    "種類の一覧: daicho parse --list",
                "there is no kind of value '" + options.kind + "'" +
                    (near.empty() ? "" : "; did you mean '" + near + "'?") + " (list: daicho parse --list)"};
}

/// What some texts came to.
struct Parsed {
    std::string out;
    std::string remarks;
    bool refused = false;
};

void parse_text(const TextParser& parser, AnswerForm form, std::string_view text, Parsed& parsed) {
    const bool ok = form == AnswerForm::text ? parser.append_text(parsed.out, parsed.remarks, text)
                                             : parser.append_json(parsed.out, text);
    parsed.refused |= !ok;
}

/// Answers what is there before it waits for more, so that another program can ask and wait for the answer.
/// False where a line was refused.
bool parse_standard_input(const TextParser& parser, AnswerForm form, const Session& session) {
    InputLines input;
    bool refused = false;
    ordered_pipeline<std::string, Parsed>(
        hardware_threads(), [&](std::string& lines) { return input.next(lines); },
        [&](std::string& lines, Parsed& parsed) {
            parsed.out.clear();
            parsed.remarks.clear();
            for_each_input_line(lines,
                                [&](std::string_view line) { parse_text(parser, form, line, parsed); });
        },
        [&](std::string&, Parsed& parsed) {
            session.talk << parsed.remarks;
            session.out << parsed.out;
            session.out.flush();
            refused |= parsed.refused;
        });
    return !refused;
}

Exit parse(const ParseOptions& options, const Session& session) {
    if (options.list) {
        list_kinds(options, session);
        return Exit::clean;
    }
    const ValueType& kind = kind_of(options);
    const Knowledge known(registry_options(session));
    const TextParser parser{kind,
                            {.two_digit_year = options.two_digit_year, .addresses = &Knowledge::places()},
                            session.language,
                            &kind == &address_type ? known.addresses() : nullptr,
                            options.target};
    if (options.texts.empty()) {
        return parse_standard_input(parser, options.form, session) ? Exit::clean : Exit::findings;
    }
    Parsed parsed;
    for (const std::string& text : options.texts) parse_text(parser, options.form, text, parsed);
    session.talk << parsed.remarks;
    session.out << parsed.out;
    return parsed.refused ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_parse(OptionList& list) {
    auto action = std::make_unique<ActionOf<ParseOptions>>(parse);
    ParseOptions& options = action->options;
    list.argument("KIND", options.kind, {"値の種類（--list で一覧）", "Kind of value (see --list)"});
    list.arguments(
        "TEXT", options.texts,
        {"読む文字列。なければ標準入力を1行ずつ読む", "Texts to read; without any, lines of standard input"});
    list.flag("--list", options.list,
              {"値の種類と標準の表記を一覧する", "List the kinds and their standard forms"});
    list.choice("--format", options.form, {{"json", AnswerForm::json}, {"text", AnswerForm::text}},
                {"出力の形式。json: 1件1行（既定）、text: 標準の表記だけ",
                 "Output format: json, one object per line (default), or text, the standard form alone"});
    add_two_digit_year(list, options.two_digit_year);
    add_address_target(list, options.target);
    return action;
}

}  // namespace daicho
