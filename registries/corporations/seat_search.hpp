#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "registries/corporations/seat_place.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// Finds the corporations that have their seat at an address. Candidates are those of its postal code: the
/// one in the text, or that of its town in the registry of addresses. Borrows the database; one thread at a
/// time.
class SeatSearch {
 public:
    /// `addresses`: as for `SeatReader`.
    SeatSearch(const Database& database, const AddressMatcher* addresses)
        : database_(database), addresses_(addresses), reader_(addresses) {}

    struct Hit {
        std::uint64_t number = 0;
        bool closed = false;
    };
    struct Answer {
        std::vector<Hit> hits;  ///< the live first, by number
        bool has_number =
            false;  ///< the address has a number: without one a town is no seat, and nothing is found
        bool has_postal_code = false;
    };
    /// Corporations whose seat is the same down to the number (`PlaceAgreement::number`).
    Answer find(std::string_view address);

    /// Whether the registry has what is asked: one of before 2026-11 has not.
    static bool exists(const Database& database);

 private:
    const Database& database_;
    const AddressMatcher* addresses_;
    SeatReader reader_;
};

}  // namespace daicho
