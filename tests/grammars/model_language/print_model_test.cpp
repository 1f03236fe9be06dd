#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/model_language/parse_model.hpp"
#include "tests/grammars/model_language/same_tree.hpp"

using namespace daicho::syntax;
using daicho::parse_model;
using daicho::parse_transform;
using daicho::print_model;
using daicho::print_transform;

namespace {

/// Trees of all shapes that a model file can have.
class Generator {
 public:
    explicit Generator(unsigned seed) : random_(seed) {}

    Model model() {
        Model model;
        model.name = name();
        model.version = maybe_text();
        model.label = label();
        model.status = pick({"", "current", "legacy", "draft"});
        model.sources = list<Source>([&] { return Source{text(), maybe_text(), maybe_text()}; });
        model.namespaces = list<Namespace>([&] { return Namespace{name(), text(), chance()}; });
        model.uses = list<Name>([&] { return name(); });
        model.classes = list<Class>([&] { return class_value(); });
        model.code_lists = list<CodeList>([&] { return code_list(); });
        return model;
    }

 private:
    unsigned below(unsigned count) { return static_cast<unsigned>(random_() % count); }
    bool chance() { return below(2) == 0; }
    std::string pick(const std::vector<std::string>& words) {
        return words[below(static_cast<unsigned>(words.size()))];
    }
    template <class T, class F>
    std::vector<T> list(F one, unsigned least = 0) {
        std::vector<T> out;
        for (unsigned count = least + below(4); count > 0; --count) out.push_back(one());
        return out;
    }

    Name name() {
        return {pick({"a", "fullAddress", "住所", "氏名（漢字）", "code", "class", "pattern", "en", "n",
                      "required", "x_1", "alias", "extension", "when"}),
                {}};
    }
    Name operand_name() { return {pick({"a", "fullAddress", "住所.町字", "inside", "order", "x.y"}), {}}; }
    Name qualified() { return {pick({"Address", "gif.core/Person", "個人", "A1"}), {}}; }
    std::string text() {
        return pick(
            {"x", "住所", "a \"quoted\" text", "back\\slash", "two\nlines", "# no comment", "/", "", ";"});
    }
    std::string maybe_text() { return chance() ? text() : ""; }
    std::string filled_text() { return "x" + text(); }
    Text label() { return chance() ? Text{filled_text(), maybe_text()} : Text{}; }
    std::string regex() { return pick({"^a/b$", "[\"#]", "\\d+\\\\", "\\\\/x", "x"}); }
    std::vector<Alias> aliases(unsigned least = 0) {
        return list<Alias>([&] { return Alias{static_cast<AliasScope>(below(3)), text()}; }, least);
    }

    Type type() {
        Type type;
        type.kind = static_cast<TypeKind>(below(4));
        type.names.push_back(type.kind == TypeKind::value ? Name{pick({"text", "date"}), {}} : qualified());
        if (type.kind == TypeKind::one_of) type.names.push_back(qualified());
        if (type.kind == TypeKind::code) type.form = static_cast<CodeForm>(below(3));
        if (type.kind == TypeKind::reference && chance()) type.pattern = "MP04";
        if (type.kind == TypeKind::value) {
            if (chance()) type.minimum = pick({"0", "-1.5"});
            if (chance()) type.maximum = pick({"100", "9.50"});
            if (chance()) type.matches = regex();
        }
        return type;
    }

    Item item() {
        Item item;
        item.name = name();
        item.label = label();
        item.type = type();
        item.cardinality = {below(2), chance() ? Cardinality::unlimited : 1 + below(3)};
        item.requirement = static_cast<Requirement>(below(5));
        item.may_be_empty = item.requirement == Requirement::required && chance();
        item.for_exchange = item.requirement == Requirement::required && !item.may_be_empty && chance();
        item.phase = static_cast<Phase>(below(3));
        item.unknowns = list<std::string>([&] { return text(); });
        item.confidential = chance();
        item.inferred = chance();
        item.separator = maybe_text();
        item.number = maybe_text();
        if (chance()) item.registry = "town";
        if (chance()) item.characters.text = "corporate-name";
        if (chance()) item.original.text = "familyRegisterName";
        item.aliases = aliases();
        item.standing = static_cast<Standing>(below(2));
        return item;
    }

