#pragma once

namespace daicho {

class AddressReference;      // models/engine/address_reference.hpp
class AddressResolver;       // grammars/values/address_resolver.hpp
class CharacterAuthority;    // grammars/characters/character_authority.hpp
class CorporationReference;  // models/engine/corporation_reference.hpp
class CorporationSearch;     // models/engine/corporation_search.hpp
class ReferenceData;         // models/engine/reference_data.hpp

/// Whom to ask what a table alone does not say. Null: nobody, and what would be asked is left unchecked or
/// unfilled. Whoever is named here is asked from several threads at once and outlives those who ask.
struct KnowledgeSources {
    const AddressResolver* places =
        nullptr;                           ///< names of prefectures and municipalities, to read addresses by
    const ReferenceData* codes = nullptr;  ///< whether codes exist
    const AddressReference* addresses = nullptr;            ///< which place an address is
    const CorporationReference* corporations = nullptr;     ///< what is known of a corporate number
    const CorporationSearch* corporation_search = nullptr;  ///< corporations by name
    const CharacterAuthority* characters = nullptr;  ///< substitutes, variations and sets of characters
};

}  // namespace daicho
