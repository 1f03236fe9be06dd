#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace daicho {

/// What a record says of a corporation whose corporate number it lacks; all but the name may be empty.
struct SoughtCorporation {
    std::string_view name;     ///< in any notation
    std::string_view kana;     ///< its reading
    std::string_view kind;     ///< 法人種別, 301
    std::string_view address;  ///< in any notation
    std::string_view lg_code;  ///< of the municipality of the seat, 5 or 6 digits
};

/// What a search for a corporation came to.
enum class CorporationVerdict : unsigned char {
    no_name,      ///< nothing to search by
    not_covered,  ///< the register has none of that name, and does not have all corporations of the place
    none,         ///< there is no corporation of that name
    several,      ///< several fit as well
    unsure,       ///< one has the name, and it is not shown that it is the one
    differs,      ///< one has the name, and reading, kind or address are not its own
    one           ///< this one
};
std::string_view to_string(CorporationVerdict verdict);  ///< "no name" "not covered" "none" "several" ...

struct FoundCorporation {
    CorporationVerdict verdict = CorporationVerdict::no_name;
    std::string number;          ///< 13 digits; of `one` alone
    std::string evidence;        ///< what agrees, or of `differs` what does not: "name, number", "reading"
    std::size_t candidates = 0;  ///< corporations that fit as well as the best
};

/// Finds corporations by their names. The engine declares it; the registries implement it. May be called from
/// several threads at once.
class CorporationSearch {
 public:
    virtual ~CorporationSearch() = default;

    /// Whether it knows of any corporation.
    virtual bool is_there() const { return true; }
    virtual FoundCorporation search(const SoughtCorporation& sought) const = 0;
};

}  // namespace daicho
