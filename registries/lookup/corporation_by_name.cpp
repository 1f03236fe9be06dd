#include "registries/lookup/corporation_by_name.hpp"

#include <algorithm>

#include "registries/corporations/name_search.hpp"
#include "registries/corporations/seat_search.hpp"
#include "registries/lookup/corporation_fields.hpp"
#include "registries/lookup/kept_name_search.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

// By level, in its order.
constexpr Text reasons[name_levels] = {
    {"名称", "name"},
    {"名称（全角・半角、空白、記号、略記の違い）", "name, but for width, spaces, marks, short forms"},
    {"名称（かな、ダッシュ、異体字の違い）", "name, but for kana, dashes and variants of kanji"},
    {"法人格を除く名称（法人格は同じで位置が違う）", "name without its legal form, which stands elsewhere"},
    {"法人格を除く名称", "name without its legal form"},
    {"旧商号・旧名称", "former name"},
    {"フリガナ", "reading"},
    {"英語表記", "English name"},
    {"ほかの語とともに書かれた名称（部署、支店、施設、敬称など）",
     "name with other words (a department, a branch, a facility, a title)"},
    {"1 文字違い", "one character otherwise"},
    {"名称の始まり", "start of the name"},
    {"名称の一部", "part of the name"},
};
constexpr AnswerTerm reading_of_other_form{"reading-other-form",
                                           {"フリガナ（法人格が違う）", "reading, with another legal form"}};
constexpr AnswerTerm core_of_other_form{
    "core-other-form",
    {"法人格を除く名称（法人格が違う）", "name without its legal form, which is another one"}};

constexpr FieldName place_agreement{"place_agreement", {"所在地の一致", "address agrees"}, ShownIn::column};

// By agreement, in its order.
constexpr Text agreements[] = {{"町字・番地まで一致", "town and number"},
                               {"町字まで一致", "town"},
                               {"市区町村まで一致", "municipality"},
                               {"同じ市区町村の別の町字", "another town of the municipality"},
                               {"都道府県のみ一致", "prefecture only"},
                               {"不明", "not known"},
                               {"不一致", "no"}};

AnswerTerm reason_of(const NameHit& hit) {
    if (!hit.form_agrees && hit.level == NameLevel::reading) return reading_of_other_form;
    if (!hit.form_agrees && hit.level == NameLevel::other_form) return core_of_other_form;
    return {to_string(hit.level), reasons[static_cast<std::size_t>(hit.level)]};
}

void say(LookupAnswer& answer, const std::string& ja, const std::string& en) {
    answer.note_ja += ja;
    answer.note_en += (answer.note_en.empty() ? "" : "; ") + en;
}

/// Why the first is not the answer, and what to do.
void say_why(const NameAnswer& found, const CorporationFilter& wanted, LookupAnswer& answer) {
    if (found.hits.empty()) {
        if (found.place_is_covered) return;
        return say(
            answer,
            "この名称の法人はこの台帳にありません。その地域のすべての法人を収めた台帳ではないので、実在"
            "しないとは限りません。",
            "no corporation of this name is in this registry; it does not have all corporations of the area, "
            "so "
            "that there may be one");
    }
    if (found.sure) return;
    const NameHit& first = found.hits.front();
    if (found.equals > 1) {
        const std::string count = std::to_string(found.equals);
        return say(answer,
                   "同じ程度に合う法人が " + count + " 件あります。所在地か地域を添えて絞ってください。",
                   count + " corporations fit as well as the first; give the address or the place as well");
    }
    if (found.address_is_unplaced) {
        const std::string address(wanted.address);
        return say(answer,
                   "所在地「" + address +
                       "」の市区町村が読み取れず、この法人と確かめられません。市区町村から書いてください。",
                   "the municipality of the address '" + address +
                       "' cannot be told, so that it does not confirm the corporation; give it with its "
                       "municipality");
    }
    if (!wanted.address.empty() && first.place > PlaceAgreement::municipality) {
        return say(answer, "所在地が一致しません。同じ名称の別の法人かもしれません。",
                   "the address does not agree: it may be another corporation of that name");
    }
    if (first.level <= NameLevel::folded && !found.place_is_covered) {
        return say(
            answer,
            "この台帳にはその地域のすべての法人はないので、同じ名称の別の法人かもしれません。"
            "所在地を添えると確かめられます。",
            "this registry does not have all corporations of the area, so that another one of that name may "
            "be meant; give the address to confirm it");
    }
    say(answer, "名称だけではこの法人と決められません。所在地を添えると確かめられます。",
        "the name alone does not tell that it is this corporation; give the address to confirm it");
}

constexpr AnswerTerm at_address{"address", {"同じ所在地の法人", "corporation at that address"}};

