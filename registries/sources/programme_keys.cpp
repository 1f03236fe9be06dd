#include "registries/sources/programme_keys.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "grammars/text/join.hpp"
#include "grammars/text/variants.hpp"
#include "grammars/values/date.hpp"
#include "grammars/values/quantity.hpp"
#include "registries/embedded/area_named.hpp"
#include "registries/embedded/embedded_table.hpp"

namespace daicho {

namespace {

constexpr std::string_view between_regions[] = {";", "；", "、", "，", ",", "・", "／", "/", "\n", " ", "　"};
constexpr std::string_view whole_country[] = {"全国", "日本全国", "全国一円", "国内"};
constexpr std::string_view behind_regions[] = {"内全域", "全域", "一円", "内"};

std::string folded_text(std::string_view text) {
    std::string folded = match_key(text);
    std::erase_if(folded, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    return folded;
}

/// The parts of `text` between any of `separators`, without empty ones.
template <class Separators>
std::vector<std::string_view> parts_between(std::string_view text, const Separators& separators) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    const auto take = [&](std::size_t end) {
        if (end > begin) parts.push_back(text.substr(begin, end - begin));
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto found = std::ranges::find_if(
            separators, [&](std::string_view one) { return text.substr(at).starts_with(one); });
        if (found == std::end(separators)) {
            ++at;
            continue;
        }
        take(at);
        begin = at += found->size();
    }
    take(text.size());
    return parts;
}

std::string area_of(std::string_view region) {
    if (std::ranges::find(whole_country, region) != std::end(whole_country)) return "000000";
    if (std::string code = area_named(region); !code.empty()) return code;
    for (const std::string_view end : behind_regions) {
        if (!region.ends_with(end)) continue;
        if (std::string code = area_named(region.substr(0, region.size() - end.size())); !code.empty())
            return code;
    }
    return "?";
}

void add_part(std::string& list, std::string_view part) {
    if (list.find(concatenated({";", part, ";"})) != list.npos) return;
    if (list.empty()) list = ";";
    list.append(part) += ';';
}

using AudienceWords = std::vector<std::pair<std::string_view, std::string>>;  // kind, folded word

const AudienceWords& audience_words() {
    static const AudienceWords words = [] {
        AudienceWords read;
        for_each_line(embedded_text("registries/sources/programme_audiences.tsv"),
                      [&](std::string_view line) {
                          const auto kind = take_field(line);
                          read.emplace_back(kind, folded_text(take_field(line)));
                      });
        return read;
    }();
    return words;
}

void add_audiences_of(std::string text, std::string& key) {
    for (const auto& [kind, word] : audience_words()) {
        for (std::size_t at = 0; (at = text.find(word, at)) != text.npos;) {
            add_part(key, kind);
            text.replace(at, word.size(), "\n");
        }
    }
}

}  // namespace

void add_programme_key(std::span<const std::string_view> values, std::string& key) {
    key += joined(values, "\x1F");
}

void add_programme_words(std::span<const std::string_view> values, std::string& key) {
    for (const std::string_view value : values) {
        if (!value.empty()) key.append(folded_text(value)) += '\n';
    }
}

std::vector<std::string> programme_words(std::string_view query) {
    constexpr std::string_view spaces[] = {" ", "　", "\t"};
    std::vector<std::string> words;
    for (const std::string_view word : parts_between(query, spaces)) {
        if (std::string folded = folded_text(word); !folded.empty()) words.push_back(std::move(folded));
    }
    return words;
}

void add_programme_audiences(std::span<const std::string_view> values, std::string& key) {
    std::string found;
    for (const std::string_view value : values.first(values.size() - 1))
        add_audiences_of(folded_text(value), found);
    if (found.empty()) add_audiences_of(folded_text(values.back()), found);
    key += found;
}

void add_disaster_audiences(std::span<const std::string_view> values, std::string& key) {
    std::string found;
    add_programme_audiences(values.subspan(1), found);
    if (!values.front().empty()) add_part(found, "victim");
    key += found;
}

void add_programme_areas(std::span<const std::string_view> values, std::string& key) {
    std::string found;
    for (const std::string_view region : parts_between(values[0], between_regions))
        add_part(found, area_of(region));
    // A code without the name beside it is that of a contact's address.
    if (found.empty() && values.size() > 2 && !values[1].empty() && !values[2].empty())
        add_part(found, area_of(values[2]));
    key += found;
}

void add_programme_amount(std::span<const std::string_view> values, std::string& key) {
    std::uint64_t most = 0;
    for (const std::string_view value : values) {
        const auto amount = yen_type.canonical(value, {});
        std::uint64_t yen = 0;
        if (amount) std::from_chars(amount->data(), amount->data() + amount->size(), yen);
        most = std::max(most, yen);
    }
    if (most > 0) key += std::to_string(most);
}

void add_programme_day(std::span<const std::string_view> values, std::string& key) {
    if (values.front().empty()) return;
    if (const auto day = date_type.canonical(values.front(), {})) key += *day;
}

}  // namespace daicho
