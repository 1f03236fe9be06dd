#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammars/formats/json_value.hpp"

namespace daicho {

/// A document of JSON Schema, with its references followed within it.
class JsonSchemaDocument {
 public:
    explicit JsonSchemaDocument(const JsonValue& root);

    const JsonValue& root() const { return root_; }
    /// The named schemas: `$defs`, `definitions` and an OpenAPI document's `components/schemas`.
    const std::vector<const JsonValue*>& definitions() const { return definitions_; }
    /// What the reference of `schema` leads to, followed to its end; `schema` itself where it has none; null
    /// where it leads out of the document or in a circle.
    const JsonValue* target(const JsonValue& schema) const;
    /// Whether it is an object of which the members are known.
    bool is_object(const JsonValue& schema) const;
    /// The name of a definition; empty where `schema` is none.
    std::string_view definition_name(const JsonValue& schema) const;
    /// The definition of that name; null where there is none.
    const JsonValue* definition(std::string_view name) const;

 private:
    using Members = std::unordered_map<std::string_view, const JsonValue*>;

    const JsonValue* at(std::string_view reference) const;
    const JsonValue* member(const JsonValue& owner, std::string_view name) const;

    const JsonValue& root_;
    std::vector<const JsonValue*> definitions_;
    std::unordered_map<const JsonValue*, std::string_view> definition_names_;
    Members definitions_by_name_;
    mutable std::unordered_map<const JsonValue*, Members> members_;  // of objects with many
    /// What was found out already: schemas may refer to others in more ways than can be followed.
    mutable std::map<const JsonValue*, bool> objects_;
    mutable int depth_ = 0;
};

}  // namespace daicho
