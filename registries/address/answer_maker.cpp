#include "registries/address/answer_maker.hpp"

#include <algorithm>
#include <span>

#include "grammars/values/lost_digit.hpp"
#include "registries/address/chome_of_town.hpp"
#include "registries/address/designated_city.hpp"
#include "registries/address/lot_choice.hpp"
#include "registries/address/place_of_index.hpp"
#include "registries/address/rival_readings.hpp"
#include "registries/address/spelling.hpp"
#include "registries/address/told_streets.hpp"
#include "registries/address/towns_beside.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::int32_t spelling_weight = 2;

/// Makes the answer of what the search found: one function for each question (tie, spelling, number, point
/// ...), hence their number; they share the text and the candidates.
class AnswerMaker {
 public:
    AnswerMaker(const IndexView& index, std::string_view source, const AddressSearch& search,
                AddressCandidates& found, const AddressOptions& options, AddressAnswer& answer)
        : index_(index),
          source_(source),
          text_(search.text()),
          search_(search),
          found_(found),
          options_(options),
          answer_(answer) {}

    void make() {
        answer_.spans.postal_code = found_.postal_code;
        if (text_.size() == found_.start) {
            answer_.reason = AddressReason::empty_text;
        } else if (!found_.towns.empty()) {
            choose_by_spelling();
            put_town(found_.towns.front());
            put_alternatives();
            put_category();
            if (tie_) put_city_of_all(index_, answer_);
        } else {
            put_region();
        }
    }

 private:
    const RegionEntry* region_of(const TownMatch& match) const {
        return match.region_entry == nothing ? nullptr : &index_.region_entries[match.region_entry];
    }
    SpellingCheck spelling() const { return {index_.fold, text_, source_}; }

    std::size_t ties() const {
        const auto& towns = found_.towns;
        std::size_t count = 1;
        while (count < towns.size() && towns[count].score == towns[0].score) ++count;
        return count;
    }

    /// Among those that are nearly as good, the spelling of the text decides.
    void choose_by_spelling() {
        auto& towns = found_.towns;
        if (towns.size() < 2) return;
        const std::int32_t least = towns.front().score - spelling_weight;
        if (towns[1].score <= least) return;
        for (TownCandidate& candidate : towns) {
            if (candidate.score <= least) continue;
            std::vector<AddressChange> changes;
            compare_town(candidate, changes);
            candidate.variants = static_cast<std::uint32_t>(changes.size());
            if (has_change(changes, AddressChangeKind::variant)) candidate.score -= spelling_weight;
        }
        std::stable_sort(towns.begin(), towns.end(), [](const TownCandidate& a, const TownCandidate& b) {
            return a.score != b.score ? a.score > b.score : a.variants < b.variants;
        });
    }

    void compare_town(const TownCandidate& candidate, std::vector<AddressChange>& changes) const {
        const TownRecord& town = index_.towns[candidate.town];
        const RegionEntry* region = region_of(candidate.match);
        if (region != nullptr && region->municipality != no_municipality &&
            region->start != index_.town_roots[region->municipality]) {
            return;  // the name began in that of an old municipality
        }
        if (candidate.match.name_end > 0) return compare_named(candidate, changes);
        const std::string_view oaza = (candidate.entry_flags & town_without_oaza) != 0
                                          ? std::string_view{}
                                          : index_.string(town.oaza_cho);
        const std::array<std::string_view, 3> names{oaza, index_.string(town.chome),
                                                    index_.string(town.koaza)};
        spelling().compare(candidate.match.begin, candidate.match.end, names, changes);
    }

    /// The name was read by its sound, what follows as it is written.
    void compare_named(const TownCandidate& candidate, std::vector<AddressChange>& changes) const {
        const TownMatch& match = candidate.match;
        const TownRecord& town = index_.towns[candidate.town];
        changes.push_back({AddressChangeKind::reading, text_.span(match.begin, match.name_end),
                           index_.string(match.koaza_named ? town.koaza : town.oaza_cho)});
        std::array<std::string_view, 2> names;
        if (!match.koaza_named) names = {index_.string(town.chome), index_.string(town.koaza)};
        spelling().compare(match.name_end, match.end, names, changes);
    }

    void note(AddressChangeKind kind, Span span, std::string_view to) {
        answer_.changes.push_back({kind, span, to});
    }

