#include "tools/check_options.hpp"

#include <CLI/CLI.hpp>

#include "grammars/values/date.hpp"

namespace daicho {

namespace {

void add_mapping_options(CLI::App& app, CheckOptions& options, const Session& session) {
    app.add_option("--map", options.map,
                   std::string(session.say("表の列を項目に移す変換（名前か .gift ファイル）",
                                           "Transformation from columns to items (a name or a .gift file)")))
        ->type_name("NAME");
    const auto set = [&options, &session](const std::string& given) {
        const auto equals = given.find('=');
        if (equals == 0 || equals == std::string::npos) {
            throw CLI::ValidationError(
                "--set", std::string(session.say("名前=値 の形で指定してください（例: year=2022）",
                                                 "write NAME=VALUE, as in year=2022")));
        }
        options.settings[given.substr(0, equals)] = given.substr(equals + 1);
    };
    app.add_option_function<std::vector<std::string>>(
           "--set",
           [set](const std::vector<std::string>& all) {
               for (const auto& one : all) set(one);
           },
           std::string(session.say("変換のパラメーター（例: year=2022。何度でも）",
                                   "Parameter of the transformation (as in year=2022; repeatable)")))
        ->type_name("NAME=VALUE")
        ->expected(1)
        ->take_all();
}

}  // namespace

void add_check_options(CLI::App& app, CheckOptions& options, const Session& session) {
    add_mapping_options(app, options, session);
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
    add_choice(app, "--two-digit-year", options.two_digit_year,
               {{"refuse", TwoDigitYear::refuse},
                {"western", TwoDigitYear::western},
                {"showa", TwoDigitYear::showa},
                {"heisei", TwoDigitYear::heisei},
                {"reiwa", TwoDigitYear::reiwa}},
               session.say("2桁の年の読み方", "How to read a year of two digits"), session);
}

}  // namespace daicho
