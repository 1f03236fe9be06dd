#include "tools/gate/gate_options.hpp"

#include <algorithm>
#include <string>

namespace daicho {

void add_config_choice(OptionList& list, ConfigChoice& choice) {
    list.text(
        "--config", "FILE", choice.file,
        {"設定ファイル（環境変数 DAICHO_CONFIG。既定は、調べるファイルのフォルダーから上に探した "
         "daicho.toml）",
         "File of settings (environment DAICHO_CONFIG; default: daicho.toml, looked for from the folder "
         "of the file upwards)"});
    list.text("--profile", "NAME", choice.profile,
              {"設定のプロファイル（環境変数 DAICHO_PROFILE）",
               "Profile of the settings (environment DAICHO_PROFILE)"});
    list.flag("--isolated", choice.isolated, {"設定ファイルを読まない", "Read no file of settings"});
}

void add_setting_options(OptionList& list, ConfigChoice& choice,
                         std::initializer_list<std::string_view> without) {
    GateSettings scratch;
    OptionList settings;
    add_gate_settings(settings, scratch);
    for (const SettingName& name : setting_names()) {
        if (name.name == "registry" || std::ranges::find(without, name.name) != without.end()) continue;
        for (const OptionSpec& spec : settings.specs()) {
            if (spec.shown().substr(2) != name.name) continue;
            const auto take = [&choice, name = name.name](const std::string& given) -> Complaint {
                GateSettings trial;
                if (const Complaint complaint = take_setting(trial, name, given)) return complaint;
                choice.options[name].push_back(given);
                return std::nullopt;
            };
            OptionSpec& made = list.read(spec.name, spec.value, take, spec.help);
            made.repeats = name.form != SettingForm::one;
            made.separator = spec.separator;
        }
    }
}

}  // namespace daicho
