#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// How far down an address was recognised.
enum class MatchLevel : unsigned char { none, prefecture, municipality, town, block, residence, parcel };

std::string_view to_string(MatchLevel level);  ///< "none" "prefecture" "municipality" "town" ...

/// A place that the beginning of a text names.
struct Place {
    MatchLevel level = MatchLevel::none;
    std::size_t size = 0;  ///< bytes of the text, from its start, that name the place
    std::string lg_code;  ///< 全国地方公共団体コード, 6 digits; of the prefecture where no more is known
    std::string prefecture;       ///< 都道府県
    std::string city_and_county;  ///< 市区町村(郡): county, city, ward, as the registry writes them
    bool completed =
        false;  ///< the text left out a part (prefecture, county, city) that the registry supplied
};

/// Knows the names of places. The address grammar asks it; the registries implement it.
class AddressResolver {
 public:
    virtual ~AddressResolver() = default;

    /// The places that `text` (UTF-8, narrow notation) can begin with, best first; several only where they
    /// are equally good (府中市). Empty: no place known.
    virtual std::vector<Place> resolve(std::string_view text) const = 0;

    /// The `size` of the municipality that `text` begins with, where `resolve` would give exactly one; else
    /// 0. Allocates nothing.
    virtual std::size_t municipality_size(std::string_view text) const = 0;

    /// Whether `text` is the `city_and_county` of a municipality, letter by letter. Allocates nothing.
    virtual bool is_city_and_county(std::string_view text) const = 0;
};

}  // namespace daicho
