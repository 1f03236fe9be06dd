#include "tools/unknown_variables.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "grammars/base/os_program.hpp"
#include "grammars/text/nearest.hpp"
#include "tools/gate/gate_settings.hpp"

namespace daicho {

namespace {

constexpr std::string_view prefix = "DAICHO_";
constexpr std::string_view own_variables[] = {"DAICHO_LANG", "DAICHO_REGISTRY", "DAICHO_CONFIG",
                                              "DAICHO_PROFILE", "DAICHO_CONTACT"};
constexpr std::string_view settings_readers[] = {"check", "fix", "baseline", "config"};

std::string option_of_pairs(const std::string& variable) {
    for (const SettingName& setting : setting_names()) {
        if (setting.form == SettingForm::pairs && variable_of(setting.name) == variable) return setting.name;
    }
    return {};
}

/// What to use in the place of a variable that is not read; empty where nobody knows.
BothTexts advice_for(const std::string& variable, const std::vector<std::string>& known) {
    if (const std::string pairs = option_of_pairs(variable); !pairs.empty())
        return {"--" + pairs + " か、daicho.toml の " + pairs + " で決めてください。",
                "; set it with --" + pairs + ", or with " + pairs + " in daicho.toml"};
    std::vector<std::string_view> words;  // without what all of them begin with
    for (const std::string& name : known) words.push_back(std::string_view(name).substr(prefix.size()));
    const std::string near(nearest(std::string_view(variable).substr(prefix.size()), words));
    if (near.empty()) return {};
    const std::string name = std::string(prefix) + near;
    return {name + " ではありませんか。", "; did you mean " + name + "?"};
}

/// All that are read. It takes a moment, and is asked for only where there is one that is not the program's.
std::vector<std::string> known_variables() {
    std::vector<std::string> known(std::begin(own_variables), std::end(own_variables));
    for (const SettingName& setting : setting_names()) {
        if (setting.form != SettingForm::pairs) known.push_back(variable_of(setting.name));
    }
    return known;
}

}  // namespace

void tell_unknown_variables(std::string_view command, const Session& session) {
    std::vector<std::string> given = environment_names(prefix);
    std::erase_if(given, [](const std::string& name) {
        return std::ranges::find(own_variables, std::string_view(name)) != std::end(own_variables);
    });
    if (given.empty()) return;
    const std::vector<std::string> known = known_variables();
    const bool all = std::ranges::find(settings_readers, command) != std::end(settings_readers);
    for (const std::string& name : given) {
        if (std::ranges::find(known, name) != known.end()) continue;
        const BothTexts advice = advice_for(name, known);
        if (advice.empty() && !all) continue;
        session.talk << session.say("環境変数 " + name + " は使いません。" + advice.ja,
                                    "the environment variable " + name + " is not read" + advice.en)
                     << '\n';
    }
}

}  // namespace daicho
