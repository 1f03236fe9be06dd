#pragma once

#include <cstdint>
#include <string_view>

#include "registries/address/address_answer.hpp"
#include "registries/address/address_index.hpp"
#include "registries/address/index_view.hpp"

namespace daicho {

/// Which register answers where both hold the number.
enum class AddressTarget : std::uint8_t { any, residence, parcel };

struct AddressOptions {
    AddressTarget target = AddressTarget::any;
    std::size_t alternatives = 5;  ///< at most so many are given
    /// The municipality that the text is of, where a column says so: 5 or 6 digits; or 2 of a prefecture.
    std::string_view within;
};

/// Finds the place of an address. Constant once made: may be used from several threads. The index must live
/// longer.
class AddressMatcher {
 public:
    explicit AddressMatcher(const AddressIndex& index) : index_(index.file()) {}

    /// The place that `text` (UTF-8, any notation) names. Time is linear in the size of the text, whatever it
    /// is; never throws for what the text is.
    AddressAnswer match(std::string_view text, const AddressOptions& options = {}) const;

 private:
    IndexView index_;
};

}  // namespace daicho
