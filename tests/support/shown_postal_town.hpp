#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/values/postal_town.hpp"

/// What was read from the town column of a postal code, on one line: 大江（２丁目「６５１番地」以外） is
/// `part 大江 {[2丁目] 「{but [651番地]}」}`. Inherited steps are in round brackets, likely readings have a
/// `?`.
inline std::string shown(const daicho::PostalTowns& towns);

/// The characters of `column` that lie in no span of what was read from it, save the marks between parts.
inline std::string uncovered(std::string_view column, const daicho::PostalTowns& towns);

namespace shown_postal_town {

inline std::string text(const daicho::PostalNumber& number) {
    std::string shown;
    for (const auto part : number) shown += (shown.empty() ? "" : "-") + std::to_string(part);
    return shown;
}

inline std::string text(const daicho::PostalStep& step) {
    const std::string doubt = step.assumed ? "?" : "";
    switch (step.reach) {
        case daicho::PostalReach::any:
            return "any" + step.unit;
        case daicho::PostalReach::and_up:
            return text(step.from) + step.unit + "~" + doubt;
        case daicho::PostalReach::and_down:
            return "~" + text(step.to) + step.unit + doubt;
        case daicho::PostalReach::range:
            break;
    }
    const std::string end = step.from == step.to ? "" : "~" + text(step.to);
    return text(step.from) + end + step.unit + doubt;
}

inline void append(std::string& line, const std::string& word) {
    if (word.empty()) return;
    if (!line.empty() && line.back() != '{') line += ' ';
    line += word;
}

inline std::string word_of(daicho::PostalPartKind kind) {
    using enum daicho::PostalPartKind;
    switch (kind) {
        case numbers:
        case name:
        case others:
        case buildings:
            return "";
        case street:
            return "street";
        case floor:
            return "floor";
        case unknown_floor:
            return "unknown floor";
        case form:
            return "form";
        case reading:
            return "reading";
        case rest:
            return "rest";
    }
    return "?";
}

inline std::string text(const daicho::PostalPart& part) {
    std::string line = "{";
    if (part.excluded) append(line, "but");
    append(line, word_of(part.kind));
    append(line, part.name);
    for (std::size_t i = 0; i < part.steps.size(); ++i) {
        const bool own = i >= part.inherited;
        append(line, (own ? "[" : "(") + text(part.steps[i]) + (own ? "]" : ")"));
    }
    append(line, part.place);
    if (part.kind == daicho::PostalPartKind::others) append(line, "その他");
    if (part.kind == daicho::PostalPartKind::buildings) append(line, "次のビル");
    std::string inner;
    for (const auto& one : part.inner) append(inner, text(one));
    if (!inner.empty()) append(line, "「" + inner + "」");
    return line + "}";
}

inline const char* word_of(daicho::PostalTownKind kind) {
    constexpr const char* words[] = {"whole", "part", "unlisted", "whole_municipality", "number_follows"};
    return words[static_cast<unsigned>(kind)];
}

inline std::string text(const daicho::PostalTown& town) {
    std::string line = word_of(town.kind);
    append(line, town.name);
    for (const auto& step : town.steps) append(line, "[" + text(step) + "]");
    for (const auto& part : town.parts) append(line, text(part));
    return line;
}

inline bool is_mark(std::string_view text, std::size_t at, std::size_t& size) {
    for (const std::string_view mark : {"（", "）", "、", "・", "及び", "「", "」", "(", ")"}) {
        if (!text.substr(at).starts_with(mark)) continue;
        size = mark.size();
        return true;
    }
    return false;
}

inline void cover(std::vector<bool>& covered, daicho::Span span) {
    for (std::size_t at = span.begin; at < span.end; ++at) covered.at(at) = true;
}

}  // namespace shown_postal_town

inline std::string shown(const daicho::PostalTowns& towns) {
    std::string line;
    for (const auto& town : towns.towns) {
        if (!line.empty()) line += "; ";
        line += shown_postal_town::text(town);
    }
    return line;
}

inline std::string uncovered(std::string_view column, const daicho::PostalTowns& towns) {
    std::vector<bool> covered(column.size(), false);
    for (const auto& town : towns.towns) {
        // What stands before the brackets is the town's own; behind them only spans of parts count.
        const auto parts = town.parts.empty() ? town.span.end : town.parts.front().span.begin;
        shown_postal_town::cover(covered, {town.span.begin, parts});
        for (const auto& part : town.parts) shown_postal_town::cover(covered, part.span);
    }
    std::string left;
    for (std::size_t at = 0; at < column.size();) {
        std::size_t size = 1;
        if (!shown_postal_town::is_mark(column, at, size) && !covered[at]) left += column[at];
        at += size;
    }
    return left;
}
