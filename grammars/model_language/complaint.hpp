#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "grammars/base/span.hpp"

namespace daicho::syntax {

/// Where a complaint points: at the next token, behind the last one (a missing ';'), or at the very place.
enum class Pointing : std::uint8_t { next, behind, exact };

/// What a model's grammar has to say where it cannot go on.
struct Complaint {
    std::string_view ja;
    std::string_view en;
    Pointing pointing = Pointing::next;
    /// The words that may stand there; a word that is none of them is reported with the nearest.
    std::span<const std::string_view> words = {};
    /// The words that begin what comes behind the '}' that is missing.
    std::span<const std::string_view> words_behind = {};
};

/// The text that is being read, and how deep the reader is in it.
struct Reader {
    std::string_view path;
    std::string_view text;
    int depth = 0;      ///< open parentheses
    int operators = 0;  ///< of the expression that is being read

    Span span(const char* begin, const char* end) const {
        return {static_cast<std::uint32_t>(begin - text.data()),
                static_cast<std::uint32_t>(end - text.data())};
    }
};

/// Throws Error: `complaint`, where it points from `at`.
[[noreturn]] void complain(const Reader& reader, const char* at, const Complaint& complaint);

/// Throws Error: `ja` or `en`, exactly at `where`.
[[noreturn]] void refuse(const Reader& reader, Span where, std::string_view ja, std::string_view en);

}  // namespace daicho::syntax
