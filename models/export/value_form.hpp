#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "grammars/values/value_type.hpp"

namespace daicho {

/// What schemas can say of a kind of value; `value_forms.tsv`.
struct ValueForm {
    bool number = false;  ///< nested forms write it as a number
    std::string pattern;  ///< of the whole canonical form; empty: nothing is said
    bool whole = false;   ///< the pattern says all that there is to say
    std::string xsd;      ///< "date"
    std::string sql = "TEXT";
};

/// Of a kind that the table does not list: a text. Lives as long as the program.
const ValueForm& value_form(const ValueType& type);

/// The number of characters that all texts of a pattern without signs of repetition or choice have
/// ("[0-9]{7}"); 0 where they differ.
std::size_t fixed_length(std::string_view pattern);

}  // namespace daicho
