#pragma once

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/text/utf8.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// Checks for one text what must hold for every kind of value and every text: the recogniser and the reader
/// agree on what is canonical, a canonical form is canonical, remarks are there exactly where something is to
/// be said, and every span lies inside the text.
inline void check_spine(const ValueType& type, const std::string& text, const Reading& reading = {}) {
    INFO(type.name << ": \"" << text << "\"");
    const auto result = type.canonical(text, reading);
    CHECK(type.is_canonical(text, reading) == (result && *result == text));
    const Remark& remark = result ? result.remark() : result.refusal();
    CHECK(remark.where.begin <= remark.where.end);
    CHECK(remark.where.end <= text.size());
    if (!result) {
        if (!remark.suggestion.empty()) CHECK(remark.repair == RepairKind::guess);
        return;
    }
    CHECK(remark.rule.empty() == (*result == text));
    CHECK(type.is_canonical(*result, reading));
}

/// The same for `seeds` and for some thousand texts made from them by changing, dropping, doubling and
/// exchanging characters, always the same ones.
inline void check_spine_around(const ValueType& type, const std::vector<std::string>& seeds,
                               std::string_view alphabet = "0123456789-－ 　T.,()",
                               const Reading& reading = {}) {
    const auto split = [](std::string_view text) {
        std::vector<std::string> characters;
        for (std::size_t at = 0; at < text.size();) {
            const auto size = code_point_at(text, at).size;
            characters.emplace_back(text.substr(at, size));
            at += size;
        }
        return characters;
    };
    const auto letters = split(alphabet);
    std::mt19937 random(20260401);
    const auto below = [&](std::size_t n) { return random() % n; };
    check_spine(type, "", reading);
    for (const auto& seed : seeds) {
        check_spine(type, seed, reading);
        for (int round = 0; round < 300; ++round) {
            auto characters = split(seed);
            for (std::size_t edits = 1 + below(2); edits > 0 && !characters.empty(); --edits) {
                const auto at = characters.begin() + static_cast<std::ptrdiff_t>(below(characters.size()));
                switch (below(4)) {
                    case 0:
                        *at = letters[below(letters.size())];
                        break;
                    case 1:
                        characters.erase(at);
                        break;
                    case 2:
                        characters.insert(at, letters[below(letters.size())]);
                        break;
                    default:
                        std::swap(*at, characters.front());
                }
            }
            std::string text;
            for (const auto& character : characters) text += character;
            check_spine(type, text, reading);
        }
    }
}

}  // namespace daicho
