#include "models/engine/expression.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "grammars/text/utf8.hpp"
#include "models/engine/code_list.hpp"
#include "models/engine/heading.hpp"

namespace daicho {

using Kind = Value::Kind;
using Values = std::span<const std::string_view>;

/// A typed, resolved node. `type` is the kind of every value it gives that is not missing.
class Program::Node {
 public:
    using Function = std::function<Value(Values)>;
    Kind type = Kind::missing;
    Function run;
};

namespace {

using Node = Program::Node;
using syntax::Operator;

std::optional<double> to_number(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// ---- functions ----

struct Function {
    std::string_view name;
    Kind argument;
    Kind result;
    Value (*run)(const Value& argument);
};

// One line a function. All take one argument; a missing argument gives `when missing` of the call below.
const Function functions[] = {
    {"fold", Kind::text, Kind::text, [](const Value& v) { return Value::of(heading_key(v.text)); }},
    {"spaced", Kind::text, Kind::text, [](const Value& v) { return Value::of(" " + v.text); }},
    {"length", Kind::text, Kind::number,
     [](const Value& v) { return Value::of(static_cast<double>(count_code_points(v.text))); }},
    {"number", Kind::text, Kind::number,
     [](const Value& v) {
         const auto number = to_number(v.text);
         return number ? Value::of(*number) : Value{};
     }},
};

// ---- three-valued logic
// -----------------------------------------------------------------------------------------

Value conjunction(const Value& a, const Value& b) {
    const auto is_false = [](const Value& v) { return v.kind == Kind::truth && !v.truth; };
    if (is_false(a) || is_false(b)) return Value::of(false);
    if (a.kind == Kind::missing || b.kind == Kind::missing) return {};
    return Value::of(true);
}

Value negation(const Value& v) {
    return v.kind == Kind::missing ? Value{} : Value::of(!v.truth);
}

bool compare(Operator op, int order) {
    switch (op) {
        case Operator::equal:
            return order == 0;
        case Operator::not_equal:
            return order != 0;
        case Operator::less:
            return order < 0;
        case Operator::less_equal:
            return order <= 0;
        case Operator::greater:
            return order > 0;
        default:
            return order >= 0;
    }
}

int order_of(const Value& a, const Value& b) {
    if (a.kind == Kind::number) return a.number < b.number ? -1 : a.number > b.number;
    const int order = a.text.compare(b.text);
    return order < 0 ? -1 : order > 0;
}

Value arithmetic(Operator op, double a, double b) {
    switch (op) {
        case Operator::add:
            return Value::of(a + b);
        case Operator::subtract:
            return Value::of(a - b);
        case Operator::multiply:
            return Value::of(a * b);
        default:
            return b == 0 ? Value{} : Value::of(a / b);
    }
}

bool text_test(Operator op, std::string_view text, std::string_view part) {
    if (op == Operator::starts) return text.starts_with(part);
    if (op == Operator::ends) return text.ends_with(part);
    return text.find(part) != std::string_view::npos;
}

// ---- compilation ----

class Compiler {
 public:
    explicit Compiler(const Scope& scope) : scope_(scope) {}

    Node compile(const syntax::Expression& e) const {
        return std::visit([&](const auto& node) { return make(node, e.where); }, e.node);
    }

 private:
    Node make(const syntax::StringLiteral& literal, Span) const {
        return {Kind::text, [text = literal.text](Values) { return Value::of(text); }};
    }

    Node make(const syntax::NumberLiteral& literal, Span where) const {
        const auto number = to_number(literal.digits);
        if (!number) fail(where, "数として読めません", "this is not a number");
        return {Kind::number, [n = number.value_or(0)](Values) { return Value::of(n); }};
    }

    Node make(const syntax::ItemPath& item, Span where) const {
        const std::size_t slot = slot_of(item.path, where);
        return {Kind::text, [slot](Values values) {
                    return values[slot].empty() ? Value{} : Value::of(std::string(values[slot]));
                }};
    }

    Node make(const syntax::Call& call, Span where) const {
        if (call.arguments.size() != 1) fail(where, "関数の引数は1つです", "a function takes one argument");
        if (call.function == "present") return present(call.arguments.front());
        const auto* function = std::ranges::find(functions, call.function, &Function::name);
        if (function == std::end(functions)) {
            fail(where, "関数「" + call.function + "」はありません",
                 "there is no function '" + call.function + "'");
        }
        Node argument = typed(call.arguments.front(), function->argument);
        return {function->result, [run = function->run, argument = std::move(argument)](Values values) {
                    const Value value = argument.run(values);
                    return value.kind == Kind::missing ? Value{} : run(value);
                }};
    }

    Node present(const syntax::Expression& e) const {
        Node node = compile(e);
        return {Kind::truth, [node = std::move(node)](Values values) {
                    return Value::of(node.run(values).kind != Kind::missing);
                }};
    }

    Node make(const syntax::Unary& unary, Span) const {
        Node operand = condition(*unary.operand);
        return {Kind::truth,
                [operand = std::move(operand)](Values values) { return negation(operand.run(values)); }};
    }

    Node make(const syntax::Binary& binary, Span where) const {
        switch (binary.op) {
            case Operator::logical_and:
            case Operator::logical_or:
                return logical(binary);
            case Operator::concatenate:
                return concatenation(binary);
            case Operator::matches:
                return match(binary, where);
            case Operator::starts:
            case Operator::ends:
            case Operator::contains:
                return test(binary);
            case Operator::add:
            case Operator::subtract:
            case Operator::multiply:
            case Operator::divide:
                return calculation(binary);
            default:
                return comparison(binary, where);
        }
    }

    Node logical(const syntax::Binary& binary) const {
        return {Kind::truth,
                [op = binary.op, a = condition(*binary.left), b = condition(*binary.right)](Values values) {
                    if (op == Operator::logical_and) return conjunction(a.run(values), b.run(values));
                    return negation(conjunction(negation(a.run(values)), negation(b.run(values))));
                }};
    }

    /// Missing parts are left out; all missing is missing.
    Node concatenation(const syntax::Binary& binary) const {
        return {Kind::text,
                [a = typed(*binary.left, Kind::text), b = typed(*binary.right, Kind::text)](Values values) {
                    const Value left = a.run(values);
                    const Value right = b.run(values);
                    if (left.kind == Kind::missing) return right;
                    if (right.kind == Kind::missing) return left;
                    return Value::of(left.text + right.text);
                }};
    }

    Node match(const syntax::Binary& binary, Span where) const {
        const auto* literal = std::get_if<syntax::StringLiteral>(&binary.right->node);
        if (!literal)
            fail(where, "matches の右には /正規表現/ を書きます", "write /a pattern/ after matches");
        auto pattern = std::make_shared<RE2>(literal->text, RE2::Quiet);
        if (!pattern->ok()) {
            fail(binary.right->where, "正規表現として読めません: " + pattern->error(),
                 "this is not a pattern: " + pattern->error());
        }
        return {Kind::truth, [a = typed(*binary.left, Kind::text), pattern](Values values) {
                    const Value value = a.run(values);
                    if (value.kind == Kind::missing) return Value{};
                    return Value::of(RE2::FullMatch(value.text, *pattern));
                }};
    }

    Node test(const syntax::Binary& binary) const {
        return strict(Kind::truth, typed(*binary.left, Kind::text), typed(*binary.right, Kind::text),
                      [op = binary.op](const Value& a, const Value& b) {
                          return Value::of(text_test(op, a.text, b.text));
                      });
    }

    Node calculation(const syntax::Binary& binary) const {
        return strict(
            Kind::number, typed(*binary.left, Kind::number), typed(*binary.right, Kind::number),
            [op = binary.op](const Value& a, const Value& b) { return arithmetic(op, a.number, b.number); });
    }

    Node comparison(const syntax::Binary& binary, Span where) const {
        Node left = compile(*binary.left);
        Node right = compile(*binary.right);
        if (left.type != right.type) {
            fail(where, "左右の種類が違います（文字列と数の比較は number(…) を使います）",
                 "the two sides are of different types (use number(…) to compare a text with a number)");
        }
        return strict(Kind::truth, std::move(left), std::move(right),
                      [op = binary.op](const Value& a, const Value& b) {
                          return Value::of(compare(op, order_of(a, b)));
                      });
    }

    Node make(const syntax::Membership& membership, Span where) const {
        Node value = typed(*membership.value, Kind::text);
        if (membership.code_list.empty()) {
            return {Kind::truth, [value = std::move(value), literals = membership.literals](Values values) {
                        const Value v = value.run(values);
                        if (v.kind == Kind::missing) return Value{};
                        return Value::of(std::ranges::find(literals, v.text) != literals.end());
                    }};
        }
        const CodeList* codes = scope_.code_list(membership.code_list);
        if (!codes) {
            fail(where, "コード一覧「" + membership.code_list + "」がありません",
                 "there is no code list '" + membership.code_list + "'");
        }
        return {Kind::truth, [value = std::move(value), codes](Values values) {
                    const Value v = value.run(values);
                    return v.kind == Kind::missing ? Value{} : Value::of(codes->has_code(v.text));
                }};
    }

    /// A node that is missing wherever one of its sides is.
    template <class F>
    static Node strict(Kind type, Node left, Node right, F f) {
        return {type, [a = std::move(left), b = std::move(right), f](Values values) {
                    const Value x = a.run(values);
                    if (x.kind == Kind::missing) return Value{};
                    const Value y = b.run(values);
                    return y.kind == Kind::missing ? Value{} : f(x, y);
                }};
    }

    Node typed(const syntax::Expression& e, Kind type) const {
        Node node = compile(e);
        if (node.type != type) {
            const bool number = type == Kind::number;
            fail(e.where,
                 number ? "ここには数が要ります（number(項目) と書きます）" : "ここには文字列が要ります",
                 number ? "a number is needed here (write number(item))" : "a text is needed here");
        }
        return node;
    }

    /// An operand of and, or, not: an item stands for "has a value".
    Node condition(const syntax::Expression& e) const {
        if (std::holds_alternative<syntax::ItemPath>(e.node)) return present(e);
        Node node = compile(e);
        if (node.type != Kind::truth) fail(e.where, "ここには条件が要ります", "a condition is needed here");
        return node;
    }

    std::size_t slot_of(const std::string& path, Span where) const {
        const auto slot = scope_.slot(path);
        if (!slot) fail(where, "項目「" + path + "」がありません", "there is no item '" + path + "'");
        return slot.value_or(0);
    }

    void fail(Span where, std::string_view ja, std::string_view en) const { scope_.fail(where, ja, en); }

    const Scope& scope_;
};

}  // namespace

Program::Program(const syntax::Expression& expression, const Scope& scope)
    : root_(std::make_unique<Node>(Compiler(scope).compile(expression))) {}
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::~Program() = default;

Value Program::evaluate(Values values) const {
    return root_->run(values);
}

bool Program::holds(Values values) const {
    const Value value = root_->run(values);
    return value.kind == Kind::truth ? value.truth : value.kind != Kind::missing;
}

bool Program::fails(Values values) const {
    const Value value = root_->run(values);
    return value.kind == Kind::truth && !value.truth;
}

}  // namespace daicho