    void put_town(const TownCandidate& candidate) {
        const TownMatch& match = candidate.match;
        answer_.place = town_place(index_, candidate.town);
        put_municipality_of_today(region_of(match));
        answer_.spans.prefecture_and_city = text_.span(found_.start, match.region_end);
        put_region_changes(region_of(match), match.region_end);
        if (match.begin > match.skipped_from) {
            answer_.spans.street = text_.span(match.skipped_from, match.begin);
            note(AddressChangeKind::street_skipped, answer_.spans.street, {});
        }
        answer_.spans.town = text_.span(match.begin, match.end);
        compare_town(candidate, answer_.changes);
        doubtful_ = doubtful_ || has_unknown_letter(match) ||
                    may_be_in_oaza(index_, found_.towns, answer_.changes, source_);
        if ((candidate.entry_flags & town_without_oaza) != 0) {
            note(AddressChangeKind::oaza_added, {}, answer_.place.oaza_cho);
        }
        put_numbers(candidate);
    }

    /// 佐治町𣇃谷, read as 葛谷: a letter of the name that no name has.
    bool has_unknown_letter(const TownMatch& match) const {
        if (match.name_end > 0) return false;
        const auto letters = std::span(text_.symbols().symbols + match.begin, match.end - match.begin);
        return std::ranges::find(letters, symbol::unknown) != letters.end();
    }

    /// The town of an older edition of the registry, found under the municipality that the text names.
    void put_municipality_of_today(const RegionEntry* region) {
        if (region == nullptr || region->municipality == no_municipality || (region->flags & region_old) != 0)
            return;
        const AddressPlace now = municipality_place(index_, region->municipality);
        AddressPlace& place = answer_.place;
        if (now.lg_code == place.lg_code) return;
        place.lg_code = now.lg_code;
        place.county = now.county;
        place.city = now.city;
        place.ward = now.ward;
        place.kana = now.kana;
        place.roma = now.roma;
        place.machiaza_id = {};
    }

    void put_region_changes(const RegionEntry* region, std::uint32_t end) {
        const AddressPlace& place = answer_.place;
        const std::uint8_t flags = region == nullptr ? std::uint8_t{prefecture_omitted} : region->flags;
        if ((flags & (prefecture_omitted | prefecture_shortened)) != 0) {
            note(AddressChangeKind::prefecture_added, {}, place.prefecture);
        }
        if (region == nullptr || region->municipality == no_municipality) {
            return note(AddressChangeKind::municipality_added, {}, place.city);
        }
        if ((flags & region_old) != 0) {
            const OldMunicipalityRecord& old = index_.old_municipalities[region->old];
            answer_.old_municipality = index_.string(old.name);
            answer_.old_until = index_.string(old.until);
            doubtful_ = doubtful_ || !is_place_of_today(place, answer_.old_municipality, flags) ||
                        is_outside_former(index_, found_.towns, answer_.old_municipality);
            return note(AddressChangeKind::old_municipality, answer_.spans.prefecture_and_city, place.city);
        }
        if ((flags & county_omitted) != 0) note(AddressChangeKind::county_added, {}, place.county);
        if ((flags & (city_omitted | city_shortened)) != 0)
            note(AddressChangeKind::city_added, {}, place.city);
        if ((flags & ward_omitted) != 0) note(AddressChangeKind::ward_added, {}, place.ward);
        compare_region(flags, end);
    }

    void compare_region(std::uint8_t flags, std::uint32_t end) {
        if (!found_.readings.empty()) {
            answer_.changes.insert(answer_.changes.end(), found_.readings.begin(), found_.readings.end());
            return;
        }
        if ((flags & (prefecture_shortened | city_shortened)) != 0) return;
        const AddressPlace& place = answer_.place;
        const std::string_view none;
        const std::array<std::string_view, 4> names{
            (flags & prefecture_omitted) != 0 ? none : place.prefecture,
            (flags & county_omitted) != 0 ? none : place.county,
            (flags & city_omitted) != 0 ? none : place.city, (flags & ward_omitted) != 0 ? none : place.ward};
        spelling().compare(found_.start, end, names, answer_.changes);
    }

