#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/base/span.hpp"

/// The syntax tree of a model file (.gifm), as written: nothing is looked up, nothing is checked but the
/// form. `docs/model-language.md` teaches the language. Every node knows the bytes it was read from, so that
/// the engine can point at them. Printing a tree and parsing the print gives an equal tree (spans and
/// comments apart).
namespace daicho::syntax {

/// An identifier or a dotted path (`address.fullAddress`), with its place in the file.
struct Name {
    std::string text;
    Span where;
};

/// Texts in both languages; `en` may be empty.
struct Text {
    std::string ja;
    std::string en;
};

// ---- expressions
// ------------------------------------------------------------------------------------------------

enum class Operator : std::uint8_t {
    logical_not,
    logical_and,
    logical_or,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    starts,
    ends,
    contains,
    matches,
    concatenate,
    add,
    subtract,
    multiply,
    divide,
};

struct Expression;
using ExpressionPointer = std::unique_ptr<Expression>;

struct StringLiteral {
    std::string text;
};
struct NumberLiteral {
    std::string digits;  ///< exact, as written
};
struct PatternLiteral {
    std::string pattern;  ///< `/…/`, RE2
};
/// `$year`: a parameter of a transformation
struct Parameter {
    std::string name;
};
/// `[開催日]`: a column of the table that a transformation reads, by its header
struct Column {
    std::string header;
};
struct ItemPath {
    std::string path;  ///< in a condition: the item has a value
};
struct Call {
    std::string function;
    std::vector<Expression> arguments;
};
struct Unary {
    Operator op;
    ExpressionPointer operand;
};
struct Binary {
    Operator op;
    ExpressionPointer left, right;
};
/// `sex in {"1" "2"}` or `sex in SexCodeList`
struct Membership {
    ExpressionPointer value;
    std::vector<std::string> literals;
    std::string code_list;
};

struct Expression {
    std::variant<StringLiteral, NumberLiteral, PatternLiteral, Parameter, Column, ItemPath, Call, Unary,
                 Binary, Membership>
        node;
    Span where;
};

// ---- statements
// -------------------------------------------------------------------------------------------------

enum class AliasScope : std::uint8_t { alias, legacy, typo };

/// Another header that means an item.
struct Alias {
    AliasScope scope = AliasScope::alias;
    std::string text;
};

enum class TypeKind : std::uint8_t {
    value,      ///< a kind of value: `date`
    code,       ///< one code of a list: `code SexCodeList`
    reference,  ///< a nested class: `class Address`
    one_of,     ///< a union of classes: `one of Person | LegalEntity`
};

/// Which form of a code a cell holds.
enum class CodeForm : std::uint8_t { code, label, both };

struct Type {
    TypeKind kind = TypeKind::value;
    std::vector<Name> names;         ///< the value kind, the code list, the class or classes
    CodeForm form = CodeForm::code;  ///< of a code: `code X as label`
    std::string pattern;  ///< of a reference: the required pattern that is meant (`class Address MP04`)
    std::optional<std::string> minimum;  ///< of a number: `range 0..100`
    std::optional<std::string> maximum;
    std::string matches;  ///< of a text: `matches /re/` (RE2)
};

struct Cardinality {
    static constexpr std::uint32_t unlimited = 0xFFFFFFFF;
    std::uint32_t minimum = 0;
    std::uint32_t maximum = 1;
};

enum class Requirement : std::uint8_t { optional, recommended, required, when_assigned, forbidden };

/// When an item of the disaster models (GIF 455) is collected.
enum class Phase : std::uint8_t { any, peacetime, in_disaster, always };

/// Where an item stands in its class (GIF 430: base items, extension items).
enum class Standing : std::uint8_t { base, extension };

struct Item {
    Name name;   ///< English name of the GIF schema
    Text label;  ///< 日本語 header, English header
    Type type;
    Cardinality cardinality;
    Requirement requirement = Requirement::optional;
    bool may_be_empty = false;  ///< required, but the value may be empty (`required?`): 建物名等
    bool for_exchange = false;  ///< `required for exchange`: basic shared item of the disaster models
    Phase phase = Phase::any;
    bool confidential = false;
    bool inferred = false;              ///< the type is our inference, the source gives none
    std::string separator;              ///< several values in one cell, parted by this (`list ";"`)
    std::string number;                 ///< item number of the source ("1.2.1.4")
    std::string registry;               ///< `in registry municipality`: the kind of reference data
    Name characters;                    ///< `characters name`: the profile of its characters
    Name original;                      ///< `original in NAME`: what keeps a value that is shrunk
    std::vector<std::string> unknowns;  ///< `unknown "99" "XXX"`: notations for "not known"
    std::vector<Alias> aliases;
    Standing standing = Standing::base;
};

struct PatternItem {
    Name path;
    bool may_be_empty = false;  ///< `buildingNameEtc?`
};

struct Pattern {
    Name name;  ///< MP01
    Text label;
    std::vector<PatternItem> items;
};

struct Rule {
    Name slug;
    Level blocks = Level::lv1;
    Severity severity = Severity::error;
    Text message;
    std::optional<Expression> when;
    Expression check;
};

struct SplitPart {
    Name part;  ///< part of the value kind
    Name item;  ///< item that receives it; the same text where `->` is not written
};
/// `split fullNameKana as person_name_kana { familyName -> familyNameKana givenName -> givenNameKana }`
struct Split {
    Name whole;
    Name kind;
    std::vector<SplitPart> parts;
};

/// `locate fullAddress { localGovernmentCode latitude -> latitudeOfRepresentativePoint }`: which items an
/// address has beside its text. A statement of an outer class adds to that of a nested one.
struct Locate {
    Name whole;
    std::vector<SplitPart> items;
};

/// `identify legalEntityNumber { tradeName fullAddress -> registeredAddress.fullAddress }`: which items speak
/// of the corporation that has the number. A statement of an outer class adds to that of a nested one.
struct Identify {
    Name number;
    std::vector<SplitPart> items;
};

/// `join fullName = familyName ++ " " ++ givenName;`
struct Join {
    Name whole;
    Expression value;
};

/// `unique localGovernmentCode id;`
struct Unique {
    std::vector<Name> items;
};

/// `reference parentId to id;`: every value of the item is the value of another one in some record of the
/// file
struct Reference {
    Name item;
    Name target;
};

/// `alias address.fullAddress "住所" legacy "所在地";`: other headers of an item of a nested class.
struct PathAlias {
    Name path;
    std::vector<Alias> aliases;
};

struct Class {
    Name name;
    Text label;
    std::optional<Name> extends;
    Name prefix;                 ///< namespace of its items: `prefix pd`; may be empty
    bool closed = false;         ///< own items are findings
    bool positional = false;     ///< its files have no header: the columns are the items in their order
    bool unknown_items = false;  ///< the source names the dataset, but not its columns (`items unknown`)
    std::vector<Item> items;     ///< as written; an item of an `extension { }` block carries its standing
    std::vector<PathAlias> path_aliases;
    std::vector<Pattern> patterns;
    std::vector<Rule> rules;
    std::vector<Split> splits;
    std::vector<Locate> locates;
    std::vector<Identify> identifies;
    std::vector<Join> joins;
    std::vector<Unique> uniques;
    std::vector<Reference> references;
    Span where;
};

struct Code {
    std::string code;
    Text label;
    std::vector<Alias> aliases;
};

struct CodeList {
    Name name;
    Text label;
    bool closed = true;
    bool unknown_values = false;  ///< the source names the list but not its codes (`values unknown`)
    std::string file;             ///< `from "country.tsv"`, relative to the model file
    std::vector<Code> codes;
};

struct Source {
    std::string document;
    std::string commit;
    std::string license;
};

struct Namespace {
    Name prefix;
    std::string uri;
    bool placeholder = false;
};

/// One .gifm file.
struct Model {
    Name name;  ///< gif.core
    std::string version;
    Text label;
    std::string status;  ///< "current", "legacy", "draft" or empty
    std::vector<Source> sources;
    std::vector<Namespace> namespaces;
    std::vector<Name> uses;  ///< models whose classes and code lists may be named here
    std::vector<Class> classes;
    std::vector<CodeList> code_lists;
};

// ---- transformations
// ----------------------------------------------------------------------------------------

/// `param year : integer range 1900..2100 "開催年" default "2022";`
struct ParameterDeclaration {
    Name name;
    Type type;  ///< a kind of value
    Text label;
    std::optional<std::string> fallback;  ///< `default`; without one the user must give a value
};

/// `table codes "コード対応表" from "codes.tsv";`: a TSV with a header; its first column is the key.
struct LookupTable {
    Name name;
    Text label;
    std::string file;  ///< relative to the file of the transformation; empty: the user names it
};

/// `unpivot "男" "女" -> sex count;`: a record for each of these columns, with its header and its cell.
struct Unpivot {
    std::vector<std::string> columns;
    Name key;
    Name value;
    Span where;
};

/// `pivot "昼間" "夜間" <- "種別" "電話番号" by "施設ID";`: the records that agree in the columns behind `by`
/// become one, with a column for each of these names, which stand in the one column, for the cells of the
/// other.
struct Pivot {
    std::vector<Name> names;  ///< texts of cells, and headers of the new columns
    Name key;                 ///< header of the column with the names
    Name value;               ///< header of the column with the cells
    std::vector<Name> groups;
    Span where;
};

/// `drop "整理番号" "内部の番号";`: a column that the result leaves out, and why.
struct Drop {
    std::string column;
    std::string reason;
    Span where;
};

/// `dateOfStart <- $year ++ "年" ++ [開催日] when …;` or, for a column of one's own, `"元コード" <-
/// [コード];`
struct Assignment {
    Name target;  ///< path of an item, or the header of an own column
    bool own = false;
    Expression value;
    std::optional<Expression> when;
};

/// One .gift file: how the columns of a foreign table become the items of a class.
struct Transform {
    Name name;
    std::string version;
    Text label;
    Name origin;  ///< class whose items the columns of the table are (`from CLASS`); may be empty
    Name target;  ///< class, or path of a .gifm file in quotes
    bool target_is_path = false;
    std::vector<Source> sources;
    std::vector<ParameterDeclaration> parameters;
    std::vector<LookupTable> tables;
    std::vector<Unpivot> unpivots;
    std::vector<Pivot> pivots;
    std::vector<Drop> drops;
    std::vector<Assignment> assignments;
};

}  // namespace daicho::syntax
