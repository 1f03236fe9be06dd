#pragma once

#include <string>
#include <string_view>

#include "grammars/base/span.hpp"

namespace daicho {

/// A text of names and words in plain notation: narrow (see `Narrow`), kana in full width, one space where
/// there were several. Making a tidy text tidy changes nothing.
class Tidy {
 public:
    explicit Tidy(std::string_view original);

    std::string_view text() const { return text_; }
    /// The bytes of the original that `span` of `text()` was made from; all of it where kana or spaces were
    /// changed.
    Span original(Span span) const;

 private:
    std::string_view original_;
    std::string text_;
    bool same_as_narrow_ = false;
};

/// `Tidy(text).text()`.
std::string tidied(std::string_view text);

/// `Tidy(text).text() == text`. Allocates nothing.
bool is_tidy(std::string_view text);

/// Whether a text (valid UTF-8) is certainly tidy, not empty and without control characters: nothing but
/// kanji, kana, ASCII letters and digits with single spaces between them. Most texts are; this is the quick
/// way to know.
bool is_plainly_tidy(std::string_view text);

/// Whether `find_control_character` finds none; faster where there is none.
bool has_no_control_character(std::string_view text);

/// The first control character (line ends and tabs too, U+0080..U+009F too), or npos.
std::size_t find_control_character(std::string_view text);

}  // namespace daicho
