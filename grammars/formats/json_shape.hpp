#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/formats/json_scanner.hpp"
#include "grammars/formats/known_shapes.hpp"

namespace daicho {

/// What a record has beside its values, byte by byte: names, blanks and signs. Programs write one record like
/// the other, so that records of a known shape need no look at their names.
class JsonShape {
 public:
    /// The shape of the record `text`, of which a scanner found `tokens`.
    void learn(std::string_view text, std::span<const JsonToken> tokens);

    /// How many values such a record has.
    std::size_t values() const { return ends_.empty() ? 0 : ends_.size() - 1; }
    /// Whether it is written in several lines.
    bool has_lines() const { return has_lines_; }
    /// What stands in front of the value `i`, its quotation mark not included; of `values()`, behind the
    /// last.
    std::string_view before(std::size_t i) const {
        const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
        return {text_.data() + begin, ends_[i] - begin};
    }

 private:
    std::string text_;
    std::vector<std::size_t> ends_;  ///< in `text_`
    bool has_lines_ = false;
};

/// A record that was read, and where the values of those like it belong.
struct KnownJson {
    JsonShape shape;
    std::vector<std::size_t> columns;
};

using JsonShapes = KnownShapes<KnownJson>;

}  // namespace daicho
