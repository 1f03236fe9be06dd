#include "grammars/model_language/print_parts.hpp"

namespace daicho::syntax {

namespace {

std::string_view keyword(CodeForm form) {
    constexpr std::string_view names[] = {"code", "label", "both"};
    return names[static_cast<int>(form)];
}

}  // namespace

std::string label_of(const Text& label) {
    if (label.ja.empty() && label.en.empty()) return {};
    Words words;
    words << print_string(label.ja);
    words.say("en", label.en);
    return words.text();
}

std::string print_type(const Type& type) {
    Words words;
    constexpr std::string_view openings[] = {"", "code", "class", "one of"};
    words << openings[static_cast<int>(type.kind)];
    for (std::size_t i = 0; i < type.names.size(); ++i) words << (i ? "|" : "") << type.names[i].text;
    if (type.kind == TypeKind::code && type.form != CodeForm::code) words << "as" << keyword(type.form);
    words << type.pattern;
    if (type.minimum || type.maximum) {
        words << "range" << type.minimum.value_or("") + ".." + type.maximum.value_or("");
    }
    if (!type.matches.empty()) words << "matches" << print_regex(type.matches);
    return words.text();
}

void print_sources(Page& page, const std::vector<Source>& sources) {
    for (const Source& source : sources) {
        Words words;
        words << "source" << print_string(source.document);
        words.say("commit", source.commit).say("license", source.license);
        page.line(words.text() + ";");
    }
}

}  // namespace daicho::syntax
