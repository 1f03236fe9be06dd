#include "tools/value_options.hpp"
#include "tools/option_list.hpp"

#include "grammars/values/date.hpp"

namespace daicho {

void add_as_of(OptionList& list, std::string& day, BothTexts help) {
    const auto read = [&day](const std::string& given) -> Complaint {
        if (!date_type.is_canonical(given, {})) {
            return BothTexts{"日付は YYYY-MM-DD で指定してください。", "write the date as YYYY-MM-DD"};
        }
        day = given;
        return std::nullopt;
    };
    list.read("--as-of", "YYYY-MM-DD", read, std::move(help));
}

void add_two_digit_year(OptionList& list, TwoDigitYear& meaning) {
    list.choice("--two-digit-year", meaning,
                {{"refuse", TwoDigitYear::refuse},
                 {"western", TwoDigitYear::western},
                 {"showa", TwoDigitYear::showa},
                 {"heisei", TwoDigitYear::heisei},
                 {"reiwa", TwoDigitYear::reiwa}},
                {"元号のない2桁の年の読み方（既定は refuse: 読まない）",
                 "What a year of two digits without an era means (default: refuse)"});
}

void add_address_target(OptionList& list, AddressTarget& target) {
    list.choice(
        "--target", target,
        {{"any", AddressTarget::any},
         {"residence", AddressTarget::residence},
         {"parcel", AddressTarget::parcel}},
        {"番地以下を探すデータ。any: 書き方による（既定）、residence: 住居表示、parcel: 地番",
         "Where block and lot numbers are looked for: any, as written (default), residence or parcel"});
}

}  // namespace daicho
