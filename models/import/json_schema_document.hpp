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
    bool is_object(const JsonValue& schema) const;

 private:
    const JsonValue* at(std::string_view reference) const;

    const JsonValue& root_;
    std::vector<const JsonValue*> definitions_;
    /// What was found out already: schemas may refer to others in more ways than can be followed.
    mutable std::map<const JsonValue*, bool> objects_;
    mutable int depth_ = 0;
};

}  // namespace daicho
