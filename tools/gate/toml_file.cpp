#include "tools/gate/toml_file.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>

#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/text/digits.hpp"
#include "grammars/text/utf8.hpp"
#include "tools/gate/toml_slip.hpp"

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

/// What the library does not refuse by itself: names of very many parts, each of which is a table in the one
/// before, and brackets of a table without a name in them.
class TomlCheck {
 public:
    TomlCheck(std::string_view text, const std::string& name) : text_(text), name_(name) {}

    void run() {
        while (at_ < text_.size()) step();
    }

 private:
    static constexpr std::size_t most_parts = 32;

    static bool begins_name(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_ascii_digit(c) || c == '_' ||
               c == '-' || c == '"' || c == '\'';
    }
    TomlPlace place() const {
        const std::string_view before = text_.substr(0, at_);
        const std::size_t line_start = before.rfind('\n') + 1;
        const auto line = std::ranges::count(before, '\n') + 1;
        return {name_, static_cast<std::uint32_t>(line),
                static_cast<std::uint32_t>(count_code_points(before.substr(line_start)) + 1)};
    }

    void step() {
        const char c = text_[at_];
        if (c == '"' || c == '\'') return skip_string(c);
        if (c == '#') {
            at_ = std::min(text_.find('\n', at_), text_.size());
            return;
        }
        if (c == '[' && fresh_) return check_brackets();
        if (c == '\n') {
            header_ = false;
            fresh_ = depth_ == 0;
        } else if (c != ' ' && c != '\t' && c != '\r') {
            fresh_ = false;
        }
        if (!header_ && (c == '[' || c == '{')) ++depth_;
        if (!header_ && (c == ']' || c == '}') && depth_ > 0) --depth_;
        if (c == '.') {
            if (++parts_ > most_parts)
                refuse_setting(place(), {"名前の「.」が多すぎます。", "this name has too many parts"});
        } else if (std::string_view("\n,={[").find(c) != std::string_view::npos) {
            parts_ = 0;
        }
        ++at_;
    }

    /// [[name]] or [name] at the start of a line.
    void check_brackets() {
        fresh_ = false;
        header_ = true;
        at_ = text_.find_first_not_of(" \t", at_ + 1);
        if (at_ < text_.size() && text_[at_] == '[') at_ = text_.find_first_not_of(" \t", at_ + 1);
        at_ = std::min(at_, text_.size());
        if (at_ < text_.size() && (begins_name(text_[at_]) || text_[at_] == ']')) return;
        refuse_setting(place(), {"TOML として読めません。[ ] の中には表の名前を書きます。漢字などの名前は "
                                 "\"\" で囲みます。",
                                 "this is not valid TOML: [ ] holds the name of a table (names such as 名称 "
                                 "stand in \"\")"});
    }

    void skip_string(char quote) {
        fresh_ = false;
        const std::string three(3, quote);
        const bool long_one = text_.substr(at_).starts_with(three);
        const std::string_view end = long_one ? std::string_view(three) : std::string_view(three).substr(2);
        for (at_ += end.size(); at_ < text_.size(); ++at_) {
            if (!long_one && text_[at_] == '\n') return;
            if (text_.substr(at_).starts_with(end)) break;
            if (quote == '"' && text_[at_] == '\\') ++at_;
        }
        at_ = std::min(at_ + end.size(), text_.size());
    }

    std::string_view text_;
    const std::string& name_;
    std::size_t at_ = 0, depth_ = 0, parts_ = 0;
    bool fresh_ = true;    ///< nothing of a statement yet
    bool header_ = false;  ///< within [[name]]
};

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
    TomlCheck(text, name).run();
    try {
        return node_of(toml::parse(text, name), name);
    } catch (const toml::parse_error& error) {
        const BothTexts slip = toml_slip(error.description());
        refuse_setting(place_of(error.source(), name),
                       {"TOML として読めません。" + slip.ja, "this is not valid TOML: " + slip.en});
    }
}

}  // namespace daicho
