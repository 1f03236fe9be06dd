#include <boost/spirit/home/x3.hpp>

#include "grammars/model_language/bind_operators.hpp"
#include "grammars/model_language/phrase_parts.hpp"

namespace daicho::syntax {

namespace {

// Deeper or longer expressions would exhaust the stack of whoever walks the tree.
constexpr int max_depth = 64;
constexpr int max_operators = 1000;

const Complaint no_operand{"ここに値（項目、文字列、数値、'('）が必要です。",
                           "expected a value: an item, a text, a number or '('"};
const Complaint open_parenthesis{"')' が必要です。", "expected ')'", Pointing::behind};
const Complaint open_call{"引数の後に ',' か ')' が必要です。", "expected ',' or ')' after the argument",
                          Pointing::behind};
const Complaint no_set{"'in' の後にはコードの並び {\"1\" \"2\"} かコード一覧の名前が必要です。",
                       "expected codes in braces or the name of a code list after 'in'"};
const Complaint open_column{"列の見出しが ']' で閉じられていません。", "the header is not closed with ']'",
                            Pointing::exact};
const Complaint open_set{"'}' が必要です。", "expected a text in quotes or '}'"};

/// Counts parentheses, so that a text of nothing but '(' ends in words and not in a crash.
template <class Subject>
struct Nested : x3::unary_parser<Subject, Nested<Subject>> {
    using base = x3::unary_parser<Subject, Nested<Subject>>;
    using base::base;
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;

