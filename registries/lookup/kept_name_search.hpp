#pragma once

#include <optional>

#include "registries/corporations/name_search.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// The search for names of corporations, made at the first question to a registry and kept beside it: to make
/// it takes as long as an answer. For one thread at a time, as the registry is.
class KeptNameSearch {
 public:
    /// `database` is always that of the same registry.
    CorporateNameSearch& with(const Database& database, const AddressMatcher* addresses) {
        if (!search_ || addresses_ != addresses) search_.emplace(database, addresses);
        addresses_ = addresses;
        return *search_;
    }

 private:
    std::optional<CorporateNameSearch> search_;
    const AddressMatcher* addresses_ = nullptr;
};

}  // namespace daicho
