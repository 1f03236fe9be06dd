#include <boost/spirit/home/x3.hpp>

#include "grammars/model_language/phrase_parts.hpp"

namespace daicho::syntax {

namespace {

constexpr std::string_view header_words[] = {"version", "en", "from", "to"};
constexpr std::string_view statement_words[] = {"source", "param", "table", "unpivot", "pivot", "drop"};
constexpr std::string_view parameter_words[] = {"default", "en"};
constexpr std::string_view table_words[] = {"from", "en"};
constexpr std::string_view pivot_words[] = {"by"};

const Complaint no_transform{"変換ファイルは 'transform' で始まります。",
                             "a transformation begins with 'transform'"};
const Complaint no_transform_name{"'transform' の後に名前が必要です。",
                                  "expected the name of the transformation after 'transform'"};
const Complaint no_to{"'to' と、目標のクラス名か引用符で囲んだ .gifm のパスが必要です。",
                      "expected 'to' and a class or the path of a .gifm file in quotes", Pointing::behind,
                      header_words};
const Complaint no_target{"クラス名か、引用符で囲んだ .gifm のパスが必要です。",
                          "expected a class or the path of a .gifm file in quotes"};
const Complaint no_origin{"'from' の後にクラス名が必要です。", "expected a class after 'from'"};
const Complaint no_block{"変換の見出しの後に '{' が必要です。",
                         "expected '{' after the header of the transformation", Pointing::behind};
const Complaint open_block{"項目への代入、文、または '}' が必要です。",
                           "expected an assignment, a statement or '}'", Pointing::next, statement_words};
const Complaint file_end{"変換の '}' の後には何も書けません。",
                         "nothing may follow the '}' of the transformation"};

const Complaint no_parameter_type{"':' の後に値の種類（integer、date など）が必要です。",
                                  "expected a kind of value after ':' (integer, date …)"};
const Complaint no_colon{"パラメーター名の後に ':' と値の種類が必要です。",
                         "expected ':' and a kind of value after the parameter", Pointing::behind};
const Complaint parameter_end{"パラメーターの後に ';' が必要です。", "expected ';' after the parameter",
                              Pointing::behind, parameter_words};
const Complaint table_end{"対応表の後に ';' が必要です。", "expected ';' after the table", Pointing::behind,
                          table_words};
const Complaint no_arrow{"'->' と、見出しの入る項目、値の入る項目の名前が必要です。",
                         "expected '->', the item for the header and the item for the value"};
const Complaint unpivot_end{"'unpivot' の後に ';' が必要です。", "expected ';' after 'unpivot'",
                            Pointing::behind};
const Complaint no_pivot_columns{
    "'<-' と、名前の列、値の列の見出しが引用符の中に必要です。",
    "expected '<-', the header of the column with the names and that of the values", Pointing::behind};
const Complaint no_value_column{"値の列の見出しを引用符で囲んで書いてください。",
                                "expected the header of the column with the values in quotes"};
const Complaint no_by{"'by' と、同じ値のレコードを一つにまとめる列の見出しが必要です。",
                      "expected 'by' and the columns whose values make records one", Pointing::behind,
                      pivot_words};
const Complaint no_group_column{"まとめる列の見出しを引用符で囲んで書いてください。",
                                "expected the header of a column in quotes after 'by'"};
const Complaint pivot_end{"まとめる列の後に、次の見出しか ';' が必要です。",
                          "expected another header or ';' after the columns of 'by'", Pointing::behind};
const Complaint drop_end{"'drop' の後に ';' が必要です。", "expected ';' after 'drop'", Pointing::behind};
const Complaint no_assignment{"項目名の後に '<-' が必要です。", "expected '<-' after the item",
                              Pointing::behind};
const Complaint no_value{"'<-' の後に式が必要です。", "expected an expression after '<-'"};
const Complaint no_condition{"ここに条件が必要です。", "expected a condition"};
const Complaint assignment_end{"式の後に演算子か 'when' か ';' が必要です。",
                               "expected an operator, 'when' or ';' after the expression", Pointing::behind};

const auto expression = Elsewhere<Expression>(read_expression);
const auto source = Elsewhere<Source>(read_source);
const auto type = Elsewhere<Type>(read_type);

/// A keyword that begins a statement, and is not the name of an item.
auto begins(const char* keyword) {
    return word(keyword) >> !x3::lit("<-");
}

// ---- param year : integer range 1900..2100 "開催年" default "2022";

const auto parameter = x3::rule<struct ParameterTag, ParameterDeclaration>{"parameter"} =
    begins("param") >> expect(no_name)[name][put<&ParameterDeclaration::name>] >> expect(no_colon)[':'] >>
    expect(no_parameter_type)[type][put<&ParameterDeclaration::type>] >>
    -label[put<&ParameterDeclaration::label>] >>
    -(word("default") >> expect(no_text)[text][put<&ParameterDeclaration::fallback>]) >>
    expect(parameter_end)[';'];

// ---- table codes "コード対応表" from "codes.tsv";

const auto table = x3::rule<struct TableTag, LookupTable>{"table"} =
    begins("table") >> expect(no_name)[name][put<&LookupTable::name>] >> -label[put<&LookupTable::label>] >>
    -(word("from") >> expect(no_text)[text][put<&LookupTable::file>]) >> expect(table_end)[';'];

// ---- unpivot "男" "女" -> sex count;

const auto unpivot_rule = x3::rule<struct UnpivotTag, Unpivot>{"unpivot"} =
    begins("unpivot") >> expect(no_text)[text][add<&Unpivot::columns>] >> *text[add<&Unpivot::columns>] >>
    expect(no_arrow)["->"] >> expect(no_name)[name][put<&Unpivot::key>] >>
    expect(no_name)[name][put<&Unpivot::value>] >> expect(unpivot_end)[';'];
const auto unpivot = marked(unpivot_rule, with_place);

// ---- pivot "昼間" "夜間" <- "種別" "電話番号" by "施設ID";

const auto header = marked(x3::rule<struct HeaderTag, Name>{"header"} = text[put<&Name::text>], with_place);
const auto pivot_rule = x3::rule<struct PivotTag, Pivot>{"pivot"} =
    begins("pivot") >> expect(no_text)[header][add<&Pivot::names>] >> *header[add<&Pivot::names>] >>
    expect(no_pivot_columns)["<-"] >> expect(no_pivot_columns)[header][put<&Pivot::key>] >>
    expect(no_value_column)[header][put<&Pivot::value>] >> expect(no_by)[word("by")] >>
    expect(no_group_column)[header][add<&Pivot::groups>] >> *header[add<&Pivot::groups>] >>
    expect(pivot_end)[';'];
const auto pivot = marked(pivot_rule, with_place);

// ---- drop "整理番号" "内部の番号";

const auto drop_rule = x3::rule<struct DropTag, Drop>{"drop"} = begins("drop") >>
                                                                expect(no_text)[text][put<&Drop::column>] >>
                                                                -text[put<&Drop::reason>] >>
                                                                expect(drop_end)[';'];
const auto drop = marked(drop_rule, with_place);

// ---- dateOfStart <- $year ++ "年" ++ [開催日] when [開催日];

const auto to_own = [](auto& context) {
    x3::_val(context).own = true;
    x3::_val(context).target.text = std::move(x3::_attr(context));
};
const auto assignment = x3::rule<struct AssignmentTag, Assignment>{"assignment"} =
    (text[to_own] | path[put<&Assignment::target>]) >> expect(no_assignment)["<-"] >>
    expect(no_value)[expression][put<&Assignment::value>] >>
    -(word("when") >> expect(no_condition)[expression][put<&Assignment::when>]) >>
    expect(assignment_end)[';'];

// ---- the whole

const auto to_path = [](auto& context) {
    x3::_val(context).target_is_path = true;
    x3::_val(context).target.text = std::move(x3::_attr(context));
};
const auto target = text[to_path] | qualified_name[put<&Transform::target>];
const auto statement = source[add<&Transform::sources>] | parameter[add<&Transform::parameters>] |
                       table[add<&Transform::tables>] | unpivot[add<&Transform::unpivots>] |
                       pivot[add<&Transform::pivots>] | drop[add<&Transform::drops>] |
                       assignment[add<&Transform::assignments>];
const auto transform = x3::rule<struct TransformTag, Transform>{"transform"} =
    expect(no_transform)[word("transform")] >> expect(no_transform_name)[path][put<&Transform::name>] >>
    -(word("version") >> expect(no_text)[text][put<&Transform::version>]) >> -label[put<&Transform::label>] >>
    -(word("from") >> expect(no_origin)[qualified_name][put<&Transform::origin>]) >>
    expect(no_to)[word("to")] >> expect(no_target)[target] >> expect(no_block)['{'] >> *statement >>
    expect(open_block)['}'] >> expect(file_end)[x3::eoi];

}  // namespace

bool read_transform(const char*& first, const char* last, Reader& reader, Transform& tree) {
    return read_with(transform, first, last, reader, tree);
}

}  // namespace daicho::syntax
