#include "tools/gate/setting_reader.hpp"

#include <algorithm>

#include "grammars/values/date.hpp"
#include "tools/near_name.hpp"
#include "tools/rule_choice.hpp"

namespace daicho {

namespace {

const SettingName* known_setting(std::string_view name) {
    const auto& names = setting_names();
    const auto found = std::ranges::find(names, name, &SettingName::name);
    return found == names.end() ? nullptr : &*found;
}

[[noreturn]] void refuse_unknown(const std::string& name, const TomlPlace& place, bool for_paths,
                                 bool is_root) {
    std::vector<std::string_view> names;
    for (const SettingName& one : setting_names()) {
        if (!for_paths || !one.of_run) names.push_back(one.name);
    }
    names.push_back(for_paths ? "match" : "path");
    if (is_root) names.insert(names.end(), {"extends", "profile", "suppress"});
    refuse_setting(place, no_such_name({"設定", "setting"}, name, names));
}

std::string scalar_of(const TomlNode& node) {
    if (node.kind != TomlNode::Kind::array && node.kind != TomlNode::Kind::table) return node.text;
    refuse_setting(node.place, {"値を一つ書いてください。", "one value belongs here"});
}

/// What a file says of other files is seen from itself.
std::string seen_from(const std::string& folder, const SettingName& name, const std::string& value) {
    if (!name.is_path) return value;
    if (name.name == "cache" && (value == "on" || value == "off")) return value;
    const bool model = name.name == "model" || name.name == "map";
    if (model && value.find(".gif") == value.npos) return value;
    const std::size_t sign = name.name == "report" ? value.find('=') : value.npos;
    if (sign == value.npos) return path_in(folder, value);
    return value.substr(0, sign + 1) + path_in(folder, value.substr(sign + 1));
}

std::string text_member(const TomlNode& table, std::string_view name) {
    const TomlNode* node = table.find(name);
    return node == nullptr ? std::string{} : scalar_of(*node);
}

void refuse_unknown_members(const TomlNode& table) {
    const std::vector<std::string_view> names{"rule", "path", "column", "key", "reason", "until"};
    for (const auto& [name, node] : table.members) {
        if (std::ranges::find(names, name) == names.end())
            refuse_setting(node.key_place, no_such_name({"設定", "setting"}, name, names));
    }
}

}  // namespace

std::vector<std::pair<std::string, TomlPlace>> texts_of(const TomlNode& node) {
    std::vector<std::pair<std::string, TomlPlace>> texts;
    if (node.kind != TomlNode::Kind::array) return {{scalar_of(node), node.place}};
    for (const TomlNode& item : node.items) texts.emplace_back(scalar_of(item), item.place);
    return texts;
}

std::vector<const TomlNode*> tables_of(const TomlNode& node) {
    std::vector<const TomlNode*> tables;
    const auto refuse = [](const TomlNode& at) {
        refuse_setting(at.place, {"[[ ]] の表で書いてください。", "write it as a table of [[ ]]"});
    };
    if (node.kind != TomlNode::Kind::array) refuse(node);
    for (const TomlNode& item : node.items) {
        if (item.kind != TomlNode::Kind::table) refuse(item);
        tables.push_back(&item);
    }
    return tables;
}

void read_setting(const std::string& name, const TomlNode& node, const std::string& folder,
                  const std::string& part, bool for_paths, SettingMap& settings) {
    const SettingName* known = known_setting(name);
    if (known == nullptr) refuse_unknown(name, node.key_place, for_paths, part.empty());
    if (for_paths && known->of_run)
        refuse_setting(node.key_place,
                       {"「" + name + "」はファイルごとには決められません。先頭に書いてください。",
                        "'" + name + "' cannot be set for single files; write it at the top"});
    const auto setting_at = [&](const TomlPlace& place) {
        return Setting{{}, SettingSource::file, place.text(), part, place};
    };
    if (known->form == SettingForm::pairs) {
        if (node.kind != TomlNode::Kind::table)
            refuse_setting(node.place,
                           {"「名前 = 値」の表で書いてください。", "write a table of NAME = VALUE"});
        for (const auto& [key, value] : node.members) {
            Setting setting = setting_at(value.key_place);
            setting.values.push_back(key + "=" + scalar_of(value));
            settings[name + "." + key] = std::move(setting);
        }
        return;
    }
    Setting setting = setting_at(node.key_place);
    if (known->form == SettingForm::one) {
        setting.values.push_back(seen_from(folder, *known, scalar_of(node)));
    } else {
        for (const auto& text : texts_of(node))
            setting.values.push_back(seen_from(folder, *known, text.first));
    }
    settings[name] = std::move(setting);
}

Suppression read_suppression(const TomlNode& table) {
    refuse_unknown_members(table);
    Suppression made;
    made.place = table.place;
    const TomlNode* rule = table.find("rule");
    if (rule == nullptr)
        refuse_setting(table.place,
                       {"[[suppress]] には rule（規則）が必要です。", "[[suppress]] needs a rule"});
    if (const Complaint complaint = read_rule_choice(scalar_of(*rule), made.rule))
        refuse_setting(rule->place, *complaint);
    made.reason = text_member(table, "reason");
    if (made.reason.empty())
        refuse_setting(table.place,
                       {"[[suppress]] には reason（理由）が必要です。", "[[suppress]] needs a reason"});
    if (const TomlNode* paths = table.find("path")) {
        for (const auto& text : texts_of(*paths)) made.paths.push_back(text.first);
    }
    made.column = text_member(table, "column");
    made.until = text_member(table, "until");
    if (!made.until.empty() && !date_type.is_canonical(made.until, {}))
        refuse_setting(table.find("until")->place,
                       {"日付は YYYY-MM-DD で指定してください。", "write the date as YYYY-MM-DD"});
    if (const TomlNode* key = table.find("key")) {
        if (key->kind != TomlNode::Kind::table || key->members.empty())
            refuse_setting(key->place, {"key は { \"列名\" = \"値\" } と書いてください。",
                                        "write key as { \"HEADER\" = \"VALUE\" }"});
        for (const auto& [header, value] : key->members) made.key.emplace_back(header, scalar_of(value));
    }
    return made;
}

void apply_settings(GateSettings& settings, const SettingMap& map) {
    for (const auto& [key, setting] : map) {
        const std::string name = key.substr(0, key.find('.'));
        for (const std::string& value : setting.values) {
            if (const Complaint complaint = take_setting(settings, name, value))
                refuse_setting(setting.place, {name + ": " + complaint->ja, name + ": " + complaint->en});
        }
    }
}

}  // namespace daicho
