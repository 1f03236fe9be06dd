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
#include "registries/address/reversed_address.hpp"
#include "registries/address/short_names.hpp"
#include "registries/address/surroundings.hpp"

namespace daicho {

namespace {

AddressAnswer match_latin(const IndexView& index, std::string_view text, const AddressOptions& options) {
    const auto reading = read_latin(index, text, options);
    if (!reading) return {};
    AddressSearch search{index, text, options, reading->text};
    AddressCandidates found = search.find_named(reading->towns);
    return make_address_answer(index, text, search, found, options);
}

bool is_town(const AddressAnswer& answer) {
    return answer.place.level >= MatchLevel::town;
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
    return std::ranges::any_of(answer.changes, [](const AddressChange& change) {
        return change.kind == AddressChangeKind::text_skipped;
    });
}

/// A town of a designated city whose ward is not in the text.
bool lacks_ward(std::string_view text, const AddressAnswer& answer) {
    return !answer.place.ward.empty() && text.find(answer.place.ward) == text.npos;
}

bool has_number(const FoldedText& text) {
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if (symbol::is_number_letter(text[i])) return true;
    }
    return false;
}

/// 川ロ市青木2-1-1: one letter is wrong in the name of a municipality, and one municipality alone has the
/// town that follows, with a number behind it (清水土建 is a name).
void match_with_wrong_letter(const IndexView& index, std::string_view text, const AddressOptions& options,
                             const FoldedText& folded, AddressAnswer& answer) {
    if (answer.place.level >= MatchLevel::municipality || !has_number(folded)) return;
    std::optional<AddressAnswer> only;
    for (const FoldedText& mended : with_one_letter_mended(index, folded)) {
        AddressSearch search{index, text, options, mended};
        AddressCandidates found = search.find();
        AddressAnswer inner = make_address_answer(index, text, search, found, options);
        const bool whole =
            is_town(inner) && inner.number_count > 0 && !found.by_town_alone && !passes_text_over(inner);
        if (!whole || !inner.old_municipality.empty()) continue;
        if (only && only->place.lg_code != inner.place.lg_code) return;
        only = std::move(inner);
    }
    if (!only) return;
    only->category = AddressCategory::unsure;
    answer = std::move(*only);
}

/// What stands in front was told to be no part of the address: is the answer, if it is one. Where a town was
/// found, only what names a municipality twice and then passes over nothing is better: 和木町和木町和木.
void match_bare(const IndexView& index, std::string_view text, const AddressOptions& options,
                const FoldedText& folded, AddressAnswer& answer) {
    const auto bare = bare_address(index, folded, text);
    if (!bare) return;
    const std::string_view source = text.substr(0, bare->address.end);
    AddressSearch search{index, source, options, bare->text};
    AddressCandidates found = search.find();
    AddressAnswer inner = make_address_answer(index, source, search, found, options);
    if (!inner.found() || inner.place.level < answer.place.level) return;
    if (is_town(answer) && (!bare->repeated || !is_town(inner) || passes_text_over(inner))) return;
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

}  // namespace

AddressAnswer AddressMatcher::match(std::string_view text, const AddressOptions& options) const {
    if (begins_in_latin(text)) {
        AddressAnswer answer = match_latin(index_, text, options);
        if (answer.found()) return answer;
    }
    AddressSearch search{index_, text, options};
    AddressCandidates found = search.find();
    AddressAnswer answer = make_address_answer(index_, text, search, found, options);
    if (put_short_names(index_, options, search.text(), answer)) return answer;
    if (!answer.found() && begins_in_kana(text)) {
        AddressAnswer latin = match_latin(index_, text, options);
        if (latin.found()) return latin;
    }
    const bool unplaced = answer.spans.prefecture_and_city.empty();
    if (unplaced)
        match_reversed(index_, text, options, reversed_address(index_, search.text(), text), answer);
    if (unplaced ? answer.spans.prefecture_and_city.empty() : answer.category == AddressCategory::unsure)
        match_reversed(index_, text, options, gathered_regions(index_, search.text()), answer);
    if (!is_town(answer)) match_with_lost_letter(index_, text, options, search.text(), answer);
    if ((!is_town(answer) || passes_text_over(answer)) && answer.reason != AddressReason::municipality_only) {
        match_bare(index_, text, options, search.text(), answer);
    }
    if (!is_town(answer) || passes_text_over(answer) || lacks_ward(text, answer))
        match_in_former_town(index_, text, options, search.text(), answer);
    match_with_wrong_letter(index_, text, options, search.text(), answer);
    put_near_towns(index_, text, options, search.text(), answer);
    put_readings_of_digits(index_, text, options, search.text(), answer);
    put_longer_towns(index_, found, options, answer);
    put_namesake_towns(index_, options, search.text(), answer);
    if (is_town(answer)) find_second(index_, text, search.text(), answer);
    return answer;
}

}  // namespace daicho
