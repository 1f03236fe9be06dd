#include <re2/re2.h>

#include <algorithm>
#include <iterator>

#include "grammars/base/parse_number.hpp"
#include "grammars/text/nearest.hpp"
#include "grammars/values/no_such_kind.hpp"
#include "models/engine/expression_functions.hpp"
#include "models/engine/expression_node.hpp"
#include "models/engine/lookup_table.hpp"

namespace daicho {

namespace {

using Kind = Value::Kind;
using Node = Program::Node;
using syntax::Operator;

constexpr std::size_t most_arguments = ExpressionFunction::most_arguments;

Node node_of(Node::Op op, Kind type) {
    Node node;
    node.op = op;
    node.type = type;
    return node;
}

Node number_node(double number) {
    Node node = node_of(Node::Op::literal, Kind::number);
    node.number = number;
    return node;
}

template <class... Operands>
Node node_with(Node::Op op, Kind type, Operands&&... operands) {
    Node node = node_of(op, type);
    (node.operands.push_back(std::forward<Operands>(operands)), ...);
    return node;
}

/// Compiles the tree of an expression: a function for each construct of the language.
class ExpressionCompiler {
 public:
    explicit ExpressionCompiler(const Scope& scope) : scope_(scope) {}

    Node compile(const syntax::Expression& e) const {
        return std::visit([&](const auto& node) { return make(node, e.where); }, e.node);
    }

    /// An operand of and, or, not: an item stands for "has a value".
    Node condition(const syntax::Expression& e) const {
        const bool item = std::holds_alternative<syntax::ItemPath>(e.node);
        Node node = compile(e);
        if (item || std::holds_alternative<syntax::Column>(e.node))
            return node_with(Node::Op::present, Kind::truth, std::move(node));
        if (node.type != Kind::truth) fail(e.where, "ここには条件が要ります。", "a condition is needed here");
        return node;
    }

 private:
    Node make(const syntax::StringLiteral& literal, Span) const {
        Node node = node_of(Node::Op::literal, Kind::text);
        node.text = literal.text;
        return node;
    }

    Node make(const syntax::NumberLiteral& literal, Span where) const {
        const auto number = parse_number(literal.digits);
        if (!number) fail(where, "数として読めません。", "this is not a number");
        return number_node(number.value_or(0));
    }

    Node make(const syntax::PatternLiteral&, Span where) const {
        fail(where, "正規表現は matches の右か、part・match などの引数に書きます。",
             "a pattern stands behind matches or is an argument of part, match …");
        return {};
    }

    Node make(const syntax::Parameter& parameter, Span where) const {
        const auto value = scope_.parameter ? scope_.parameter(parameter.name) : std::nullopt;
        if (!value) {
            fail(where,
                 "パラメーター「$" + parameter.name + "」は宣言されていません（param の行が要ります）。",
                 "there is no parameter '$" + parameter.name + "' (a param line is missing)");
        }
        return make(syntax::StringLiteral{value.value_or("")}, where);
    }

    Node make(const syntax::Column& column, Span where) const {
        const auto index = scope_.column ? scope_.column(column.header) : std::nullopt;
        if (!index) {
            fail(where, "変換する表に列「" + column.header + "」がありません。",
                 "the table has no column '" + column.header + "'");
        }
        Node node = node_of(Node::Op::column, Kind::text);
        node.index = index.value_or(0);
        return node;
    }

    Node make(const syntax::ItemPath& item, Span where) const {
        const auto slot = scope_.slot ? scope_.slot(item.path) : std::nullopt;
        if (!slot)
            fail(where, "項目「" + item.path + "」がありません。", "there is no item '" + item.path + "'");
        Node node = node_of(Node::Op::slot, Kind::text);
        node.index = slot.value_or(0);
        return node;
    }

    // ---- calls

    Node make(const syntax::Call& call, Span where) const {
        if (call.function == "present") return present(call, where);
        if (call.function == "if") return choice(call, where);
        if (call.function == "first") return first(call, where);
        const auto functions = expression_functions();
        const auto function = std::ranges::find(functions, call.function, &ExpressionFunction::name);
        if (function == functions.end()) {
            fail(where, "関数「" + call.function + "」はありません。" + nearest_hint(call.function, true),
                 "there is no function '" + call.function + "'" + nearest_hint(call.function, false));
        }
        check_count(*function, call.arguments.size(), where);
        Node node = node_of(Node::Op::call, function->result);
        node.function = &*function;
        std::size_t place = 0;
        for (const auto& argument : call.arguments) {
            take_argument(node, function->arguments[place], argument);
            if (place + 1 < ExpressionFunction::places && function->arguments[place + 1] != Argument::none) {
                ++place;
            }
        }
        return node;
    }

