#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "registries/corporations/corporation_coverage.hpp"
#include "registries/corporations/name_index.hpp"
#include "registries/corporations/seat_store.hpp"

namespace daicho {

/// How a name that was asked for and a name of the register agree; the best first.
enum class NameLevel : unsigned char {
    exact,       ///< character for character
    width,       ///< but for width, spaces, marks, case, short for long form
    folded,      ///< but for kana, dashes and variants of kanji as well
    same_form,   ///< the core and the legal form, which stands elsewhere
    other_form,  ///< the core; the form is another, or one of them has none
    former,      ///< a former name, as well as other_form or better
    reading,     ///< the kana
    english,     ///< the English name
    within,      ///< a name that the text has in it, with other words (names_within.hpp)
    near,        ///< one character is more, less, other, or has changed places with its neighbour
    start,       ///< the core begins so
    part,        ///< the core has it in it
};
constexpr unsigned name_levels = 12;
/// "name" "name-width" "name-folded" "core-same-form" "core" "former-name" "reading" "english-name" ...
std::string_view to_string(NameLevel level);

/// What is looked for.
struct NameQuery {
    std::string_view name;  ///< in any notation: a name, a reading, the kana name of a payee; UTF-8
    /// Where it is thought to be, as municipality code of five digits; 0: not known. Counts for the rank
    /// only; 18000 is the prefecture.
    std::uint32_t near_place = 0;
    /// Its address as somebody has it, in any notation; empty: not known. Its municipality counts as
    /// `near_place`, what is behind it is compared with the registered address.
    std::string_view address;
    /// Only these count; empty: all. Municipality codes of five digits; 18000 stands for the prefecture.
    std::vector<std::uint32_t> places;
    std::vector<std::uint16_t> kinds;  ///< 301; empty: all
    enum class State : unsigned char { any, live, closed };
    State state = State::any;
    std::size_t limit = 10;
    /// Only names that are the same: no beginnings, parts and near ones.
    bool whole_names_only = false;
};

struct NameHit {
    std::uint64_t number = 0;
    NameLevel level = NameLevel::near;
    NameRole role = NameRole::present;
    PlaceAgreement place = PlaceAgreement::unknown;
    bool closed = false;
    bool image = false;
    bool local_body = false;  ///< of which a department, an office or a board was named
    bool form_agrees = true;  ///< false: another legal form was asked for, 株式会社 or カ)
    std::uint16_t kind = 0;
    std::uint16_t municipality = 0;
    std::uint16_t length = 0;  ///< bytes of the core

    /// The address agrees, so far that the name says who it is.
    bool is_confirmed() const;
    /// Those with the same rank are as good as one another.
    unsigned rank() const;
};

struct NameAnswer {
    std::vector<NameHit> hits;  ///< best first, `limit` at most
    std::size_t equals = 0;     ///< how many are as good as the first, itself included
    unsigned margin =
        0;  ///< levels between the first and the next that is another corporation; 0: the same level
    bool more = false;  ///< there are others that are not among the hits
    /// The register has all corporations of the place that was named, or where none was, of Japan.
    bool place_is_covered = false;
    /// An address was given that no municipality was read from: whose it is cannot be said, and only one that
    /// is the same character for character shows anything.
    bool address_is_unplaced = false;
    /// Whether the first is the answer, and not just a corporation of that name. It may have no rival, live
    /// or closed, and
    /// - has the name in full (level `folded` or better) and its address is in the town that was asked for;
    /// or
    /// - has its core, once had the name, or reads so, and its address is the one, down to the number; or
    /// - has the name in full, exists, and is in the municipality or prefecture that was named, of which the
    ///   register has all corporations; or
    /// - no place and no address was named, it has the name in full, and the register has all corporations of
    /// Japan.
    ///
    /// A corporation of which the text names a part or a department (`within`) is proposed and never sure:
    /// 本社 may be another company, a committee at the town hall another body. So a name that is not in the
    /// register is never sure. A name alone is not where the register may lack the corporation that is meant:
    /// of the names of such corporations one in ten is that of another one (of 10,000 founded later in the
    /// same prefectures 650; by name and municipality 0.8 % are another's).
    bool sure = false;
};

/// What a search knows beside the names.
struct NameSearchAids {
    CorporationCoverage coverage;
    /// Reads addresses as the registry of addresses has them; null: as text. Must outlive the search.
    const AddressMatcher* addresses = nullptr;
};

/// Finds corporations by name. Borrows the database; one thread at a time. The same registry and query give
/// the same answer.
class CorporateNameSearch {
 public:
    /// With the coverage that the registry has.
    explicit CorporateNameSearch(const Database& database, const AddressMatcher* addresses = nullptr)
        : CorporateNameSearch(database, NameSearchAids{read_corporation_coverage(database), addresses}) {}
    CorporateNameSearch(const Database& database, const NameSearchAids& aids)
        : index_(database), aids_(aids), seats_(database, aids.addresses) {}

    NameAnswer find(const NameQuery& query);

 private:
    CorporateNameIndex index_;
    NameSearchAids aids_;
    SeatStore seats_;
};

}  // namespace daicho
