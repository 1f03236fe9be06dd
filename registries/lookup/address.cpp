#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "grammars/base/short_decimal.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/coordinates.hpp"
#include "grammars/values/earth_distance.hpp"
#include "grammars/values/lost_digit.hpp"
#include "models/engine/far_position.hpp"
#include "registries/address/address_matcher.hpp"
#include "registries/address/area_match.hpp"
#include "registries/address/gif_address.hpp"
#include "registries/embedded/municipality_history.hpp"
#include "registries/lookup/address_by_postal_code.hpp"
#include "registries/lookup/address_fields.hpp"
#include "registries/lookup/address_terms.hpp"
#include "registries/lookup/lookup.hpp"

namespace daicho {

namespace {

constexpr AnswerTerm as_written{"as-written", {"書かれたとおり", "as written"}};
constexpr AnswerTerm other_reading_as_kanji{"other-reading", {"ほかの読み方", "another reading"}};
constexpr AnswerTerm read_otherwise{"read-otherwise", {"読み替え", "read otherwise"}};

/// Why the place was found, or why it is not deeper.
AnswerTerm reason_of(const AddressAnswer& answer) {
    if (answer.reason != AddressReason::none) return term_of(answer.reason);
    return answer.category == AddressCategory::exact ? as_written : read_otherwise;
}

using Others = std::vector<AddressAlternative>;

/// Whether nobody asks for more than the answer: it will be found.
bool is_told_alone(const AddressAnswer& answer, const Others& others, const LookupContext& context) {
    return context.answer_alone && !context.position && answer.category != AddressCategory::unsure &&
           std::ranges::none_of(others, &AddressAlternative::equal);
}

/// The answer, where there is one, and the others: each is told as if it were alone.
void add_places(LookupAnswer& found, AnsweredAddress& best, const Others& others,
                const LookupContext& context) {
    const AddressAnswer& answer = best.answer();
    const bool sure = answer.category != AddressCategory::unsure;
    const bool alone = is_told_alone(answer, others, context);
    const FieldMask wanted =
        alone ? context.fields.named_among(address_fields()) : context.fields.among(address_fields());
    if (answer.found()) found.matches.push_back({address_record(best, wanted), reason_of(answer), 0, sure});
    if (alone) return;
    for (const AddressAlternative& alternative : others) {
        AddressAnswer other;
        other.place = alternative.place;
        other.category = AddressCategory::unsure;
        const unsigned rank = alternative.equal ? 0 : 1;
        AnsweredAddress told({}, std::move(other));
        found.matches.push_back(
            {address_record(told, wanted), alternative_reason(answer, alternative), rank, false});
    }
}

constexpr FieldName distance_from_given{"distance",
                                        {"与えた位置との距離（m）", "metres from the given position"}};

void say_also(LookupAnswer& found, const std::string& ja, const std::string& en) {
    if (!found.note_ja.empty()) found.note_en += "; ";
    found.note_ja += ja;
    found.note_en += en;
}

/// Metres between the point of a place and a position; none where either is not known or says nothing.
std::optional<double> distance_of(const AddressPlace& place, const std::optional<Coordinates>& position) {
    if (!position || !has_reliable_point(place) || place.point.level < MatchLevel::municipality)
        return std::nullopt;
    return metres_between(std::strtod(position->latitude.c_str(), nullptr),
                          std::strtod(position->longitude.c_str(), nullptr), place.point.latitude,
                          place.point.longitude);
}

void doubt_for_distance(LookupAnswer& found, double metres) {
    found.matches.front().sure = false;
    const std::string far = short_decimal(metres / 1000, 1);
    say_also(found,
             "与えた位置は、この住所の点から " + far +
                 " km 離れています。住所と位置のどちらが正しいか、地図で確かめてください。",
             "the given position is " + far +
                 " km from the point of this address; check on a map which of the two is right");
}

/// Tells how far the position that was given is from the point of each match, where that is wanted; doubts
/// an address that is far from it.
void compare_position(LookupAnswer& found, const AddressAnswer& answer, const Others& others,
                      std::string_view given, bool wanted) {
    const std::string text(trimmed(given));
    std::optional<Coordinates> position;
    if (auto read = parse_coordinates(text)) {
        position = *read;
    } else if (!text.empty()) {
        say_also(found, "緯度・経度「" + text + "」は読めないので、住所と比べていません。",
                 "'" + text + "' is no latitude and longitude, and was not compared with the address");
    }
    for (std::size_t i = 0; i < found.matches.size(); ++i) {
        std::optional<double> metres;
        if (i <= others.size()) metres = distance_of(i == 0 ? answer.place : others[i - 1].place, position);
        if (i == 0 && metres && is_far(answer.place.point.level, *metres)) doubt_for_distance(found, *metres);
        if (!wanted) continue;
        found.matches[i].fields.push_back(
            {distance_from_given, metres ? AnswerNumber{short_decimal(*metres, 0)} : AnswerValue()});
    }
}

/// What a clerk should know and can do.
void add_notes(LookupAnswer& found, std::string_view query, const AddressAnswer& answer,
               const Others& others) {
    const auto say = [&](const std::string& ja, const std::string& en) { say_also(found, ja, en); };
    if (!answer.old_municipality.empty()) {
        const std::string old(answer.old_municipality), until(answer.old_until);
        const std::string now = place_text({.prefecture = answer.place.prefecture,
                                            .county = answer.place.county,
                                            .city = answer.place.city,
                                            .ward = answer.place.ward});
        const bool as_it_was = now.ends_with(old);  // the registry has the town so
        const bool several = as_it_was || answer.reason == AddressReason::several_places;
        say("「" + old + "」は今はありません" + (until.empty() ? "" : "（" + until + "）") +
                (several ? "。どの市区町村になったかは町字によります。" : "。今は「" + now + "」です。"),
            "'" + old + "' was abolished" + (until.empty() ? "" : " (" + until + ")") +
                (several ? "; what it became depends on the town" : "; it is now '" + now + "'"));
    }
    if (answer.place.ended) {
        say("この町字は廃止されています。今の町字を市区町村に確かめてください。",
            "this town is abolished; ask the municipality for that of today");
    }
    const Text advice = advice_of(told_reason(answer));
    if (answer.reason == AddressReason::empty_text && !answer.spans.postal_code.empty()) {
        say("郵便番号だけです。町字と番地を書いてください。", "a postal code alone; write town and number");
    } else if (answer.reason == AddressReason::no_town && answer.category != AddressCategory::unsure) {
        say("市区町村のすぐあとの番地として読みました。", "read as a lot straight under the municipality");
    } else if (!advice.ja.empty()) {
        const Text why = term_of(told_reason(answer)).label;
        say(std::string(why.ja) + "。" + std::string(advice.ja),
            std::string(why.en) + ": " + std::string(advice.en));
    }
    const AddressSpans& spans = answer.spans;
    if (!spans.second.empty()) {
        const std::string second(slice(query, spans.second));
        say("もう1つの住所「" + second + "」は読んでいません。1つのセルに1つの住所を書いてください。",
            "the second address '" + second + "' was not read; write one address in a cell");
    }
    if (spans.address.begin > 0 && answer.category == AddressCategory::unsure) {
        const std::string front(slice(query, {0, spans.address.begin}));
        say("「" + front + "」は住所ではないものとして除きました。",
            "'" + front + "' in front was left out as no part of the address");
    }
    const std::size_t end = std::max(answer.spans.numbers.end, answer.spans.town.end);
    if (const auto lost = find_lost_digit(query); lost != query.npos && lost <= end + 3) {
        const std::string mark(query.substr(lost, code_point_at(query, lost).size));
        say("番地の「" + mark +
                "」は、読み取れなかった数字か打ち間違いと見られます。元の資料で確かめてください。",
            "'" + mark + "' stands where a digit was lost or mistyped; compare with the original");
    }
    if (!answer.found() && !others.empty()) {
        say("市区町村名に1字の打ち間違いがあれば、候補のどれかです。",
            "if one letter of the municipality is mistyped, it is one of the candidates");
    }
    if (answer.category != AddressCategory::unsure) return;
    const std::string name = answer.place.level >= MatchLevel::town
                                 ? std::string(slice(query, unknown_name_span(answer)))
                                 : std::string();
    if (!name.empty()) {
        say("「" + name + "」は台帳にない名前です。町字の名前を確かめてください。",
            "the registry does not know the name '" + name + "'; check the name of the town");
    } else if (advice.ja.empty() && !others.empty()) {
        say("ほかの読み方もできます。候補と見比べてください。",
            "it may also be read otherwise; compare the candidates");
    }
}

/// 402番地のニ is a mark of イロハニ, or 二: what the number is with the kanji stands beside, as a candidate.
void add_reading_as_kanji(LookupAnswer& found, std::string_view query, const AddressAnswer& answer,
                          const LookupContext& context, const AddressOptions& options) {
    constexpr std::pair<std::string_view, std::string_view> twins[] = {{"ニ", "二"}, {"ハ", "八"}};
    const Span numbers = answer.spans.numbers;
    for (const auto& [kana, kanji] : twins) {
        const auto at = slice(query, numbers).find(kana);
        if (numbers.empty() || at == std::string_view::npos) continue;
        std::string other(query);
        other.replace(numbers.begin + at, kana.size(), kanji);
        AddressAnswer read = match_in_area(*context.addresses, other, context.area, options).answer;
        read.category = AddressCategory::unsure;
        read.alternatives.clear();
        AnsweredAddress told(other, std::move(read));
        found.matches.push_back(
            {address_record(told, context.fields.among(address_fields())), other_reading_as_kanji, 1, false});
        const std::string mark(kana), number(kanji);
        const std::string link = found.note_en.empty() ? "" : "; ";
        found.note_ja +=
            "「" + mark + "」はカタカナとして読みました。漢数字の「" + number + "」なら、候補のとおりです。";
        found.note_en += link + "'" + mark + "' was read as kana; if it is the numeral '" + number +
                         "', see the candidate";
    }
}

/// The text names no municipality, and no town of the one that it is of.
void note_unknown_in_area(LookupAnswer& found, std::string_view area) {
    const MunicipalityPeriod* holder = MunicipalityHistory::embedded().holder(area, {});
    const std::string name = holder ? full_name(*holder) : std::string(area);
    found.note_ja = name + "にこの町字は見つかりません。町字の名前を確かめてください。";
    found.note_en = "this is no town of " + name + "; check the name of the town";
}

}  // namespace

LookupAnswer look_up_address(std::string_view query, const LookupContext& context) {
    LookupAnswer found;
    if (context.addresses == nullptr) {
        found.covered = false;
        found.note_ja = "町字のある台帳がありません。daicho build で作ってください。";
        found.note_en = "there is no registry with towns; make one with daicho build";
        return found;
    }
    AddressOptions options{.target = context.target};
    if (context.limit != 0) options.alternatives = context.limit - 1;
    AddressAnswer matched = match_in_area(*context.addresses, query, context.area, options).answer;
    const Others others = std::exchange(matched.alternatives, {});
    AnsweredAddress best(query, std::move(matched));
    const AddressAnswer& answer = best.answer();
    if (answer.place.level < MatchLevel::municipality && best.items().outside_registry) {
        found.covered = false;
        found.note_ja = std::string(municipality_not_covered.label.ja) +
                        "。その市区町村の公表データで台帳を作り直すと分かります（daicho update）。";
        found.note_en =
            std::string(municipality_not_covered.label.en) + "; load its towns (daicho update) to know";
        return found;
    }
    found.covered = answer.reason != AddressReason::town_not_covered;
    if (!answer.found() && !context.area.empty() && answer.reason == AddressReason::no_municipality) {
        note_unknown_in_area(found, context.area);
    } else {
        add_notes(found, query, answer, others);
    }
    if (answer.reason == AddressReason::empty_text && !answer.spans.postal_code.empty())
        add_towns_of_postal_code(found, query, answer, context);
    if (answer.found() || !others.empty()) add_places(found, best, others, context);
    if (answer.found()) {
        add_reading_as_kanji(found, query, answer, context, options);
        if (context.position)
            compare_position(found, answer, others, *context.position,
                             context.fields.wants(distance_from_given));
    }
    return found;
}

}  // namespace daicho
