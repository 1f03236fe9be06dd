#pragma once

#include <array>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "models/engine/address_reference.hpp"

namespace daicho {

/// What another reference found for the last some thousand texts: of a record that is checked, filled and
/// checked again the same address is asked for three times. For one run; views live as long as the other.
class RememberedAddresses final : public AddressReference {
 public:
    explicit RememberedAddresses(const AddressReference& asked) : asked_(asked) {}

    bool is_there() const override { return asked_.is_there(); }
    LocatedAddress locate(std::string_view text, std::string_view municipality) const override;

 private:
    struct Entry {
        std::string text;
        std::string municipality;
        LocatedAddress found;
    };
    /// Two texts, the later one first: a third puts the second out.
    using Place = std::array<Entry, 2>;
    /// A part of the texts, by their hash, so that threads seldom wait for each other.
    struct Shelf {
        std::mutex mutex;
        std::vector<Place> places;  // that of a text is its hash's
    };

    const AddressReference& asked_;
    mutable std::array<Shelf, 64> shelves_;
};

}  // namespace daicho