/// Whether no corporation was found that the name may well be.
bool is_unknown_name(const NameAnswer& found) {
    if (found.hits.empty()) return true;
    const NameHit& first = found.hits.front();
    const bool elsewhere = first.place > PlaceAgreement::town && first.place != PlaceAgreement::unknown;
    return !found.sure && (first.level > NameLevel::within || elsewhere);
}

/// Corporations at the address that was given. They are hints where a name was asked for; where none was, one
/// that is alone there is the answer.
void add_corporations_at(const CorporationFilter& wanted, const LookupContext& context,
                         const NameAnswer* named, LookupAnswer& answer) {
    const Registry& registry = *context.registry;
    if (!SeatSearch::exists(registry.database())) return;
    const SeatSearch::Answer found = SeatSearch(registry.database(), context.addresses).find(wanted.address);
    const CorporationRegister corporations(registry);
    const unsigned rank = answer.matches.empty() ? 0 : answer.matches.back().rank + 1;
    std::size_t added = 0;
    for (const SeatSearch::Hit& hit : found.hits) {
        if ((hit.closed && !wanted.closed) || (!hit.closed && !wanted.live)) continue;
        const auto is_told = [&](const NameHit& one) { return one.number == hit.number; };
        if (named && std::ranges::any_of(named->hits, is_told)) continue;
        const auto states = corporations.states(static_cast<std::int64_t>(hit.number));
        const CorporationState* const state = CorporationRegister::present_of(states);
        if (!state) continue;
        AnswerRecord fields = corporation_fields(corporations, *state, states, context.as_of);
        fields.push_back({place_agreement, AnswerTerm{to_string(PlaceAgreement::number), agreements[0]}});
        answer.matches.push_back(
            {std::move(fields), at_address, rank + (hit.closed ? 1u : 0u), named == nullptr});
        ++added;
    }
    if (named && added > 0) {
        say(answer, "この所在地にある法人を候補として示します。名称が変わったのかもしれません。",
            "shown are the corporations at this address: the name may have changed");
    } else if (!named && added == 0) {
        say(answer,
            !found.has_number ? "所在地を番地まで書いてください。"
            : !found.has_postal_code
                ? "所在地の郵便番号が分かりません。郵便番号を添えるか、町字から書いてください。"
                : "この所在地の法人は台帳にありません。",
            !found.has_number        ? "give the address down to its number"
            : !found.has_postal_code ? "the postal code of the address is not known; put it in front"
                                     : "no corporation of the registry is at this address");
    }
}

}  // namespace

void find_corporations_at(std::string_view address, const LookupContext& context, LookupAnswer& answer) {
    CorporationFilter wanted = context.corporations;
    wanted.address = address;
    add_corporations_at(wanted, context, nullptr, answer);
}

void find_corporations_by_name(std::string_view name, const LookupContext& context, LookupAnswer& answer) {
    const Registry& registry = *context.registry;
    if (!registry.has("corporation_name_segment")) {
        say(answer, "この台帳には法人名の索引がありません。daicho build で作り直してください。",
            "this registry has no index of corporate names; make it again with daicho build");
        return;
    }
    const CorporationFilter& wanted = context.corporations;
    NameQuery query{.name = name,
                    .address = wanted.address,
                    .places = wanted.places,
                    .kinds = wanted.kinds,
                    .limit = context.limit == 0 ? 0 : context.limit + 1};
    if (wanted.live != wanted.closed) {
        query.state = wanted.live ? NameQuery::State::live : NameQuery::State::closed;
    }
    KeptNameSearch for_this_question;
    KeptNameSearch& names = context.names ? *context.names : for_this_question;
    const NameAnswer found = names.with(registry.database(), context.addresses).find(query);
    const CorporationRegister corporations(registry);
    for (std::size_t i = 0; i < found.hits.size(); ++i) {
        const NameHit& hit = found.hits[i];
        const auto states = corporations.states(static_cast<std::int64_t>(hit.number));
        const CorporationState* const present = CorporationRegister::present_of(states);
        const CorporationState* const asked =
            context.as_of.empty() ? present : CorporationRegister::state_on(context.as_of, states);
        const bool known = asked != nullptr;
        if (!known && !present) continue;
        AnswerRecord fields =
            corporation_fields(corporations, known ? *asked : *present, states, context.as_of);
        if (!wanted.address.empty()) {
            const Text& words = agreements[static_cast<std::size_t>(hit.place)];
            fields.push_back({place_agreement, AnswerTerm{to_string(hit.place), words}});
        }
        answer.matches.push_back(
            {std::move(fields), reason_of(hit), hit.rank(), found.sure && i == 0 && known});
    }
    answer.covered = found.place_is_covered;
    if (!found.hits.empty()) answer.closeness = {found.equals, found.margin};
    say_why(found, wanted, answer);
    if (!wanted.address.empty() && is_unknown_name(found))
        add_corporations_at(wanted, context, &found, answer);
}

}  // namespace daicho
