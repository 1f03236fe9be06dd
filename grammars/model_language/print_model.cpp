#include <algorithm>

#include "grammars/model_language/parse_model.hpp"
#include "grammars/model_language/print_expression.hpp"
#include "grammars/model_language/print_parts.hpp"

namespace daicho {

namespace {

using namespace syntax;

std::string_view keyword(AliasScope scope) {
    constexpr std::string_view names[] = {"alias", "legacy", "typo"};
    return names[static_cast<int>(scope)];
}

std::string requirement_of(const Item& item) {
    constexpr std::string_view names[] = {"", "recommended", "required", "required when assigned",
                                          "forbidden"};
    return std::string(names[static_cast<int>(item.requirement)]) + (item.may_be_empty ? "?" : "") +
           (item.for_exchange ? " for exchange" : "");
}

std::string aliases_of(const std::vector<Alias>& aliases) {
    Words words;
    for (std::size_t i = 0; i < aliases.size(); ++i) {
        if (i == 0 || aliases[i].scope != aliases[i - 1].scope) words << keyword(aliases[i].scope);
        words << print_string(aliases[i].text);
    }
    return words.text();
}

std::string cardinality_of(Cardinality cardinality) {
    const bool unlimited = cardinality.maximum == Cardinality::unlimited;
    return std::to_string(cardinality.minimum) + ".." +
           (unlimited ? "n" : std::to_string(cardinality.maximum));
}

std::string item_of(const Item& item) {
    Words words;
    words << item.name.text << label_of(item.label) << ":" << print_type(item.type)
          << cardinality_of(item.cardinality);
    words.say("list", item.separator);
    if (!item.registry.empty()) words << "in registry" << item.registry;
    if (!item.characters.text.empty()) words << "characters" << item.characters.text;
    if (!item.original.text.empty()) words << "original in" << item.original.text;
    words << requirement_of(item) << (item.confidential ? "confidential" : "")
          << (item.inferred ? "inferred" : "");
    words.say("number", item.number);
    constexpr std::string_view phases[] = {"", "peacetime", "in_disaster", "always"};
    if (item.phase != Phase::any) words << "phase" << phases[static_cast<int>(item.phase)];
    for (std::size_t i = 0; i < item.unknowns.size(); ++i) {
        words << (i == 0 ? "unknown" : "") << print_string(item.unknowns[i]);
    }
    words << aliases_of(item.aliases);
    return words.text() + ";";
}

void print_items(Page& page, const std::vector<Item>& items) {
    bool extending = false;
    for (const Item& item : items) {
        const bool extends = item.standing == Standing::extension;
        if (extends && !extending) page.open(Words() << "extension");
        if (!extends && extending) page.close();
        extending = extends;
        page.line(item_of(item));
    }
    if (extending) page.close();
}

std::string pattern_of(const Pattern& pattern) {
    Words words;
    words << "pattern" << pattern.name.text << label_of(pattern.label) << "{";
    for (const PatternItem& item : pattern.items) words << item.path.text + (item.may_be_empty ? "?" : "");
    words << "}";
    return words.text();
}

std::string rule_of(const Rule& rule) {
    Words words;
    words << "rule" << rule.slug.text << to_string(rule.blocks) << to_string(rule.severity)
          << label_of(rule.message);
    if (rule.message.ja.empty() && rule.message.en.empty()) words << print_string("");
    if (rule.when) words << "when" << print_expression(*rule.when);
    words << ":" << print_expression(rule.check);
    return words.text() + ";";
}

std::string in_braces(Words words, const std::vector<SplitPart>& parts) {
    words << "{";
    for (const SplitPart& part : parts) {
        words << part.part.text;
        if (part.item.text != part.part.text) words << "->" << part.item.text;
    }
    words << "}";
    return words.text();
}

std::string split_of(const Split& split) {
    Words words;
    words << "split" << split.whole.text << "as" << split.kind.text;
    return in_braces(std::move(words), split.parts);
}

std::string locate_of(const Locate& locate) {
    Words words;
    words << "locate" << locate.whole.text;
    return in_braces(std::move(words), locate.items);
}

std::string identify_of(const Identify& identify) {
    Words words;
    words << "identify" << identify.number.text;
    return in_braces(std::move(words), identify.items);
}

std::string unique_of(const Unique& unique) {
    Words words;
    words << "unique";
    for (const Name& item : unique.items) words << item.text;
    return words.text() + ";";
}

std::string path_alias_of(const PathAlias& alias) {
    const std::string aliases = aliases_of(alias.aliases);
    // The first group needs no keyword where it is one of plain aliases.
    const std::string_view plain =
        aliases.starts_with("alias ") ? std::string_view(aliases).substr(6) : aliases;
    return "alias " + alias.path.text + " " + std::string(plain) + ";";
}

void print_class(Page& page, const Class& value) {
    Words header;
    header << "class" << value.name.text << label_of(value.label);
    if (value.extends) header << "extends" << value.extends->text;
    header << (value.closed ? "closed" : "");
    if (!value.prefix.text.empty()) header << "prefix" << value.prefix.text;
    header << (value.positional ? "positional" : "") << (value.unknown_items ? "items unknown" : "");
    page.open(header);
    print_items(page, value.items);
    for (const PathAlias& alias : value.path_aliases) page.line(path_alias_of(alias));
    for (const Pattern& pattern : value.patterns) page.line(pattern_of(pattern));
    for (const Split& split : value.splits) page.line(split_of(split));
    for (const Locate& locate : value.locates) page.line(locate_of(locate));
    for (const Identify& identify : value.identifies) page.line(identify_of(identify));
    for (const Join& join : value.joins) {
        page.line("join " + join.whole.text + " = " + print_expression(join.value) + ";");
    }
    for (const Unique& unique : value.uniques) page.line(unique_of(unique));
    for (const Reference& reference : value.references) {
        page.line("reference " + reference.item.text + " to " + reference.target.text + ";");
    }
    for (const Rule& rule : value.rules) page.line(rule_of(rule));
    page.close();
}

bool is_bare_code(std::string_view code) {
    return !code.empty() && std::ranges::all_of(code, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
               c == '.' || c == '+' || c == '-';
    });
}

std::string code_of(const Code& code) {
    Words words;
    words << (is_bare_code(code.code) ? code.code : print_string(code.code)) << print_string(code.label.ja);
    words.say("en", code.label.en);
    words << aliases_of(code.aliases);
    return words.text() + ";";
}

void print_code_list(Page& page, const CodeList& list) {
    Words header;
    header << "codes" << list.name.text << label_of(list.label);
    header.say("from", list.file);
    header << (list.closed ? "closed" : "open") << (list.unknown_values ? "values unknown" : "");
    if (list.codes.empty()) return page.line(header.text() + ";");
    page.open(header);
    for (const Code& code : list.codes) page.line(code_of(code));
    page.close();
}

void print_origin(Page& page, const Model& model) {
    print_sources(page, model.sources);
    for (const Namespace& one : model.namespaces) {
        Words words;
        words << "namespace" << one.prefix.text << print_string(one.uri)
              << (one.placeholder ? "placeholder" : "");
        page.line(words.text() + ";");
    }
    for (const Name& use : model.uses) page.line("use " + use.text + ";");
}

}  // namespace

std::string print_model(const Model& model) {
    Words header;
    header << "model" << model.name.text;
    header.say("version", model.version);
    header << label_of(model.label);
    if (!model.status.empty()) header << "status" << model.status;

    Page page;
    page.open(header);
    print_origin(page, model);
    bool separate = !(model.sources.empty() && model.namespaces.empty() && model.uses.empty());
    for (const Class& one : model.classes) {
        if (std::exchange(separate, true)) page.line("");
        print_class(page, one);
    }
    for (const CodeList& one : model.code_lists) {
        if (std::exchange(separate, true)) page.line("");
        print_code_list(page, one);
    }
    page.close();
    return page.text();
}

}  // namespace daicho
