#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"

namespace daicho {

enum class Axis : unsigned char { unknown, latitude, longitude };

/// One latitude or longitude as it stands in a text.
struct Angle {
    Axis axis = Axis::unknown;  ///< as the text says it: 北緯, E, lon
    std::string degrees;        ///< decimal, without needless signs and zeros in front: -35.6
    Span where;                 ///< in the text given
};

/// The angle that starts at `from` in `text` (narrow notation): decimal degrees, degrees with minutes and
/// seconds in marks (35°40'34", 35度40分34秒) or divided by hyphens or colons (35-40-34), with 北緯, N and
/// the like before or after. Spans, those of refusals too, are of `text`. Minutes and seconds become as many
/// decimals as are needed to come back to the same seconds, six at least (GIF 444).
Result<Angle> read_angle(std::string_view text, std::size_t from = 0);

/// Whether `degrees` is plain decimal degrees: no plus sign, no zeros in front, no exponent, no negative
/// zero.
bool is_plain_degrees(std::string_view degrees);

/// Whether plain degrees lie within -limit .. limit.
bool is_within(std::string_view degrees, int limit);

/// Whether `degrees` is plain and lies within -limit .. limit; quick for what most coordinates are.
bool is_canonical_degrees(std::string_view degrees, int limit);

/// Plain degrees read from a text that holds one angle of `axis`; the remark is of the whole text.
Result<std::string> parse_degrees(std::string_view text, Axis axis);

}  // namespace daicho
