#include <boost/spirit/home/x3.hpp>

#include "grammars/model_language/phrase_parts.hpp"

namespace daicho::syntax {

namespace {

constexpr std::string_view header_words[] = {"en",     "extends", "open",      "closed",
                                             "prefix", "items",   "positional"};
constexpr std::string_view class_words[] = {"pattern", "rule",      "split",     "join",   "unique",
                                            "alias",   "extension", "reference", "locate", "identify"};
constexpr std::string_view model_words[] = {"class", "codes"};
constexpr std::string_view rule_words[] = {"when", "en"};
constexpr std::string_view alias_words[] = {"alias", "legacy", "typo"};

const Complaint no_class_name{"'class' の後にクラス名が必要です。",
                              "expected the name of the class after 'class'"};
const Complaint no_class_block{"クラスの見出しの後に '{' が必要です。",
                               "expected '{' after the header of the class", Pointing::behind, header_words};
const Complaint open_class{"項目、文、または '}' が必要です。", "expected an item, a statement or '}'",
                           Pointing::next, class_words, model_words};
const Complaint open_extension{
    "拡張項目か '}' が必要です。", "expected an extension item or '}'", Pointing::next, {}, class_words};

const Complaint no_pattern_name{"'pattern' の後に大文字で始まるパターン名（MP01 など）が必要です。",
                                "expected a pattern name that begins with a capital (MP01) after 'pattern'"};
const Complaint no_pattern_block{"パターンの見出しの後に '{' が必要です。",
                                 "expected '{' after the header of the pattern", Pointing::behind,
                                 label_words};
const Complaint open_pattern_block{"パターンの項目名か '}' が必要です。",
                                   "expected an item of the pattern or '}'"};

const Complaint no_level{"規則名の後に準拠レベル（LV1、LV2、LV2s、none）が必要です。",
                         "expected a level (LV1, LV2, LV2s or none) after the name of the rule"};
const Complaint no_severity{"準拠レベルの後に重要度（error、warning、info）が必要です。",
                            "expected error, warning or info after the level"};
const Complaint no_message{"規則のメッセージを引用符で囲んで書いてください。",
                           "expected the rule's message in quotes"};
const Complaint no_check{"':' と、成り立つべき条件が必要です。",
                         "expected ':' and the condition that must hold", Pointing::behind, rule_words};
const Complaint no_condition{"ここに条件が必要です。", "expected a condition"};
const Complaint rule_end{"条件の後に演算子か ';' が必要です。",
                         "expected an operator or ';' after the condition", Pointing::behind};

const Complaint no_as{"分割する項目の後に 'as' と値の種類が必要です。",
                      "expected 'as' and a kind of value after the item to split"};
const Complaint no_parts{"'{' と部分の並びが必要です。", "expected '{' and the parts"};
const Complaint open_parts{"部分の名前か '}' が必要です。", "expected a part or '}'"};

const Complaint no_located{"'{' と、住所の項目の並びが必要です。",
                           "expected '{' and the items of the address"};
const Complaint open_located{"住所の項目の名前か '}' が必要です。", "expected an item of the address or '}'"};

const Complaint no_identified{"'{' と、法人の項目の並びが必要です。",
                              "expected '{' and the items of the corporation"};
const Complaint open_identified{"法人の項目の名前か '}' が必要です。",
                                "expected an item of the corporation or '}'"};

const Complaint no_equals{"結合する項目の後に '=' が必要です。", "expected '=' after the item to join"};
const Complaint no_value{"'=' の後に式が必要です。", "expected an expression after '='"};
const Complaint join_end{"式の後に演算子か ';' が必要です。",
                         "expected an operator or ';' after the expression", Pointing::behind};
const Complaint unique_end{"一意な項目の後に項目名か ';' が必要です。",
                           "expected an item or ';' after 'unique'", Pointing::behind};
const Complaint no_reference_target{"'to' と、参照される項目名が必要です。",
                                    "expected 'to' and the item that is referred to"};
const Complaint reference_end{"参照の後に ';' が必要です。", "expected ';' after the reference",
                              Pointing::behind};
const Complaint no_unknown{"'items' の後に 'unknown' が必要です。", "expected 'unknown' after 'items'"};
const Complaint alias_end{"別名の後に ';' が必要です。", "expected ';' after the aliases", Pointing::behind,
                          alias_words};

const auto item = Elsewhere<Item>(read_item);
const auto expression = Elsewhere<Expression>(read_expression);

/// A keyword that begins a statement, and is not the name of an item.
auto begins(const char* keyword) {
    return word(keyword) >> !(x3::lit('"') | ':');
}

// ---- pattern MP07 "国外" { fullAddress postalCode country buildingNameEtc? }

const auto pattern_item = x3::rule<struct PatternItemTag, PatternItem>{"pattern item"} =
    path[put<&PatternItem::path>] >> -(x3::lit('?') >> x3::attr(true)[put<&PatternItem::may_be_empty>]);
const auto pattern = x3::rule<struct PatternTag, Pattern>{"pattern"} =
    begins("pattern") >> expect(no_pattern_name)[pattern_name][put<&Pattern::name>] >>
    -label[put<&Pattern::label>] >> expect(no_pattern_block)['{'] >> *pattern_item[add<&Pattern::items>] >>
    expect(open_pattern_block)['}'];

// ---- rule full-address-parts LV1 warning "…" en "…" when … : …;

struct Levels : x3::symbols<Level> {
    Levels() { add("LV1", Level::lv1)("LV2s", Level::lv2s)("LV2", Level::lv2)("none", Level::none); }
};
struct Severities : x3::symbols<Severity> {
    Severities() { add("error", Severity::error)("warning", Severity::warning)("info", Severity::info); }
};
const auto level = x3::lexeme[Levels() >> !name_character];
const auto severity = x3::lexeme[Severities() >> !name_character];

const auto rule = x3::rule<struct RuleTag, Rule>{"rule"} =
    begins("rule") >> expect(no_name)[slug][put<&Rule::slug>] >>
    expect(no_level)[level][put<&Rule::blocks>] >> expect(no_severity)[severity][put<&Rule::severity>] >>
    expect(no_message)[label][put<&Rule::message>] >>
    -(word("when") >> expect(no_condition)[expression][put<&Rule::when>]) >> expect(no_check)[':'] >>
    expect(no_condition)[expression][put<&Rule::check>] >> expect(rule_end)[';'];

// ---- split fullName as person_name { familyName givenName -> firstName }

const auto same_name = [](auto& context) {
    x3::_val(context).part = x3::_attr(context);
    x3::_val(context).item = std::move(x3::_attr(context));
};
const auto split_part = x3::rule<struct SplitPartTag, SplitPart>{
    "part"} = name[same_name] >> -("->" >> expect(no_name)[path][put<&SplitPart::item>]);
const auto split = x3::rule<struct SplitTag, Split>{"split"} =
    begins("split") >> expect(no_name)[path][put<&Split::whole>] >>
    expect(no_as)[word("as") >> name[put<&Split::kind>]] >> expect(no_parts)['{'] >>
    *split_part[add<&Split::parts>] >> expect(open_parts)['}'];

// ---- locate fullAddress { localGovernmentCode latitude -> latitudeOfRepresentativePoint }

const auto locate = x3::rule<struct LocateTag, Locate>{"locate"} =
    begins("locate") >> expect(no_name)[path][put<&Locate::whole>] >> expect(no_located)['{'] >>
    *split_part[add<&Locate::items>] >> expect(open_located)['}'];

// ---- identify legalEntityNumber { tradeName fullAddress -> registeredAddress.fullAddress }

const auto identify = x3::rule<struct IdentifyTag, Identify>{"identify"} =
    begins("identify") >> expect(no_name)[path][put<&Identify::number>] >> expect(no_identified)['{'] >>
    *split_part[add<&Identify::items>] >> expect(open_identified)['}'];

// ---- join fullName = familyName ++ " " ++ givenName;

const auto join = x3::rule<struct JoinTag, Join>{"join"} = begins("join") >>
                                                           expect(no_name)[path][put<&Join::whole>] >>
                                                           expect(no_equals)['='] >>
                                                           expect(no_value)[expression][put<&Join::value>] >>
                                                           expect(join_end)[';'];

// ---- unique localGovernmentCode id;

const auto unique = x3::rule<struct UniqueTag, Unique>{"unique"} =
    begins("unique") >> expect(no_name)[path][add<&Unique::items>] >> *path[add<&Unique::items>] >>
    expect(unique_end)[';'];

// ---- reference parentId to id;

const auto reference = x3::rule<struct ReferenceTag, Reference>{"reference"} =
    begins("reference") >> expect(no_name)[path][put<&Reference::item>] >>
    expect(no_reference_target)[word("to") >> path[put<&Reference::target>]] >> expect(reference_end)[';'];

// ---- alias address.fullAddress "住所" legacy "所在地";

const auto add_header = [](auto& context) {
    x3::_val(context).aliases.push_back({AliasScope::alias, std::move(x3::_attr(context))});
};
const auto path_alias = x3::rule<struct PathAliasTag, PathAlias>{"alias"} =
    begins("alias") >> expect(no_name)[path][put<&PathAlias::path>] >>
    expect(no_header)[+text[add_header] | alias_group[append<&PathAlias::aliases>]] >>
    *alias_group[append<&PathAlias::aliases>] >> expect(alias_end)[';'];

// ---- extension { … }

const auto add_extension = [](auto& context) {
    x3::_attr(context).standing = Standing::extension;
    x3::_val(context).items.push_back(std::move(x3::_attr(context)));
};
const auto take_items = [](auto& context) {
    for (Item& one : x3::_attr(context).items) x3::_val(context).items.push_back(std::move(one));
};
const auto extension = x3::rule<struct ExtensionTag, Class>{"extension"} = begins("extension") >>
                                                                           expect(no_class_block)['{'] >>
                                                                           *item[add_extension] >>
                                                                           expect(open_extension)['}'];

// ---- class Shelter "避難所" extends Facility closed { … }

const auto begins_class = word("class");
const auto quality =
    word("open") | (word("closed") >> x3::attr(true)[put<&Class::closed>]) |
    (word("extends") >> expect(no_name)[qualified_name][put<&Class::extends>]) |
    (word("prefix") >> expect(no_name)[name][put<&Class::prefix>]) |
    (word("positional") >> x3::attr(true)[put<&Class::positional>]) |
    (word("items") >> expect(no_unknown)[word("unknown")] >> x3::attr(true)[put<&Class::unknown_items>]);
const auto statement = item[add<&Class::items>] | pattern[add<&Class::patterns>] | rule[add<&Class::rules>] |
                       split[add<&Class::splits>] | join[add<&Class::joins>] | unique[add<&Class::uniques>] |
                       reference[add<&Class::references>] | locate[add<&Class::locates>] |
                       identify[add<&Class::identifies>] | path_alias[add<&Class::path_aliases>] |
                       extension[take_items];
const auto class_rule = x3::rule<struct ClassTag, Class>{"class"} =
    begins_class >> expect(no_class_name)[name][put<&Class::name>] >> -label[put<&Class::label>] >> *quality
    >> expect(no_class_block)['{'] >> *statement >> expect(open_class)['}'];

}  // namespace

bool read_class(const char*& first, const char* last, Reader& reader, Class& tree) {
    return read_with(marked(class_rule, with_place), first, last, reader, tree);
}

}  // namespace daicho::syntax
