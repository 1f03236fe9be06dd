#include "grammars/values/longitude.hpp"

#include "grammars/values/angle.hpp"
#include "grammars/values/notation.hpp"

namespace daicho {

namespace {

bool is_canonical(std::string_view text, const Reading&) {
    return is_canonical_degrees(text, 180);
}

}  // namespace

Result<Longitude> parse_longitude(std::string_view text, const Reading&) {
    return parse_degrees(text, Axis::longitude).map([](const std::string& degrees) {
        return Longitude{degrees};
    });
}

std::string to_string(const Longitude& value) {
    return value.degrees;
}

const ValueType longitude_type{
    .name = "longitude",
    .name_ja = "経度",
    .form = "139.744879",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_longitude>,
};

}  // namespace daicho
