#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/characters/profile.hpp"
#include "grammars/model_language/syntax.hpp"
#include "grammars/values/value_type.hpp"
#include "models/engine/address_plan.hpp"
#include "models/engine/code_list.hpp"
#include "models/engine/corporation_plan.hpp"
#include "models/engine/expression.hpp"

namespace re2 {
class RE2;
}

namespace daicho {

/// A header under which an item may be found, already folded (`header_key`).
struct HeaderName {
    enum class Kind : unsigned char { label, english, alias, legacy, typo };
    std::string key;
    Kind kind = Kind::label;
};

/// One leaf item of a class, reached by its path through the nested classes.
struct Slot {
    std::string path;                 ///< "address.fullAddress": English names
    std::string label;                ///< Japanese header of the item itself: "連結表記"
    std::string long_label;           ///< with the headers on its way: "住所_連結表記"
    std::string source_number;        ///< of the item in its source: "1.2.1.4"
    std::string expected;             ///< the form of the value, for messages
    const ValueType* kind = nullptr;  ///< null where `codes` is set
    const CodeList* codes = nullptr;
    syntax::CodeForm form = syntax::CodeForm::code;
    syntax::Requirement requirement = syntax::Requirement::optional;
    bool may_be_empty = false;
    bool confidential = false;
    bool nested = false;          ///< reached through a nested class
    bool extension = false;       ///< an extension item: a base item of the same name goes first
    bool inferred = false;        ///< our reading: the source gives no type, or is not at hand
    std::string separator;        ///< several values in one cell
    std::string other_separator;  ///< its full-width twin, which people write for it
    std::string registry;         ///< kind of reference data that must know the value
    std::optional<double> minimum, maximum;
    std::shared_ptr<re2::RE2> pattern;             ///< `matches`: of the whole value
    std::vector<std::string> unknowns;             ///< notations for "not known", accepted as they are
    bool repeats = false;                          ///< there may be several: `電話番号[2]`, `ID群[2]_ID`
    std::size_t repeat_label = 0;                  ///< where in `long_label` the number of a repetition goes
    std::size_t repeat_path = 0;                   ///< and in `path`
    std::vector<std::string> labels;               ///< of the items on its way, and its own
    std::size_t repeat_step = 0;                   ///< and in `labels`, and the names of `path`
    const CharacterProfile* characters = nullptr;  ///< that the model asks for; null: that of the kind
    std::optional<std::size_t> original;           ///< slot that keeps a value as it was, where it is shrunk
    syntax::Standing standing = syntax::Standing::base;
    syntax::Phase phase = syntax::Phase::any;
    bool for_exchange = false;  ///< required by the patterns of exchange only
    std::vector<HeaderName> names;
    std::vector<HeaderName> own_aliases;  ///< of the item itself, without the headers on its way

    /// Whether several values of the item, and of no class around it, stand in one cell.
    bool is_list() const { return !separator.empty() && repeats && repeat_step + 1 == labels.size(); }
    /// Whether the kind of value alone decides what is canonical.
    bool is_simple() const {
        return kind && separator.empty() && !minimum && !maximum && !pattern && unknowns.empty();
    }
    bool is_canonical(std::string_view text, const Reading& reading) const;
    /// Reads a cell; several values where there is a separator.
    Result<std::string> canonical(std::string_view text, const Reading& reading) const;

 private:
    bool one_is_canonical(std::string_view text, const Reading& reading) const;
    bool fits_pattern(std::string_view text) const;
    bool is_within_limits(std::string_view text) const;
    Result<std::string> canonical_one(std::string_view text, const Reading& reading) const;
    Result<std::string> with_other_separator(std::string_view text, std::size_t at,
                                             const Reading& reading) const;
    std::string limits() const;
};

/// A set of required items, GIF's MP01 …
struct RequiredPattern {
    struct Entry {
        std::size_t slot = 0;
        bool may_be_empty = false;
    };
    /// A nested class that is required as such: at least one of its items must be there.
    struct Group {
        std::string path;   ///< "idGroup"
        std::string label;  ///< "ID群"
        std::vector<std::size_t> slots;
    };
    std::string name;  ///< "MP01"; empty for the requirements of a class without patterns
    syntax::Text label;
    std::vector<Entry> entries;
    std::vector<Group> groups;
};

struct ModelRule {
    std::string id;  ///< "Address.full-address-parts"
    Level blocks = Level::none;
    Severity severity = Severity::error;
    syntax::Text message;
    std::optional<Program> when;
    Program check;
    std::vector<std::size_t>
        slots;              ///< that the rule speaks of: first those that it asks for, then its `when`
    std::size_t asked = 0;  ///< how many of `slots` it asks for
};

/// `whole` is made of `parts`: named parts of its value kind, each with the slot that receives it.
struct SplitPlan {
    std::size_t whole = 0;
    const ValueType* kind = nullptr;
    struct Part {
        std::string name;
        std::size_t slot = 0;
    };
    std::vector<Part> parts;
};

struct JoinPlan {
    std::size_t whole = 0;
    Program value;
    std::vector<std::size_t> slots;
};

/// A union of classes: an item that is one of them. A record fills the items of one alternative.
struct UnionPlan {
    std::string path;
    std::string label;
    struct Alternative {
        std::string label;
        std::vector<std::size_t> slots;  ///< of items that no other alternative has
    };
    std::vector<Alternative> alternatives;
};

/// Every value of `item` must be a value of `target` in some record of the file.
struct ReferencePlan {
    std::size_t item = 0;
    std::size_t target = 0;
};

/// A class of a model file with everything looked up: what a dataset of it must look like. Made by
/// `ModelSet`, which owns the code tables that it points to.
class Model {
 public:
    std::string name;        ///< "gif.core.person/Person"
    std::string class_name;  ///< "Person"
    syntax::Text label;
    std::string version;
    std::vector<syntax::Source> sources;
    bool closed = false;
    std::vector<Slot> slots;
    std::vector<RequiredPattern> patterns;  ///< never empty: a class without patterns has one without a name
    std::vector<ModelRule> rules;
    std::vector<SplitPlan> splits;
    std::vector<AddressPlan> addresses;
    std::vector<CorporationPlan> corporations;
    std::vector<JoinPlan> joins;
    std::vector<std::vector<std::size_t>> uniques;
    std::vector<UnionPlan> unions;
    std::vector<ReferencePlan> references;
    bool positional = false;     ///< its files have no header
    bool unknown_items = false;  ///< the source does not say what is in it

    std::optional<std::size_t> find_slot(std::string_view path) const;
    const RequiredPattern* find_pattern(std::string_view name) const;
};

}  // namespace daicho
