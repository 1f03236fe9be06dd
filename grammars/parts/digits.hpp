#pragma once

// Fragments for codes made of digits, over text in narrow notation (grammars/text/narrow.hpp).

#include <boost/spirit/home/x3.hpp>

namespace daicho {

namespace x3 = boost::spirit::x3;

const auto digit = x3::char_('0', '9');
const auto spaces = *x3::lit(' ');

/// Digits as they are grouped for reading: 8-0000-1201-0038, 8000 0120 10038.
const auto grouped_digits = digit % -x3::char_("- ");

/// What a digit column becomes in a table of floating-point numbers: 1008926.0
const auto float_tail = x3::lit('.') >> +x3::lit('0');

}  // namespace daicho
