#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "grammars/model_language/syntax.hpp"

namespace daicho {

class CodeList;

/// What an expression gives: nothing is known (an item is missing), or a truth, a text, a number.
struct Value {
    enum class Kind : unsigned char { missing, truth, text, number };
    Kind kind = Kind::missing;
    bool truth = false;
    double number = 0;
    std::string text;

    static Value of(bool truth) { return {Kind::truth, truth, 0, {}}; }
    static Value of(double number) { return {Kind::number, false, number, {}}; }
    static Value of(std::string text) { return {Kind::text, false, 0, std::move(text)}; }
};

/// What an expression may name, given when the model is read.
struct Scope {
    /// Number of the slot of an item path, or nothing.
    std::function<std::optional<std::size_t>(std::string_view path)> slot;
    std::function<const CodeList*(std::string_view name)> code_list;
    /// Throws Error that points at `where` of the model file.
    std::function<void(Span where, std::string_view ja, std::string_view en)> fail;
};

/// An expression of a model file, typed and resolved. It is total: no loops, no failure at run time, and a
/// missing item makes its result missing (three-valued logic: `missing and false` is false).
class Program {
 public:
    class Node;

    /// Throws through `scope.fail` where a name or a type does not fit.
    Program(const syntax::Expression& expression, const Scope& scope);
    Program(Program&&) noexcept;
    Program& operator=(Program&&) noexcept;
    ~Program();

    /// `values`: the text of each slot, empty where the item is missing.
    Value evaluate(std::span<const std::string_view> values) const;
    /// Whether the expression is certainly true, and whether it is certainly false.
    bool holds(std::span<const std::string_view> values) const;
    bool fails(std::span<const std::string_view> values) const;

 private:
    std::unique_ptr<Node> root_;
};

}  // namespace daicho
