#include "registries/characters/shrink_choice.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "grammars/base/embedded_file.hpp"
#include "grammars/text/character.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/embedded/embedded_table.hpp"

namespace daicho {

std::span<const EmbeddedFile> mjsu_exception_table();

namespace {

bool contains(const std::vector<std::string_view>& texts, std::string_view text) {
    return std::ranges::find(texts, text) != texts.end();
}

/// The targets of links that `wanted` takes, each once.
template <class Wanted>
ShrinkChoice targets(std::span<const ShrinkLink> links, Wanted wanted) {
    ShrinkChoice found;
    for (const ShrinkLink& link : links) {
        if (wanted(link) && std::ranges::find(found, link.to) == found.end()) found.push_back(link.to);
    }
    return found;
}

/// Of several the only 常用, else the 人名用 of the lowest level; without either all stay.
ShrinkChoice by_policy(ShrinkChoice tied) {
    if (tied.size() < 2) return tied;
    ShrinkChoice common;
    std::ranges::copy_if(tied, std::back_inserter(common), is_joyo);
    if (common.empty()) {
        std::ranges::copy_if(tied, std::back_inserter(common), is_jinmei);
        const auto lower = [](const std::string& a, const std::string& b) {
            return kanji_level(a) < kanji_level(b);
        };
        const auto lowest = std::ranges::min_element(common, lower);
        if (lowest != common.end()) {
            const unsigned level = kanji_level(*lowest);
            std::erase_if(common, [&](const std::string& one) { return kanji_level(one) != level; });
        }
    }
    return common.empty() ? tied : common;
}

bool in_2842(const ShrinkLink& link) {
    return link.basis == ShrinkBasis::family_register_none ||
           link.basis == ShrinkBasis::family_register_popular;
}

/// 親字・正字 with the fewest hops; of several those that 民一2842 names too.
ShrinkChoice proper_forms(std::span<const ShrinkLink> links) {
    const auto proper = [](const ShrinkLink& link) {
        return link.basis == ShrinkBasis::family_register_proper;
    };
    unsigned fewest = ~0u;
    for (const ShrinkLink& link : links) {
        if (proper(link)) fewest = std::min(fewest, link.hops);
    }
    const auto nearest =
        targets(links, [&](const ShrinkLink& link) { return proper(link) && link.hops == fewest; });
    const auto named = targets(links, in_2842);
    ShrinkChoice both;
    std::ranges::copy_if(nearest, std::back_inserter(both), [&](const std::string& one) {
        return std::ranges::find(named, one) != named.end();
    });
    return both.empty() ? nearest : both;
}

ShrinkChoice best_of_notice(std::span<const ShrinkLink> links) {
    const auto first = [](const ShrinkLink& link) { return link.basis == ShrinkBasis::notice_582_first; };
    unsigned best = ~0u;
    for (const ShrinkLink& link : links) {
        if (first(link)) best = std::min(best, link.rank);
    }
    return targets(links, [&](const ShrinkLink& link) { return first(link) && link.rank == best; });
}

using Exceptions = std::map<std::string, std::string, std::less<>>;

Exceptions read_exceptions() {
    Exceptions exceptions;
    for_each_line(mjsu_exception_table().front().text, [&](std::string_view line) {
        const std::string_view glyph = take_field(line), answer = take_field(line);
        exceptions.emplace(glyph, answer == "-" ? std::string() : text_of_key(answer));
    });
    return exceptions;
}

CharacterProperties properties_of_only(std::string_view text) {
    const CodePoint first = code_point_at(text, 0);
    return first.size != 0 && first.size == text.size() ? properties_of(first.value) : 0;
}

}  // namespace

std::vector<std::string_view> different_targets(std::span<const ShrinkLink> links) {
    std::vector<std::string_view> different;
    for (const ShrinkLink& link : links) {
        if (link.basis == ShrinkBasis::family_register_other) different.emplace_back(link.to);
    }
    return different;
}

ShrinkChoice choose_by_published_rules(std::span<const ShrinkLink> links) {
    const auto of = [](ShrinkBasis basis) {
        return [basis](const ShrinkLink& link) { return link.basis == basis; };
    };
    if (auto unified = targets(links, of(ShrinkBasis::jis_unification)); !unified.empty()) {
        return by_policy(std::move(unified));
    }
    const auto different = different_targets(links);
    std::vector<ShrinkLink> same(links.begin(), links.end());
    std::erase_if(same, [&](const ShrinkLink& link) { return contains(different, link.to); });
    for (const auto& found : {targets(same, of(ShrinkBasis::family_register_5202)), proper_forms(same),
                              targets(same, in_2842), best_of_notice(same)}) {
        if (!found.empty()) return by_policy(found);
    }
    return {};
}

std::optional<std::string_view> published_exception(std::string_view mj) {
    static const Exceptions exceptions = read_exceptions();
    const auto found = exceptions.find(mj);
    if (found == exceptions.end()) return {};
    return found->second;
}

ShrinkChoice choose_as_published(std::string_view mj, std::span<const ShrinkLink> links) {
    if (const auto settled = published_exception(mj)) {
        return settled->empty() ? ShrinkChoice() : ShrinkChoice{std::string(*settled)};
    }
    return choose_by_published_rules(links);
}

ShrinkChoice choose_best_basis(std::span<const ShrinkLink> links) {
    const auto different = different_targets(links);
    std::vector<ShrinkLink> usable(links.begin(), links.end());
    std::erase_if(usable, [&](const ShrinkLink& link) {
        return link.basis != ShrinkBasis::jis_unification && contains(different, link.to);
    });
    const auto goodness = [](const ShrinkLink& link) { return std::tie(link.basis, link.hops, link.rank); };
    const auto best = std::ranges::min_element(
        usable, [&](const ShrinkLink& a, const ShrinkLink& b) { return goodness(a) < goodness(b); });
    if (best == usable.end()) return {};
    return by_policy(
        targets(usable, [&](const ShrinkLink& link) { return goodness(link) == goodness(*best); }));
}

unsigned kanji_level(std::string_view text) {
    switch (jis_level(properties_of_only(text))) {
        case JisLevel::level_1:
            return 1;
        case JisLevel::level_2:
            return 2;
        case JisLevel::level_3:
            return 3;
        case JisLevel::level_4:
            return 4;
        default:
            return 0;
    }
}

bool is_joyo(std::string_view text) {
    return (properties_of_only(text) & character::joyo) != 0;
}
bool is_jinmei(std::string_view text) {
    return (properties_of_only(text) & character::jinmei) != 0;
}

}  // namespace daicho
