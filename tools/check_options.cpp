#include "tools/check_options.hpp"

#include "tools/value_options.hpp"

namespace daicho {

namespace {

void add_mapping_options(OptionList& list, CheckOptions& options) {
    list.text("--map", "NAME", options.map,
              {"表の列を項目に対応させる変換（名前か .gift ファイル）",
               "Mapping from columns to items (a name or a .gift file)"});
    const auto set = [&options](const std::string& given) -> Complaint {
        const auto equals = given.find('=');
        if (equals == 0 || equals == std::string::npos) {
            return BothTexts{"名前=値 の形で指定してください（例: year=2022）。",
                             "write NAME=VALUE, as in year=2022"};
        }
        options.settings[given.substr(0, equals)] = given.substr(equals + 1);
        return std::nullopt;
    };
    list.read("--set", "NAME=VALUE", set,
              {"変換のパラメーター（例: year=2022。何度でも）",
               "Parameter of the mapping (as in year=2022; repeatable)"})
        .each_time();
}

}  // namespace

void add_check_options(OptionList& list, CheckOptions& options) {
    add_mapping_options(list, options);
    add_value_check_options(list, options);
}

void add_value_check_options(OptionList& list, CheckOptions& options) {
    list.text("--pattern", "NAME", options.pattern,
              {"必須パターン（例: MP01。指定しなければ最も近いもの）",
               "Required pattern (as in MP01; otherwise the nearest)"});
    add_as_of(list, options.as_of,
              {"この日の時点のコードで調べる（YYYY-MM-DD）", "Check codes as of this day (YYYY-MM-DD)"});
    add_two_digit_year(list, options.two_digit_year);
}

}  // namespace daicho
