#include "grammars/characters/profile.hpp"

#include <algorithm>
#include <cassert>
#include <optional>

#include "grammars/base/embedded_file.hpp"
#include "grammars/base/table_rows.hpp"

namespace daicho {

std::span<const EmbeddedFile> character_profile_table();

namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    for (;;) {
        const auto tab = line.find('\t');
        cells.push_back(line.substr(0, tab));
        if (tab == line.npos) return cells;
        line.remove_prefix(tab + 1);
    }
}

RuleWeight weight_named(std::string_view cell) {
    switch (cell.front()) {
        case 'e':
            return RuleWeight::full;
        case 'w':
            return RuleWeight::warning;
        case 'i':
            return RuleWeight::info;
        default:
            return RuleWeight::off;
    }
}

FieldLetters letters_named(std::string_view cell) {
    if (cell == "katakana") return FieldLetters::katakana;
    if (cell == "half") return FieldLetters::half;
    return cell == "wide" ? FieldLetters::wide : FieldLetters::any;
}

std::optional<LoadedSet> set_named(std::string_view cell) {
    for (const LoadedSet set : {LoadedSet::mj, LoadedSet::mj_plus}) {
        if (cell == name_of(set)) return set;
    }
    return {};
}

/// The place of C210 among the weights: 10. Rules of other families have none.
std::optional<std::size_t> place_of(RuleId rule) {
    const std::string_view id = rule.text;
    if (id.size() != 4 || !id.starts_with("C2")) return {};
    return static_cast<std::size_t>(id[2] - '0') * 10 + static_cast<std::size_t>(id[3] - '0');
}

void take(CharacterProfile& profile, std::string_view what, std::string_view cell) {
    if (what == "title-ja") {
        profile.title.ja = cell;
    } else if (what == "title-en") {
        profile.title.en = cell;
    } else if (what == "marks") {
        profile.strict_marks = cell == "all";
    } else if (what == "letters") {
        profile.letters = letters_named(cell);
    } else if (what == "set") {
        profile.set = set_named(cell);
    } else {
        assert(profile.rules.empty() || profile.rules.back().rule.text < what);
        profile.rules.push_back({{what}, weight_named(cell)});
        profile.weights[place_of({what}).value()] = weight_named(cell);
    }
}

std::vector<CharacterProfile> read_profiles() {
    std::vector<CharacterProfile> profiles;
    for_each_row(character_profile_table().front().text, [&](std::string_view line) {
        const auto cells = cells_of(line);
        if (profiles.empty()) {
            profiles.resize(cells.size() - 1);
            for (std::size_t i = 0; i < profiles.size(); ++i) profiles[i].name = cells[i + 1];
            return;
        }
        assert(cells.size() == profiles.size() + 1);
        for (std::size_t i = 0; i < profiles.size(); ++i) take(profiles[i], cells[0], cells[i + 1]);
    });
    return profiles;
}

}  // namespace

RuleWeight CharacterProfile::weight_of(RuleId rule) const {
    const auto place = place_of(rule);
    return place ? weights[*place] : RuleWeight::full;
}

std::span<const CharacterProfile> character_profiles() {
    static const std::vector<CharacterProfile> profiles = read_profiles();
    return profiles;
}

const CharacterProfile* find_character_profile(std::string_view name) {
    const auto profiles = character_profiles();
    const auto found = std::ranges::find(profiles, name, &CharacterProfile::name);
    return found == profiles.end() ? nullptr : &*found;
}

void weigh(Finding& finding, const CharacterProfile& profile) {
    const RuleWeight weight = profile.weight_of(finding.rule);
    if (weight == RuleWeight::full) return;
    finding.blocks = Level::none;
    finding.severity =
        std::min(finding.severity, weight == RuleWeight::info ? Severity::info : Severity::warning);
}

}  // namespace daicho
