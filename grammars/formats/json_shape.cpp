#include "grammars/formats/json_shape.hpp"

namespace daicho {

void JsonShape::learn(std::string_view text, std::span<const JsonToken> tokens) {
    text_.clear();
    ends_.clear();
    std::size_t at = 0;
    for (const JsonToken& token : tokens) {
        if (token.part != JsonToken::Part::value) continue;
        const bool string = token.kind == JsonKind::string;
        text_.append(text, at, token.begin - string - at);
        ends_.push_back(text_.size());
        at = token.end + string;
    }
    text_.append(text, at);
    ends_.push_back(text_.size());
    has_lines_ = text_.find('\n') != text_.npos;
}

}  // namespace daicho
