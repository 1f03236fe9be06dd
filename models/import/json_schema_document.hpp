#pragma once

#include <map>
#include <string>
#include <string_view>
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
    bool is_object(const JsonValue& schema, int depth = 0) const;

 private:
    const JsonValue* at(std::string_view reference) const;

    const JsonValue& root_;
    std::vector<const JsonValue*> definitions_;
};

}  // namespace daicho
