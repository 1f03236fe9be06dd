#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace daicho {

/// Appends JSON to a string, in the order in which it is told. Nothing but text is escaped, nothing is
/// spaced: the same calls give the same bytes. Text must be UTF-8; bytes that are not become U+FFFD.
class JsonWriter {
 public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    /// The key of the next value.
    JsonWriter& key(std::string_view name);
    /// The same for a key of the program's own, in which nothing is to be escaped.
    JsonWriter& plain_key(std::string_view name);
    /// Literals are such: written at once, with what stands around them.
    template <std::size_t size>
    JsonWriter& key(const char (&literal)[size]) {
        char text[size + 3] = {',', '"'};
        std::copy_n(literal, size - 1, text + 2);
        text[size + 1] = '"';
        text[size + 2] = ':';
        const std::size_t begin = first_ ? 1 : 0;
        out_.append(text + begin, sizeof text - begin);
        first_ = true;
        return *this;
    }
    /// The same for a key that is JSON already, with its quotation marks.
    JsonWriter& written_key(std::string_view json);

    JsonWriter& string(std::string_view text);
    /// The text that `append` puts behind the string that it is given.
    template <class Append>
    JsonWriter& text_by(Append&& append) {
        first_ ? out_.append("\"", 1) : out_.append(",\"", 2);
        first_ = false;
        const std::size_t begin = out_.size();
        append(out_);
        end_text(begin);
        return *this;
    }
    /// A text, or null where there is none.
    JsonWriter& string_or_null(std::string_view text) { return text.empty() ? null() : string(text); }
    JsonWriter& number(std::uint64_t value);
    /// A number by its decimal digits, as JSON writes it: -12.50. Nothing checks them.
    JsonWriter& decimal(std::string_view digits);
    /// A number with two decimals at most, for shares ("0.97").
    JsonWriter& share(double value);
    JsonWriter& boolean(bool value);
    JsonWriter& null();
    /// A value that is JSON already. Nothing checks it.
    JsonWriter& raw(std::string_view json) { return decimal(json); }

    /// A line end between two documents of a stream of them.
    void end_line();

 private:
    void separate();
    void end_text(std::size_t begin);
    void append_quoted(std::string_view text, bool is_key);

    std::string& out_;
    bool first_ = true;  // nothing was written yet in the innermost object or array
};

/// Appends `text` to `out` with what JSON asks to be escaped, without the quotation marks.
void append_json_escaped(std::string& out, std::string_view text);

}  // namespace daicho
