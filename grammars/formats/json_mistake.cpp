#include "grammars/formats/json_mistake.hpp"

#include <algorithm>
#include <string>

#include "grammars/base/language.hpp"

namespace daicho {

namespace {

struct Mistake {
    std::string_view parts[2];  ///< of what the parser says
    Text text;
};

/// The first one that fits.
constexpr Mistake mistakes[] = {
    {{"unexpected end of input", ""}, {"途中で終わっています", "it ends before it is complete"}},
    {{"unexpected '}'", "; expected string literal"},
     {"「}」の前のコンマが余分です", "there is a comma too many before '}'"}},
    {{"unexpected ']'", "; expected '['"},
     {"「]」の前に値がないか、コンマが余分です",
      "a value is missing before ']', or there is a comma too many"}},
    {{"unexpected", "; expected '['"}, {"ここに値がありません", "a value is missing here"}},
    {{"unexpected", "; expected ':'"},
     {"項目名の後に「:」がありません", "':' is missing behind the name of a member"}},
    {{"; expected string literal", ""},
     {"項目名は \" で囲んでください", "put the name of a member in double quotation marks"}},
    {{"unexpected", "; expected '}'"},
     {"値の間のコンマか「}」がありません", "a comma between values, or '}', is missing"}},
    {{"unexpected", "; expected ']'"},
     {"値の間のコンマか「]」がありません", "a comma between values, or ']', is missing"}},
    {{"missing closing quote", ""},
     {"文字列を閉じる \" がありません", "the closing quotation mark is missing"}},
    {{"ill-formed UTF-8", ""}, {"UTF-8 の文字ではないバイトがあります", "a byte here is no part of UTF-8"}},
    {{"control character", ""},
     {"文字列の中の改行などは \\n のように書いてください",
      "write line ends and other controls within a text as \\n"}},
    {{"after backslash", ""}, {"\\ の後に置けない文字です", "this may not follow a backslash"}},
    {{"\\u", ""},
     {"\\u の後には 16 進の数字 4 桁が要ります", "\\u must be followed by four hexadecimal digits"}},
    {{"surrogate", ""}, {"サロゲートの片方だけがあります", "half of a surrogate pair stands alone"}},
    {{"invalid number", ""}, {"数の書き方が違います", "this is not how a number is written"}},
    {{"invalid literal", ""},
     {"文字列は \" で囲んでください。囲まないのは数と true、false、null だけです",
      "put texts in double quotation marks; only numbers, true, false and null go without"}},
};

}  // namespace

BothTexts json_mistake(std::string_view cause) {
    const auto found = std::ranges::find_if(mistakes, [&](const Mistake& one) {
        return std::ranges::all_of(one.parts,
                                   [&](std::string_view part) { return cause.find(part) != cause.npos; });
    });
    if (found != std::end(mistakes)) return found->text;
    return {"この位置の書き方が違います", std::string(cause)};
}

}  // namespace daicho
