#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/values/value_type.hpp"

namespace daicho {

/// What the values of a column must show to be read as a kind, see value_kinds.tsv.
enum class KindSign : unsigned char { none, digit, mark, number, degrees, form, header };

/// A bit for each two bytes that follow each other in `text`, small and capital letters alike: what has a bit
/// that another text has not is no part of that.
std::uint64_t byte_pairs(std::string_view text);

/// A word that is looked for in headers.
struct HeaderWord {
    HeaderWord(std::string_view word) : text(word), pairs(byte_pairs(word)) {}
    HeaderWord(const char* word) : HeaderWord(std::string_view(word)) {}

    std::string text;
    std::uint64_t pairs;
};

/// A kind of value that a column can be recognised as.
struct RecognisedKind {
    const ValueType* type = nullptr;
    int rank = 0;  ///< smallest first where several kinds fit equally well
    KindSign sign = KindSign::none;
    bool counted = false;  ///< a wrong number of digits is a flaw of a value whose header names the kind
    std::vector<HeaderWord> words;   ///< of headers
    std::vector<std::string> sure;   ///< words at the end of a header that settle the kind
    std::vector<std::string> other;  ///< parts of values that mean something else by such a header
    std::vector<HeaderWord> unless;  ///< words of headers that do not name the kind for all that
};

/// The kinds of value_kinds.tsv, read at the first call.
std::span<const RecognisedKind> recognised_kinds();

/// Whether `header`, in narrow characters (`Narrow`), names the kind.
bool header_names(std::string_view header, const RecognisedKind& kind);
/// Whether it names any of the recognised kinds.
bool header_names_any(std::string_view header);

/// The kind that `header`, likewise, settles whatever stands below it (施設の電話番号), or null: it names
/// none, or two (電話番号・メールアドレス).
const RecognisedKind* kind_settled_by(std::string_view header);

/// Whether `header`, likewise, is of remarks, in which values of any kind may be mentioned.
bool header_is_of_remarks(std::string_view header);

/// Whether `text` shows `sign`. `form` is for others to see, `header` is a sign that no text shows.
bool shows(std::string_view text, KindSign sign);

}  // namespace daicho
