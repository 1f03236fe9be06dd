#pragma once

#include <cstdint>
#include <optional>

#include "grammars/base/result.hpp"
#include "grammars/text/narrow.hpp"

namespace daicho {

/// The two ends of a range, in the original text.
struct RangeText {
    Span start;
    Span end;  ///< without まで
};

/// Cuts a range where its mark stands: `～`, から, より, a slash, or a hyphen that belongs to neither end.
/// Nothing where there is no mark; a refusal is for the caller to give.
std::optional<RangeText> split_range(const Narrow& narrow);

/// `remark` on a part of a text that begins at byte `offset` of it.
Remark shifted(Remark remark, std::uint32_t offset);

}  // namespace daicho