    void put_numbers(const TownCandidate& candidate) {
        const LotText& lot = candidate.lot;
        if (candidate.unknown_name_end > 0) {
            note(AddressChangeKind::text_skipped, text_.span(candidate.match.end, candidate.unknown_name_end),
                 {});
            skipped_ = true;
        }
        answer_.number_count = lot.count;
        for (std::uint32_t i = 0; i < lot.count; ++i) {
            answer_.number_parts[i] = text_.span(lot.parts[i].begin, lot.parts[i].end);
        }
        const std::uint32_t end = lot.empty() ? candidate.match.end : lot.end;
        if (!lot.empty()) answer_.spans.numbers = text_.span(lot.begin, lot.end);
        if (lot.chome) {
            note(AddressChangeKind::chome_unknown, text_.span(lot.parts[0].begin, lot.parts[0].end), {});
            // 大沢二丁目 is hardly 大沢町, which has no 丁目: it is another town, or a newer one.
            const bool added = has_change(answer_.changes, AddressChangeKind::unit_added) ||
                               has_change(answer_.changes, AddressChangeKind::marker_added);
            skipped_ = skipped_ || added || !is_without_chome(index_, candidate.town);
        }
        put_rest(end);
        if (found_.unread.begin != found_.unread.end) answer_.spans.rest = found_.unread;
        const TownRecord& town = index_.towns[candidate.town];
        const ChosenLot chosen = choose_lot(candidate, town, options_.target);
        if (chosen.best.level == MatchLevel::none) {
            const bool group = (town.flags & town_group) != 0;
            if ((town.flags & town_group_of_chome) != 0)
                doubtful_ = doubtful_ || may_be_chome(text_, source_, lot);
            const bool listed = (town.flags & town_of_second_list) != 0 || put_listed_chome(candidate);
            answer_.reason = listed                      ? AddressReason::listed_chome
                             : group                     ? AddressReason::town_incomplete
                             : lot.count == 0            ? AddressReason::no_number
                             : candidate.numbers.covered ? AddressReason::number_not_found
                                                         : AddressReason::number_not_covered;
            return;
        }
        if (chosen.other.level != MatchLevel::none) {
            AddressPlace other = answer_.place;
            add_lot(other, index_, chosen.other);
            answer_.alternatives.push_back({std::move(other), AddressReason::several_places, chosen.tie});
            doubtful_ = doubtful_ || chosen.tie;
        }
        add_lot(answer_.place, index_, chosen.best);
        answer_.numbers_matched = chosen.best.parts;
        if (chosen.best.level == MatchLevel::block && chosen.best.parts < lot.count) {
            answer_.reason = AddressReason::number_not_found;
        }
    }

    Span rest_from(std::uint32_t symbol) const {
        if (text_.is_arranged()) return text_.span(symbol, text_.size());
        return {text_.begin(symbol), static_cast<std::uint32_t>(source_.size())};
    }

    /// 本町6丁目 where the registry has 本町 alone: the nationwide list says where it is.
    bool put_listed_chome(const TownCandidate& candidate) {
        if (!candidate.lot.chome || candidate.lot.parts[0].mark) return false;
        const std::uint32_t listed = listed_chome(index_, candidate.town, candidate.lot.parts[0].value);
        if (listed == nothing) return false;
        AddressPlace other = town_place(index_, listed);
        answer_.place.point = other.point;
        answer_.alternatives.push_back({std::move(other), AddressReason::listed_chome, false});
        return true;
    }

    /// What follows: a building where a space, or a letter, begins it.
    void put_rest(std::uint32_t from) {
        if (from >= text_.size()) return;
        const Span rest = rest_from(from);
        const Span streets = answer_.place.city == "京都市" ? streets_told(source_, rest) : Span();
        if (!streets.empty() && answer_.spans.street.empty()) answer_.spans.street = streets;
        if (!streets.empty()) return;
        const std::uint16_t last = text_[from - 1];
        const bool behind_number =
            symbol::is_number_letter(last) || last == symbol::me || last == symbol::cho;
        const bool joined =
            slice(source_, {text_.end(from), rest.end}).starts_with("、");  // 裏高尾町、高尾町
        const bool close = !text_.spaced(from);
        const bool unread_town = answer_.spans.numbers.empty() && (joined || close) && !behind_number;
        const bool damaged = close && (lot_goes_on(text_, from) || is_lost_digit(source_, text_.begin(from)));
        (unread_town || damaged ? answer_.spans.rest : answer_.spans.building) = rest;
    }

    void put_alternatives() {
        const std::size_t equal = ties();
        const TownCandidate& best = found_.towns.front();
        const RivalReadings rivals(index_, has_change(answer_.changes, AddressChangeKind::wildcard));
        for (std::size_t i = 1; i < found_.towns.size(); ++i) {
            const TownCandidate& candidate = found_.towns[i];
            if (candidate.town == best.town || !rivals.is_near(best, candidate)) continue;
            const bool tie = i < equal && candidate.variants == best.variants;
            tie_ = tie_ || tie;
            doubtful_ = doubtful_ || rivals.leaves_in_doubt(best, candidate);
            ++answer_.alternatives_in_all;
            if (answer_.alternatives.size() >= options_.alternatives) continue;
            answer_.alternatives.push_back(
                {town_place(index_, candidate.town), AddressReason::several_places, tie});
        }
        answer_.alternatives_in_all = std::max(answer_.alternatives.size(), tie_ ? found_.in_all - 1 : 0);
    }

