#include "grammars/values/latitude.hpp"

#include "grammars/values/angle.hpp"
#include "grammars/values/notation.hpp"

namespace daicho {

namespace {

bool is_canonical(std::string_view text, const Reading&) {
    return is_canonical_degrees(text, 90);
}

}  // namespace

Result<Latitude> parse_latitude(std::string_view text, const Reading&) {
    return parse_degrees(text, Axis::latitude).map([](const std::string& degrees) {
        return Latitude{degrees};
    });
}

std::string to_string(const Latitude& value) {
    return value.degrees;
}

const ValueType latitude_type{
    .name = "latitude",
    .name_ja = "緯度",
    .form = "35.676097",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_latitude>,
};

}  // namespace daicho
