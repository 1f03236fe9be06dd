#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "registries/lookup/answer_field.hpp"
#include "registries/lookup/field_choice.hpp"

namespace daicho {

class AddressMatcher;  // registries/address/address_matcher.hpp
enum class AddressTarget : std::uint8_t;
class KeptNameSearch;  // registries/lookup/kept_name_search.hpp
class Registry;

/// Which corporations count for a question about corporations by name.
struct CorporationFilter {
    std::vector<std::uint32_t> places;  ///< `places_named`; empty: all
    std::vector<std::uint16_t> kinds;   ///< codes of 法人種別; empty: all
    bool live = true;
    bool closed = true;
    /// The address of the corporation that is looked for, in any notation; empty: not known. Leaves nobody
    /// out.
    std::string_view address;
};

/// Which support programmes count for a question about programmes.
struct ProgrammeFilter {
    std::string_view audience;  ///< "person" "business" "victim"; empty: all
    std::string_view amount;    ///< yen in digits: only those that give or lend so much; empty: all
    bool open = false;          ///< only those that take applications on `LookupContext::as_of`
};

/// What a question is asked with.
struct LookupContext {
    /// Null: there is none, and what is compiled in is all that is known. A kind that knows nothing without
    /// says so: not covered.
    const Registry* registry = nullptr;
    /// Null: there is none. A kind that matches addresses says so: not covered.
    const AddressMatcher* addresses = nullptr;
    AddressTarget target{};  ///< the register that addresses are looked for in; as it is: any
    std::string_view as_of;  ///< YYYY-MM-DD; empty: the newest state known
    std::size_t limit = 10;  ///< matches at most; 0: all
    CorporationFilter corporations;
    ProgrammeFilter programmes;
    /// The code of the municipality or prefecture that an address is of, 6 digits: decides where its text
    /// leaves that open. Empty: not known.
    std::string_view area;
    /// Latitude and longitude where somebody says that the address is, in any notation of coordinates: the
    /// answer tells how far they are from its point. Blank: not known. None: nobody asks.
    std::optional<std::string_view> position;
    FieldChoice fields;  ///< what the records of the answers are to hold
    /// Where the answer is found it is told alone: without others that may be meant, and without titles.
    bool answer_alone = false;
    KeptNameSearch* names = nullptr;  ///< of the registry; null: one is made for the question
};

/// One thing that was found.
struct LookupMatch {
    AnswerRecord fields;
    AnswerTerm reason;  ///< why it was found
    unsigned rank = 0;  ///< 0 is best
    bool sure = true;   ///< false: shown as a hint, for a text that is wrong or speaks of another time
    bool tied = false;  ///< others are as good as this one; set by `settle`
};

/// How close others come to the first match.
struct AnswerCloseness {
    std::size_t equals = 0;  ///< matches as good as the first, itself included, beyond the limit as well
    unsigned margin = 0;     ///< kinds of agreement between the first and the next; 0: the same
};

/// What a question came to.
struct LookupAnswer {
    enum class Status : unsigned char {
        found,        ///< the first match is the answer
        unsure,       ///< several are as good as the first, or the first is a hint only
        not_found,    ///< what is asked about is covered, and is not there
        not_covered,  ///< no publication at hand speaks of it: it may exist
    };
    std::vector<LookupMatch> matches;  ///< best first
    bool covered = true;   ///< false: something may be missing because it lies outside of what is known
    bool complete = true;  ///< nothing is missing, neither so nor for the limit; set by `settle`
    std::optional<AnswerCloseness> closeness;  ///< where the kind tells
    std::string note_ja;                       ///< a remark for people, in both languages, or empty
    std::string note_en;

    Status status() const;
    /// Puts the best first, marks ties, cuts what is beyond `limit`.
    void settle(std::size_t limit);
    std::string_view note(Language language) const { return language == Language::ja ? note_ja : note_en; }
};

/// Found, unsure, not-found, not-covered, as JSON writes it.
std::string_view name_of(LookupAnswer::Status status);

/// What a question of a kind can be narrowed by.
struct LookupFilters {
    bool area = false;         ///< `LookupContext::area`
    bool position = false;     ///< `LookupContext::position`
    bool corporation = false;  ///< `LookupContext::corporations`
    bool target = false;       ///< `LookupContext::target`
    bool programme = false;    ///< `LookupContext::programmes`
};

/// A kind of thing that can be looked up: one file of this folder, one line in lookup.cpp.
struct LookupKind {
    std::string_view name;  ///< as the command line writes it: "postal-code"
    Text help;
    /// How many words of a command line make a query; they are joined by a space.
    unsigned words = 1;
    /// Whether a registry is asked; else only what is compiled in is, and `LookupContext::registry` is null.
    bool asks_registry = false;
    /// Answers one query; may be called from several threads at once, each with a registry of its own.
    LookupAnswer (*look_up)(std::string_view query, const LookupContext& context);
    bool asks_addresses = false;  ///< whether `LookupContext::addresses` is asked
    /// The fields that stand beside a column of a table unless others are asked for; null: they have to be
    /// named.
    std::span<const FieldName> (*beside_column)() = nullptr;
    LookupFilters filters{};
    /// All fields of the kind's records, where it makes those only that are wanted; null: it makes all, and
    /// `look_up` takes away what is not.
    std::span<const FieldName> (*fields)() = nullptr;
    /// Whether a query has an address beside it, for which `LookupContext::addresses` is asked; null: none
    /// has.
    bool (*has_address)(std::string_view query) = nullptr;

    std::span<const FieldName> settled_fields() const {
        return fields == nullptr ? std::span<const FieldName>() : fields();
    }
};

/// Every kind, in the order of the help.
std::span<const LookupKind> lookup_kinds();

/// The kind of that name, or null.
const LookupKind* find_lookup_kind(std::string_view name);

/// The answer to `query`, settled. Text that is not UTF-8 is found nowhere.
LookupAnswer look_up(const LookupKind& kind, std::string_view query, const LookupContext& context);

// One file a kind.
std::span<const FieldName> address_columns();
std::span<const FieldName> municipality_columns();
std::span<const FieldName> town_columns();
std::span<const FieldName> postal_code_columns();
std::span<const FieldName> school_columns();
std::span<const FieldName> corporation_columns();
std::span<const FieldName> near_columns();
std::span<const FieldName> programme_columns();
LookupAnswer look_up_address(std::string_view query, const LookupContext& context);
LookupAnswer look_up_municipality(std::string_view query, const LookupContext& context);
LookupAnswer look_up_town(std::string_view query, const LookupContext& context);
LookupAnswer look_up_postal_code(std::string_view query, const LookupContext& context);
LookupAnswer look_up_school(std::string_view query, const LookupContext& context);
LookupAnswer look_up_corporation(std::string_view query, const LookupContext& context);
LookupAnswer look_up_programme(std::string_view query, const LookupContext& context);
LookupAnswer look_up_character(std::string_view query, const LookupContext& context);
LookupAnswer look_up_suggestions(std::string_view query, const LookupContext& context);
LookupAnswer look_up_near(std::string_view query, const LookupContext& context);
LookupAnswer look_up_code(std::string_view query, const LookupContext& context);
LookupAnswer look_up_code_system(std::string_view query, const LookupContext& context);

}  // namespace daicho
