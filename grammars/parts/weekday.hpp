#pragma once

// Spirit fragment, included by .cpp files only: the names of weekdays over narrow text.

#include <boost/spirit/home/x3.hpp>

namespace daicho::parts {

/// 月 .. 日, Mo .. Su, Mon .. Sun, with 1 for Monday.
inline boost::spirit::x3::symbols<unsigned> weekday_symbols() {
    boost::spirit::x3::symbols<unsigned> symbols;
    constexpr const char* names[][5] = {{"月", "Mon", "Mo", "㈪", "㊊"}, {"火", "Tue", "Tu", "㈫", "㊋"},
                                        {"水", "Wed", "We", "㈬", "㊌"}, {"木", "Thu", "Th", "㈭", "㊍"},
                                        {"金", "Fri", "Fr", "㈮", "㊎"}, {"土", "Sat", "Sa", "㈯", "㊏"},
                                        {"日", "Sun", "Su", "㈰", "㊐"}};
    unsigned code = 0;
    for (const auto& spellings : names) {
        ++code;
        for (const char* name : spellings) symbols.add(name, code);
    }
    return symbols;
}

}  // namespace daicho::parts
