#pragma once

// What stands in the brackets of a town column. Shared by the grammar's own files; readers of columns want
// postal_town.hpp.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/span.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/values/postal_town.hpp"

namespace daicho {

/// A column in the notation that was published and the one that is read.
struct PostalText {
    explicit PostalText(std::string_view text) : original(text), narrow(text) {}

    std::string_view original;
    Narrow narrow;

    std::string_view read() const { return narrow.text(); }
    /// The original of a piece of `read()`.
    std::string published(std::string_view piece) const {
        return std::string(slice(original, span_of(piece)));
    }
    Span span_of(std::string_view piece) const {
        const auto begin = static_cast<std::uint32_t>(piece.data() - read().data());
        return narrow.original({begin, begin + static_cast<std::uint32_t>(piece.size())});
    }
};

/// The members of a list, split at 、 ・ 及び outside of brackets of any kind. Views into `list`; none is
/// empty. An opening bracket that nothing closes reaches to the end.
std::vector<std::string_view> split_postal_list(std::string_view list, bool dots = true);

/// Where the pair of brackets opens that `text`, in narrow notation, ends with; npos where it ends with none.
std::size_t last_postal_bracket(std::string_view text);

/// What `list`, a piece of `text.read()` from inside a town's brackets, says. `depth` counts the brackets
/// around it; few are followed.
std::vector<PostalPart> read_postal_parts(const PostalText& text, std::string_view list, unsigned depth = 0);

/// Gives each part what it has from its neighbours: the unit of the next number (１、２丁目), the chome or
/// 小字 of the one before (２丁目１番、２番), the number before a branch (10番地の２、５). Their spans are of
/// `column`.
void settle_postal_parts(std::vector<PostalPart>& parts, std::string_view column);

}  // namespace daicho
