#include <boost/spirit/home/x3.hpp>
#include <charconv>

#include "grammars/model_language/phrase_parts.hpp"

namespace daicho::syntax {

namespace {

constexpr std::string_view item_words[] = {
    "range",        "matches",   "as",       "list",       "in",      "required", "recommended",
    "optional",     "forbidden", "inferred", "number",     "alias",   "legacy",   "typo",
    "confidential", "phase",     "unknown",  "characters", "original"};

const Complaint no_type{"':' の後に型（text、date、code …、class …）が必要です。",
                        "expected a type after ':' (text, date, code …, class …)"};
const Complaint no_colon{"項目名の後に ':' と型が必要です。", "expected ':' and a type after the item's name",
                         Pointing::behind, label_words};
const Complaint no_code_list{"'code' の後にコード一覧の名前が必要です。",
                             "expected the name of a code list after 'code'"};
const Complaint no_code_form{"'as' の後は code、label、both のどれかです。",
                             "expected code, label or both after 'as'"};
const Complaint no_class{"クラスの名前が必要です。", "expected the name of a class"};
const Complaint no_of{"'one' の後に 'of' が必要です。", "expected 'of' after 'one'"};
const Complaint no_range{"'range' の後に 0..100 のような範囲が必要です。",
                         "expected a range such as 0..100 after 'range'"};
const Complaint no_dots{"個数は 0..1 や 1..n のように書いてください。",
                        "write the cardinality as 0..1 or 1..n"};
const Complaint no_maximum{"'..' の後に数か 'n' が必要です。", "expected a number or 'n' after '..'"};
const Complaint no_separator{"'list' の後に区切り文字列（\";\" など）が必要です。",
                             "expected the separator in quotes after 'list', such as \";\""};
const Complaint no_registry{"'in' の後に 'registry' と照合先の名前（municipality など）が必要です。",
                            "expected 'registry' and a kind of reference data after 'in'"};
const Complaint no_characters{"'characters' の後に文字の決まりの名前（name、registered …）が必要です。",
                              "expected a profile of characters after 'characters' (name, registered …)"};
const Complaint no_original{"'original' の後に 'in' と、元の値を残す項目の名前が必要です。",
                            "expected 'in' and the item that keeps the original after 'original'"};
const Complaint no_assigned{"'when' の後に 'assigned' が必要です。", "expected 'assigned' after 'when'"};
const Complaint no_exchange{"'for' の後に 'exchange' が必要です。", "expected 'exchange' after 'for'"};
const Complaint no_phase{"'phase' の後は peacetime、in_disaster、always のどれかです。",
                         "expected peacetime, in_disaster or always after 'phase'"};
const Complaint item_end{"項目の後に ';' が必要です。", "expected ';' after the item", Pointing::behind,
                         item_words};

// ---- types

const auto of_kind = [](TypeKind kind) {
    return [kind](auto& context) {
        x3::_val(context).kind = kind;
        x3::_val(context).names.push_back(std::move(x3::_attr(context)));
    };
};
const auto to_pattern = [](auto& context) { x3::_val(context).pattern = std::move(x3::_attr(context).text); };

struct CodeForms : x3::symbols<CodeForm> {
    CodeForms() { add("code", CodeForm::code)("label", CodeForm::label)("both", CodeForm::both); }
};
const auto code_form = x3::lexeme[CodeForms() >> !name_character];

const auto signed_number = x3::rule<struct SignedNumberTag, std::string>{"number"} =
    x3::raw[-x3::lit('-') >> +x3::char_("0-9") >> -('.' >> +x3::char_("0-9"))];

// 0..100, 0.., ..100; no space inside, so that a cardinality may follow
const auto range = x3::rule<struct RangeTag, Type>{"range"} =
    x3::lexeme[(signed_number[put<&Type::minimum>] >> ".." >> -signed_number[put<&Type::maximum>]) |
               (".." >> signed_number[put<&Type::maximum>])];
const auto take_range = [](auto& context) {
    x3::_val(context).minimum = std::move(x3::_attr(context).minimum);
    x3::_val(context).maximum = std::move(x3::_attr(context).maximum);
};
const auto limits = (word("range") >> expect(no_range)[range][take_range]) | matching[put<&Type::matches>];

const auto code_type = word("code") >> expect(no_code_list)[qualified_name][of_kind(TypeKind::code)] >>
                       -(word("as") >> expect(no_code_form)[code_form][put<&Type::form>]);
const auto class_type = word("class") >> expect(no_class)[qualified_name][of_kind(TypeKind::reference)] >>
                        -pattern_name[to_pattern];
const auto class_of_union = expect(no_class)[qualified_name][of_kind(TypeKind::one_of)];
const auto union_type = word("one") >> expect(no_of)[word("of")] >> class_of_union >>
                        *('|' >> class_of_union);
const auto value_type = name[of_kind(TypeKind::value)] >> *limits;

const auto type = x3::rule<struct TypeTag, Type>{"type"} = code_type | class_type | union_type | value_type;

// ---- cardinality

const auto to_count = [](auto& context) {
    const auto digits = x3::_attr(context);
    const Reader& reader = reader_of(context);
    std::uint32_t count = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), count);
    if (error != std::errc{} || count == Cardinality::unlimited) {
        refuse(reader, reader.span(digits.begin(), digits.end()), "この数は大きすぎます。",
               "this number is too large");
    }
    x3::_val(context) = count;
};
const auto count = x3::rule<struct CountTag, std::uint32_t>{"count"} = x3::raw[+x3::char_("0-9")][to_count];
const auto upper_count = x3::rule<struct UpperCountTag, std::uint32_t>{"count"} =
    count | ('n' >> !name_character >> x3::attr(Cardinality::unlimited));

