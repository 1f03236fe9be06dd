#include "models/dictionary/item_words.hpp"

#include "grammars/model_language/print_expression.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

namespace {

/// Words in the language that is wanted.
struct Speaker {
    Language language;
    std::string operator()(std::string_view ja, std::string_view en) const {
        return std::string(Text{ja, en}.in(language));
    }
};

std::string kind_in_words(const std::string& name, Language language) {
    const ValueType* kind = find_value_type(name);
    if (!kind) return name;
    return std::string(language == Language::ja ? kind->name_ja : kind->name);
}

std::string range_in_words(const syntax::Type& type, Language language) {
    if (!type.minimum && !type.maximum) return {};
    const Speaker say{language};
    const std::string range = type.minimum.value_or("") + say("〜", "..") + type.maximum.value_or("");
    return say("（", " (") + range + say("）", ")");
}

std::string code_in_words(syntax::CodeForm form, Language language) {
    const Speaker say{language};
    if (form == syntax::CodeForm::label) return say("名称", "label");
    if (form == syntax::CodeForm::both) return say("コードか名称", "code or label");
    return say("コード", "code");
}

std::string class_names_of(const syntax::Type& type, std::string_view between) {
    std::vector<std::string> names;
    for (const auto& name : type.names) names.push_back(name.text);
    return joined_filled(names, between);
}

/// The other names of an item, by what they are.
std::string names_in_words(const std::vector<syntax::Alias>& aliases, syntax::AliasScope scope,
                           std::string_view word, Language language) {
    std::vector<std::string> names;
    for (const auto& alias : aliases) {
        if (alias.scope == scope) names.push_back(alias.text);
    }
    const Speaker say{language};
    return names.empty() ? "" : std::string(word) + ": " + joined_filled(names, say("、", ", "));
}

std::string phase_in_words(syntax::Phase phase, Language language) {
    const Speaker say{language};
    if (phase == syntax::Phase::peacetime) return say("平時に整備", "collected in peacetime");
    if (phase == syntax::Phase::in_disaster) return say("災害時に取得", "collected in a disaster");
    if (phase == syntax::Phase::always) return say("常時取得", "collected at all times");
    return {};
}

std::string class_in_words(const SheetItem& line, Language language) {
    if (!line.nested.tree) return {};
    const Speaker say{language};
    std::string words;
    if (!line.laid_out) {
        words = say("項目は ", "items: see ") + line.nested.tree->name.text + say(" を参照", "");
    } else if (line.left_out > 0) {
        const std::string count = std::to_string(line.left_out);
        words = say("拡張項目 " + count + " 個は省略", "extension items left out: " + count);
    }
    const std::string& pattern = line.item->type.pattern;
    if (pattern.empty()) return words;
    return joined_filled({say("必須パターン ", "required pattern ") + pattern, words}, say("。", "; "));
}

}  // namespace

std::string_view label_in(const syntax::Text& label, Language language) {
    return language == Language::en && !label.en.empty() ? label.en : label.ja;
}

std::string joined_filled(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

std::string type_in_words(const syntax::Type& type, Language language) {
    const Speaker say{language};
    switch (type.kind) {
        case syntax::TypeKind::code:
            return code_in_words(type.form, language);
        case syntax::TypeKind::reference:
            return say("型 ", "class ") + class_names_of(type, "");
        case syntax::TypeKind::one_of:
            return say("型 ", "class ") + class_names_of(type, say(" か ", " or "));
        case syntax::TypeKind::value:
            break;
    }
    return kind_in_words(type.names.front().text, language) + range_in_words(type, language);
}

std::string cardinality_in_words(const syntax::Cardinality& cardinality) {
    const bool unlimited = cardinality.maximum == syntax::Cardinality::unlimited;
    return std::to_string(cardinality.minimum) + ".." +
           (unlimited ? "n" : std::to_string(cardinality.maximum));
}

std::string notes_in_words(const SheetItem& line, Language language) {
    const Speaker say{language};
    const syntax::Item& item = *line.item;
    const auto names = [&](syntax::AliasScope scope, std::string_view ja, std::string_view en) {
        return names_in_words(line.aliases, scope, say(ja, en), language);
    };
    return joined_filled(
        {item.standing == syntax::Standing::extension ? say("拡張項目", "extension item") : "",
         class_in_words(line, language), item.for_exchange ? say("共有に必須", "required for exchange") : "",
         phase_in_words(item.phase, language), item.confidential ? say("秘匿", "confidential") : "",
         item.inferred ? say("型は推定", "type inferred") : "",
         item.separator.empty() ? "" : say("区切り ", "separated by ") + syntax::print_string(item.separator),
         item.type.matches.empty() ? "" : say("形 ", "matches ") + syntax::print_regex(item.type.matches),
         item.registry.empty() ? "" : say("照合 ", "looked up: ") + item.registry,
         item.characters.text.empty() ? "" : say("文字 ", "characters: ") + item.characters.text,
         item.unknowns.empty()
             ? ""
             : say("不明の表記: ", "unknown: ") + joined_filled(item.unknowns, say("、", ", ")),
         names(syntax::AliasScope::alias, "別名", "also"),
         names(syntax::AliasScope::legacy, "旧称", "formerly"),
         names(syntax::AliasScope::typo, "誤記", "misspelt")},
        say("。", "; "));
}

}  // namespace daicho
