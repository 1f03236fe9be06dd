#include <memory>
#include <optional>
#include <string>

#include "grammars/formats/json_writer.hpp"
#include "tools/command.hpp"
#include "tools/gate/gate_config.hpp"
#include "tools/gate/gate_options.hpp"
#include "tools/gate/gate_paths.hpp"
#include "tools/report_form.hpp"

namespace daicho {

namespace {

struct ConfigOptions {
    std::string action, file;
    ConfigChoice choice;
    bool origin = false;
    ReportForm form = ReportForm::text;
};

std::string toml_text(const std::string& value) {
    const bool digits = !value.empty() && value.find_first_not_of("0123456789") == value.npos;
    if (value == "true" || value == "false" || (digits && (value == "0" || value[0] != '0'))) return value;
    std::string out = "\"";
    append_json_escaped(out, value);
    return out + '"';
}

/// A key as TOML writes it: bare, or as a text.
std::string toml_key(std::string_view key) {
    constexpr std::string_view bare = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return key.find_first_not_of(bare) == key.npos ? std::string(key) : toml_text(std::string(key));
}

/// The settings of `map` in the order in which they are known, with those nobody made.
template <class Tell>
void each_setting(const SettingMap& map, Tell&& tell) {
    for (const SettingName& name : setting_names()) {
        if (name.form == SettingForm::pairs) {
            for (auto at = map.lower_bound(name.name + "."); at != map.end(); ++at) {
                if (!at->first.starts_with(name.name + ".")) break;
                tell(name, at->first, at->second);
            }
        } else if (const auto found = map.find(name.name); found != map.end()) {
            tell(name, found->first, found->second);
        } else if (!name.usual.empty()) {
            tell(name, name.name, Setting{{name.usual}});
        }
    }
}

std::string origin_text(const Setting& setting, const Session& session) {
    if (setting.source == SettingSource::usual) return std::string(session.say("既定", "usual"));
    return setting.said + (setting.part.empty() ? "" : " " + setting.part);
}

void show_text(const SettingMap& map, bool origin, const Session& session) {
    each_setting(map, [&](const SettingName& name, const std::string& key, const Setting& setting) {
        std::string line;
        if (name.form == SettingForm::pairs) {
            const std::string& pair = setting.values.front();
            line = name.name + "." + toml_key(std::string_view(key).substr(name.name.size() + 1)) + " = " +
                   toml_text(pair.substr(pair.rfind('=') + 1));
        } else {
            line = name.name + " = ";
            std::string values;
            for (const std::string& value : setting.values)
                values += (values.empty() ? "" : ", ") + toml_text(value);
            line += name.form == SettingForm::list ? "[" + values + "]" : values;
        }
        session.out << line;
        if (origin) session.out << "  # " << origin_text(setting, session);
        session.out << '\n';
    });
}

std::string_view word_of(SettingSource source) {
    constexpr std::string_view words[] = {"default", "file", "environment", "option"};
    return words[static_cast<std::size_t>(source)];
}

void show_json(const GateConfig& config, const SettingMap& map, const Session& session) {
    std::string text;
    JsonWriter json{text};
    json.begin_object().key("config").string_or_null(config.file()).key("settings").begin_array();
    each_setting(map, [&](const SettingName&, const std::string& key, const Setting& setting) {
        json.begin_object().key("name").string(key).key("values").begin_array();
        for (const std::string& value : setting.values) {
            const bool pair = key.find('.') != key.npos;
            json.string(pair ? value.substr(value.rfind('=') + 1) : value);
        }
        json.end_array().key("source").string(word_of(setting.source));
        json.key("place").string_or_null(setting.said).key("part").string_or_null(setting.part).end_object();
    });
    json.end_array().end_object().end_line();
    session.out << text;
}

Exit run_config(const ConfigOptions& options, const Session& session) {
    if (options.action != "show") refuse_unknown_word("", options.action, {"show"});
    const GateConfig config(options.file, options.choice);
    const SettingMap map = config.map_of(options.file.empty() ? "" : name_in(config, options.file));
    if (options.form == ReportForm::json) {
        show_json(config, map, session);
        return Exit::clean;
    }
    if (config.file().empty())
        session.talk << session.say("daicho.toml はありません。\n", "there is no daicho.toml\n");
    show_text(map, options.origin, session);
    return Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_config(OptionList& list) {
    auto action = std::make_unique<ActionOf<ConfigOptions>>(run_config);
    auto& options = action->options;
    list.argument("ACTION", options.action, {"show: 設定を表示する", "show: tell the settings"}).required();
    list.argument("FILE", options.file,
                  {"このファイルを調べるときの設定（指定しなければ全体の設定）",
                   "The settings for this file (otherwise those for all)"});
    add_config_choice(list, options.choice);
    list.flag("--origin", options.origin, {"どこで決まったかも表示する", "Tell also where each was made"});
    add_report_form(list, options.form);
    return action;
}

}  // namespace daicho
