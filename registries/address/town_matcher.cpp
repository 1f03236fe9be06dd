#include "registries/address/town_matcher.hpp"

#include <algorithm>
#include <string_view>

#include "grammars/text/utf8.hpp"
#include "registries/address/name_key.hpp"

namespace daicho {

namespace {

// What reading otherwise than written costs; a symbol of the text weighs 4.
constexpr std::int32_t marker_cost = 1;
constexpr std::int32_t unit_cost = 2;
constexpr std::int32_t chome_cost = 2;
constexpr std::int32_t bare_chome_cost = 4;
constexpr std::int32_t left_out_cost = 3;
constexpr std::int32_t wildcard_cost = 3;
constexpr std::int32_t unknown_cost = 7;
constexpr std::int32_t bare_number_cost = 6;  ///< beyond what the number itself weighs
constexpr std::int32_t guess = 4;             ///< a step of this cost may as well be wrong
constexpr std::int32_t highest_cost = 24;

/// イ, 丙, 辰: what the lots of a 大字 are parted into.
bool is_letter_alone(std::string_view koaza) {
    return !koaza.empty() && code_point_at(koaza, 0).size == koaza.size();
}

}  // namespace

void TownMatches::add(const TownMatch& match) {
    std::uint32_t place = count_;
    while (place > 0 && matches_[place - 1].rank() < match.rank()) --place;
    for (std::uint32_t i = 0; i < count_; ++i) {
        if (matches_[i].first_entry != match.first_entry || matches_[i].end != match.end ||
            matches_[i].region_entry != match.region_entry) {
            continue;
        }
        if (i < place) return;
        std::copy_backward(matches_.begin() + place, matches_.begin() + i, matches_.begin() + i + 1);
        matches_[place] = match;
        return;
    }
    if (place == at_most) return;
    if (count_ < at_most) ++count_;
    std::copy_backward(matches_.begin() + place, matches_.begin() + count_ - 1, matches_.begin() + count_);
    matches_[place] = match;
}

void TownMatcher::search(std::uint32_t node, const TownMatch& origin, TownMatches& found) {
    found_ = &found;
    origin_ = origin;
    root_ = node;
    left_ = std::min(steps_a_search, left_in_all_);
    const std::uint32_t given = left_;
    visit({node, origin.end, origin.cost, 0, false, false, false});
    left_in_all_ -= given - left_;
}

void TownMatcher::visit(State state) {
    while (left_ > 0) {
        --left_;
        record(state);
        if (state.number > 0) {
            read_chome(state);
            read_left_out_units(state);
        }
        if (state.at >= text_.size()) return read_left_out_towns(state);
        skip_markers(state);
        if (text_[state.at] == symbol::wildcard && text_[state.at + 1] == symbol::aza) {
            // 〓字仲尾, where 小 or 大 could not be written
            visit({state.node, state.at + 2, state.cost + wildcard_cost, 0, false, true, state.guessed});
        }
        if (text_[state.at] == symbol::wildcard && (is_anchored() || state.at > origin_.begin)) {
            return try_all(state, wildcard_cost);
        }
        if (text_[state.at] == symbol::unknown && is_anchored() && state.at > origin_.begin + 1)
            return try_all(state, unknown_cost);
        if (read_numbers(state)) return;
        if (state.number == 0) read_left_out_aza(state);
        const std::uint32_t child = index_.town_names.child(state.node, text_[state.at]);
        if (child == LabelTrie::none) return read_left_out_towns(state);
        state = {child, state.at + 1, state.cost, 0, false, false, state.guessed};
    }
}

void TownMatcher::record(const State& state) {
    const std::uint32_t payload = index_.town_names.payload(state.node);
    if (payload == LabelTrie::none) return;
    // A town without a name: a number follows the municipality.
    if (state.at == origin_.begin && !symbol::is_number_letter(text_[state.at]) && !begins_in_name()) return;
    __builtin_prefetch(&index_.town_entries[payload]);
    TownMatch match = origin_;
    match.end = state.at;
    match.first_entry = payload;
    match.cost = state.cost;
    match.guessed = state.guessed;
    if (index_.town_names.is_bare_number(state.node) && !state.marked && !state.kanji) {
        match.guessed = true;
        match.cost += bare_number_cost + 4 * static_cast<std::int32_t>(state.number);
    }
    found_->add(match);
    add_with_town_letter(match);
    add_with_part_letter(match);
}

/// 庵治町 is the name of a town as well as that of the municipality that was.
bool TownMatcher::begins_in_name() const {
    if (!is_anchored() || origin_.begin != origin_.region_end || origin_.begin >= text_.size()) return false;
    const address_format::RegionEntry& entry = index_.region_entries[origin_.region_entry];
    return entry.municipality != address_format::no_municipality && root_ == entry.start &&
           entry.start != index_.town_roots[entry.municipality];
}

/// 幌糠町1862 where the registry has 幌糠: a 町 between the name and a number is passed over.
void TownMatcher::add_with_town_letter(TownMatch match) const {
    const std::uint16_t next = text_[match.end];
    if ((next != symbol::machi && next != symbol::mura) || match.end - match.begin < 2) return;
    const bool ends = match.end + 1 >= text_.size() || text_.spaced(match.end + 1) ||
                      symbol::is_number_letter(text_[match.end + 1]);
    if (!ends) return;
    ++match.end;
    match.cost += 4 + left_out_cost;
    found_->add(match);
}

/// 西馬場エ部56, 深見町ナの部82-13 where the registry has エ and ナ.
void TownMatcher::add_with_part_letter(TownMatch match) const {
    const std::uint32_t part = text_[match.end] == symbol::no ? match.end + 1 : match.end;
    if (text_[part] != part_letter_ || !symbol::is_digit(text_[part + 1])) return;
    const std::uint32_t entry = index_.town_entries[match.first_entry];
    const std::uint32_t shortest = is_anchored() ? 2 : 3;  // ち部15 alone is of no town that sounds so
    if (match.end < match.begin + shortest) return;
    if (symbol::is_number_letter(text_[match.end - 1])) return;  // 二部 is ニ部 as well
    if (!is_letter_alone(index_.string(index_.towns[entry & address_format::town_mask].koaza))) return;
    // Better than the name alone, which would pass the letter over.
    match.cost += 4 * static_cast<std::int32_t>(part + 1 - match.end) - marker_cost;
    match.end = part + 1;
    found_->add(match);
}

void TownMatcher::go(const State& state, std::uint16_t label, std::uint32_t symbols, std::int32_t cost) {
    if (state.cost + cost - origin_.cost > highest_cost) return;
    const std::uint32_t child = index_.town_names.child(state.node, label);
    if (child != LabelTrie::none)
        visit(
            {child, state.at + symbols, state.cost + cost, 0, false, false, state.guessed || cost >= guess});
}

/// Follows the number at hand, and for kanji the shorter ones that it begins with (三 of 三五番地). False:
/// no number is there.
bool TownMatcher::read_numbers(const State& state) {
    NumberToken number = text_.number(state.at);
    if (number.size == 0) return false;
    while (number.size > 0) {
        const NumberSymbols symbols = number_symbols(number.value);
        std::uint32_t node = symbols.size == 0 ? LabelTrie::none : state.node;
        for (std::uint32_t i = 0; i < symbols.size && node != LabelTrie::none; ++i) {
            node = index_.town_names.child(node, symbols.symbols[i]);
        }
        if (node != LabelTrie::none)
            visit({node, state.at + number.size, state.cost, number.size, number.kanji, state.marked,
                   state.guessed});
        if (!number.kanji || number.size == 1) break;
        number = text_.number(state.at, number.size - 1);
    }
    go(state, symbol::ordinal, 0, unit_cost);
    if (state.number == 0) read_left_out_towns(state);
    return true;
}

/// Behind a number: 丁目 as it is, as 丁, as a hyphen or ノ between numbers, or left out at the end.
void TownMatcher::read_chome(const State& state) {
    const std::uint16_t next = text_[state.at];
    if (next == symbol::cho && text_[state.at + 1] == symbol::me) return go(state, symbol::chome, 2, 0);
    if (next == symbol::cho) return go(state, symbol::chome, 1, chome_cost);
    if (next == symbol::chi_kana && text_[state.at + 2] == symbol::u &&
        text_[state.at + 3] == symbol::me_kana) {
        return go(state, symbol::chome, 4, 0);  // チョウメ
    }
    if (is_joint(state.at)) return go(state, symbol::chome, 1, 4 + chome_cost);
    if (next == symbol::hyphen) return go(state, symbol::chome, 1, 4 + 2 * chome_cost);
    if (state.at >= text_.size() || text_.spaced(state.at))
        return go(state, symbol::chome, 0, bare_chome_cost);
    if (next != symbol::ban && next != symbol::go && next != symbol::no) {
        go(state, symbol::chome, 0, bare_chome_cost + 1);  // 小石川1〇〇ビル
    }
}

/// A hyphen or ノ before another number.
bool TownMatcher::is_joint(std::uint32_t at) const {
    return (text_[at] == symbol::hyphen || text_[at] == symbol::no) &&
           (symbol::is_number_letter(text_[at + 1]) || symbol::is_number_letter(text_[at + 2]));
}

/// Behind a number: 条 (北3西1, 東5-9) and 地割 that are left out.
void TownMatcher::read_left_out_units(const State& state) {
    const std::uint16_t next = text_[state.at];
    if (next == symbol::hyphen) {
        go(state, symbol::jo, 1, 4 + chome_cost);
    } else if (next != symbol::jo) {
        go(state, symbol::jo, 0, unit_cost);
    }
    if (next == symbol::go && state.at + 1 < text_.size() && !text_.spaced(state.at + 1)) {
        // 都辺町17号19番地, 土布子21号上出51番地, 田尻栃谷町12号字宮垣内10番地: １７字, ２１字, １２字
        go(state, symbol::aza, 1, 4 + unit_cost);
    }
    if (next == symbol::hyphen || state.at >= text_.size()) {
        const std::uint32_t chi = index_.town_names.child(state.node, symbol::chi);
        if (chi == LabelTrie::none) return;
        State wari = state;
        wari.node = chi;
        go(wari, symbol::wari, next == symbol::hyphen ? 1 : 0, 4 + chome_cost);
    }
}

void TownMatcher::skip_markers(const State& state) {
    const std::uint32_t size = marker_size(text_.symbols(), state.at);
    const bool half = state.at == origin_.begin + 1 && text_[state.at - 1] == symbol::big;  // the 字 of 大字
    if (size > 0 && !half && state.at + size < text_.size()) {
        const bool known = index_.town_names.part_begins(state.node);
        visit({state.node, state.at + size, state.cost + (known ? marker_cost : 2 * marker_cost), 0, false,
               true, state.guessed});
    } else if (text_[state.at] == symbol::ordinal && symbol::is_number_letter(text_[state.at + 1])) {
        visit({state.node, state.at + 1, state.cost + unit_cost, 0, false, state.marked, state.guessed});
    }
}

/// A character that could not be written may be any; one that no name has, where the municipality is known.
void TownMatcher::try_all(const State& state, std::int32_t cost) {
    if (state.cost + cost - origin_.cost > highest_cost) return;
    const LabelTrie& names = index_.town_names;
    for (std::uint32_t child = names.children_begin(state.node); child < names.children_end(state.node);
         ++child) {
        if (names.label(child) < symbol::first_number) {
            visit({child, state.at + 1, state.cost + cost, 0, false, false, state.guessed});
        }
    }
}

/// 平良西里 for 平良字西里, where 平良 is the name of a town as well, or of the municipality that was.
void TownMatcher::read_left_out_aza(const State& state) {
    const bool town = state.node != root_ && index_.town_names.payload(state.node) != LabelTrie::none;
    if (town || (state.node == root_ && begins_in_name())) go(state, symbol::aza, 0, unit_cost);
}

/// Where the name cannot go on as written: 水沢佐倉河 for 水沢区佐倉河, 北条11 for 北条町.
void TownMatcher::read_left_out_towns(const State& state) {
    if (state.node == root_) return;  // 大字2183: a marker alone is no name
    if (state.at < origin_.begin + 2 || index_.town_names.payload(state.node) != LabelTrie::none) return;
    // ム字, where the name before is no number: that might as well be the lot.
    if (state.number == 0) go(state, symbol::aza, 0, unit_cost);
    for (const std::uint16_t end : {symbol::ku, symbol::machi, symbol::mura})
        go(state, end, 0, left_out_cost);
}

}  // namespace daicho