const auto check_order = [](Reader& reader, Span where, const Cardinality& read) {
    if (read.minimum <= read.maximum && read.maximum > 0) return;
    refuse(reader, where, "個数は 0..1 や 1..n のように、少ないほうから書いてください。",
           "write the cardinality with the smaller number first, as in 0..1 or 1..n");
};
const auto bounds = x3::rule<struct CardinalityTag, Cardinality>{"cardinality"} =
    x3::lexeme[count[put<&Cardinality::minimum>] >> expect(no_dots)[".."] >>
               expect(no_maximum)[upper_count][put<&Cardinality::maximum>]];
const auto cardinality = marked(bounds, check_order);

// ---- qualifiers

template <Requirement requirement>
const auto demand = [](auto& context) {
    const auto place = x3::_attr(context);
    const Reader& reader = reader_of(context);
    Item& item = x3::_val(context);
    if (item.requirement != Requirement::optional) {
        refuse(reader, reader.span(place.begin(), place.end()), "必須・推奨などの指定は一つだけ書けます。",
               "an item has only one of required, recommended and forbidden");
    }
    item.requirement = requirement;
};

const auto whether_assigned = word("when") >>
                              expect(no_assigned)[word("assigned")] >> x3::attr(Requirement::when_assigned);
const auto for_exchange = word("for") >>
                          expect(no_exchange)[word("exchange")] >> x3::attr(true)[put<&Item::for_exchange>];
const auto required = x3::raw[word("required")][demand<Requirement::required>] >>
                      -(x3::lit('?') >> x3::attr(true)[put<&Item::may_be_empty>] |
                        whether_assigned[put<&Item::requirement>] | for_exchange);
const auto requirement = required | x3::raw[word("recommended")][demand<Requirement::recommended>] |
                         x3::raw[word("forbidden")][demand<Requirement::forbidden>];

const auto to_registry = [](auto& context) {
    x3::_val(context).registry = std::move(x3::_attr(context).text);
};
const auto registry = word("in") >> expect(no_registry)[word("registry") >> name[to_registry]];

const auto characters = word("characters") >> expect(no_characters)[slug][put<&Item::characters>];

const auto original = word("original") >> expect(no_original)[word("in")] >>
                      expect(no_original)[name[put<&Item::original>]];

const auto flag_confidential = word("confidential") >> x3::attr(true)[put<&Item::confidential>];
const auto flag_inferred = word("inferred") >> x3::attr(true)[put<&Item::inferred>];
const auto separator = word("list") >> expect(no_separator)[text][put<&Item::separator>];
const auto source_number = word("number") >> expect(no_text)[text][put<&Item::number>];

struct Phases : x3::symbols<Phase> {
    Phases() {
        add("peacetime", Phase::peacetime)("in_disaster", Phase::in_disaster)("always", Phase::always);
    }
};
const auto phase_name = x3::lexeme[Phases() >> !name_character];
const auto phase = word("phase") >> expect(no_phase)[phase_name][put<&Item::phase>];
const auto unknowns = word("unknown") >> expect(no_text)[text][add<&Item::unknowns>] >>
                      *text[add<&Item::unknowns>];

const auto qualifier = registry | characters | original | separator | requirement | flag_confidential |
                       flag_inferred | source_number | phase | unknowns | alias_group[append<&Item::aliases>];

// An item begins with a name and then a text or ':'; everything else in a class begins with a keyword and a
// name.
const auto item_name = name >> &(x3::lit('"') | ':');
const auto item = x3::rule<struct ItemTag, Item>{"item"} = item_name[put<&Item::name>] >>
                                                           -label[put<&Item::label>] >>
                                                           expect(no_colon)[':'] >>
                                                           expect(no_type)[type][put<&Item::type>] >>
                                                           -cardinality[put<&Item::cardinality>] >> *qualifier
                                                           >> expect(item_end)[';'];

}  // namespace

bool read_type(const char*& first, const char* last, Reader& reader, Type& tree) {
    return read_with(type, first, last, reader, tree);
}

bool read_item(const char*& first, const char* last, Reader& reader, Item& tree) {
    return read_with(item, first, last, reader, tree);
}

}  // namespace daicho::syntax
