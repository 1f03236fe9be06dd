#pragma once

// Fragment: the tokens of the model language. Included by the .cpp files of grammars/model_language only.

#include <boost/spirit/home/x3.hpp>
#include <string>
#include <utility>

#include "grammars/model_language/complaint.hpp"
#include "grammars/model_language/syntax.hpp"

namespace daicho::syntax {

namespace x3 = boost::spirit::x3;

// The reader is in the context of every rule under its own type.
template <class Context>
Reader& reader_of(const Context& context) {
    return x3::get<Reader>(context);
}

/// `expect(complaint)[p]`: p, or the end of it all with this complaint. What x3's `>` is, in an author's
/// words.
template <class Subject>
struct Expected : x3::unary_parser<Subject, Expected<Subject>> {
    using base = x3::unary_parser<Subject, Expected<Subject>>;
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;

    Expected(const Subject& wrapped, const Complaint& words) : base(wrapped), complaint(&words) {}

    template <class Iterator, class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext& rule,
               Attribute& attribute) const {
        const Iterator start = first;
        if (this->subject.parse(first, last, context, rule, attribute)) return true;
        complain(reader_of(context), start, *complaint);
    }

    const Complaint* complaint;
};

struct ExpectedWith {
    const Complaint& complaint;

    template <class Parser>
    auto operator[](const Parser& parser) const {
        return Expected<typename x3::extension::as_parser<Parser>::value_type>(x3::as_parser(parser),
                                                                               complaint);
    }
};

inline ExpectedWith expect(const Complaint& complaint) {
    return {complaint};
}

/// A part of the grammar that is written in another file, as a parser.
template <class Tree>
struct Elsewhere : x3::parser<Elsewhere<Tree>> {
    using attribute_type = Tree;
    static constexpr bool has_attribute = true;

    explicit Elsewhere(bool (*function)(const char*&, const char*, Reader&, Tree&)) : read(function) {}

    template <class Context, class RuleContext>
    bool parse(const char*& first, const char* last, const Context& context, RuleContext&, Tree& tree) const {
        return read(first, last, reader_of(context), tree);
    }
    template <class Context, class RuleContext>
    bool parse(const char*& first, const char* last, const Context& context, RuleContext&,
               x3::unused_type) const {
        Tree tree;
        return read(first, last, reader_of(context), tree);
    }

    bool (*read)(const char*&, const char*, Reader&, Tree&);
};

/// `marked(p, f)`: p, and then f(reader, span, value): where p's value was read.
template <class Subject, class Mark>
struct Marked : x3::unary_parser<Subject, Marked<Subject, Mark>> {
    using base = x3::unary_parser<Subject, Marked<Subject, Mark>>;
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;

    Marked(const Subject& wrapped, Mark function) : base(wrapped), mark(function) {}

    template <class Iterator, class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext& rule,
               Attribute& attribute) const {
        x3::skip_over(first, last, context);
        const Iterator start = first;
        if (!this->subject.parse(first, last, context, rule, attribute)) return false;
        mark(reader_of(context), reader_of(context).span(start, first), attribute);
        return true;
    }

    Mark mark;
};

template <class Subject, class Mark>
auto marked(const Subject& subject, Mark mark) {
    return Marked<Subject, Mark>(subject, mark);
}

/// A mark: the value knows its place.
const auto with_place = [](Reader&, Span where, auto& value) { value.where = where; };

/// The action `put<&Item::label, &Text::ja>`: what was read becomes that member of the rule's value.
template <auto First, auto... Rest>
inline constexpr auto put = [](auto& context) {
    auto& place = (x3::_val(context).*First);
    if constexpr (sizeof...(Rest) == 0) {
        place = std::move(x3::_attr(context));
    } else {
        static_assert(sizeof...(Rest) == 1);
        ((place.*Rest = std::move(x3::_attr(context))), ...);
    }
};

/// The action `add<&Class::items>`: what was read goes to the end of that list.
template <auto Member>
inline constexpr auto add =
    [](auto& context) { (x3::_val(context).*Member).push_back(std::move(x3::_attr(context))); };

/// The action `set<&Class::closed, true>`.
template <auto Member, auto value>
inline constexpr auto set = [](auto& context) { x3::_val(context).*Member = value; };

const Complaint no_text{"ここに引用符で囲んだ文字列が必要です", "expected a text in quotes"};
const Complaint no_name{"ここに名前が必要です", "expected a name"};

// Comments run from '#' to the end of the line. The ideographic space U+3000 is a space.
const auto blank = x3::lit(' ') | '\t' | '\r' | '\n' | "\u3000" | (x3::lit('#') >> *(x3::char_ - '\n'));

// Characters outside ASCII that are no letters: the full-width twins of our punctuation, above all.
struct Punctuation : x3::symbols<> {
    Punctuation() {
        for (const char* sign : {"\u3000", "；", "：", "｛", "｝", "＝", "，", "“", "”", "＃", "？", "｜",
                                 "＜", "＞", "、", "。"}) {
            add(sign);
        }
    }
};
const Punctuation punctuation;

const auto letter = x3::char_("A-Za-z_") | (x3::char_('\x80', '\xff') - punctuation);
const auto name_character = x3::char_("A-Za-z0-9_") | (x3::char_('\x80', '\xff') - punctuation);
const auto identifier = letter >> *name_character;

/// A keyword. All keywords are contextual: an item may be called `code` or `class`.
inline auto word(const char* text) {
    return x3::lexeme[x3::lit(text) >> !name_character];
}

/// Runs a rule over [first, last) with the reader in its context. What x3::phrase_parse and x3::with do,
/// without their copies of the whole rule: those took a quarter of the time.
template <class Rule, class Tree>
bool read_with(const Rule& rule, const char*& first, const char* last, Reader& reader, Tree& tree) {
    const auto skipping = x3::make_context<x3::skipper_tag>(blank);
    const auto context = x3::make_context<Reader>(reader, skipping);
    return rule.parse(first, last, context, x3::unused, tree);
}

}  // namespace daicho::syntax