    static std::string nearest_hint(std::string_view name, bool ja) {
        std::vector<std::string_view> names{"present", "if", "first"};
        for (const auto& function : expression_functions()) names.push_back(function.name);
        const std::string_view near = nearest(name, names);
        if (near.empty()) return {};
        return ja ? "「" + std::string(near) + "」のことですか。"
                  : "; did you mean '" + std::string(near) + "'?";
    }

    void check_count(const ExpressionFunction& function, std::size_t given, Span where) const {
        const auto most = function.repeats
                              ? most_arguments
                              : static_cast<std::size_t>(std::ranges::count_if(
                                    function.arguments, [](Argument a) { return a != Argument::none; }));
        if (given >= function.required && given <= most) return;
        fail(where, "引数の数が違います: " + std::string(function.usage),
             "wrong number of arguments: " + std::string(function.usage));
    }

    void take_argument(Node& node, Argument place, const syntax::Expression& e) const {
        switch (place) {
            case Argument::text:
                node.operands.push_back(typed(e, Kind::text));
                return;
            case Argument::number:
                node.operands.push_back(typed(e, Kind::number));
                return;
            case Argument::pattern:
                node.pattern = pattern_of(e);
                return;
            case Argument::kind:
                node.kind = find_value_type(literal_of(e));
                if (!node.kind) {
                    const BothTexts none = no_such_kind(literal_of(e));
                    fail(e.where, none.ja, none.en);
                }
                return;
            case Argument::table:
                take_table(node, e);
                return;
            default:
                take_literal(node, e);
        }
    }

    void take_table(Node& node, const syntax::Expression& e) const {
        const auto* name = std::get_if<syntax::ItemPath>(&e.node);
        node.table = name && scope_.table ? scope_.table(name->path) : nullptr;
        if (!node.table) {
            fail(e.where, "ここには対応表の名前が要ります（table の行で宣言します）。",
                 "the name of a table is needed here (declared by a table line)");
        }
    }

    /// Of a table the name of a column; else a name that the function knows.
    void take_literal(Node& node, const syntax::Expression& e) const {
        const std::string literal = literal_of(e);
        node.texts.push_back(literal);
        if (!node.table) return;
        const auto column = node.table->find_column(literal);
        if (!column) {
            fail(e.where, "対応表に列「" + literal + "」がありません。",
                 "the table has no column '" + literal + "'");
        }
        node.index = column.value_or(0);
    }

    std::string literal_of(const syntax::Expression& e) const {
        const auto* literal = std::get_if<syntax::StringLiteral>(&e.node);
        if (!literal)
            fail(e.where, "ここには引用符で囲んだ文字列が要ります。", "a text in quotes is needed here");
        return literal->text;
    }

    std::shared_ptr<RE2> pattern_of(const syntax::Expression& e) const {
        const auto* literal = std::get_if<syntax::PatternLiteral>(&e.node);
        if (!literal) fail(e.where, "ここには /正規表現/ が要ります。", "a /pattern/ is needed here");
        auto pattern = std::make_shared<RE2>(literal->pattern, RE2::Quiet);
        if (!pattern->ok()) {
            fail(e.where, "正規表現として読めません: " + pattern->error(),
                 "this is not a pattern: " + pattern->error());
        }
        return pattern;
    }

    void need_arguments(const syntax::Call& call, std::size_t least, std::size_t most, Span where,
                        std::string_view usage) const {
        if (call.arguments.size() >= least && call.arguments.size() <= most) return;
        fail(where, "引数の数が違います: " + std::string(usage),
             "wrong number of arguments: " + std::string(usage));
    }

    Node present(const syntax::Call& call, Span where) const {
        need_arguments(call, 1, 1, where, "present(value)");
        return node_with(Node::Op::present, Kind::truth, compile(call.arguments.front()));
    }

    Node choice(const syntax::Call& call, Span where) const {
        need_arguments(call, 3, 3, where, "if(condition, value, value)");
        Node then = compile(call.arguments[1]);
        Node otherwise = typed(call.arguments[2], then.type);
        const Kind type = then.type;
        return node_with(Node::Op::choose, type, condition(call.arguments[0]), std::move(then),
                         std::move(otherwise));
    }

    Node first(const syntax::Call& call, Span where) const {
        need_arguments(call, 1, most_arguments, where, "first(value, …)");
        Node node = node_with(Node::Op::first, Kind::missing, compile(call.arguments.front()));
        node.type = node.operands.front().type;
        for (std::size_t i = 1; i < call.arguments.size(); ++i) {
            node.operands.push_back(typed(call.arguments[i], node.type));
        }
        return node;
    }

