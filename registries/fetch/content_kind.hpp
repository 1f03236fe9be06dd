#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "grammars/base/both_texts.hpp"
#include "grammars/base/language.hpp"

namespace daicho {

/// What a file is expected to be, as far as its first and last bytes show.
struct ContentKind {
    std::string_view name;     ///< "zip"
    std::string_view endings;  ///< of names of such files, in small letters, parted by spaces
    Text title;
    bool (*begins)(std::string_view first);  ///< null: anything but a web page
    bool (*ends)(std::string_view last);     ///< null: anything
};

/// So many bytes at the start of a file, and at its end, are enough to judge it.
inline constexpr std::size_t judged_start = 512;
inline constexpr std::size_t judged_end = 65557;

std::span<const ContentKind> content_kinds();
/// The kind `name`; null where there is none.
const ContentKind* find_content_kind(std::string_view name);
/// The kind that a file called `file` is expected to be; null where its ending says nothing.
const ContentKind* content_kind_of(std::string_view file);

/// Why a file that starts with `first` (at least `judged_start` bytes, or all) is not what was wanted: a web
/// page in place of a file, or another kind. `kind` may be null: then a web page is refused only where `file`
/// is not called one.
std::optional<BothTexts> wrong_start(const ContentKind* kind, std::string_view file, std::string_view first);
/// Why a file that ends with `last` is not whole.
std::optional<BothTexts> wrong_end(const ContentKind* kind, std::string_view last);

}  // namespace daicho
