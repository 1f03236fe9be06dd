#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "models/engine/body_search.hpp"
#include "registries/corporations/name_search.hpp"

namespace daicho {

/// Finds the corporate number of a body that a record names, or says why there is none to be given: several
/// fit, none fits, or nothing shows that the one that fits is meant. Only whole names count, and only what
/// `NameAnswer::sure` is sure of; a reading or a kind that is not the body's is a contradiction.
///
/// Names repeat in real tables: answers are kept, up to a bound. Borrows the database and the matcher; one
/// thread at a time. The same registry and question give the same answer.
class BodyFinder {
 public:
    /// Throws Error where the registry has no index of names (`CorporateNameIndex::exists`).
    explicit BodyFinder(const Database& database, const AddressMatcher* addresses = nullptr)
        : BodyFinder(database, NameSearchAids{read_body_coverage(database), addresses}) {}
    BodyFinder(const Database& database, const NameSearchAids& aids);

    /// The answer lives until the next call.
    const FoundBody& find(const SoughtBody& sought);

 private:
    FoundBody search(const SoughtBody& sought);
    std::string contradiction(const SoughtBody& sought, const NameHit& hit);

    CorporateNameSearch search_;
    Statement reading_;
    std::unordered_map<std::string, FoundBody> known_;
    std::string key_;
};

}  // namespace daicho
