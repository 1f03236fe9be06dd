#include "models/engine/slot_maker.hpp"

#include <re2/re2.h>

#include "grammars/base/parse_number.hpp"
#include "grammars/text/wide.hpp"
#include "grammars/values/no_such_kind.hpp"
#include "models/engine/compile_names.hpp"
#include "models/engine/header.hpp"

namespace daicho {

namespace {

std::optional<double> bound_of(const std::optional<std::string>& text) {
    return text ? parse_number(*text) : std::nullopt;
}

void give_type(const ModelSource& source, const syntax::Type& type, const ModelLibrary& library, Slot& slot) {
    const syntax::Name& name = type.names.front();
    if (!type.matches.empty()) {
        slot.pattern = std::make_shared<RE2>(type.matches, RE2::Quiet);
        if (!slot.pattern->ok()) {
            fail(source, name.where, "正規表現として読めません: " + slot.pattern->error(),
                 "this is not a pattern: " + slot.pattern->error());
        }
    }
    if (type.kind == syntax::TypeKind::code) {
        slot.codes = library.find_codes(source, name.text);
        if (!slot.codes) {
            fail(source, name.where, "コード一覧「" + name.text + "」がありません。",
                 "there is no code list '" + name.text + "'");
        }
        slot.form = type.form;
        slot.expected = slot.codes->examples(slot.form);
        return;
    }
    slot.kind = find_value_type(name.text);
    if (!slot.kind) {
        const BothTexts none = no_such_kind(name.text);
        fail(source, name.where, none.ja, none.en);
    }
    slot.expected = std::string(slot.kind->form);
}

void give_characters(const ModelSource& source, const syntax::Name& asked, Slot& slot) {
    if (asked.text.empty()) return;
    slot.characters = find_character_profile(asked.text);
    if (slot.characters) return;
    std::string names;
    for (const CharacterProfile& profile : character_profiles()) {
        names += (names.empty() ? "" : ", ") + std::string(profile.name);
    }
    fail(source, asked.where, "文字の決まり「" + asked.text + "」はありません。あるもの: " + names,
         "there is no profile of characters '" + asked.text + "'; there are: " + names);
}

HeaderName::Kind kind_of(syntax::AliasScope scope) {
    return scope == syntax::AliasScope::alias    ? HeaderName::Kind::alias
           : scope == syntax::AliasScope::legacy ? HeaderName::Kind::legacy
                                                 : HeaderName::Kind::typo;
}

}  // namespace

void add_names(Slot& slot, const std::string& key, const std::vector<syntax::Alias>& aliases) {
    for (const auto& alias : aliases) {
        slot.names.push_back({key + header_key(alias.text), kind_of(alias.scope)});
    }
}

Slot make_slot(const ModelSource& source, const syntax::Item& item, const Way& way,
               const ModelLibrary& library) {
    Slot slot;
    slot.path = way.path + item.name.text;
    slot.label = item.label.ja;
    slot.long_label = way.label + item.label.ja;
    slot.source_number = item.number;
    slot.requirement = way.path.empty() ? item.requirement : syntax::Requirement::optional;
    slot.may_be_empty = item.may_be_empty;
    slot.nested = !way.path.empty();
    slot.extension = way.extension || item.standing == syntax::Standing::extension;
    slot.standing = item.standing;
    slot.phase = item.phase;
    slot.inferred = item.inferred;
    slot.for_exchange = item.for_exchange;
    slot.separator = item.separator;
    if (const auto twin = wide(item.separator); twin != item.separator) slot.other_separator = twin;
    slot.unknowns = item.unknowns;
    slot.repeats = way.repeats || item.cardinality.maximum > 1;
    slot.repeat_label = way.repeats ? way.repeat_label : slot.long_label.size();
    slot.repeat_path = way.repeats ? way.repeat_path : slot.path.size();
    slot.labels = way.labels;
    slot.labels.push_back(item.label.ja);
    slot.repeat_step = way.repeat_step.value_or(way.labels.size());
    slot.registry = item.registry;
    slot.minimum = bound_of(item.type.minimum);
    slot.maximum = bound_of(item.type.maximum);
    give_type(source, item.type, library, slot);
    give_characters(source, item.characters, slot);
    if (!slot.separator.empty()) slot.expected += slot.separator + slot.expected;
    slot.confidential = item.confidential || way.confidential || (slot.kind && slot.kind->confidential);
    slot.names.push_back({way.key + header_key(item.label.ja), HeaderName::Kind::label});
    slot.names.push_back({header_key(slot.path), HeaderName::Kind::english});
    add_names(slot, way.key, item.aliases);
    for (const auto& alias : item.aliases) {
        slot.own_aliases.push_back({header_key(alias.text), kind_of(alias.scope)});
    }
    return slot;
}

}  // namespace daicho
