#include <optional>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/model_language/print_expression.hpp"
#include "grammars/text/nearest.hpp"
#include "models/engine/model_set.hpp"
#include "models/rules/rule.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/report_form.hpp"
#include "tools/rule_options.hpp"

namespace daicho {

namespace {

struct RulesOptions {
    std::string action;
    std::string id;
    std::string model;  ///< whose own rules are listed
    ReportForm form = ReportForm::text;
};

std::string_view blocked(Level level) {
    return level == Level::none ? "-" : to_string(level);
}

std::string_view severity_name(Severity severity, const Session& session) {
    switch (severity) {
        case Severity::error:
            return session.say("誤り", "error");
        case Severity::warning:
            return session.say("警告", "warning");
        case Severity::info:
            break;
    }
    return session.say("情報", "info");
}

void write_rule(JsonWriter& json, const Rule& rule, const Session& session) {
    const auto in = [&](const Text& text) { return text.in(session.language); };
    json.begin_object().key("rule").string(rule.id.text).key("name").string(rule.slug);
    json.key("severity").string(to_string(rule.severity)).key("level");
    if (rule.blocks == Level::none) {
        json.null();
    } else {
        json.string(to_string(rule.blocks));
    }
    json.key("title")
        .string(in(rule.title))
        .key("why")
        .string(in(rule.why))
        .key("fix")
        .string(render_fix(rule, worded(session.language)));
    json.end_object();
}

void list_rules(const RulesOptions& options, const Session& session) {
    std::string out;
    JsonWriter json{out};
    if (options.form == ReportForm::json) json.begin_array();
    for (const RuleFamily& family : rule_families()) {
        if (options.form == ReportForm::text) {
            out.append(1, family.letter).append(": ").append(family.name.in(session.language)) += '\n';
        }
        for (const Rule& rule : family.rules) {
            if (options.form == ReportForm::json) {
                write_rule(json, rule, session);
                continue;
            }
            out.append("  ").append(rule.id.text).append("  ").append(rule.slug);
            out.append(rule.slug.size() < 22 ? 22 - rule.slug.size() : 1, ' ');
            out.append(rule.title.in(session.language)) += '\n';
        }
    }
    if (options.form == ReportForm::json) json.end_array().end_line();
    session.out << out;
}

std::string in_language(const syntax::Text& text, const Session& session) {
    const bool english = session.language == Language::en && !text.en.empty();
    return english ? text.en : text.ja;
}

/// A rule that a class of a model brings, and its name: "Address.full-address-parts".
struct RuleOfModel {
    FoundClass in;
    const syntax::Rule* rule = nullptr;

