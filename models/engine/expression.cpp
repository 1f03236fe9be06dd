#include "models/engine/expression.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "models/engine/code_list.hpp"
#include "models/engine/expression_functions.hpp"
#include "models/engine/expression_node.hpp"

namespace daicho {

using Kind = Value::Kind;
using Node = Program::Node;
using syntax::Operator;

namespace {

using Truth = Node::Truth;

Truth truth_of(bool truth) {
    return truth ? Truth::yes : Truth::no;
}

Truth negated(Truth truth) {
    return truth == Truth::missing ? truth : truth_of(truth == Truth::no);
}

// Most conditions ask whether items are there. What asks for more stays out of `decide`, so that such a
// question costs no more than it must.

[[gnu::noinline]] Truth truth_of_result(const Node& node, Evaluation& record) {
    const Value value = node.run(record);
    return value.kind == Kind::missing ? Truth::missing : truth_of(value.kind != Kind::truth || value.truth);
}

[[gnu::noinline]] bool has_result(const Node& node, Evaluation& record) {
    return node.run(record).kind != Kind::missing;
}

bool is_present(const Node& node, Evaluation& record) {
    if (node.op == Node::Op::slot) return !record.slots[node.index].empty();
    return has_result(node, record);
}

/// `and` and `or` in three values: the one that decides does so whatever the other is.
Truth joined(const Node& node, Evaluation& record, Truth decisive) {
    for (const std::size_t slot : node.filled) {
        if (truth_of(!record.slots[slot].empty()) == decisive) return decisive;
    }
    Truth all = negated(decisive);
    for (const Node& operand : node.operands) {
        const Truth one = operand.op == Node::Op::present ? truth_of(is_present(operand.operands[0], record))
                                                          : operand.decide(record);
        if (one == decisive) return one;
        if (one == Truth::missing) all = Truth::missing;
    }
    return all;
}

/// The text of a node of texts; empty where it is missing.
std::string_view text_of(const Node& node, Evaluation& record) {
    if (node.op == Node::Op::slot) return record.slots[node.index];
    if (node.op == Node::Op::literal) return node.text;
    return node.run(record).text;
}

bool holds_between(Operator op, int order) {
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

Value calculated(Operator op, double a, double b) {
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

bool tested(Operator op, std::string_view text, std::string_view part) {
    if (op == Operator::starts) return text.starts_with(part);
    if (op == Operator::ends) return text.ends_with(part);
    return text.find(part) != std::string_view::npos;
}

/// Missing parts are left out; all missing is missing.
Value concatenated(const Node& node, Evaluation& record) {
    const Value left = node.operands[0].run(record);
    const Value right = node.operands[1].run(record);
    if (left.kind == Kind::missing) return right;
    if (right.kind == Kind::missing) return left;
    if (record.used) record.used->insert(record.used->end(), {left.text, right.text});
    std::string text;
    text.reserve(left.text.size() + right.text.size());
    text.append(left.text).append(right.text);
    return Value::of(record.keep(std::move(text)));
}

template <std::size_t most>
Value called_with(const Node& node, Evaluation& record) {
    Value arguments[most];
    const std::size_t count = node.operands.size();
    for (std::size_t i = 0; i < count; ++i) {
        arguments[i] = node.operands[i].run(record);
        if (arguments[i].kind == Kind::missing && !node.function->takes_missing) return {};
    }
    if (record.used && !node.function->slices) {
        for (std::size_t i = 0; i < count; ++i) {
            if (arguments[i].kind == Kind::text) record.used->push_back(arguments[i].text);
        }
    }
    return node.function->run(node, std::span(arguments, count), record);
}

Value called(const Node& node, Evaluation& record) {
    constexpr std::size_t few = 2;
    static_assert(few < ExpressionFunction::most_arguments);
    return node.operands.size() <= few ? called_with<few>(node, record)
                                       : called_with<ExpressionFunction::most_arguments>(node, record);
}

/// Two sides of which neither is missing are compared; missing texts are empty.
[[gnu::noinline]] Truth compared(const Node& node, Evaluation& record) {
    const Node& left = node.operands[0];
    const Node& right = node.operands[1];
    if (left.type == Kind::text) {
        const std::string_view a = text_of(left, record);
        if (a.empty()) return Truth::missing;
        const std::string_view b = text_of(right, record);
        if (b.empty() && right.op != Node::Op::literal) return Truth::missing;
        if (node.op == Node::Op::test) return truth_of(tested(node.sign, a, b));
        return truth_of(holds_between(node.sign, a.compare(b)));
    }
    const Value a = left.run(record);
    if (a.kind == Kind::missing) return Truth::missing;
    const Value b = right.run(record);
    if (b.kind == Kind::missing) return Truth::missing;
    if (a.kind == Kind::truth) return truth_of(holds_between(node.sign, a.truth - b.truth));
    return truth_of(holds_between(node.sign, a.number < b.number ? -1 : a.number > b.number));
}

/// Whether a text is one of those that a node holds.
[[gnu::noinline]] Truth held(const Node& node, Evaluation& record) {
    const std::string_view value = text_of(node.operands[0], record);
    if (value.empty()) return Truth::missing;
    if (node.op == Node::Op::match) return truth_of(RE2::FullMatch(value, *node.pattern));
    if (node.op == Node::Op::in_codes) return truth_of(node.codes->has_code(value));
    return truth_of(std::ranges::find(node.texts, value) != node.texts.end());
}

}  // namespace

Truth Node::decide(Evaluation& record) const {
    switch (op) {
        case Op::negation:
            return negated(operands[0].decide(record));
        case Op::conjunction:
            return joined(*this, record, Truth::no);
        case Op::disjunction:
            return joined(*this, record, Truth::yes);
        case Op::present:
            return truth_of(is_present(operands[0], record));
        case Op::compare:
        case Op::test:
            return compared(*this, record);
        case Op::match:
        case Op::in_texts:
        case Op::in_codes:
            return held(*this, record);
        default:
            return truth_of_result(*this, record);
    }
}

Value Node::run(Evaluation& record) const {
    switch (op) {
        case Op::literal:
            return type == Kind::number ? Value::of(number) : Value::of(std::string_view(text));
        case Op::slot:
            return record.slots[index].empty() ? Value{} : Value::of(record.slots[index]);
        case Op::column:
            return record.columns[index].empty() ? Value{} : Value::of(record.columns[index]);
        case Op::choose: {
            const Truth condition = operands[0].decide(record);
            if (condition == Truth::missing) return {};
            return operands[condition == Truth::yes ? 1 : 2].run(record);
        }
        case Op::first:
            for (const Node& operand : operands) {
                const Value v = operand.run(record);
                if (v.kind != Kind::missing) return v;
            }
            return {};
        case Op::concatenation:
            return concatenated(*this, record);
        case Op::call:
            return called(*this, record);
        case Op::calculate: {
            const Value a = operands[0].run(record);
            const Value b = operands[1].run(record);
            if (a.kind == Kind::missing || b.kind == Kind::missing) return {};
            return calculated(sign, a.number, b.number);
        }
        default: {
            const Truth truth = decide(record);
            return truth == Truth::missing ? Value{} : Value::of(truth == Truth::yes);
        }
    }
}

std::string_view Evaluation::keep(std::string text) {
    if (kept_ == texts_.size()) texts_.emplace_back();
    texts_[kept_] = std::move(text);
    return texts_[kept_++];
}

Program::Program(std::unique_ptr<Node> root) : root_(std::move(root)) {}
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::~Program() = default;

Value Program::evaluate(Evaluation& record) const {
    return root_->run(record);
}

bool Program::holds(Evaluation& record) const {
    return root_->decide(record) == Truth::yes;
}

bool Program::fails(Evaluation& record) const {
    return root_->decide(record) == Truth::no;
}

}  // namespace daicho
