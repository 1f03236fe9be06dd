#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/span.hpp"

namespace daicho {

/// A text in the narrow notation that the value grammars read, with the way back to the text it came from.
///
/// Full-width ASCII becomes ASCII, every space becomes U+0020, the dashes U+2010..U+2015, U+2212, U+FE63,
/// U+FF0D become '-', the wave dashes U+301C and U+FF5E become '~', and a long-vowel mark (U+30FC, U+FF70)
/// between an ASCII digit and a digit, or at the end after a digit, becomes '-'. All else stays. Spaces at
/// both ends are left out. `respelt()` says whether anything but the ends was changed.
class Narrow {
 public:
    explicit Narrow(std::string_view original);

    std::string_view text() const { return text_; }
    bool respelt() const { return respelt_; }
    /// The bytes of the original that `span` of `text()` was made from.
    Span original(Span span) const;

 private:
    void respell(std::string_view original, std::size_t from);

    std::string text_;
    std::uint32_t begin_ = 0;            // of the text in the original
    std::vector<std::uint32_t> origin_;  // for each byte of text_, and its end: where it began in the
                                         // original; empty: all bytes are those from `begin_` on
    bool respelt_ = false;
};

/// Whether `text` is in narrow notation already: `Narrow(text).text() == text`. Allocates nothing.
bool is_narrow(std::string_view text);

}  // namespace daicho