    template <class Iterator, class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext& rule,
               Attribute& attribute) const {
        Reader& reader = reader_of(context);
        if (reader.depth == max_depth) {
            refuse(reader, reader.span(first, first), "括弧の入れ子が深すぎます（64 段まで）。",
                   "parentheses are nested too deeply (at most 64)");
        }
        ++reader.depth;
        const bool read = this->subject.parse(first, last, context, rule, attribute);
        --reader.depth;
        return read;
    }
};

template <class Parser>
auto nested(const Parser& parser) {
    return Nested<Parser>(parser);
}

void count_operator(Reader& reader, Span where) {
    if (++reader.operators <= max_operators) return;
    refuse(reader, where, "式が長すぎます（演算子は 1000 個まで）。",
           "the expression is too long (at most 1000 operators)");
}

// ---- actions

const auto to_string = [](auto& context) {
    x3::_val(context).node = StringLiteral{std::move(x3::_attr(context))};
};
const auto to_number = [](auto& context) {
    x3::_val(context).node = NumberLiteral{std::move(x3::_attr(context))};
};
const auto to_regex = [](auto& context) {
    x3::_val(context).node = PatternLiteral{std::move(x3::_attr(context))};
};
const auto to_parameter = [](auto& context) {
    x3::_val(context).node = Parameter{std::move(x3::_attr(context).text)};
};
const auto to_column = [](auto& context) { x3::_val(context).node = Column{std::move(x3::_attr(context))}; };
const auto to_path = [](auto& context) {
    x3::_val(context).node = ItemPath{std::move(x3::_attr(context).text)};
};
const auto to_node = [](auto& context) { x3::_val(context).node = std::move(x3::_attr(context)); };
const auto to_expression = [](auto& context) { x3::_val(context) = std::move(x3::_attr(context)); };
const auto to_function = [](auto& context) {
    count_operator(reader_of(context), x3::_attr(context).where);
    x3::_val(context).function = std::move(x3::_attr(context).text);
};
const auto to_code_list = [](auto& context) {
    x3::_val(context).code_list = std::move(x3::_attr(context).text);
};

template <Link::Kind kind>
const auto to_operator = [](auto& context) {
    x3::_val(context).kind = kind;
    x3::_val(context).op = x3::_attr(context);
};
const auto to_operand = [](auto& context) { x3::_val(context).operand = std::move(x3::_attr(context)); };
const auto to_postfix = [](auto& context) {
    x3::_val(context).kind = Link::Kind::postfix;
    x3::_val(context).operand.node = std::move(x3::_attr(context));
};
const auto to_pattern = [](auto& context) {
    x3::_val(context).kind = Link::Kind::postfix;
    x3::_val(context).operand.node = PatternLiteral{std::move(x3::_attr(context))};
};
const auto add_link = [](auto& context) {
    Link& link = x3::_attr(context);
    if (link.kind != Link::Kind::operand) count_operator(reader_of(context), link.where);
    x3::_val(context).push_back(std::move(link));
};
const auto bind_chain = [](auto& context) {
    x3::_val(context) = bind_operators(reader_of(context), std::move(x3::_attr(context)));
};

// ---- tokens

struct BinaryOperators : x3::symbols<Operator> {
    explicit BinaryOperators(bool words) {
        for (const BinarySign& sign : binary_signs()) {
            const bool is_word = sign.sign[0] >= 'a' && sign.sign[0] <= 'z';
            if (is_word == words) add(std::string(sign.sign), sign.op);
        }
    }
};
const BinaryOperators sign_operators(false);
const BinaryOperators word_operators(true);
const auto binary_operator = x3::rule<struct BinaryOperatorTag, Operator>{"operator"} =
    x3::lexeme[word_operators >> !name_character] | sign_operators;
const auto prefix_operator = x3::rule<struct PrefixOperatorTag, Operator>{"sign"} =
    (word("not") >> x3::attr(Operator::logical_not)) | ('-' >> x3::attr(Operator::subtract));

const auto refuse_call = [](auto& context) {
    const auto range = x3::_attr(context);
    const std::string sign(range.begin(), range.end());
    refuse(reader_of(context), reader_of(context).span(range.begin(), range.end()),
           "'" + sign + "' は二つの値の間に書きます: a " + sign + " b",
           "'" + sign + "' stands between two values: a " + sign + " b");
};
const auto reserved = x3::lexeme[(word_operators | x3::lit("not") | "in" | "matches") >> !name_character];

// 12, 0.5; the digits as written
const auto number = x3::rule<struct NumberTag, std::string>{"number"} =
    x3::raw[x3::lexeme[+x3::char_("0-9") >> -('.' >> +x3::char_("0-9"))]];

// ---- rules

// starts(a, b) is a likely slip.
const auto operator_as_function = x3::raw[x3::lexeme[x3::lit("starts") | "ends" | "contains" | "matches"]] >>
                                  &x3::lit('(');

const x3::rule<struct ExpressionTag, Expression> expression = "expression";

const auto argument = nested(expression);

const auto function_name = name >> &x3::lit('(');
const auto call = x3::rule<struct CallTag, Call>{"call"} =
    function_name[to_function] >> '(' >>
    (')' | (argument[add<&Call::arguments>] >>
            *(',' >> expect(no_operand)[argument][add<&Call::arguments>]) >> expect(open_call)[')']));

// [開催日]: a header; \] and \\ for a bracket and a backslash in it
const auto header_character = ('\\' >> x3::char_("]\\")) | (x3::char_ - ']' - '\\' - '\n');
const auto column = x3::rule<struct ColumnTag, std::string>{"column"} =
    x3::lexeme['[' >> +header_character >> expect(open_column)[']']];

const auto operand = x3::rule<struct OperandTag, Expression>{"operand"} =
    text[to_string] | number[to_number] | regex[to_regex] | column[to_column] |
    ('$' >> expect(no_name)[name][to_parameter]) |
    ('(' >> expect(no_operand)[argument][to_expression] >> expect(open_parenthesis)[')']) |
    operator_as_function[refuse_call] | (!reserved >> (call[to_node] | path[to_path]));

const auto code_set = x3::rule<struct CodeSetTag, Membership>{"codes"} =
    word("in") >> (('{' >> *text[add<&Membership::literals>] >> expect(open_set)['}']) |
                   expect(no_set)[qualified_name][to_code_list]);

const auto prefix =
    marked(x3::rule<struct PrefixTag, Link>{"prefix"} = prefix_operator[to_operator<Link::Kind::prefix>],
           with_place);
const auto binary =
    marked(x3::rule<struct BinaryTag, Link>{"binary"} = binary_operator[to_operator<Link::Kind::binary>],
           with_place);
const auto postfix = marked(
    x3::rule<struct PostfixTag, Link>{"postfix"} = code_set[to_postfix] | matching[to_pattern], with_place);
const auto bare =
    marked(x3::rule<struct BareTag, Link>{"operand"} = marked(operand, with_place)[to_operand], with_place);

const auto chain = x3::rule<struct ChainTag, std::vector<Link>>{"chain"} =
    *prefix[add_link] >> bare[add_link] >>
    *(postfix[add_link] | (binary[add_link] >> *prefix[add_link] >> expect(no_operand)[bare][add_link]));

const auto expression_def = chain[bind_chain];

BOOST_SPIRIT_DEFINE(expression)

}  // namespace

bool read_expression(const char*& first, const char* last, Reader& reader, Expression& tree) {
    reader.depth = 0;
    reader.operators = 0;
    return read_with(expression, first, last, reader, tree);
}

}  // namespace daicho::syntax
