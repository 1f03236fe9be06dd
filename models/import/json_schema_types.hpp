#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "models/import/imported_model.hpp"
#include "models/import/json_schema_document.hpp"

namespace daicho {

/// What the schemas of properties are as items of a model.
class JsonSchemaTypes {
 public:
    /// The name of the class that an object is; `wanted` where it has none.
    using ClassNames = std::function<std::string(const JsonValue& object, const std::string& wanted)>;

    JsonSchemaTypes(const JsonSchemaDocument& document, ClassNames class_of, ImportedModel& out)
        : document_(document), class_of_(std::move(class_of)), out_(out) {}

    /// Sets type and cardinality of `item`. `owner` is the name of its class.
    void read(const JsonValue& schema, const std::string& owner, syntax::Item& item) const;

 private:
    struct Reading {
        const std::string& owner;
        syntax::Item& item;
        std::string place;
        int depth = 0;
    };

    void read_schema(const JsonValue& schema, Reading at) const;
    void read_alternatives(const JsonValue& alternatives, Reading at) const;
    void read_class(const JsonValue& object, const Reading& at) const;
    bool read_constants(const std::vector<const JsonValue*>& kept, const Reading& at) const;
    bool read_codes(const std::vector<const JsonValue*>& kept, const Reading& at) const;
    void read_enumeration(const JsonValue& schema, const Reading& at) const;
    void read_array(const JsonValue& schema, Reading at) const;
    void read_value(const JsonValue& schema, const Reading& at) const;

    const JsonSchemaDocument& document_;
    ClassNames class_of_;
    ImportedModel& out_;
};

/// Whether the schema stands for "no value": null, or nothing but null and "".
bool is_no_value(const JsonValue& schema);

/// Whether it is an object that holds a code and its label.
bool is_code_object(const JsonValue& schema);

}  // namespace daicho
