#include <cassert>
#include <utility>

#include "grammars/model_language/bind_operators.hpp"

namespace daicho::syntax {

namespace {

using Kind = Link::Kind;

constexpr BinarySign signs[] = {
    {Operator::logical_or, "or", Binding::disjunction},
    {Operator::logical_and, "and", Binding::conjunction},
    {Operator::not_equal, "!=", Binding::comparison},
    {Operator::less_equal, "<=", Binding::comparison},
    {Operator::greater_equal, ">=", Binding::comparison},
    {Operator::equal, "=", Binding::comparison},
    {Operator::less, "<", Binding::comparison},
    {Operator::greater, ">", Binding::comparison},
    {Operator::starts, "starts", Binding::comparison},
    {Operator::ends, "ends", Binding::comparison},
    {Operator::contains, "contains", Binding::comparison},
    {Operator::concatenate, "++", Binding::joining},
    {Operator::add, "+", Binding::sum},
    {Operator::subtract, "-", Binding::sum},
    {Operator::multiply, "*", Binding::product},
    {Operator::divide, "/", Binding::product},
};

Binding tighter(Binding binding) {
    return static_cast<Binding>(static_cast<int>(binding) + 1);
}

ExpressionPointer boxed(Expression expression) {
    return std::make_unique<Expression>(std::move(expression));
}

/// Precedence climbing over the chain.
class Binder {
 public:
    Binder(const Reader& reader, std::vector<Link> chain) : reader_(reader), chain_(std::move(chain)) {}

    Expression bind(Binding least) {
        Expression left = operand(least);
        bool compared = false;
        while (at_ < chain_.size() && binding() >= least) {
            if (binding() == Binding::comparison && std::exchange(compared, true)) {
                refuse(reader_, chain_[at_].where, "比較は続けて書けません。'and' か括弧を使ってください。",
                       "comparisons cannot be chained; use 'and' or parentheses");
            }
            left = extend(std::move(left));
        }
        return left;
    }

 private:
    Binding binding() const {
        const Link& link = chain_[at_];
        return link.kind == Kind::postfix ? Binding::comparison : sign_of(link.op).binding;
    }

    Expression operand(Binding least) {
        Link& link = chain_[at_++];
        if (link.kind == Kind::operand) return std::move(link.operand);
        const bool negates = link.op == Operator::logical_not;
        if (negates && least > Binding::negation) {
            refuse(reader_, link.where, "ここでは 'not …' を括弧で囲んでください。",
                   "put 'not …' in parentheses here");
        }
        Expression inner = bind(negates ? Binding::negation : Binding::sign);
        const Span where{link.where.begin, inner.where.end};
        return {Unary{link.op, boxed(std::move(inner))}, where};
    }

    Expression extend(Expression left) {
        Link& link = chain_[at_++];
        const Span where{left.where.begin, link.where.end};
        if (link.kind == Kind::postfix) return apply(std::move(left), link, where);
        const Operator op = link.op;
        Expression right = bind(tighter(sign_of(op).binding));
        const Span both{where.begin, right.where.end};
        return {Binary{op, boxed(std::move(left)), boxed(std::move(right))}, both};
    }

    static Expression apply(Expression left, Link& link, Span where) {
        if (auto* membership = std::get_if<Membership>(&link.operand.node)) {
            membership->value = boxed(std::move(left));
            return {std::move(*membership), where};
        }
        return {Binary{Operator::matches, boxed(std::move(left)), boxed(std::move(link.operand))}, where};
    }

    const Reader& reader_;
    std::vector<Link> chain_;
    std::size_t at_ = 0;
};

}  // namespace

std::span<const BinarySign> binary_signs() {
    return signs;
}

const BinarySign& sign_of(Operator op) {
    for (const BinarySign& sign : signs) {
        if (sign.op == op) return sign;
    }
    assert(false && "no binary operator with a sign");
    return signs[0];
}

Expression bind_operators(const Reader& reader, std::vector<Link> chain) {
    return Binder(reader, std::move(chain)).bind(Binding::any);
}

}  // namespace daicho::syntax
