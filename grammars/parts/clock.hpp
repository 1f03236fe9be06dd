#pragma once

// Spirit fragment, included by .cpp files only: a time as clocks and people show it, over narrow text with
// spaces skipped.

#include "grammars/parts/number.hpp"

namespace daicho::parts {

enum class Half : unsigned char { none, morning, afternoon, am, pm };

/// A time as it stands in the text; nothing is checked yet.
struct Clock {
    Half half = Half::none;
    Number hour, minute, second;
    bool half_past = false;  ///< 9時半
    bool noon = false;       ///< 正午
    bool next_day = false;   ///< 翌2:00
};

namespace clock_grammar {

namespace x3 = boost::spirit::x3;

inline x3::symbols<Half> half_symbols() {
    x3::symbols<Half> symbols;
    symbols.add("午前", Half::morning)("午後", Half::afternoon);
    for (const char* am : {"AM", "am", "Am", "A.M.", "a.m."}) symbols.add(am, Half::am);
    for (const char* pm : {"PM", "pm", "Pm", "P.M.", "p.m."}) symbols.add(pm, Half::pm);
    return symbols;
}

template <auto member>
void set(auto& context) {
    boost::spirit::x3::_val(context).*member = true;
}

const auto half = half_symbols()[into(&Clock::half)];
const auto hour = number[into(&Clock::hour)];
const auto minute = number[into(&Clock::minute)];
const auto second = number[into(&Clock::second)];
const auto next_day = (x3::lit("翌日") | "翌")[([](auto& context) { set<&Clock::next_day>(context); })];
const auto half_past = x3::lit("半")[([](auto& context) { set<&Clock::half_past>(context); })];
const auto noon = x3::lit("正午")[([](auto& context) { set<&Clock::noon>(context); })];
const auto no_fraction = -('.' >> +x3::lit('0'));
const auto with_colons = ':' >> minute >> -(':' >> second >> no_fraction);
const auto in_words = "時" >> (half_past | -(minute >> "分" >> -(second >> "秒")));

}  // namespace clock_grammar

/// 9:00, 午後1時30分, 1:30 PM, 正午, 翌2:00, 0900.
const auto clock = boost::spirit::x3::rule<struct clock_tag, Clock>{"time"} =
    -clock_grammar::next_day >>
    (clock_grammar::noon | (-clock_grammar::half >> clock_grammar::hour >>
                            -(clock_grammar::with_colons | clock_grammar::in_words) >> -clock_grammar::half));

}  // namespace daicho::parts
