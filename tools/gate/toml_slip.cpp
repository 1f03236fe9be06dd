#include "tools/gate/toml_slip.hpp"

#include <string>

#include "grammars/base/language.hpp"

namespace daicho {

namespace {

/// `sign` is in what the library says; the first that fits is taken.
struct Slip {
    std::string_view sign;
    Text text;
};

constexpr Slip slips[] = {
    {"expected key",
     {"名前が必要です。「名前 = 値」と書きます。漢字などの名前は \"\" で囲み、{ } は 1 行に書きます。",
      "a name is needed here: write NAME = VALUE (names such as 名称 stand in \"\", and { } in one line)"}},
    {"invalid utf-8",
     {"UTF-8 でない文字があります。UTF-8 で保存し直してください。",
      "this is not UTF-8; save the file as UTF-8"}},
    {"escape sequence",
     {"\"\" の中の「\\」は「\\\\」と書くか、全体を \" の代わりに ' で囲んでください。",
      "within \"\" a \\ is written \\\\; or put the text in ' instead of \""}},
    {"parsing literal string", {"文字の終わりの ' がありません。", "the ' that ends this text is missing"}},
    {"parsing string", {"文字の終わりの \" がありません。", "the \" that ends this text is missing"}},
    {"expected '='",
     {"名前の後に「=」が必要です。「名前 = 値」と書きます。",
      "= is needed behind the name: write NAME = VALUE"}},
    {"parsing table header",
     {"表の名前を閉じる ] がありません。[名前] か [[名前]] と書きます。",
      "the ] behind the name of this table is missing: write [NAME] or [[NAME]]"}},
    {"parsing array",
     {"[ ] の中は「,」で区切り、最後を ] で閉じます。", "what is in [ ] is separated by , and ends with ]"}},
    {"parsing inline table",
     {"{ } の中は「,」で区切り、最後を } で閉じます。", "what is in { } is separated by , and ends with }"}},
    {"comment or whitespace",
     {"値の後に余分なものがあります。設定は 1 行に一つずつ書きます。",
      "there is more behind the value: write one setting a line"}},
    {"leading zeroes",
     {"数の頭に 0 は付けません。符号なら \"\" で囲みます。",
      "a number has no 0 before it; a code stands in \"\""}},
    {"parsing boolean", {"true か false を小文字で書きます。", "write true or false, in small letters"}},
};

constexpr Text any_value{
    "値が読めません。文字は \"\" で囲みます（例: fail-on = \"error\"）。[ ] の閉じ忘れも確かめてください。",
    "this value cannot be read: text stands in \"\" (fail-on = \"error\"); see too whether a [ ] above is "
    "closed"};

std::string quoted_in(std::string_view why) {
    const std::size_t begin = why.find('\'');
    const std::size_t end = begin == why.npos ? why.npos : why.find('\'', begin + 1);
    return end == why.npos ? std::string() : std::string(why.substr(begin + 1, end - begin - 1));
}

BothTexts twice(const std::string& name) {
    const bool many = name == "path" || name == "suppress";  // may be there any number of times
    return {"「" + name + "」は前にも書かれています。" +
                (many ? "どれも [[" + name + "]] と、二重の [ ] で始めてください。"
                      : "どちらか一方を消してください。"),
            "'" + name + "' stands further up already; " +
                (many ? "begin each of them with [[" + name + "]], in double brackets"
                      : "take one of them away")};
}

}  // namespace

BothTexts toml_slip(std::string_view why) {
    if (why.find("cannot redefine existing") != why.npos) return twice(quoted_in(why));
    for (const Slip& slip : slips) {
        if (why.find(slip.sign) != why.npos) return slip.text;
    }
    return any_value;
}

}  // namespace daicho
