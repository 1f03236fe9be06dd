#include "tools/gate/gate_config.hpp"

#include <algorithm>
#include <cstdlib>

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"
#include "tools/gate/glob.hpp"
#include "tools/gate/setting_reader.hpp"
#include "tools/near_name.hpp"
#include "tools/own_files.hpp"

namespace daicho {

namespace {

constexpr std::string_view usual_name = "daicho.toml";

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == path.npos) return {};
    return slash == 0 ? "/" : path.substr(0, slash);
}

bool is_there(const std::string& path) {
    return file_facts(path).has_value();
}

std::string variable(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value != nullptr ? value : "";
}

std::string above(const std::string& folder) {
    if (folder.empty() || folder == ".") return "..";
    if (folder == ".." || folder.ends_with("/..")) return folder + "/..";
    return folder_of(folder);
}

void put_over(SettingMap& below, const SettingMap& above) {
    for (const auto& [name, setting] : above) below[name] = setting;
}

std::string the_key(const SettingName& name, const std::string& value) {
    return name.form == SettingForm::pairs ? name.name + "." + value.substr(0, value.rfind('=')) : name.name;
}

}  // namespace

std::string path_in(const std::string& folder, const std::string& name) {
    if (folder.empty() || folder == "." || name.starts_with('/')) return name;
    return folder + (folder.ends_with('/') ? "" : "/") + name;
}

std::string find_above(const std::string& start, std::string_view name) {
    std::string folder = start;
    while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
    auto here = file_facts(folder.empty() ? "." : folder);
    while (here) {
        const std::string path = path_in(folder, std::string(name));
        if (is_there(path)) return path;
        if (is_there(path_in(folder, ".git"))) return {};
        folder = above(folder);
        const auto next = file_facts(folder.empty() ? "." : folder);
        if (next && next->number == here->number) return {};  // the top
        here = next;
    }
    return {};
}

GateConfig::GateConfig(const std::string& input, const ConfigChoice& choice) {
    const std::string named = choice.file.empty() ? variable("DAICHO_CONFIG") : choice.file;
    const std::string profile = choice.profile.empty() ? variable("DAICHO_PROFILE") : choice.profile;
    if (!choice.isolated) {
        const auto facts = file_facts(input.empty() ? "." : input);
        const bool is_folder = facts && facts->kind == FileStatus::Kind::folder;
        file_ = !named.empty() ? named : find_above(is_folder ? input : folder_of(input), usual_name);
    }
    if (!file_.empty()) {
        folder_ = folder_of(file_);
        std::vector<std::string> readers;
        read_file(file_, readers, profile);
    }
    if (!profile.empty() && std::ranges::find(profiles_, profile) == profiles_.end()) {
        const BothTexts why =
            no_such_name({"プロファイル", "profile"}, profile, {profiles_.begin(), profiles_.end()});
        throw Error{ErrorKind::usage, (file_.empty() ? "" : file_ + ": ") + why.ja,
                    (file_.empty() ? "" : file_ + ": ") + why.en};
    }
    read_environment();
    read_options(choice);
    settings_of("");  // what is wrong is told though no file is checked
    for (const Layers* layers : {&base_, &profile_}) {
        for (const PathPart& part : layers->paths) {
            GateSettings scratch;
            apply_settings(scratch, part.settings);
        }
    }
}

void GateConfig::read_file(const std::string& path, std::vector<std::string>& readers,
                           const std::string& profile) {
    readers.push_back(path);
    const TomlNode root = read_toml(path, path);
    const std::string folder = folder_of(path);
    if (const TomlNode* extends = root.find("extends")) {
        for (const auto& [name, place] : texts_of(*extends)) {
            const std::string below = path_in(folder, name);
            const auto is_below = [&](const std::string& reader) { return is_one_file(reader, below); };
            if (std::ranges::any_of(readers, is_below))
                refuse_setting(place, {"「" + name + "」は自分自身を土台にしています。",
                                       "'" + name + "' extends itself"});
            if (!is_there(below))
                refuse_setting(place, {"「" + name + "」がありません。", "there is no '" + name + "'"});
            read_file(below, readers, profile);
        }
    }
    read_table(root, folder, "", base_);
    if (const TomlNode* profiles = root.find("profile")) read_profiles(*profiles, folder, profile);
    if (const TomlNode* list = root.find("suppress")) {
        for (const TomlNode* one : tables_of(*list)) suppressions_.push_back(read_suppression(*one));
    }
    readers.pop_back();
}

