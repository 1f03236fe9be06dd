#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "models/engine/corporation_search.hpp"
#include "registries/corporations/name_search.hpp"

namespace daicho {

/// Finds the corporate number of a corporation that a record names, or says why there is none to be given:
/// several fit, none fits, or nothing shows that the one that fits is meant. Only whole names count, and only
/// what `NameAnswer::sure` is sure of; a reading or a kind that is not the corporation's is a contradiction.
///
/// Names repeat in real tables: answers are kept, up to a bound. Borrows the database and the matcher; one
/// thread at a time. The same registry and question give the same answer.
class CorporationFinder {
 public:
    /// Throws Error where the registry has no index of names (`CorporateNameIndex::exists`).
    explicit CorporationFinder(const Database& database, const AddressMatcher* addresses = nullptr)
        : CorporationFinder(database, NameSearchAids{read_corporation_coverage(database), addresses}) {}
    CorporationFinder(const Database& database, const NameSearchAids& aids);

    /// The answer lives until the next call.
    const FoundCorporation& find(const SoughtCorporation& sought);

 private:
    FoundCorporation search(const SoughtCorporation& sought);
    std::string contradiction(const SoughtCorporation& sought, const NameHit& hit);

    CorporateNameSearch search_;
    Statement reading_;
    std::unordered_map<std::string, FoundCorporation> known_;
    std::string key_;
};

}  // namespace daicho