    // ---- operators

    Node make(const syntax::Unary& unary, Span) const {
        if (unary.op == Operator::logical_not) {
            return node_with(Node::Op::negation, Kind::truth, condition(*unary.operand));
        }
        Node node =
            node_with(Node::Op::calculate, Kind::number, number_node(0), typed(*unary.operand, Kind::number));
        node.sign = Operator::subtract;
        return node;
    }

    /// `and` or `or`; several become one, and items that must have a value are kept apart.
    Node junction(Node::Op op, const syntax::Binary& binary) const {
        Node node = node_of(op, Kind::truth);
        for (const auto* side : {&*binary.left, &*binary.right}) {
            Node operand = condition(*side);
            if (operand.op == op) {
                std::ranges::move(operand.operands, std::back_inserter(node.operands));
                std::ranges::copy(operand.filled, std::back_inserter(node.filled));
            } else if (operand.op == Node::Op::present && operand.operands[0].op == Node::Op::slot) {
                node.filled.push_back(operand.operands[0].index);
            } else {
                node.operands.push_back(std::move(operand));
            }
        }
        return node;
    }

    Node make(const syntax::Binary& binary, Span where) const {
        switch (binary.op) {
            case Operator::logical_and:
                return junction(Node::Op::conjunction, binary);
            case Operator::logical_or:
                return junction(Node::Op::disjunction, binary);
            case Operator::concatenate:
                return of_texts(Node::Op::concatenation, Kind::text, binary);
            case Operator::matches: {
                Node node = node_with(Node::Op::match, Kind::truth, typed(*binary.left, Kind::text));
                node.pattern = pattern_of(*binary.right);
                return node;
            }
            case Operator::starts:
            case Operator::ends:
            case Operator::contains:
                return of_texts(Node::Op::test, Kind::truth, binary);
            case Operator::add:
            case Operator::subtract:
            case Operator::multiply:
            case Operator::divide: {
                Node node = node_with(Node::Op::calculate, Kind::number, typed(*binary.left, Kind::number),
                                      typed(*binary.right, Kind::number));
                node.sign = binary.op;
                return node;
            }
            default:
                return comparison(binary, where);
        }
    }

    Node of_texts(Node::Op op, Kind type, const syntax::Binary& binary) const {
        Node node = node_with(op, type, typed(*binary.left, Kind::text), typed(*binary.right, Kind::text));
        node.sign = binary.op;
        return node;
    }

    Node comparison(const syntax::Binary& binary, Span where) const {
        Node left = compile(*binary.left);
        Node right = compile(*binary.right);
        if (left.type != right.type) {
            fail(where, "左右の種類が違います（文字列と数の比較は number(…) を使います）。",
                 "the two sides are of different types (use number(…) to compare a text with a number)");
        }
        Node node = node_with(Node::Op::compare, Kind::truth, std::move(left), std::move(right));
        node.sign = binary.op;
        return node;
    }

    Node make(const syntax::Membership& membership, Span where) const {
        Node value = typed(*membership.value, Kind::text);
        if (membership.code_list.empty()) {
            Node node = node_with(Node::Op::in_texts, Kind::truth, std::move(value));
            node.texts = membership.literals;
            return node;
        }
        Node node = node_with(Node::Op::in_codes, Kind::truth, std::move(value));
        node.codes = scope_.code_list ? scope_.code_list(membership.code_list) : nullptr;
        if (!node.codes) {
            fail(where, "コード一覧「" + membership.code_list + "」がありません。",
                 "there is no code list '" + membership.code_list + "'");
        }
        return node;
    }

    Node typed(const syntax::Expression& e, Kind type) const {
        Node node = compile(e);
        if (node.type == type) return node;
        if (type == Kind::number) {
            fail(e.where, "ここには数が要ります（number(項目) と書きます）。",
                 "a number is needed here (write number(item))");
        } else {
            fail(e.where, "ここには文字列が要ります。", "a text is needed here");
        }
        return node;
    }

    void fail(Span where, std::string_view ja, std::string_view en) const { scope_.fail(where, ja, en); }

    const Scope& scope_;
};

}  // namespace

Program::Program(const syntax::Expression& expression, const Scope& scope)
    : root_(std::make_unique<Node>(ExpressionCompiler(scope).compile(expression))) {}

Program Program::condition(const syntax::Expression& expression, const Scope& scope) {
    return Program(std::make_unique<Node>(ExpressionCompiler(scope).condition(expression)));
}

}  // namespace daicho
