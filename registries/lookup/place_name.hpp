#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "registries/lookup/nearest_place.hpp"

namespace daicho {

class AddressMatcher;  // registries/address/address_matcher.hpp

/// A place near a point, under its name of today.
struct NamedPlace {
    NearPlace place;
    std::string name;         ///< with prefecture and municipality in front, its number behind
    std::string town;         ///< the same without the number
    std::string oaza_cho;     ///< the same down to the 大字・町; empty: not known
    std::string lg_code;      ///< of today where that is known
    std::string machiaza_id;  ///< empty: not known
    std::string number;       ///< within the town
    bool ended = false;       ///< `lg_code` is of a municipality or ward that is no more
};

/// Gives places their names: by the keys of the address base registry, else by matching the name that a
/// publication has. A ward that is no more becomes the one of today, where `matcher` knows it.
class PlaceNamer {
 public:
    /// `matcher` may be null: names stay as they are published, without ids.
    PlaceNamer(const Registry& registry, const AddressMatcher* matcher)
        : registry_(registry), matcher_(matcher) {}

    /// Nothing where the registry does not know what the place is called.
    std::optional<NamedPlace> name(NearPlace place) const;

 private:
    bool name_by_key(NamedPlace& named) const;
    void name_of_today(NamedPlace& named) const;

    const Registry& registry_;
    const AddressMatcher* matcher_;
};

}  // namespace daicho
