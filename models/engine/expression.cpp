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

Value negated(const Value& v) {
    return v.kind == Kind::missing ? Value{} : Value::of(!v.truth);
}

/// `and` and `or` in three values: the one that decides does so whatever the other is.
Value joined(const Node& node, Evaluation& record, bool decisive) {
    bool missing = false;
    for (const Node& operand : node.operands) {
        const Value v = operand.run(record);
        if (v.kind == Kind::missing) {
            missing = true;
        } else if (v.truth == decisive) {
            return v;
        }
    }
    return missing ? Value{} : Value::of(!decisive);
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

int order_of(const Value& a, const Value& b) {
    if (a.kind == Kind::number) return a.number < b.number ? -1 : a.number > b.number;
    return a.text.compare(b.text);
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

Value called(const Node& node, Evaluation& record) {
    constexpr std::size_t most = 16;
    Value arguments[most];
    const std::size_t count = std::min(node.operands.size(), most);
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

}  // namespace

Value Node::run(Evaluation& record) const {
    switch (op) {
        case Op::literal:
            return type == Kind::number ? Value::of(number) : Value::of(std::string_view(text));
        case Op::slot:
            return record.slots[index].empty() ? Value{} : Value::of(record.slots[index]);
        case Op::column:
            return record.columns[index].empty() ? Value{} : Value::of(record.columns[index]);
        case Op::negation:
            return negated(operands[0].run(record));
        case Op::conjunction:
            return joined(*this, record, false);
        case Op::disjunction:
            return joined(*this, record, true);
        case Op::present:
            return Value::of(operands[0].run(record).kind != Kind::missing);
        case Op::choose: {
            const Value condition = operands[0].run(record);
            if (condition.kind == Kind::missing) return {};
            return operands[condition.truth ? 1 : 2].run(record);
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
        default:
            break;
    }
    const Value a = operands[0].run(record);
    if (a.kind == Kind::missing) return {};
    switch (op) {
        case Op::match:
            return Value::of(RE2::FullMatch(a.text, *pattern));
        case Op::in_texts:
            return Value::of(std::ranges::find(texts, a.text) != texts.end());
        case Op::in_codes:
            return Value::of(codes->has_code(a.text));
        default:
            break;
    }
    const Value b = operands[1].run(record);
    if (b.kind == Kind::missing) return {};
    if (op == Op::compare) return Value::of(holds_between(sign, order_of(a, b)));
    if (op == Op::test) return Value::of(tested(sign, a.text, b.text));
    return calculated(sign, a.number, b.number);
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
    const Value value = root_->run(record);
    return value.kind == Kind::truth ? value.truth : value.kind != Kind::missing;
}

bool Program::fails(Evaluation& record) const {
    const Value value = root_->run(record);
    return value.kind == Kind::truth && !value.truth;
}

}  // namespace daicho
