#pragma once

#include <tuple>

#include "grammars/model_language/syntax.hpp"

/// Equality of syntax trees, places in the file apart.
namespace daicho::syntax {

bool operator==(const Expression& a, const Expression& b);

inline bool same(const ExpressionPointer& a, const ExpressionPointer& b) {
    return a && b ? *a == *b : !a && !b;
}

// clang-format off
inline bool operator==(const Name& a, const Name& b) { return a.text == b.text; }
inline bool operator==(const Text& a, const Text& b) { return std::tie(a.ja, a.en) == std::tie(b.ja, b.en); }
inline bool operator==(const StringLiteral& a, const StringLiteral& b) { return a.text == b.text; }
inline bool operator==(const NumberLiteral& a, const NumberLiteral& b) { return a.digits == b.digits; }
inline bool operator==(const PatternLiteral& a, const PatternLiteral& b) { return a.pattern == b.pattern; }
inline bool operator==(const Parameter& a, const Parameter& b) { return a.name == b.name; }
inline bool operator==(const Column& a, const Column& b) { return a.header == b.header; }
inline bool operator==(const ItemPath& a, const ItemPath& b) { return a.path == b.path; }
inline bool operator==(const Call& a, const Call& b) {
    return std::tie(a.function, a.arguments) == std::tie(b.function, b.arguments);
}
inline bool operator==(const Unary& a, const Unary& b) { return a.op == b.op && same(a.operand, b.operand); }
inline bool operator==(const Binary& a, const Binary& b) {
    return a.op == b.op && same(a.left, b.left) && same(a.right, b.right);
}
inline bool operator==(const Membership& a, const Membership& b) {
    return same(a.value, b.value) && std::tie(a.literals, a.code_list) == std::tie(b.literals, b.code_list);
}
inline bool operator==(const Expression& a, const Expression& b) { return a.node == b.node; }

inline bool operator==(const Alias& a, const Alias& b) {
    return std::tie(a.scope, a.text) == std::tie(b.scope, b.text);
}
inline bool operator==(const Cardinality& a, const Cardinality& b) {
    return std::tie(a.minimum, a.maximum) == std::tie(b.minimum, b.maximum);
}
inline bool operator==(const Type& a, const Type& b) {
    return std::tie(a.kind, a.names, a.form, a.pattern, a.minimum, a.maximum, a.matches) ==
           std::tie(b.kind, b.names, b.form, b.pattern, b.minimum, b.maximum, b.matches);
}
inline bool operator==(const Item& a, const Item& b) {
    return std::tie(a.name, a.label, a.type, a.cardinality, a.requirement, a.may_be_empty, a.confidential,
                    a.for_exchange, a.phase, a.unknowns, a.inferred, a.separator, a.number, a.registry, a.characters, a.original, a.aliases,
                    a.standing) ==
           std::tie(b.name, b.label, b.type, b.cardinality, b.requirement, b.may_be_empty, b.confidential,
                    b.for_exchange, b.phase, b.unknowns, b.inferred, b.separator, b.number, b.registry, b.characters, b.original, b.aliases,
                    b.standing);
}
inline bool operator==(const PatternItem& a, const PatternItem& b) {
    return std::tie(a.path, a.may_be_empty) == std::tie(b.path, b.may_be_empty);
}
inline bool operator==(const Pattern& a, const Pattern& b) {
    return std::tie(a.name, a.label, a.items) == std::tie(b.name, b.label, b.items);
}
inline bool operator==(const Rule& a, const Rule& b) {
    return std::tie(a.slug, a.blocks, a.severity, a.message, a.when, a.check) ==
           std::tie(b.slug, b.blocks, b.severity, b.message, b.when, b.check);
}
inline bool operator==(const SplitPart& a, const SplitPart& b) {
    return std::tie(a.part, a.item) == std::tie(b.part, b.item);
}
inline bool operator==(const Split& a, const Split& b) {
    return std::tie(a.whole, a.kind, a.parts) == std::tie(b.whole, b.kind, b.parts);
}
inline bool operator==(const Locate& a, const Locate& b) {
    return std::tie(a.whole, a.items) == std::tie(b.whole, b.items);
}
inline bool operator==(const Join& a, const Join& b) {
    return std::tie(a.whole, a.value) == std::tie(b.whole, b.value);
}
inline bool operator==(const Unique& a, const Unique& b) { return a.items == b.items; }
inline bool operator==(const Reference& a, const Reference& b) {
    return std::tie(a.item, a.target) == std::tie(b.item, b.target);
}
inline bool operator==(const PathAlias& a, const PathAlias& b) {
    return std::tie(a.path, a.aliases) == std::tie(b.path, b.aliases);
}
inline bool operator==(const Class& a, const Class& b) {
    return std::tie(a.name, a.label, a.extends, a.closed, a.items, a.path_aliases, a.patterns, a.rules, a.splits,
                    a.locates, a.joins, a.uniques, a.references, a.prefix, a.positional, a.unknown_items) ==
           std::tie(b.name, b.label, b.extends, b.closed, b.items, b.path_aliases, b.patterns, b.rules, b.splits,
                    b.locates, b.joins, b.uniques, b.references, b.prefix, b.positional, b.unknown_items);
}
inline bool operator==(const Code& a, const Code& b) {
    return std::tie(a.code, a.label, a.aliases) == std::tie(b.code, b.label, b.aliases);
}
inline bool operator==(const CodeList& a, const CodeList& b) {
    return std::tie(a.name, a.label, a.closed, a.unknown_values, a.file, a.codes) ==
           std::tie(b.name, b.label, b.closed, b.unknown_values, b.file, b.codes);
}
inline bool operator==(const Source& a, const Source& b) {
    return std::tie(a.document, a.commit, a.license) == std::tie(b.document, b.commit, b.license);
}
inline bool operator==(const Namespace& a, const Namespace& b) {
    return std::tie(a.prefix, a.uri, a.placeholder) == std::tie(b.prefix, b.uri, b.placeholder);
}
inline bool operator==(const Model& a, const Model& b) {
    return std::tie(a.name, a.version, a.label, a.status, a.sources, a.namespaces, a.uses, a.classes,
                    a.code_lists) == std::tie(b.name, b.version, b.label, b.status, b.sources, b.namespaces,
                                              b.uses, b.classes, b.code_lists);
}
inline bool operator==(const ParameterDeclaration& a, const ParameterDeclaration& b) {
    return std::tie(a.name, a.type, a.label, a.fallback) == std::tie(b.name, b.type, b.label, b.fallback);
}
inline bool operator==(const LookupTable& a, const LookupTable& b) {
    return std::tie(a.name, a.label, a.file) == std::tie(b.name, b.label, b.file);
}
inline bool operator==(const Unpivot& a, const Unpivot& b) {
    return std::tie(a.columns, a.key, a.value) == std::tie(b.columns, b.key, b.value);
}
inline bool operator==(const Pivot& a, const Pivot& b) {
    return std::tie(a.names, a.key, a.value, a.groups) == std::tie(b.names, b.key, b.value, b.groups);
}
inline bool operator==(const Drop& a, const Drop& b) {
    return std::tie(a.column, a.reason) == std::tie(b.column, b.reason);
}
inline bool operator==(const Assignment& a, const Assignment& b) {
    return std::tie(a.target, a.own, a.value, a.when) == std::tie(b.target, b.own, b.value, b.when);
}
inline bool operator==(const Transform& a, const Transform& b) {
    return std::tie(a.name, a.version, a.label, a.target, a.target_is_path, a.sources, a.parameters, a.tables,
                    a.unpivots, a.pivots, a.drops, a.assignments) ==
           std::tie(b.name, b.version, b.label, b.target, b.target_is_path, b.sources, b.parameters, b.tables,
                    b.unpivots, b.pivots, b.drops, b.assignments);
}
// clang-format on

}  // namespace daicho::syntax
