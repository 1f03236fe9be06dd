#include "grammars/formats/json_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "grammars/base/hexadecimal.hpp"
#include "grammars/formats/plain_prefix.hpp"

namespace daicho {

namespace {

constexpr std::size_t short_text = 120;  ///< bytes

void append_escape(std::string& out, unsigned char byte) {
    switch (byte) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            out += "\\u00";
            append_hexadecimal(out, byte, small_hex_digits);
    }
}

}  // namespace

void append_json_escaped(std::string& out, std::string_view text) {
    for (;;) {
        const std::size_t plain = plain_json_prefix(text);
        out.append(text.data(), plain);
        if (plain == text.size()) return;
        const auto byte = static_cast<unsigned char>(text[plain]);
        if (byte >= 0x80) {
            out += "\xEF\xBF\xBD";
        } else {
            append_escape(out, byte);
        }
        text.remove_prefix(plain + 1);
    }
}

/// All is put together first: appending is what takes time where texts are short.
void JsonWriter::append_quoted(std::string_view text, bool is_key) {
    std::array<char, short_text + 4> all;
    all[0] = ',';
    all[1] = '"';
    char* end = std::ranges::copy(text, all.data() + 2).out;
    *end++ = '"';
    if (is_key) *end++ = ':';
    const char* const begin = all.data() + (first_ ? 1 : 0);
    out_.append(begin, static_cast<std::size_t>(end - begin));
    first_ = is_key;
}

void JsonWriter::separate() {
    if (!first_) out_ += ',';
    first_ = false;
}

JsonWriter& JsonWriter::begin_object() {
    separate();
    out_ += '{';
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    out_ += '}';
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    separate();
    out_ += '[';
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    out_ += ']';
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    string(name);
    out_ += ':';
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::plain_key(std::string_view name) {
    if (name.size() <= short_text) {
        append_quoted(name, true);
        return *this;
    }
    separate();
    out_.append("\"", 1).append(name).append("\":", 2);
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::written_key(std::string_view json) {
    separate();
    out_.append(json) += ':';
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
    if (text.size() <= short_text && plain_json_prefix(text) == text.size()) {
        append_quoted(text, false);
        return *this;
    }
    first_ ? out_.append("\"", 1) : out_.append(",\"", 2);
    first_ = false;
    append_json_escaped(out_, text);
    out_ += '"';
    return *this;
}

/// What stands behind `begin` becomes a text.
void JsonWriter::end_text(std::size_t begin) {
    const std::string_view text = std::string_view(out_).substr(begin);
    if (const std::size_t plain = plain_json_prefix(text); plain != text.size()) {
        const std::string rest(text.substr(plain));
        out_.resize(begin + plain);
        append_json_escaped(out_, rest);
    }
    out_ += '"';
}

JsonWriter& JsonWriter::number(std::uint64_t value) {
    separate();
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out_.append(digits.data(), end);
    return *this;
}

JsonWriter& JsonWriter::decimal(std::string_view digits) {
    separate();
    out_ += digits;
    return *this;
}

JsonWriter& JsonWriter::share(double value) {
    separate();
    std::array<char, 32> digits;
    const double rounded = std::round(value * 100) / 100;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), rounded).ptr;
    out_.append(digits.data(), end);
    return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
    separate();
    out_ += value ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::null() {
    separate();
    out_ += "null";
    return *this;
}

void JsonWriter::end_line() {
    out_ += '\n';
    first_ = true;
}

}  // namespace daicho
