#include <boost/spirit/home/x3.hpp>

#include "grammars/model_language/phrase_parts.hpp"

namespace daicho::syntax {

namespace {

constexpr std::string_view header_words[] = {"version", "en", "status"};
constexpr std::string_view model_words[] = {"source", "namespace", "use", "class", "codes"};
constexpr std::string_view namespace_words[] = {"placeholder"};
constexpr std::string_view list_words[] = {"open", "closed", "values", "from", "en"};
constexpr std::string_view code_words[] = {"en", "alias", "legacy", "typo"};

const Complaint no_model{"モデルファイルは 'model' で始まります。", "a model file begins with 'model'"};
const Complaint no_model_name{"'model' の後にモデル名（gif.core など）が必要です。",
                              "expected the model's name after 'model', such as gif.core"};
const Complaint no_status{"'status' の後は current、legacy、draft のどれかです。",
                          "expected current, legacy or draft after 'status'"};
const Complaint no_model_block{"モデルの見出しの後に '{' が必要です。",
                               "expected '{' after the header of the model", Pointing::behind, header_words};
const Complaint open_model{"クラス、コード一覧、または '}' が必要です。",
                           "expected a class, a code list or '}'", Pointing::next, model_words};
const Complaint file_end{"モデルの '}' の後には何も書けません。", "nothing may follow the '}' of the model"};
const Complaint namespace_end{"名前空間の後に ';' が必要です。", "expected ';' after the namespace",
                              Pointing::behind, namespace_words};
const Complaint use_end{"'use' の後に ';' が必要です。", "expected ';' after 'use'", Pointing::behind};

const Complaint no_list_name{"'codes' の後にコード一覧の名前が必要です。",
                             "expected the name of the code list after 'codes'"};
const Complaint no_list_block{"コード一覧の見出しの後に '{' か ';' が必要です。",
                              "expected '{' or ';' after the header of the code list", Pointing::behind,
                              list_words};
const Complaint open_list{"コードか '}' が必要です。", "expected a code or '}'"};
const Complaint no_unknown{"'values' の後に 'unknown' が必要です。", "expected 'unknown' after 'values'"};
const Complaint no_code_label{"コードの後に名称を引用符で囲んで書いてください。",
                              "expected the label in quotes after the code"};
const Complaint code_end{"コードの後に ';' が必要です。", "expected ';' after the code", Pointing::behind,
                         code_words};

// ---- codes SexCodeList "性別コード一覧" closed { 1 "男性" en "male" alias "男"; }

const auto bare_code = x3::rule<struct BareCodeTag, std::string>{"code"} =
    x3::raw[x3::lexeme[+(name_character | x3::char_(".+-"))]];
const auto code = x3::rule<struct CodeTag, Code>{"code"} = (text[put<&Code::code>] |
                                                            bare_code[put<&Code::code>]) >>
                                                           expect(no_code_label)[label][put<&Code::label>] >>
                                                           *alias_group[append<&Code::aliases>] >>
                                                           expect(code_end)[';'];

const auto list_qualifier = (word("open") >> x3::attr(false)[put<&CodeList::closed>]) |
                            (word("closed") >> x3::attr(true)[put<&CodeList::closed>]) |
                            (word("values") >> expect(no_unknown)[word("unknown")] >>
                             x3::attr(true)[put<&CodeList::unknown_values>]) |
                            (word("from") >> expect(no_text)[text][put<&CodeList::file>]);
const auto list_block = (x3::lit('{') >> *code[add<&CodeList::codes>] >> expect(open_list)['}']) | ';';
const auto code_list = x3::rule<struct CodeListTag, CodeList>{"code list"} =
    word("codes") >> expect(no_list_name)[name][put<&CodeList::name>] >> -label[put<&CodeList::label>] >>
    *list_qualifier >> expect(no_list_block)[list_block];

// ---- the head of a model

const auto name_space = x3::rule<struct NamespaceTag, Namespace>{"namespace"} =
    word("namespace") >> expect(no_name)[name][put<&Namespace::prefix>] >>
    expect(no_text)[text][put<&Namespace::uri>] >>
    -(word("placeholder") >> x3::attr(true)[put<&Namespace::placeholder>]) >> expect(namespace_end)[';'];

const auto use = word("use") >> expect(no_name)[path][add<&Model::uses>] >> expect(use_end)[';'];

const auto to_status = [](auto& context) {
    const auto range = x3::_attr(context);
    x3::_val(context).status.assign(range.begin(), range.end());
};
const auto status = x3::raw[word("current") | word("legacy") | word("draft")];
const auto header = expect(no_model)[word("model")] >> expect(no_model_name)[path][put<&Model::name>] >>
                    -(word("version") >> expect(no_text)[text][put<&Model::version>]) >>
                    -label[put<&Model::label>] >> -(word("status") >> expect(no_status)[status][to_status]);

const auto statement =
    Elsewhere<Source>(read_source)[add<&Model::sources>] | name_space[add<&Model::namespaces>] | use |
    Elsewhere<Class>(read_class)[add<&Model::classes>] | code_list[add<&Model::code_lists>];
const auto model = x3::rule<struct ModelTag, Model>{"model"} = header >> expect(no_model_block)['{'] >>
                                                               *statement >> expect(open_model)['}'];

}  // namespace

bool read_model(const char*& first, const char* last, Reader& reader, Model& tree) {
    return read_with(model >> expect(file_end)[x3::eoi], first, last, reader, tree);
}

}  // namespace daicho::syntax
