#include "grammars/values/yes_no.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <span>

#include "grammars/base/embedded_file.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

std::span<const EmbeddedFile> yes_no_table();

namespace {

namespace x3 = boost::spirit::x3;

x3::symbols<YesNo> word_symbols() {
    x3::symbols<YesNo> symbols;
    std::string_view text = yes_no_table().front().text;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.size() < 2 || line[0] == '#') continue;
        const auto code = static_cast<YesNo>(line[0]);
        for (line.remove_prefix(2); !line.empty();) {
            const std::string_view word = line.substr(0, line.find('\t'));
            line.remove_prefix(std::min(word.size() + 1, line.size()));
            symbols.add(std::string(word), code);
        }
    }
    return symbols;
}

const auto word = word_symbols();

/// A mark that some put for "no", some for "not asked" and some for "not known".
bool is_dash(std::string_view text) {
    return text == "-" || text == "ー" || text == "ｰ" || text == "─" || text == "△";
}

Result<YesNo> read(std::string_view text) {
    const Narrow narrow(text);
    const Span all = narrow.original(whole(narrow.text()));
    if (is_dash(narrow.text())) return refused(rules::ambiguous, all);
    YesNo value{};
    const char* begin = narrow.text().data();
    const char* at = begin;
    if (!x3::parse(at, begin + narrow.text().size(), word, value)) return refused_as_other(narrow);
    if (at != begin + narrow.text().size()) return refused_rest(narrow, static_cast<std::size_t>(at - begin));
    return value;
}

std::string code_form(YesNo value) {
    return {static_cast<char>(value)};
}

std::string label_form(YesNo value) {
    switch (value) {
        case YesNo::no:
            return "無";
        case YesNo::yes:
            return "有";
        case YesNo::undisclosed:
            return "非公開";
        default:
            return "不明";
    }
}

std::string permission_form(YesNo value) {
    if (value == YesNo::yes) return "可";
    return value == YesNo::no ? "否" : label_form(value);
}

template <std::string (*form)(YesNo)>
Result<std::string> canonical(std::string_view text, const Reading&) {
    const auto value = read(text);
    if (!value) return value.refusal();
    std::string canonical_text = form(*value);
    Remark remark = notation_remark(text, canonical_text);
    return {std::move(canonical_text), std::move(remark)};
}

Result<std::string> canonical_flag(std::string_view text, const Reading& reading) {
    return parse_flag(text, reading).map([](bool value) { return std::string(value ? "1" : ""); });
}

}  // namespace

Result<YesNo> parse_yes_no(std::string_view text, const Reading&) {
    const auto value = read(text);
    if (!value) return value.refusal();
    return {*value, notation_remark(text, code_form(*value))};
}

Result<bool> parse_flag(std::string_view text, const Reading&) {
    const Narrow narrow(text);
    if (narrow.text().empty()) return {false, notation_remark(text, "")};
    const auto value = read(text);
    if (!value) return value.refusal();
    if (*value != YesNo::yes && *value != YesNo::no) {
        return refused(rules::not_of_this_type, narrow.original(whole(narrow.text())));
    }
    return {*value == YesNo::yes, notation_remark(text, *value == YesNo::yes ? "1" : "")};
}

const ValueType yes_no_type{"yes_no", "有無コード", "0, 1, 2, 9",
                            [](std::string_view text, const Reading&) {
                                return text == "0" || text == "1" || text == "2" || text == "9";
                            },
                            canonical<code_form>};

const ValueType yes_no_label_type{"yes_no_label", "有無", "有, 無",
                                  [](std::string_view text, const Reading&) {
                                      return text == "有" || text == "無" || text == "非公開" ||
                                             text == "不明";
                                  },
                                  canonical<label_form>};

const ValueType permission_label_type{"permission_label", "可否", "可, 否",
                                      [](std::string_view text, const Reading&) {
                                          return text == "可" || text == "否" || text == "非公開" ||
                                                 text == "不明";
                                      },
                                      canonical<permission_form>};

const ValueType flag_type{"flag", "該当", "1 または空",
                          [](std::string_view text, const Reading&) { return text.empty() || text == "1"; },
                          canonical_flag};

}  // namespace daicho
