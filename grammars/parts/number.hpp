#pragma once

// Spirit fragment, included by .cpp files only: numbers as people write them, over the bytes of a narrow
// text.

#include <boost/spirit/home/x3.hpp>
#include <cstdint>
#include <string_view>

#include "grammars/text/narrow.hpp"
#include "grammars/text/numerals.hpp"

namespace daicho::parts {

/// A number and where it stands.
struct Number {
    Numeral numeral;
    const char* begin = nullptr;

    std::uint64_t value() const { return numeral.value; }
    explicit operator bool() const { return begin != nullptr; }
    /// Digits as written; a number with unit words (三十一) has none.
    unsigned digits() const { return numeral.digits; }
    /// The bytes of the text that `narrow` was made from.
    Span where(const Narrow& narrow) const {
        const auto at = static_cast<std::uint32_t>(begin - narrow.text().data());
        return narrow.original({at, at + numeral.size});
    }
};

struct NumberParser : boost::spirit::x3::parser<NumberParser> {
    using attribute_type = Number;
    static constexpr bool has_attribute = true;

    template <class Context, class RuleContext, class Attribute>
    bool parse(const char*& first, const char* const& last, const Context& context, RuleContext&,
               Attribute& attribute) const {
        boost::spirit::x3::skip_over(first, last, context);
        const auto numeral = numeral_at({first, static_cast<std::size_t>(last - first)});
        if (!numeral) return false;
        boost::spirit::x3::traits::move_to(Number{*numeral, first}, attribute);
        first += numeral->size;
        return true;
    }
};

/// 12, 〇七, 三十一.
inline constexpr NumberParser number{};

/// Sets a member of the rule's value to what the parser read.
template <class Member>
auto into(Member member) {
    return [member](auto& context) {
        boost::spirit::x3::_val(context).*member = boost::spirit::x3::_attr(context);
    };
}

}  // namespace daicho::parts