    Expression expression(unsigned depth) {
        Expression out;
        const auto inner = [&] { return std::make_unique<Expression>(expression(depth - 1)); };
        switch (depth == 0 ? below(3) : below(12)) {
            case 0:
                out.node = StringLiteral{text()};
                break;
            case 1:
                out.node = NumberLiteral{pick({"0", "12.50"})};
                break;
            case 2:
                out.node = ItemPath{operand_name().text};
                break;
            case 3:
                out.node = Call{"fold", list<Expression>([&] { return expression(depth - 1); })};
                break;
            case 4:
                out.node = Unary{chance() ? Operator::logical_not : Operator::subtract, inner()};
                break;
            case 5:
                out.node = Membership{inner(), list<std::string>([&] { return text(); }), ""};
                break;
            case 6:
                out.node = Membership{inner(), {}, qualified().text};
                break;
            case 7:
                out.node = Binary{Operator::matches, inner(), literal(regex())};
                break;
            case 8:
                out.node = PatternLiteral{regex()};
                break;
            case 9:
                out.node = Parameter{name().text};
                break;
            case 10:
                out.node = Column{pick({"開催日", "a]b", "c\\d", " e "})};
                break;
            default:
                out.node = Binary{binary(), inner(), inner()};
                break;
        }
        return out;
    }
    static ExpressionPointer literal(std::string text) {
        return std::make_unique<Expression>(Expression{PatternLiteral{std::move(text)}, {}});
    }
    Operator binary() {
        constexpr Operator all[] = {
            Operator::logical_and, Operator::logical_or, Operator::equal,    Operator::not_equal,
            Operator::less,        Operator::less_equal, Operator::greater,  Operator::greater_equal,
            Operator::starts,      Operator::ends,       Operator::contains, Operator::concatenate,
            Operator::add,         Operator::subtract,   Operator::multiply, Operator::divide};
        return all[below(std::size(all))];
    }

    Class class_value() {
        Class out;
        out.name = name();
        out.label = label();
        if (chance()) out.extends = qualified();
        out.closed = chance();
        if (chance()) out.prefix = name();
        out.positional = chance();
        out.unknown_items = chance();
        out.items = list<Item>([&] { return item(); });
        out.path_aliases = list<PathAlias>([&] { return PathAlias{operand_name(), aliases(1)}; });
        out.patterns = list<Pattern>([&] {
            return Pattern{{"MP01", {}}, label(), list<PatternItem>([&] {
                               return PatternItem{operand_name(), chance()};
                           })};
        });
        out.rules = list<Rule>([&] { return rule(); });
        out.splits = list<Split>([&] {
            return Split{operand_name(), name(), list<SplitPart>([&] {
                             return SplitPart{name(), operand_name()};
                         })};
        });
        out.locates = list<Locate>([&] {
            return Locate{operand_name(), list<SplitPart>([&] { return SplitPart{name(), operand_name()}; })};
        });
        out.identifies = list<Identify>([&] {
            return Identify{operand_name(), list<SplitPart>([&] {
                                return SplitPart{name(), operand_name()};
                            })};
        });
        out.joins = list<Join>([&] { return Join{operand_name(), expression(4)}; });
        out.uniques = list<Unique>([&] { return Unique{list<Name>([&] { return operand_name(); }, 1)}; });
        out.references = list<Reference>([&] { return Reference{operand_name(), operand_name()}; });
        return out;
    }

 public:
    Transform transform() {
        Transform out;
        out.name = operand_name();
        out.version = maybe_text();
        out.label = label();
        out.target_is_path = chance();
        out.target = out.target_is_path ? Name{"local.gifm#Result", {}} : qualified();
        out.sources = list<Source>([&] { return Source{text(), maybe_text(), maybe_text()}; });
        out.parameters = list<ParameterDeclaration>([&] {
            ParameterDeclaration one{name(), {}, label(), {}};
            one.type.names = {Name{"integer", {}}};
            if (chance()) one.type.minimum = "1";
            if (chance()) one.fallback = text();
            return one;
        });
        out.tables = list<LookupTable>([&] { return LookupTable{name(), label(), maybe_text()}; });
        out.unpivots = list<Unpivot>([&] {
            return Unpivot{list<std::string>([&] { return text(); }, 1), name(), name(), {}};
        });
        out.pivots = list<Pivot>([&] {
            const auto header = [&] { return Name{text(), {}}; };
            return Pivot{list<Name>(header, 1), header(), header(), list<Name>(header, 1), {}};
        });
        out.drops = list<Drop>([&] { return Drop{text(), maybe_text(), {}}; });
        out.assignments = list<Assignment>([&] {
            Assignment one;
            one.own = chance();
            one.target = one.own ? Name{text(), {}} : operand_name();
            one.value = expression(3);
            if (chance()) one.when = expression(2);
            return one;
        });
        return out;
    }

