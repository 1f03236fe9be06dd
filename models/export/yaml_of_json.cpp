#include "models/export/yaml_of_json.hpp"

#include <algorithm>
#include <array>

namespace daicho {

namespace {

/// A key that YAML reads as a text without quotation marks.
bool is_plain_key(std::string_view key) {
    constexpr std::array<std::string_view, 8> words = {"true", "false", "null", "yes",
                                                       "no",   "on",    "off",  "y"};
    if (key.empty() || key == "n" || std::ranges::find(words, key) != words.end()) return false;
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    return is_letter(key[0]) &&
           std::ranges::all_of(key, [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

/// Walks over JSON that is known to be well-formed.
class YamlPrinter {
 public:
    explicit YamlPrinter(std::string_view json) : json_(json) {}

    std::string print() {
        value(0, true);
        return std::move(out_);
    }

 private:
    std::string_view scalar() {
        std::size_t end = 1;
        if (json_[0] == '"') {
            while (json_[end] != '"') end += json_[end] == '\\' ? 2 : 1;
            ++end;
        } else {
            end = std::min(json_.find_first_of(",]}\n"), json_.size());
        }
        const std::string_view text = json_.substr(0, end);
        json_.remove_prefix(end);
        return text;
    }

    /// `at_start`: nothing stands on this line yet.
    void value(std::size_t depth, bool at_start) {
        const char c = json_.empty() ? '\n' : json_[0];
        if (c != '{' && c != '[') {
            out_.append(at_start ? "" : " ").append(scalar()).append("\n");
            return;
        }
        json_.remove_prefix(1);
        if (json_.starts_with('}') || json_.starts_with(']')) {
            json_.remove_prefix(1);
            out_.append(at_start ? "" : " ").append(c == '{' ? "{}" : "[]").append("\n");
            return;
        }
        if (!at_start) out_ += '\n';
        while (true) {
            out_.append(2 * depth, ' ');
            if (c == '{') {
                write_key();
            } else {
                out_ += '-';
            }
            value(depth + 1, false);
            const bool more = json_.starts_with(',');
            json_.remove_prefix(1);
            if (!more) return;
        }
    }

    void write_key() {
        const std::string_view quoted = scalar();
        const std::string_view key = quoted.substr(1, quoted.size() - 2);
        out_.append(is_plain_key(key) ? key : quoted).append(":");
        json_.remove_prefix(1);
    }

    std::string_view json_;
    std::string out_;
};

}  // namespace

std::string yaml_of_json(std::string_view compact) {
    return YamlPrinter(compact).print();
}

}  // namespace daicho
