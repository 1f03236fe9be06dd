#include "tools/check_options.hpp"

#include "grammars/values/date.hpp"

namespace daicho {

void add_reading_options(CLI::App& app, InspectionOptions& options, const Session& session) {
    app.add_option(
           "--pattern", options.pattern,
           std::string(session.say("必須パターン（例: MP01。指定しなければ最も近いもの）",
                                   "Required pattern (as in MP01; otherwise the one that comes nearest)")))
        ->type_name("NAME");
    const auto as_of = [&options, &session](const std::string& given) {
        if (!date_type.is_canonical(given, {})) {
            throw CLI::ValidationError("--as-of",
                                       std::string(session.say("日付は YYYY-MM-DD で指定してください",
                                                               "write the date as YYYY-MM-DD")));
        }
        options.as_of = given;
    };
    app.add_option_function<std::string>("--as-of", as_of,
                                         std::string(session.say("この日の時点のコードで調べる（YYYY-MM-DD）",
                                                                 "Check codes as of this day (YYYY-MM-DD)")))
        ->type_name("DATE");
    add_choice(app, "--two-digit-year", options.reading.two_digit_year,
               {{"refuse", TwoDigitYear::refuse},
                {"western", TwoDigitYear::western},
                {"showa", TwoDigitYear::showa},
                {"heisei", TwoDigitYear::heisei},
                {"reiwa", TwoDigitYear::reiwa}},
               session.say("2桁の年の読み方", "How to read a year of two digits"), session);
}

}  // namespace daicho
