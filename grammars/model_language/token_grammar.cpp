#include <boost/spirit/home/x3.hpp>

#include "grammars/model_language/grammar.hpp"
#include "grammars/model_language/token_parts.hpp"

namespace daicho::syntax {

namespace {

const Complaint wrong_escape{"'\\' の後に書けるのは '\"'、'\\'、'n' だけです。",
                             "after '\\' only '\"', '\\' or 'n' may follow", Pointing::exact};
const Complaint open_string{"文字列が '\"' で閉じられていません。", "the text is not closed with '\"'",
                            Pointing::exact};
const Complaint open_pattern{"正規表現が '/' で閉じられていません。", "the pattern is not closed with '/'",
                             Pointing::exact};
constexpr std::string_view source_words[] = {"commit", "license"};
const Complaint source_end{"出典の後に ';' が必要です。", "expected ';' after the source", Pointing::behind,
                           source_words};
const Complaint no_header{"別名（見出し）を引用符で囲んで書いてください。", "expected a header in quotes"};

const auto make_name = [](auto& context) {
    const auto& range = x3::_attr(context);
    x3::_val(context) =
        Name{std::string(range.begin(), range.end()), reader_of(context).span(range.begin(), range.end())};
};

const auto name = x3::rule<struct NameTag, Name>{"name"} = x3::raw[x3::lexeme[identifier]][make_name];
const auto path = x3::rule<struct PathTag, Name>{"path"} =
    x3::raw[x3::lexeme[identifier >> *('.' >> identifier)]][make_name];
// gif.core/Person
const auto qualified_name = x3::rule<struct QualifiedTag, Name>{"qualified name"} =
    x3::raw[x3::lexeme[identifier >> *('.' >> identifier) >> -('/' >> identifier)]][make_name];
// full-address-parts
const auto slug = x3::rule<struct SlugTag, Name>{"slug"} =
    x3::raw[x3::lexeme[identifier >> *('-' >> +name_character)]][make_name];
// Begins with no small letter, so that it is told from the words that may follow a class: MP01, 国外
const auto pattern_name = x3::rule<struct PatternNameTag, Name>{"pattern name"} =
    x3::raw[x3::lexeme[!x3::char_("a-z") >> identifier]][make_name];

struct Escapes : x3::symbols<char> {
    Escapes() { add("\"", '"')("\\", '\\')("n", '\n'); }
};
const Escapes escapes;

// "…" on one line
const auto text = x3::rule<struct TextTag, std::string>{"text"} =
    x3::lexeme['"' >> *(('\\' >> expect(wrong_escape)[escapes]) | (x3::char_ - '"' - '\n')) >>
               expect(open_string)['"']];

// A backslash and what follows it belong to the pattern, except that \/ is a slash.
const auto unescape_slashes = [](auto& context) {
    std::string& out = x3::_val(context);
    for (const char c : x3::_attr(context)) {
        if (c == '/') out.pop_back();
        out.push_back(c);
    }
};
const auto regex_character = ('\\' >> (x3::char_ - '\n')) | (x3::char_ - '/' - '\n');
const auto regex = x3::rule<struct RegexTag, std::string>{"regex"} =
    x3::lexeme['/' >> x3::raw[*regex_character][unescape_slashes] >> expect(open_pattern)['/']];

// "日本語" en "English"
const auto label = x3::rule<struct LabelTag, Text>{
    "label"} = text[put<&Text::ja>] >> -(word("en") >> expect(no_text)[text][put<&Text::en>]);

// alias "市区町村" "市町村" · legacy "…" · typo "…"
template <AliasScope scope>
const auto add_alias = [](auto& context) {
    x3::_val(context).push_back({scope, std::move(x3::_attr(context))});
};
template <AliasScope scope>
auto headers(const char* keyword) {
    return word(keyword) >> expect(no_header)[text][add_alias<scope>] >> *text[add_alias<scope>];
}
const auto alias_group = x3::rule<struct AliasGroupTag, std::vector<Alias>>{"aliases"} =
    headers<AliasScope::alias>("alias") | headers<AliasScope::legacy>("legacy") |
    headers<AliasScope::typo>("typo");

// source "GIF 438 DMD" commit "201a52f" license "CC0-1.0";
const auto source = x3::rule<struct SourceTag, Source>{"source"} =
    word("source") >> expect(no_text)[text][put<&Source::document>] >>
    -(word("commit") >> expect(no_text)[text][put<&Source::commit>]) >>
    -(word("license") >> expect(no_text)[text][put<&Source::license>]) >> expect(source_end)[';'];

}  // namespace

bool read_source(const char*& first, const char* last, Reader& reader, Source& tree) {
    return read_with(source, first, last, reader, tree);
}

bool read_name(const char*& first, const char* last, Reader& reader, Name& tree) {
    return read_with(name, first, last, reader, tree);
}

bool read_path(const char*& first, const char* last, Reader& reader, Name& tree) {
    return read_with(path, first, last, reader, tree);
}

bool read_qualified_name(const char*& first, const char* last, Reader& reader, Name& tree) {
    return read_with(qualified_name, first, last, reader, tree);
}

bool read_slug(const char*& first, const char* last, Reader& reader, Name& tree) {
    return read_with(slug, first, last, reader, tree);
}

bool read_pattern_name(const char*& first, const char* last, Reader& reader, Name& tree) {
    return read_with(pattern_name, first, last, reader, tree);
}

bool read_text(const char*& first, const char* last, Reader& reader, std::string& tree) {
    return read_with(text, first, last, reader, tree);
}

bool read_regex(const char*& first, const char* last, Reader& reader, std::string& tree) {
    return read_with(regex, first, last, reader, tree);
}

bool read_label(const char*& first, const char* last, Reader& reader, Text& tree) {
    return read_with(label, first, last, reader, tree);
}

bool read_alias_group(const char*& first, const char* last, Reader& reader, std::vector<Alias>& tree) {
    return read_with(alias_group, first, last, reader, tree);
}

}  // namespace daicho::syntax
