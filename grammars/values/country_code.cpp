#include "grammars/values/country_code.hpp"

#include <algorithm>
#include <bitset>
#include <map>
#include <span>

#include "grammars/base/embedded_file.hpp"
#include "grammars/base/table_rows.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

std::span<const EmbeddedFile> country_table();

namespace {

bool is_three_capitals(std::string_view text) {
    return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::size_t place_of(std::string_view code) {
    const auto letter = [&](std::size_t i) { return static_cast<std::size_t>(code[i] - 'A'); };
    return (letter(0) * 26 + letter(1)) * 26 + letter(2);
}

struct Countries {
    std::bitset<26 * 26 * 26> codes;
    std::map<std::string_view, std::string_view> by_name;

    Countries() {
        for_each_row(country_table()[0].text, [&](std::string_view row) {
            codes.set(place_of(row));
            by_name.emplace(row.substr(4), row.substr(0, 3));
        });
    }
};

const Countries& countries() {
    static const Countries countries;
    return countries;
}

bool is_canonical(std::string_view text, const Reading&) {
    return is_three_capitals(text) && countries().codes.test(place_of(text));
}

}  // namespace

Result<CountryCode> parse_country_code(std::string_view text, const Reading&) {
    const Narrow narrow(text);
    const auto& names = countries().by_name;
    const std::string_view name = slice(text, narrow.original(whole(narrow.text())));
    if (const auto found = names.find(name); found != names.end()) {
        return {CountryCode{std::string(found->second)},
                Remark{rules::other_notation, whole(text), RepairKind::provable}};
    }
    std::string code(narrow.text());
    for (char& c : code) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    if (is_canonical(code, {})) return read_from(text, CountryCode{code});
    if (is_three_capitals(code)) return Remark{rules::unknown_code, whole(text)};
    return unreadable(text);
}

std::string to_string(const CountryCode& value) {
    return value.code;
}

const ValueType country_code_type{
    .name = "country_code",
    .name_ja = "国コード",
    .form = "JPN",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_country_code>,
};

}  // namespace daicho
