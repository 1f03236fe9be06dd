#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/json_kind.hpp"

namespace daicho {

/// A part of a JSON value: bytes [begin, end) of the text that was scanned, of a string without its quotation
/// marks.
struct JsonToken {
    enum class Part : std::uint8_t { value, key, begin, end };
    Part part;
    JsonKind kind;
    bool escaped = false;  ///< a string in which `\` stands for something
    std::uint32_t begin, end;
};

class JsonShape;

/// Finds the parts of a JSON value that is in memory and in order. Of any other text it says only that; what
/// is wrong with it is for the parser to say, which takes it byte by byte.
class JsonScanner {
 public:
    enum class Found : std::uint8_t {
        value,    ///< one stands at the start of the text
        part,     ///< the text may end within one
        unusual,  ///< no JSON, nested too deep, or a number that may be too large
    };

    /// `text` begins with the value and has less than 2^32 bytes. `whole`: nothing comes behind it.
    Found scan(std::string_view text, bool whole);
    /// Whether a value of that shape stands at the start of the text, which goes on behind it; its tokens are
    /// then those of the values in it alone.
    bool scan_like(const JsonShape& shape, std::string_view text);
    /// Bytes that the value has, and its parts.
    std::size_t size() const { return at_; }
    std::span<const JsonToken> tokens() const { return {tokens_.data(), count_}; }

 private:
    void start(std::string_view text, bool whole);
    bool is_sound() const;
    bool take_plain_value();
    bool take_value(unsigned depth);
    bool take_object(unsigned depth);
    bool take_member(unsigned depth);
    bool take_array(unsigned depth);
    bool take_comma();
    bool take_end(char sign, JsonKind kind);
    void take_plain();
    bool take_string(JsonToken::Part part);
    bool take_escape();
    bool take_unit(unsigned& unit);
    bool take_number();
    bool take_digits();
    bool take_word(std::string_view word, JsonKind kind);
    bool take(char sign);
    char next();
    void add(JsonToken::Part part, JsonKind kind, std::size_t begin, std::size_t end, bool escaped = false);

    std::string_view text_;
    std::size_t at_ = 0;
    bool whole_ = false;
    bool odd_ = false;               ///< some bytes so far may be no UTF-8
    std::vector<JsonToken> tokens_;  ///< the first `count_`; the others are room for more
    std::size_t count_ = 0;
};

/// What a value stands for that is not written as it is.
std::string_view meaning_of(std::string_view written, const JsonToken& token, std::string& decoded);

/// What a token stands for; `decoded` is used where that is not a part of `text` as it is.
inline std::string_view text_of(std::string_view text, const JsonToken& token, std::string& decoded) {
    const std::string_view written(text.data() + token.begin, token.end - token.begin);
    if (token.kind == JsonKind::string && !token.escaped) return written;
    return meaning_of(written, token, decoded);
}

}  // namespace daicho
