#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace daicho {

class AddressMatcher;  // registries/address/address_matcher.hpp

/// Whether a place that is named is a corporation's; the best first.
enum class PlaceAgreement : unsigned char {
    number,        ///< town and number are the same, so far as both are told
    town,          ///< the town is the same
    municipality,  ///< the municipality is, and of the town one says nothing
    other_town,    ///< of that municipality
    prefecture,    ///< another municipality of the prefecture, or the prefecture alone was named
    unknown,       ///< one says nothing
    differs
};
std::string_view to_string(PlaceAgreement place);  ///< "number" "town" "municipality" "other-town" ...

/// The first five digits of a municipality code of five or six, as a number; 0 for another text.
std::uint32_t municipality_number(std::string_view lg_code);

/// Where an address is, for comparing it with others.
struct SeatPlace {
    std::uint32_t municipality = 0;  ///< code of five digits; 18000: only the prefecture; 0: not known
    std::string town_id;             ///< of the registry of addresses, 7 digits; empty: not known
    std::string numbers;             ///< behind that town: 3-17-1
    std::string key;                 ///< `seat_key` of what stands behind the municipality; may be empty

    bool is_known() const { return municipality != 0 || !key.empty(); }
};

/// Whether `municipality` is the place: itself, a ward of that designated city, or in the prefecture.
bool is_in_place(std::uint32_t municipality, std::uint32_t place);

/// How far two addresses agree. Without town ids keys are compared, which know 丁目 and numbers in any
/// notation, and take no two names for one. A municipality that was abolished is what it became: one may be
/// told as of a later day than the other.
PlaceAgreement compare_places(const SeatPlace& asked, const SeatPlace& corporation);

/// Reads addresses. With a matcher as the registry of addresses has them: 大字 left out, old municipalities,
/// names that are several towns'. Without one municipalities are those of the compiled-in table and what is
/// behind them is compared as text. `addresses` may be null; else it must live longer.
class SeatReader {
 public:
    explicit SeatReader(const AddressMatcher* addresses = nullptr) : addresses_(addresses) {}

    /// `municipality`: the code of five digits that stands beside the address; 0: none. May be called from
    /// several threads.
    SeatPlace read(std::string_view address, std::uint32_t municipality = 0) const;

 private:
    const AddressMatcher* addresses_;
};

}  // namespace daicho