void GateConfig::read_table(const TomlNode& table, const std::string& folder, const std::string& part,
                            Layers& layers) {
    const bool is_root = part.empty();
    for (const auto& [name, node] : table.members) {
        if (name == "path") {
            read_parts(node, folder, part, layers);
        } else if (!(is_root && (name == "extends" || name == "profile" || name == "suppress"))) {
            read_setting(name, node, folder, part, false, layers.settings);
        }
    }
}

void GateConfig::read_parts(const TomlNode& node, const std::string& folder, const std::string& part,
                            Layers& layers) {
    for (const TomlNode* one : tables_of(node)) {
        PathPart made;
        const TomlNode* match = one->find("match");
        if (match == nullptr) {
            for (const auto& [name, member] : one->members)  // a slip in the name of match itself
                read_setting(name, member, folder, part, true, made.settings);
            refuse_setting(one->place, {"[[path]] には match（ファイル名の型）が必要です。",
                                        "[[path]] needs match, the patterns of its files"});
        }
        made.place = match->key_place;
        std::string shown;
        for (const auto& [pattern, place] : texts_of(*match)) {
            made.patterns.push_back(pattern);
            shown += (shown.empty() ? "" : " ") + pattern;
        }
        const std::string own = (part.empty() ? "" : part + " ") + "[[path]] " + shown;
        for (const auto& [name, member] : one->members) {
            if (name != "match") read_setting(name, member, folder, own, true, made.settings);
        }
        layers.paths.push_back(std::move(made));
    }
}

void GateConfig::read_profiles(const TomlNode& node, const std::string& folder, const std::string& profile) {
    if (node.kind != TomlNode::Kind::table)
        refuse_setting(node.key_place, {"[profile.名前] と書いてください。", "write [profile.NAME]"});
    for (const auto& [name, table] : node.members) {
        profiles_.push_back(name);
        Layers scratch;  // what is wrong with a profile is told though it is not chosen
        if (table.kind != TomlNode::Kind::table)
            refuse_setting(table.key_place, {"[profile.名前] と書いてください。", "write [profile.NAME]"});
        read_table(table, folder, "[profile." + name + "]", name == profile ? profile_ : scratch);
    }
}

void GateConfig::read_environment() {
    for (const SettingName& name : setting_names()) {
        const std::string from = variable_of(name.name), value = variable(from);
        if (value.empty() || name.form == SettingForm::pairs) continue;
        Setting setting{{}, SettingSource::environment, from, {}, {from}};
        for (std::size_t at = 0; at <= value.size();) {
            const std::size_t end =
                name.form == SettingForm::list ? std::min(value.find(',', at), value.size()) : value.size();
            setting.values.push_back(value.substr(at, end - at));
            at = end + 1;
        }
        above_[name.name] = std::move(setting);
    }
}

void GateConfig::read_options(const ConfigChoice& choice) {
    for (const SettingName& name : setting_names()) {
        const auto given = choice.options.find(name.name);
        if (given == choice.options.end()) continue;
        const std::string said = "--" + name.name;
        if (name.form != SettingForm::pairs) {
            above_[name.name] = {given->second, SettingSource::option, said, {}, {said}};
            continue;
        }
        for (const std::string& value : given->second)
            above_[the_key(name, value)] = {{value}, SettingSource::option, said, {}, {said}};
    }
}

SettingMap GateConfig::map_of(std::string_view name) const {
    SettingMap map = base_.settings;
    put_over(map, profile_.settings);
    for (const Layers* layers : {&base_, &profile_}) {
        for (const PathPart& part : layers->paths) {
            const bool meant = std::ranges::any_of(
                part.patterns, [&](const std::string& pattern) { return glob_matches(pattern, name); });
            if (meant && !name.empty()) put_over(map, part.settings);
        }
    }
    put_over(map, above_);
    return map;
}

std::vector<GateConfig::UnusedEntry> GateConfig::unused_entries(const std::vector<std::string>& names) const {
    std::vector<UnusedEntry> unused;
    for (const Layers* layers : {&base_, &profile_}) {
        for (const PathPart& part : layers->paths) {
            if (part.place.file != file_) continue;  // what others share may speak of files that are not here
            const auto means = [&](const std::string& pattern) {
                return std::ranges::any_of(
                    names, [&](const std::string& name) { return glob_matches(pattern, name); });
            };
            if (std::ranges::any_of(part.patterns, means)) continue;
            std::string shown;
            for (const std::string& pattern : part.patterns) shown += (shown.empty() ? "" : " ") + pattern;
            unused.push_back({part.place, shown});
        }
    }
    return unused;
}

GateSettings GateConfig::settings_of(std::string_view name) const {
    GateSettings settings;
    apply_settings(settings, map_of(name));
    return settings;
}

}  // namespace daicho
