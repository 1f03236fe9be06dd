#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "registries/corporations/name_index.hpp"

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
    start,       ///< the core begins so
    part,        ///< the core has it in it
    near,        ///< one character is more, less, other, or has changed places with its neighbour
};
constexpr unsigned name_levels = 11;

/// Whether the place that was named agrees with the body's.
enum class PlaceAgreement : unsigned char { municipality, prefecture, unknown, differs };

/// What is looked for.
struct NameQuery {
    std::string_view name;  ///< in any notation: a name, a reading, the kana name of a payee; UTF-8
    /// Where it is thought to be, as municipality code of five digits; 0: not known. Counts for the rank
    /// only; 18000 is the prefecture.
    std::uint32_t near_place = 0;
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
    bool form_agrees = true;  ///< of a payee: カ) and the body is a 株式会社
    std::uint16_t kind = 0;
    std::uint16_t municipality = 0;
    std::uint16_t length = 0;  ///< bytes of the core

    /// Those with the same rank are as good as one another.
    unsigned rank() const {
        return ((static_cast<unsigned>(level) * 2 + (form_agrees ? 0u : 1u)) * 2 + (closed ? 1u : 0u)) * 4 +
               static_cast<unsigned>(place);
    }
};

struct NameAnswer {
    std::vector<NameHit> hits;  ///< best first, `limit` at most
    std::size_t equals = 0;     ///< how many are as good as the first, itself included
    unsigned margin = 0;  ///< levels between the first and the next that is another body; 0: the same level
    bool more = false;    ///< there are others that are not among the hits
    /// Whether the first is the answer: it alone has the name, form included, as it was asked for; or it has
    /// its core, a former name or the reading, and the place that was named. A name alone that is not in the
    /// register is never sure.
    bool sure = false;
};

/// Finds bodies by name. Borrows the database; one thread at a time. The same registry and query give the
/// same answer.
class CorporateNameSearch {
 public:
    explicit CorporateNameSearch(const Database& database) : index_(database) {}

    NameAnswer find(const NameQuery& query);

 private:
    CorporateNameIndex index_;
};

}  // namespace daicho