    std::string name() const { return in.tree->name.text + "." + rule->slug.text; }
};

void write_rule(JsonWriter& json, const RuleOfModel& found, const Session& session) {
    const syntax::Rule& rule = *found.rule;
    json.begin_object().key("rule").string(found.name()).key("severity").string(to_string(rule.severity));
    json.key("level");
    if (rule.blocks == Level::none) {
        json.null();
    } else {
        json.string(to_string(rule.blocks));
    }
    json.key("message").string(in_language(rule.message, session)).key("when");
    if (rule.when) {
        json.string(print_expression(*rule.when));
    } else {
        json.null();
    }
    json.key("check").string(print_expression(rule.check)).end_object();
}

void list_rules_of_model(const RulesOptions& options, const Session& session) {
    ModelSet models;
    const FoundClass in = models.find(options.model);
    std::string out;
    JsonWriter json{out};
    if (options.form == ReportForm::json) json.begin_array();
    for (const syntax::Rule& rule : in.tree->rules) {
        const RuleOfModel found{in, &rule};
        if (options.form == ReportForm::json) {
            write_rule(json, found, session);
        } else {
            out.append(found.name()).append("  ").append(in_language(rule.message, session)) += '\n';
        }
    }
    if (options.form == ReportForm::json) json.end_array().end_line();
    if (out.empty()) {
        session.talk << in.tree->name.text
                     << session.say(": このモデルに固有の規則はありません。\n",
                                    ": this model has no rules of its own\n");
    }
    session.out << out;
}

/// "Address.full-address-parts": the rule of a class, or null.
std::optional<RuleOfModel> find_rule_of_model(ModelSet& models, const std::string& id) {
    const std::size_t dot = id.rfind('.');
    if (dot == id.npos || dot == 0) return {};
    const FoundClass in = models.find(id.substr(0, dot));
    for (const syntax::Rule& rule : in.tree->rules) {
        if (rule.slug.text == id.substr(dot + 1)) return RuleOfModel{in, &rule};
    }
    return {};
}

void explain_rule_of_model(const RuleOfModel& found, const RulesOptions& options, const Session& session) {
    std::string out;
    if (options.form == ReportForm::json) {
        JsonWriter json{out};
        write_rule(json, found, session);
        json.end_line();
        session.out << out;
        return;
    }
    const syntax::Rule& rule = *found.rule;
    out.append(found.name()).append(": ").append(in_language(rule.message, session)) += '\n';
    out.append(session.say("重要度: ", "Severity: ")).append(severity_name(rule.severity, session));
    out.append(session.say("　影響する準拠レベル: ", "   Level it blocks: ")).append(blocked(rule.blocks));
    out.append("\n\n");
    if (rule.when) {
        out.append(session.say("調べる場合: ", "Asked when: ")).append(print_expression(*rule.when)) += '\n';
    }
    out.append(session.say("成り立つべき条件: ", "Must hold: ")).append(print_expression(rule.check)) += '\n';
    out.append(session.say("項目の説明: daicho models show ", "The items: daicho models show "));
    out.append(found.in.tree->name.text) += '\n';
    session.out << out;
}

const Rule& rule_named(const std::string& id) {
    if (const Rule* rule = find_rule(id)) return *rule;
    std::vector<std::string_view> names;
    for (const RuleFamily& family : rule_families()) {
        for (const Rule& rule : family.rules) {
            names.push_back(rule.id.text);
            names.push_back(rule.slug);
        }
    }
    const std::string near{nearest(id, names)};
    throw Error{ErrorKind::usage,
                "「" + id + "」という規則はありません。" +
                    (near.empty() ? "" : "「" + near + "」ではありませんか。") + "一覧: daicho rules list",
                "there is no rule '" + id + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?") +
                    " (list: daicho rules list)"};
}

void explain(const RulesOptions& options, const Session& session) {
    ModelSet models;
    if (!find_rule(options.id)) {
        if (const auto found = find_rule_of_model(models, options.id))
            return explain_rule_of_model(*found, options, session);
    }
    const Rule& rule = rule_named(options.id);
    std::string out;
    if (options.form == ReportForm::json) {
        JsonWriter json{out};
        write_rule(json, rule, session);
        json.end_line();
        session.out << out;
        return;
    }
    const auto in = [&](const Text& text) { return text.in(session.language); };
    out.append(rule.id.text).append(" ").append(rule.slug).append(": ").append(in(rule.title)) += '\n';
    out.append(session.say("重要度: ", "Severity: ")).append(severity_name(rule.severity, session));
    out.append(session.say("　影響する準拠レベル: ", "   Level it blocks: ")).append(blocked(rule.blocks)) +=
        '\n';
    out.append("\n").append(session.say("理由: ", "Why: ")).append(in(rule.why)) += '\n';
    out.append(session.say("直し方: ", "What to do: ")).append(render_fix(rule, worded(session.language))) +=
        '\n';
    session.out << out;
}

Exit run_rules(const RulesOptions& options, const Session& session) {
    if (options.action == "list" && options.id.empty()) {
        options.model.empty() ? list_rules(options, session) : list_rules_of_model(options, session);
    } else if (options.action == "explain" && !options.id.empty()) {
        explain(options, session);
    } else {
        throw Error{ErrorKind::usage,
                    "「daicho rules list」または「daicho rules explain 規則」と指定してください。",
                    "say 'daicho rules list' or 'daicho rules explain RULE'"};
    }
    return Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_rules(OptionList& list) {
    auto action = std::make_unique<ActionOf<RulesOptions>>(run_rules);
    RulesOptions& options = action->options;
    list.argument("ACTION", options.action, {"list: 一覧、explain: 説明", "list, or explain a rule"});
    list.argument("RULE", options.id,
                  {"規則の番号か名前（K310、wrong-check-digit、Address.full-address-parts）",
                   "Number or name of a rule (K310, wrong-check-digit, Address.full-address-parts)"});
    list.text("--model", "MODEL", options.model,
              {"一覧で: このモデルに固有の規則", "For list: the rules that this model itself brings"});
    add_report_form(list, options.form);
    return action;
}

}  // namespace daicho
