#include "tools/gate/toml_file.hpp"

#include <algorithm>
#include <sstream>

#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"

namespace daicho {

namespace {

TomlPlace place_of(const toml::source_region& source, const std::string& name) {
    return {name, source.begin.line, source.begin.column};
}

std::string written(const toml::node& node) {
    std::ostringstream out;
    if (const auto* value = node.as_integer()) out << value->get();
    if (const auto* value = node.as_floating_point()) out << value->get();
    if (const auto* value = node.as_date()) out << value->get();
    if (const auto* value = node.as_time()) out << value->get();
    if (const auto* value = node.as_date_time()) out << value->get();
    return out.str();
}

TomlNode node_of(const toml::node& from, const std::string& name);

void add_members(TomlNode& node, const toml::table& table, const std::string& name) {
    for (const auto& [key, value] : table) {
        TomlNode member = node_of(value, name);
        member.key_place = place_of(key.source(), name);
        node.members.push_back({std::string(key.str()), std::move(member)});
    }
    std::ranges::stable_sort(node.members, [](const auto& a, const auto& b) {
        return std::pair(a.value.key_place.line, a.value.key_place.column) <
               std::pair(b.value.key_place.line, b.value.key_place.column);
    });
}

TomlNode node_of(const toml::node& from, const std::string& name) {
    TomlNode node;
    node.place = place_of(from.source(), name);
    if (const auto* table = from.as_table()) {
        node.kind = TomlNode::Kind::table;
        add_members(node, *table, name);
    } else if (const auto* array = from.as_array()) {
        node.kind = TomlNode::Kind::array;
        for (const toml::node& item : *array) node.items.push_back(node_of(item, name));
    } else if (const auto* text = from.as_string()) {
        node.text = text->get();
    } else if (const auto* flag = from.as_boolean()) {
        node.kind = TomlNode::Kind::boolean;
        node.text = flag->get() ? "true" : "false";
    } else {
        const bool number = from.is_number();
        node.kind = number ? TomlNode::Kind::number : TomlNode::Kind::text;
        node.text = written(from);
    }
    return node;
}

}  // namespace

std::string TomlPlace::text() const {
    return line == 0 ? file : file + ":" + std::to_string(line) + ":" + std::to_string(column);
}

const TomlNode* TomlNode::find(std::string_view member) const {
    const auto found = std::ranges::find(members, member, &TomlMember::key);
    return found == members.end() ? nullptr : &found->value;
}

void refuse_setting(const TomlPlace& place, const BothTexts& why) {
    throw Error{ErrorKind::usage, place.text() + ": " + why.ja, place.text() + ": " + why.en};
}

TomlNode read_toml(const std::string& path, const std::string& name) {
    const std::string text = read_file(path);
    try {
        return node_of(toml::parse(text, name), name);
    } catch (const toml::parse_error& error) {
        const std::string why(error.description());
        const bool key = why.find("expected key") != why.npos;
        refuse_setting(
            place_of(error.source(), name),
            {"TOML として読めません（" + why + "）。" + (key ? "漢字などの名前は \"\" で囲みます。" : ""),
             "this is not valid TOML: " + why + (key ? " (names such as 名称 stand in \"\")" : "")});
    }
}

}  // namespace daicho
