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

void JsonShapes::learn(std::string_view text, std::span<const JsonToken> tokens,
                       const std::vector<std::size_t>& columns) {
    ++misses_;
    if (likely().size() < known_.size()) return;
    if (known_.size() < most) known_.emplace_back();
    known_.back().shape.learn(text, tokens);
    known_.back().columns = columns;
    std::swap(known_.back(), known_.front());
}

}  // namespace daicho
