#pragma once

#include <string_view>

#include "registries/address/address_matcher.hpp"

namespace daicho {

/// Whether the municipality is settled by what is written, and not by the town alone.
bool names_municipality(const AddressAnswer& answer);

/// One place is meant, and no part of the text was passed over.
bool is_sure(const AddressAnswer& answer);

struct AreaMatch {
    AddressAnswer answer;
    bool settled = false;  ///< the text names its municipality, or lies in the one that was given
    bool open = false;     ///< the text leaves a choice to the municipality that is given
};

/// The place that `text` names. `municipality`, the code of the record that it is of (6 digits; other texts
/// and none count for nothing), decides only where the text names no municipality, or one of several: a text
/// that names another is another's.
AreaMatch match_in_area(const AddressMatcher& matcher, std::string_view text, std::string_view municipality,
                        const AddressOptions& options = {});

}  // namespace daicho