 private:
    Rule rule() {
        Rule rule;
        rule.slug = {pick({"a", "full-address-parts", "規則-1"}), {}};
        rule.blocks = static_cast<daicho::Level>(below(4));
        rule.severity = static_cast<daicho::Severity>(below(3));
        rule.message = {text(), maybe_text()};
        if (chance()) rule.when = expression(3);
        rule.check = expression(3);
        return rule;
    }

    CodeList code_list() {
        CodeList out;
        out.name = name();
        out.label = label();
        out.closed = chance();
        out.unknown_values = chance();
        out.file = maybe_text();
        out.codes = list<Code>([&] {
            return Code{pick({"0", "A-1", "01.2", "日 本", "x\"y"}), {text(), maybe_text()}, aliases()};
        });
        return out;
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("what is printed is read as the tree it was printed from") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const Model model = Generator(seed).model();
        const std::string print = print_model(model);
        INFO(seed);
        const Model read = parse_model(print, "print");
        REQUIRE(read == model);
        REQUIRE(print_model(read) == print);
    }
}

TEST_CASE("what is printed of a transformation is read as the tree it was printed from") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const Transform tree = Generator(seed).transform();
        const std::string print = print_transform(tree);
        INFO(seed << "\n" << print);
        const Transform read = parse_transform(print, "print");
        REQUIRE(read == tree);
        REQUIRE(print_transform(read) == print);
    }
}

TEST_CASE("trees that differ anywhere are not the same tree") {
    const auto tree = [](std::string_view content) {
        return parse_model("model t { class A { " + std::string(content) + " } }", "t.gifm");
    };
    CHECK(tree("a : text; ") == tree("a   :text 0..1;# same\n"));
    CHECK_FALSE(tree("a : text;") == tree("a : text required;"));
    CHECK_FALSE(tree("join a = b ++ c;") == tree("join a = b ++ d;"));
    CHECK_FALSE(tree("join a = (b + c) + d;") == tree("join a = b + (c + d);"));
    CHECK_FALSE(tree("join a = f(b, c);") == tree("join a = f(b);"));
}

TEST_CASE("the canonical layout has one statement a line and groups of one kind together") {
    const std::string written =
        "model gif.core version \"2\" \"コア\" status draft { codes X \"一覧\" { 1 \"男性\" en \"male\" "
        "alias \"男\"; } "
        "class A \"あ\" extends B closed { rule r LV1 error \"x\" when a : not b; a : text; "
        "extension { b \"び\" : code X as label alias \"ビ\" legacy \"ヴィ\"; } "
        "pattern MP01 { a b? } split a as date { year } locate a { latitude -> b } identify n { } alias c.d "
        "\"e\"; join a = "
        "b; unique a b; } "
        "use x; source \"s\" license \"CC0-1.0\"; }";
    CHECK(print_model(parse_model(written, "t.gifm")) ==
          "model gif.core version \"2\" \"コア\" status draft {\n"
          "    source \"s\" license \"CC0-1.0\";\n"
          "    use x;\n"
          "\n"
          "    class A \"あ\" extends B closed {\n"
          "        a : text 0..1;\n"
          "        extension {\n"
          "            b \"び\" : code X as label 0..1 alias \"ビ\" legacy \"ヴィ\";\n"
          "        }\n"
          "        alias c.d \"e\";\n"
          "        pattern MP01 { a b? }\n"
          "        split a as date { year }\n"
          "        locate a { latitude -> b }\n"
          "        identify n { }\n"
          "        join a = b;\n"
          "        unique a b;\n"
          "        rule r LV1 error \"x\" when a : not b;\n"
          "    }\n"
          "\n"
          "    codes X \"一覧\" closed {\n"
          "        1 \"男性\" en \"male\" alias \"男\";\n"
          "    }\n"
          "}\n");
}
