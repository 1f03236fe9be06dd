#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "registries/corporations/seat_place.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// Where the corporations of a registry are. Borrows the database; one thread at a time.
class SeatStore {
 public:
    /// `addresses`: as for `SeatReader`.
    SeatStore(const Database& database, const AddressMatcher* addresses)
        : database_(database), reader_(addresses) {}

    /// The registered address of the corporation, read; nothing known where it has none in Japan.
    SeatPlace seat(std::uint64_t number);
    SeatPlace read(std::string_view address, std::uint32_t municipality) const {
        return reader_.read(address, municipality);
    }

 private:
    const Database& database_;
    SeatReader reader_;
    std::optional<Statement> find_;  ///< made when it is first needed
};

}  // namespace daicho
