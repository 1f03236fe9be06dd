#pragma once

#include <span>
#include <string_view>

#include "models/engine/expression.hpp"

namespace daicho {

/// What a place in a function call takes.
enum class Argument : unsigned char {
    none,
    text,
    number,
    pattern,  ///< `/…/`
    kind,     ///< the name of a kind of value, in quotes
    table,    ///< the name of a lookup table
    literal,  ///< a text in quotes that is known when the file is read
};

/// A function of the expression language. Patterns, kinds, tables and literals are settled when the file is
/// read and stand in the node; `run` gets the other arguments in their order.
struct ExpressionFunction {
    static constexpr std::size_t places = 4;
    static constexpr std::size_t most_arguments = 16;

    std::string_view name;
    Argument arguments[places];
    std::size_t required;  ///< so many of them must be given
    bool repeats;          ///< the last may be given again, up to 16 in all
    bool takes_missing;    ///< `run` is asked even where an argument is missing
    bool slices;           ///< gives a part of its argument; the rest counts as not read
    Value::Kind result;
    Value (*run)(const Program::Node& node, std::span<const Value> arguments, Evaluation& record);
    std::string_view usage;  ///< "part(text, /pattern/, number)", for messages
};

std::span<const ExpressionFunction> expression_functions();

}  // namespace daicho
