#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "grammars/model_language/complaint.hpp"
#include "grammars/model_language/syntax.hpp"

namespace daicho::syntax {

/// How tightly an operator binds; higher is tighter.
enum class Binding : std::uint8_t {
    any,
    disjunction,  ///< or
    conjunction,  ///< and
    negation,     ///< not
    comparison,   ///< = != < <= > >= starts ends contains matches in; not to be chained
    joining,      ///< ++
    sum,          ///< + -
    product,      ///< * /
    sign,         ///< - in front
    primary,      ///< everything without an operator outside parentheses
};

/// An operator between two operands, as it is written.
struct BinarySign {
    Operator op;
    std::string_view sign;
    Binding binding;
};

/// The sign of every binary operator except `matches`, which takes no expression on its right.
std::span<const BinarySign> binary_signs();
const BinarySign& sign_of(Operator op);

/// A link of the chain that an expression is before its operators have found their operands.
struct Link {
    enum class Kind : std::uint8_t { operand, prefix, binary, postfix };

    Kind kind = Kind::operand;
    Operator op = Operator::logical_not;
    Expression operand;  ///< of a postfix operator: a Membership without value, or the pattern of `matches`
    Span where;
};

/// Gives every operator of the chain its operands.
Expression bind_operators(const Reader& reader, std::vector<Link> chain);

}  // namespace daicho::syntax
