#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammars/model_language/syntax.hpp"
#include "models/import/xsd_schema.hpp"

namespace daicho {

/// What the types of a schema are in a model.
class XsdTypes {
 public:
    explicit XsdTypes(const XsdSchema& schema) : schema_(schema) {}

    /// The type of an element.
    syntax::Type type_of(const XsdComponent& element) const { return type_of(element, 0); }

    /// The code list that a type is of, and in which form; nothing for other types.
    struct CodeUse {
        std::string list;
        syntax::CodeForm form;
    };
    std::optional<CodeUse> code_list_of(const XsdName& type) const;

    /// Adds the list of a simple type that enumerates codes.
    void add_code_list(const XsdComponent& type, std::vector<syntax::CodeList>& lists) const;

 private:
    bool enumerates(const XsdName& type) const;
    syntax::Type type_of(const XsdComponent& element, int derivations) const;
    syntax::Type value_type(const XsdComponent& type, int derivations) const;
    syntax::Type class_type(const XsdComponent& at, const XsdName& name) const;

    const XsdSchema& schema_;
};

}  // namespace daicho
