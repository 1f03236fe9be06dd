#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/both_texts.hpp"

namespace daicho {

/// Where something stands in a file of settings.
struct TomlPlace {
    std::string file;
    std::uint32_t line = 0, column = 0;  ///< from 1

    /// "daicho.toml:12:5"
    std::string text() const;
};

struct TomlMember;

/// A value of a TOML file with its place. Members are in the order of the file.
struct TomlNode {
    enum class Kind : std::uint8_t { text, number, boolean, array, table };

    Kind kind = Kind::text;
    std::string text;  ///< of a text, a number or a date as written, "true", "false"
    std::vector<TomlNode> items;
    std::vector<TomlMember> members;
    TomlPlace place;      ///< of the value
    TomlPlace key_place;  ///< of the key of a member

    const TomlNode* find(std::string_view member) const;
};

struct TomlMember {
    std::string key;
    TomlNode value;
};

/// Reads the file at `path`; `name` stands for it in messages. Throws Error, with the place where the text is
/// not TOML.
TomlNode read_toml(const std::string& path, const std::string& name);

/// Throws Error: what is wrong at `place`.
[[noreturn]] void refuse_setting(const TomlPlace& place, const BothTexts& why);

}  // namespace daicho
