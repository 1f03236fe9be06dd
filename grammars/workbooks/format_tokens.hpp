#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace daicho {

/// One piece of the code of a number format.
struct FormatToken {
    enum class Kind : std::uint8_t { letters, literal, bracket, sign, end };
    Kind kind = Kind::end;
    std::string_view text;  ///< of a literal without its quotes, of a bracket without the brackets
};

/// Cuts the code of a section into pieces: runs of one letter, quoted texts, [brackets], other signs.
class FormatTokens {
 public:
    explicit FormatTokens(std::string_view code) : code_(code) {}

    FormatToken next();
    std::string_view rest() const { return at_ < code_.size() ? code_.substr(at_) : std::string_view(); }
    void skip(std::size_t size) { at_ += size; }

 private:
    FormatToken quoted(char end, FormatToken::Kind kind);
    FormatToken take(std::size_t before, FormatToken::Kind kind);

    std::string_view code_;
    std::size_t at_ = 0;
};

/// The sections of a code, which stand between `;` outside of quotes and brackets.
std::vector<std::string_view> format_sections(std::string_view code);

}  // namespace daicho
