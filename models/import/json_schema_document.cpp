#include "models/import/json_schema_document.hpp"

#include <algorithm>
#include <charconv>

namespace daicho {

namespace {

constexpr int most_steps = 32;           // of references
constexpr std::size_t few_members = 16;  // are looked through one by one
constexpr int most_nested_parts = 1000;  // of one schema, each a part of the one before

/// A step of a JSON pointer in a URI as the name that it stands for: %E5, ~1 and ~0 are signs.
std::string step_name(std::string_view step) {
    std::string bytes;
    for (std::size_t at = 0; at < step.size(); ++at) {
        unsigned byte = 0;
        const bool escaped =
            step[at] == '%' && at + 2 < step.size() &&
            std::from_chars(step.data() + at + 1, step.data() + at + 3, byte, 16).ptr == step.data() + at + 3;
        bytes += escaped ? static_cast<char>(byte) : step[at];
        at += escaped ? 2 : 0;
    }
    std::string name;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const bool escaped =
            bytes[at] == '~' && at + 1 < bytes.size() && (bytes[at + 1] == '0' || bytes[at + 1] == '1');
        name += !escaped ? bytes[at] : bytes[at + 1] == '0' ? '~' : '/';
        at += escaped;
    }
    return name;
}

}  // namespace

JsonSchemaDocument::JsonSchemaDocument(const JsonValue& root) : root_(root) {
    const JsonValue* components = root.find("components");
    for (const JsonValue* all :
         {root.find("$defs"), root.find("definitions"), components ? components->find("schemas") : nullptr}) {
        if (!all) continue;
        for (const JsonValue& one : all->members) {
            definitions_.push_back(&one);
            definition_names_.emplace(&one, one.name);
            definitions_by_name_.emplace(one.name, &one);
        }
    }
}

/// `find`, which does not look through many members each time.
const JsonValue* JsonSchemaDocument::member(const JsonValue& owner, std::string_view name) const {
    if (owner.members.size() < few_members) return owner.find(name);
    const auto [known, first] = members_.try_emplace(&owner);
    if (first) {
        for (const JsonValue& one : owner.members) known->second.emplace(one.name, &one);
    }
    const auto found = known->second.find(name);
    return found == known->second.end() ? nullptr : found->second;
}

const JsonValue* JsonSchemaDocument::at(std::string_view reference) const {
    if (!reference.starts_with('#')) return nullptr;
    reference.remove_prefix(1);
    const JsonValue* here = &root_;
    while (here && reference.starts_with('/')) {
        reference.remove_prefix(1);
        const std::string name = step_name(reference.substr(0, reference.find('/')));
        reference.remove_prefix(std::min(reference.find('/'), reference.size()));
        std::size_t number = 0;
        const bool is_number =
            std::from_chars(name.data(), name.data() + name.size(), number).ec == std::errc{};
        const bool element = here->kind == JsonKind::array && is_number && number < here->items.size();
        here = element ? &here->items[number] : member(*here, name);
    }
    return reference.empty() ? here : nullptr;
}

const JsonValue* JsonSchemaDocument::target(const JsonValue& schema) const {
    const JsonValue* here = &schema;
    for (int step = 0; here && step < most_steps; ++step) {
        const JsonValue* reference = here->find("$ref");
        if (!reference) return here;
        here = at(reference->text);
    }
    return nullptr;
}

bool JsonSchemaDocument::is_object(const JsonValue& schema) const {
    const JsonValue* to = target(schema);
    if (!to) return false;
    const auto [known, first] = objects_.emplace(to, false);
    if (!first || depth_ > most_nested_parts) return known->second;
    ++depth_;
    const JsonValue* properties = to->find("properties");
    const JsonValue* all = to->find("allOf");
    const bool own = properties && !properties->members.empty();
    known->second = own || (all && std::ranges::any_of(
                                       all->items, [&](const JsonValue& part) { return is_object(part); }));
    --depth_;
    return known->second;
}

std::string_view JsonSchemaDocument::definition_name(const JsonValue& schema) const {
    const auto known = definition_names_.find(&schema);
    return known == definition_names_.end() ? std::string_view() : known->second;
}

const JsonValue* JsonSchemaDocument::definition(std::string_view name) const {
    const auto known = definitions_by_name_.find(name);
    return known == definitions_by_name_.end() ? nullptr : known->second;
}

}  // namespace daicho