    /// 5?13, 8番l号, up to where the number ends; of 2-8-l, up to a hyphen behind that.
    bool has_lost_digit() const {
        const std::size_t lost = find_lost_digit(source_);
        return lost != source_.npos &&
               lost <= std::max(answer_.spans.numbers.end, answer_.spans.town.end) + 3;
    }

    void put_category() {
        const bool elsewhere = !found_.postal_code.empty() &&
                               is_code_of_elsewhere(index_, found_.towns.front().town, found_.postal_number);
        const bool unsure = has_lost_digit() || elsewhere ||
                            answer_.reason == AddressReason::number_not_found || tie_ || doubtful_ ||
                            skipped_ || is_renamed(answer_.changes) ||
                            skips_ordinal(answer_.changes, source_) || !answer_.spans.rest.empty();
        const bool as_written = answer_.changes.empty() && answer_.reason != AddressReason::town_incomplete &&
                                !answer_.place.of_second_list;
        if (elsewhere) answer_.reason = AddressReason::postal_code_elsewhere;
        if (tie_) answer_.reason = AddressReason::several_places;
        answer_.category = unsure       ? AddressCategory::unsure
                           : as_written ? AddressCategory::exact
                                        : AddressCategory::changed;
    }

    /// The other municipalities of that name: 府中市.
    void put_same_names(const RegionEntry& best) {
        for (std::uint32_t i = found_.regions.matches[0].first_entry;; ++i) {
            const RegionEntry& entry = index_.region_entries[i];
            const bool other = entry.municipality != best.municipality &&
                               entry.municipality != no_municipality &&
                               ((entry.flags ^ best.flags) & (region_old | ward_omitted)) == 0;
            if (other) {
                ++answer_.alternatives_in_all;
                if (answer_.alternatives.size() < options_.alternatives) {
                    answer_.alternatives.push_back(
                        {municipality_place(index_, entry.municipality), reason_of_tie(best.flags), true});
                }
            }
            if ((entry.flags & region_last) != 0) break;
        }
    }

    void put_region() {
        std::size_t same = 0;
        const RegionEntry* region = search_.best_region(found_, same);
        if (region == nullptr) {
            answer_.reason = AddressReason::no_municipality;
            answer_.spans.rest = {text_.begin(found_.start), static_cast<std::uint32_t>(source_.size())};
            return;
        }
        const std::uint32_t end = found_.regions.matches[0].end;
        const bool prefecture = region->municipality == no_municipality;
        answer_.place = prefecture ? prefecture_place(index_, region->prefecture)
                                   : municipality_place(index_, region->municipality);
        answer_.spans.prefecture_and_city = text_.span(found_.start, end);
        if (prefecture) {
            answer_.changes = found_.readings;
        } else {
            put_region_changes(region, end);
        }
        const bool more = end < text_.size();
        if (more) answer_.spans.rest = rest_from(end);
        const bool covered = !prefecture && has_towns(index_, region->municipality);
        const bool number = symbol::is_number_letter(text_[end]) || begins_lot(text_, source_, end);
        answer_.reason = same > 1     ? reason_of_tie(region->flags)
                         : !more      ? AddressReason::municipality_only
                         : prefecture ? AddressReason::no_municipality
                         : number     ? AddressReason::no_town
                         : covered    ? AddressReason::town_not_found
                                      : AddressReason::town_not_covered;
        if (same > 1) put_same_names(*region);
        const bool whole = answer_.reason == AddressReason::no_town && !text_.is_arranged() &&
                           may_lack_town(answer_.place) && is_parcel_alone(text_, source_, end);
        answer_.category = (more && !whole) || same > 1       ? AddressCategory::unsure
                           : answer_.changes.empty() && !more ? AddressCategory::exact
                                                              : AddressCategory::changed;
        if (same > 1) put_city_of_all(index_, answer_);
    }

    const IndexView& index_;
    std::string_view source_;
    const FoldedText& text_;
    const AddressSearch& search_;
    AddressCandidates& found_;
    const AddressOptions& options_;
    AddressAnswer& answer_;
    bool tie_ = false;
    bool skipped_ = false;   ///< a name that the registry does not have was passed over
    bool doubtful_ = false;  ///< another reading is nearly as good
};

}  // namespace

AddressAnswer make_address_answer(const IndexView& index, std::string_view source,
                                  const AddressSearch& search, AddressCandidates& found,
                                  const AddressOptions& options) {
    AddressAnswer answer;
    AnswerMaker(index, source, search, found, options, answer).make();
    return answer;
}

}  // namespace daicho
