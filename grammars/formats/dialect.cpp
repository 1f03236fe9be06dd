#include "grammars/formats/dialect.hpp"

#include <string>

namespace daicho {

namespace {

struct EncodingName {
    std::string_view name;  // lower case, without "-" and "_"
    Encoding encoding;
};

constexpr EncodingName encoding_names[] = {
    {"utf8", Encoding::utf8},
    {"utf8bom", Encoding::utf8},
    {"utf8sig", Encoding::utf8},
    {"cp932", Encoding::cp932},
    {"ms932", Encoding::cp932},
    {"windows31j", Encoding::cp932},
    {"windows932", Encoding::cp932},
    {"shiftjis", Encoding::cp932},
    {"sjis", Encoding::cp932},
    {"xsjis", Encoding::cp932},
    {"cp932jis", Encoding::cp932_jis},
    {"sjisjis", Encoding::cp932_jis},
    {"eucjp", Encoding::euc_jp},
    {"ujis", Encoding::euc_jp},
    {"eucjpms", Encoding::euc_jp},
    {"cp51932", Encoding::euc_jp},
    {"iso2022jp", Encoding::iso_2022_jp},
    {"jis", Encoding::iso_2022_jp},
    {"cp50220", Encoding::iso_2022_jp},
    {"cp50221", Encoding::iso_2022_jp},
    {"shiftjis2004", Encoding::shift_jis_2004},
    {"sjis2004", Encoding::shift_jis_2004},
    {"shiftjisx0213", Encoding::shift_jis_2004},
    {"eucjis2004", Encoding::euc_jis_2004},
    {"eucjisx0213", Encoding::euc_jis_2004},
    {"utf16", Encoding::utf16le},
    {"utf16le", Encoding::utf16le},
    {"unicode", Encoding::utf16le},
    {"utf16be", Encoding::utf16be},
};

constexpr std::string_view encoding_texts[] = {"UTF-8",    "CP932",          "CP932-JIS",
                                               "EUC-JP",   "ISO-2022-JP",    "UTF-16LE",
                                               "UTF-16BE", "Shift_JIS-2004", "EUC-JIS-2004"};
constexpr std::string_view newline_texts[] = {"none", "lf", "crlf", "cr", "mixed"};

std::string folded(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c == '-' || c == '_' || c == ' ' || c == '(' || c == ')') continue;
        out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return out;
}

}  // namespace

std::string_view to_string(Encoding encoding) {
    return encoding_texts[static_cast<int>(encoding)];
}

std::string_view to_string(Newline newline) {
    return newline_texts[static_cast<int>(newline)];
}

std::optional<Encoding> parse_encoding(std::string_view name) {
    const std::string wanted = folded(name);
    for (const auto& entry : encoding_names) {
        if (entry.name == wanted) return entry.encoding;
    }
    return {};
}

std::optional<Newline> parse_newline(std::string_view name) {
    const std::string wanted = folded(name);
    for (int i = 0; i < 5; ++i) {
        if (newline_texts[i] == wanted) return static_cast<Newline>(i);
    }
    return {};
}

}  // namespace daicho
