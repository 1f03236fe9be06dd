#include "grammars/model_language/print_expression.hpp"

#include "grammars/model_language/bind_operators.hpp"

namespace daicho::syntax {

namespace {

Binding tighter(Binding binding) {
    return static_cast<Binding>(static_cast<int>(binding) + 1);
}

std::string print(const Expression& expression, Binding least);

std::string print_list(const std::vector<Expression>& expressions) {
    std::string out;
    for (const Expression& one : expressions) {
        if (!out.empty()) out += ", ";
        out += print(one, Binding::any);
    }
    return out;
}

Binding binding_of(const Expression& expression) {
    if (const auto* unary = std::get_if<Unary>(&expression.node)) {
        return unary->op == Operator::logical_not ? Binding::negation : Binding::sign;
    }
    if (const auto* binary = std::get_if<Binary>(&expression.node)) {
        return binary->op == Operator::matches ? Binding::comparison : sign_of(binary->op).binding;
    }
    return std::holds_alternative<Membership>(expression.node) ? Binding::comparison : Binding::primary;
}

struct Printer {
    std::string operator()(const StringLiteral& literal) const { return print_string(literal.text); }
    std::string operator()(const NumberLiteral& literal) const { return literal.digits; }
    std::string operator()(const PatternLiteral& literal) const { return print_regex(literal.pattern); }
    std::string operator()(const Parameter& parameter) const { return "$" + parameter.name; }
    std::string operator()(const Column& column) const {
        std::string out = "[";
        for (const char c : column.header) {
            if (c == ']' || c == '\\') out += '\\';
            out += c;
        }
        return out + "]";
    }
    std::string operator()(const ItemPath& item) const { return item.path; }
    std::string operator()(const Call& call) const {
        return call.function + "(" + print_list(call.arguments) + ")";
    }
    std::string operator()(const Unary& unary) const {
        if (unary.op == Operator::logical_not) return "not " + print(*unary.operand, Binding::negation);
        return "-" + print(*unary.operand, Binding::sign);
    }
    std::string operator()(const Binary& binary) const {
        if (binary.op == Operator::matches) {
            return print(*binary.left, Binding::joining) + " matches " +
                   print(*binary.right, Binding::primary);
        }
        const BinarySign& sign = sign_of(binary.op);
        const bool compares = sign.binding == Binding::comparison;
        return print(*binary.left, compares ? tighter(sign.binding) : sign.binding) + " " +
               std::string(sign.sign) + " " + print(*binary.right, tighter(sign.binding));
    }
    std::string operator()(const Membership& membership) const {
        std::string out = print(*membership.value, Binding::joining) + " in ";
        if (!membership.code_list.empty()) return out + membership.code_list;
        out += "{";
        for (const std::string& literal : membership.literals) out += " " + print_string(literal);
        return out + " }";
    }
};

/// In parentheses where it binds less tightly than `least`.
std::string print(const Expression& expression, Binding least) {
    std::string out = std::visit(Printer{}, expression.node);
    return binding_of(expression) < least ? "(" + out + ")" : out;
}

}  // namespace

std::string print_expression(const Expression& expression) {
    return print(expression, Binding::any);
}

std::string print_regex(std::string_view pattern) {
    std::string out = "/";
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool escapes = pattern[i] == '\\' && i + 1 < pattern.size();
        if (escapes) out += pattern[i++];
        if (pattern[i] == '/' && !escapes) out += '\\';
        out += pattern[i];
    }
    return out + "/";
}

std::string print_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' ? "\\n" : std::string(1, c);
    }
    return out + "\"";
}

}  // namespace daicho::syntax
