#include "registries/address/address_matcher.hpp"

#include <algorithm>
#include <optional>

#include "registries/address/address_search.hpp"
#include "registries/address/answer_maker.hpp"
#include "registries/address/former_town.hpp"
#include "registries/address/gathered_regions.hpp"
#include "registries/address/latin_reader.hpp"
#include "registries/address/latin_text.hpp"
#include "registries/address/namesake_towns.hpp"
#include "registries/address/near_towns.hpp"
#include "registries/address/other_joint.hpp"
#include "registries/address/reversed_address.hpp"
#include "registries/address/short_names.hpp"
#include "registries/address/spoken_municipality.hpp"
#include "registries/address/spoken_prefecture.hpp"
#include "registries/address/surroundings.hpp"

namespace daicho {

namespace {

AddressAnswer match_latin(const IndexView& index, std::string_view text, const AddressOptions& options) {
    const auto reading = read_latin(index, text, options);
    if (!reading) return {};
    AddressSearch search{index, text, options, reading->text};
    AddressCandidates found = search.find_named(reading->towns);
    AddressAnswer answer = make_address_answer(index, text, search, found, options);
    // 4-JOMINAMI 5-2, SHINTOKU-CHO, HOKKAIDO: the word that was read as a town may be the municipality of
    // another.
    const bool unread = !answer.spans.building.empty() || !answer.spans.rest.empty();
    if (unread && has_change(answer.changes, AddressChangeKind::municipality_added))
        answer.category = AddressCategory::unsure;
    return answer;
}

bool is_town(const AddressAnswer& answer) {
    return answer.place.level >= MatchLevel::town;
}

/// トウキョウ都港区芝公園4-2-8: what follows, within the prefecture that is told by its sound. Not found:
/// none is.
AddressAnswer match_spoken(const IndexView& index, std::string_view text, AddressOptions options,
                           const std::optional<SpokenPrefecture>& spoken) {
    if (!spoken) return {};
    const auto& prefecture = index.prefectures[spoken->prefecture];
    const std::string_view code = index.string(prefecture.lg_code).substr(0, 2);
    if (options.within.empty()) options.within = code;
    if (!options.within.starts_with(code)) return {};
    const Span span{0, static_cast<std::uint32_t>(spoken->end)};
    const FoldedText rest(text, index.fold, spoken->end);
    AddressSearch search{index, text, options, rest};
    AddressCandidates found = search.find();
    if (found.regions.count == 0) return {};  // a town of that name somewhere in the prefecture
    AddressAnswer answer = make_address_answer(index, text, search, found, options);
    if (!is_town(answer) || answer.place.prefecture != index.string(prefecture.name)) return {};
    answer.spans.prefecture_and_city.begin = span.begin;
    if (spoken->vague) answer.category = AddressCategory::unsure;
    std::erase_if(answer.changes, [](const AddressChange& change) {
        return change.kind == AddressChangeKind::prefecture_added;
    });
    answer.changes.insert(answer.changes.begin(),
                          AddressChange{AddressChangeKind::reading, span, index.string(prefecture.name)});
    return answer;
}

/// 芝公園1-5-25 港区 東京都: the answer, where its parts in the order of Japan are one.
void match_reversed(const IndexView& index, std::string_view text, const AddressOptions& options,
                    const std::optional<ReversedAddress>& reversed, AddressAnswer& answer) {
    if (!reversed) return;
    AddressSearch search{index, text, options, reversed->text};
    AddressCandidates found = search.find();
    AddressAnswer inner = make_address_answer(index, text, search, found, options);
    if (!is_town(inner) || found.by_town_alone) return;
    if (reversed->number_apart) {
        inner.category = AddressCategory::unsure;
    } else if (inner.category == AddressCategory::exact) {
        inner.category = AddressCategory::changed;
    }
    answer = std::move(inner);
}

/// 茅?崎市: a letter that one municipality alone can have there.
void match_with_lost_letter(const IndexView& index, std::string_view text, const AddressOptions& options,
                            const FoldedText& folded, AddressAnswer& answer) {
    const auto whole = with_lost_letter(index, folded);
    if (!whole) return;
    AddressSearch search{index, text, options, *whole};
    AddressCandidates found = search.find();
    AddressAnswer inner = make_address_answer(index, text, search, found, options);
    if (inner.place.level <= answer.place.level || inner.place.level < MatchLevel::municipality) return;
    inner.category = AddressCategory::unsure;
    answer = std::move(inner);
}

bool passes_text_over(const AddressAnswer& answer) {
    return has_change(answer.changes, AddressChangeKind::text_skipped);
}

/// A town of a designated city whose ward is not in the text.
bool lacks_ward(std::string_view text, const AddressAnswer& answer) {
    return !answer.place.ward.empty() && text.find(answer.place.ward) == text.npos;
}

/// The text names no region.
bool unplaced(const AddressAnswer& answer) {
    return answer.spans.prefecture_and_city.empty();
}

/// 湯沢 of 湯沢　税務署 湯沢市大工町2-32: one of several towns of that name, with more behind it.
bool is_name_with_more(const AddressAnswer& answer) {
    const AddressSpans& spans = answer.spans;
    return is_town(answer) && answer.category == AddressCategory::unsure && unplaced(answer) &&
           !(spans.rest.empty() && spans.building.empty());
}

bool has_number(const FoldedText& text) {
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if (symbol::is_number_letter(text[i])) return true;
    }
    return false;
}

void name_as_equal(std::span<const AddressAnswer> meant, const AddressOptions& options,
                   AddressAnswer& answer) {
    for (const AddressAnswer& one : meant) {
        ++answer.alternatives_in_all;
        if (answer.alternatives.size() < options.alternatives)
            answer.alternatives.push_back({one.place, AddressReason::several_places, true});
    }
}

/// 川ロ市青木2-1-1: one letter is wrong in the name of a municipality that has the town that follows, with a
/// number behind it (清水土建 is a name). Where several have one, they are named, as equal.
void match_with_wrong_letter(const IndexView& index, std::string_view text, const AddressOptions& options,
                             const FoldedText& folded, AddressAnswer& answer) {
    if (answer.place.level >= MatchLevel::municipality || !has_number(folded)) return;
    std::vector<AddressAnswer> meant;  // one of a municipality
    for (const FoldedText& mended : with_one_letter_mended(index, folded)) {
        AddressSearch search{index, text, options, mended};
        AddressCandidates found = search.find();
        AddressAnswer inner = make_address_answer(index, text, search, found, options);
        const bool whole =
            is_town(inner) && inner.number_count > 0 && !found.by_town_alone && !passes_text_over(inner);
        if (!whole || !inner.old_municipality.empty()) continue;
        const auto known = std::ranges::find(meant, inner.place.lg_code,
                                             [](const AddressAnswer& one) { return one.place.lg_code; });
        if (known == meant.end()) {
            meant.push_back(std::move(inner));
        } else {
            *known = std::move(inner);
        }
    }
    if (meant.size() == 1) {
        meant.front().category = AddressCategory::unsure;
        answer = std::move(meant.front());
        return;
    }
    name_as_equal(meant, options, answer);
}

/// カナザワ市尾山町: a municipality in kana, sure only where its prefecture is named and no other of it
/// sounds so.
void match_with_spoken_municipality(const IndexView& index, std::string_view text,
                                    const AddressOptions& options, const FoldedText& folded,
                                    AddressAnswer& answer) {
    const auto spoken = spoken_municipalities(index, text, folded);
    std::vector<AddressAnswer> meant;
    for (const SpokenMunicipality& one : spoken) {
        AddressSearch search{index, text, options, one.text};
        AddressCandidates found = search.find();
        AddressAnswer inner = make_address_answer(index, text, search, found, options);
        const bool town = is_town(inner) && !found.by_town_alone && !passes_text_over(inner);
        const bool better = spoken.size() == 1 && inner.place.level >= MatchLevel::municipality &&
                            inner.place.level > answer.place.level;
        if (!town && !better) continue;
        const bool certain = town && one.in_prefecture && spoken.size() == 1;
        if (!certain) inner.category = AddressCategory::unsure;
        if (inner.category == AddressCategory::exact) inner.category = AddressCategory::changed;
        inner.changes.insert(inner.changes.begin(), {AddressChangeKind::reading, one.written, one.name});
        meant.push_back(std::move(inner));
    }
    if (meant.size() == 1) answer = std::move(meant.front());
    if (meant.size() > 1) name_as_equal(meant, options, answer);
}

/// What stands in front was told to be no part of the address: is the answer, if it is one. Where a town was
/// found, only what names a municipality twice and then passes over nothing is better: 和木町和木町和木.
/// Where that may be the beginning of a name (船山株式会社 長岡市…), so is a town of a municipality, with a
/// number.
void match_bare(const IndexView& index, std::string_view text, const AddressOptions& options,
                const FoldedText& folded, AddressAnswer& answer) {
    const auto bare = bare_address(index, folded, text);
    if (!bare) return;
    const std::string_view source = text.substr(0, bare->address.end);
    AddressSearch search{index, source, options, bare->text};
    AddressCandidates found = search.find();
    AddressAnswer inner = make_address_answer(index, source, search, found, options);
    if (!inner.found() || inner.place.level < answer.place.level) return;
    const bool placed = is_name_with_more(answer) && bare->foreign && inner.number_count > 0 &&
                        !inner.spans.prefecture_and_city.empty();
    const bool better = (bare->repeated || placed) && is_town(inner) && !passes_text_over(inner);
    if (is_town(answer) && !better) return;
    if (!is_town(inner) && inner.place.level == answer.place.level && !bare->foreign &&
        inner.category == answer.category) {
        return;
    }
    inner.spans.address = bare->address;
    if (bare->foreign) {
        inner.category = AddressCategory::unsure;
    } else if (inner.category == AddressCategory::exact) {
        inner.category = AddressCategory::changed;
    }
    answer = std::move(inner);
}

/// A second address of the cell is told, and the answer is not sure to be the one that is meant.
void find_second(const IndexView& index, std::string_view text, const FoldedText& folded,
                 AddressAnswer& answer) {
    AddressSpans& spans = answer.spans;
    Span& tail = spans.building.empty() ? spans.rest : spans.building;
    if (tail.empty()) return;
    if (const std::uint32_t end = end_without_marks(text, tail); end < tail.end) {
        spans.address = {spans.address.begin, end};
        tail.end = end;
    }
    std::uint32_t from = 0;
    while (from < folded.size() && folded.begin(from) < tail.begin) ++from;
    const std::size_t second = second_address(index, folded, text, from);
    if (second >= tail.end) return;
    spans.second = {static_cast<std::uint32_t>(second), tail.end};
    spans.rest = {spans.rest.empty() ? spans.second.begin : std::min(spans.rest.begin, spans.second.begin),
                  tail.end};
    if (!spans.building.empty()) spans.building.end = spans.second.begin;
    answer.category = AddressCategory::unsure;
}

AddressAnswer match_written(const IndexView& index, std::string_view text, const AddressOptions& options) {
    if (begins_in_latin(text)) {
        AddressAnswer answer = match_latin(index, text, options);
        if (answer.found()) return answer;
    }
    AddressSearch search{index, text, options};
    AddressCandidates found = search.find();
    AddressAnswer answer = make_address_answer(index, text, search, found, options);
    if (put_short_names(index, options, search.text(), answer)) return answer;
    const bool town_alone = answer.category == AddressCategory::unsure && unplaced(answer);
    if (town_alone || (!is_town(answer) && answer.category != AddressCategory::exact))
        match_with_spoken_municipality(index, text, options, search.text(), answer);
    if (!answer.found() && begins_in_kana(text)) {
        AddressAnswer latin = match_latin(index, text, options);
        if (latin.found()) return latin;
    }
    const bool nowhere = unplaced(answer);
    if (nowhere) match_reversed(index, text, options, reversed_address(index, search.text(), text), answer);
    if (nowhere ? unplaced(answer) : answer.category == AddressCategory::unsure)
        match_reversed(index, text, options, gathered_regions(index, search.text()), answer);
    if (!is_town(answer)) match_with_lost_letter(index, text, options, search.text(), answer);
    if ((!is_town(answer) || passes_text_over(answer) || is_name_with_more(answer)) &&
        answer.reason != AddressReason::municipality_only) {
        match_bare(index, text, options, search.text(), answer);
    }
    if (!is_town(answer) || passes_text_over(answer) || lacks_ward(text, answer))
        match_in_former_town(index, text, options, search.text(), answer);
    match_with_wrong_letter(index, text, options, search.text(), answer);
    match_with_other_joint(index, text, options, search.text(), answer);
    put_near_towns(index, text, options, search.text(), answer);
    put_readings_of_digits(index, text, options, search.text(), answer);
    put_longer_towns(index, found, options, answer);
    put_namesake_towns(index, options, search.text(), answer);
    if (is_town(answer)) find_second(index, text, search.text(), answer);
    return answer;
}

}  // namespace

AddressAnswer AddressMatcher::match(std::string_view text, const AddressOptions& options) const {
    const auto spoken = spoken_prefecture(index_, text);
    if (AddressAnswer answer = match_spoken(index_, text, options, spoken); answer.found()) return answer;
    AddressAnswer answer = match_written(index_, text, options);
    // トウキョウ都和歌山市元町1 names two prefectures.
    if (spoken && spoken->told && answer.found() &&
        answer.place.prefecture != index_.string(index_.prefectures[spoken->prefecture].name)) {
        answer.category = AddressCategory::unsure;
    }
    return answer;
}

}  // namespace daicho
