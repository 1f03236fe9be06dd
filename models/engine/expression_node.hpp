#pragma once

#include <memory>
#include <string>
#include <vector>

#include "grammars/values/value_type.hpp"
#include "models/engine/expression.hpp"

namespace re2 {
class RE2;
}

namespace daicho {

struct ExpressionFunction;

/// A typed, resolved node of an expression.
struct Program::Node {
    enum class Op : unsigned char {
        literal,  // `literal`, of the node's type
        slot,
        column,
        negation,
        conjunction,
        disjunction,
        present,
        choose,  // if(condition, a, b)
        first,   // the first operand that is not missing
        concatenation,
        compare,
        test,       // starts, ends, contains
        match,      // `pattern` as a whole
        calculate,  // + - * /
        in_texts,   // `texts`
        in_codes,   // `codes`
        call,       // `function`
    };
    Op op = Op::literal;
    syntax::Operator sign = syntax::Operator::equal;  // of compare, test, calculate
    Value::Kind type = Value::Kind::missing;          // of every value it gives that is not missing
    std::size_t index = 0;                            // of a slot or column
    std::vector<Node> operands;
    std::vector<std::size_t> filled;  // of and, or: slots that have a value, as further operands

    double number = 0;
    std::string text;
    std::vector<std::string> texts;
    std::shared_ptr<re2::RE2> pattern;
    const CodeList* codes = nullptr;
    const LookupTable* table = nullptr;
    const ValueType* kind = nullptr;
    const ExpressionFunction* function = nullptr;

    Value run(Evaluation& record) const;

    enum class Truth : unsigned char { no, yes, missing };
    /// What `run` gives of a condition, as cheaply as it can be had.
    Truth decide(Evaluation& record) const;
};

}  // namespace daicho
