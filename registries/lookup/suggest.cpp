#include "registries/lookup/suggest.hpp"

#include <algorithm>
#include <utility>

#include "grammars/text/digits.hpp"
#include "grammars/text/hepburn.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/utf8.hpp"
#include "registries/corporations/corporation_register.hpp"
#include "registries/corporations/name_search.hpp"
#include "registries/embedded/embedded_resolver.hpp"
#include "registries/embedded/municipality_names.hpp"
#include "registries/lookup/lookup.hpp"
#include "registries/lookup/town_fields.hpp"
#include "registries/sources/place_key.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

using Suggestions = std::vector<Suggestion>;

constexpr std::size_t least_looked_at = 50;  ///< before letters choose among them
constexpr std::size_t longest_text = 200;    ///< bytes; nothing has a longer name that anybody types

/// What was typed, in the forms that names are looked for in.
struct Typed {
    std::string text;  ///< narrow
    std::string kana;  ///< katakana, where it is kana or letters
};

const std::string towns_by_name =
    select_towns("t.name_key between ?1 and ?2 and (?3 = '' or t.lg_code = ?3) order by t.name_key limit 50");
const std::string towns_by_kana =
    select_towns("t.kana_key between ?1 and ?2 and (?3 = '' or t.lg_code = ?3) order by t.kana_key limit 50");
const std::string towns_of_municipality = select_towns("t.lg_code = ?1 order by t.machiaza_id limit 50");

std::string municipality_kana(const MunicipalityPeriod& one) {
    return std::string(one.prefecture_kana)
        .append(one.county_kana)
        .append(one.city_kana)
        .append(one.ward_kana);
}

void add_municipality(const MunicipalityPeriod& one, Suggestions& out) {
    if (!one.ended.empty()) return;
    out.push_back({"municipality", std::string(one.lg_code), full_name(one), municipality_kana(one)});
}

Suggestions suggest_municipalities(const Registry*, const Typed& typed, std::size_t limit) {
    Suggestions out;
    for (const std::string* text : {&typed.text, &typed.kana}) {
        if (text->empty() || !out.empty()) continue;
        auto named = municipalities_named(*text);
        std::stable_sort(named.begin(), named.end(),
                         [](const auto& a, const auto& b) { return a.above < b.above; });
        for (const NamedMunicipality& one : named) {
            if (out.size() < std::max(limit, least_looked_at)) add_municipality(*one.municipality, out);
        }
    }
    return out;
}

void add_towns(Statement& rows, std::size_t limit, Suggestions& out) {
    while (rows.step() && out.size() < limit) {
        const TownRow town(rows);
        if (!town.until().empty()) continue;
        out.push_back({"town", std::string(rows.text(0)).append(rows.text(1)), town.name(),
                       std::string(rows.text(9)).append(rows.text(10)).append(rows.text(11))});
    }
    rows.reset();
}

void add_towns_from(const Registry& registry, const std::string& sql, const std::string& key,
                    std::string_view municipality, std::size_t limit, Suggestions& out) {
    if (key.empty()) return;
    Statement& rows = registry.prepared(sql);
    const std::string end = key + "\xFF";
    rows.bind(0, std::string_view(key));
    rows.bind(1, std::string_view(end));
    rows.bind(2, municipality);
    add_towns(rows, limit, out);
}

Suggestions suggest_towns(const Registry* registry, const Typed& typed, std::size_t limit) {
    Suggestions out;
    if (!registry || !registry->has("town")) return out;
    for (const Place& place : embedded_resolver().resolve(typed.text)) {
        if (place.level < MatchLevel::municipality || out.size() >= limit) continue;
        const std::string_view rest = std::string_view(typed.text).substr(place.size);
        if (rest.empty()) {
            Statement& rows = registry->prepared(towns_of_municipality);
            rows.bind(0, std::string_view(place.lg_code));
            add_towns(rows, limit, out);
            continue;
        }
        const std::string kana = kana_typed(rest);
        add_towns_from(*registry, towns_by_name, place_key(rest), place.lg_code, limit, out);
        if (out.empty()) add_towns_from(*registry, towns_by_kana, place_key(kana), place.lg_code, limit, out);
    }
    if (out.empty()) add_towns_from(*registry, towns_by_name, place_key(typed.text), {}, limit, out);
    if (out.empty()) add_towns_from(*registry, towns_by_kana, place_key(typed.kana), {}, limit, out);
    return out;
}

void add_corporations(const Registry& registry, const std::string& name, std::size_t limit,
                      Suggestions& out) {
    NameQuery query;
    query.name = name;
    query.limit = limit;
    CorporateNameSearch search(registry.database());
    const CorporationRegister corporations(registry);
    for (const NameHit& hit : search.find(query).hits) {
        const auto state = corporations.find(static_cast<std::int64_t>(hit.number));
        if (!state) continue;
        namespace item = corporation_item;
        out.push_back({"corporation", (*state)[item::number], (*state)[item::name],
                       (*state)[item::prefecture] + (*state)[item::city] + (*state)[item::street]});
    }
}

Suggestions suggest_corporations(const Registry* registry, const Typed& typed, std::size_t limit) {
    Suggestions out;
    if (!registry || !registry->has("corporation_name_segment")) return out;
    add_corporations(*registry, typed.text, limit, out);
    const bool typed_letters = !typed.kana.empty() && typed.kana != typed.text;
    if (out.empty() && typed_letters) add_corporations(*registry, typed.kana, limit, out);
    return out;
}

Suggestions suggest_schools(const Registry* registry, const Typed& typed, std::size_t limit) {
    Suggestions out;
    if (!registry) return out;
    constexpr std::pair<std::string_view, std::string_view> tables[] = {
        {"school",
         "select schoolCode, name, coalesce(address, '') from school where name between ?1 and ?2 and "
         "coalesce(abolishedOn, '') = '' order by name limit 50"},
        {"university",
         "select schoolCode, name, coalesce(address, '') from university where name between ?1 and ?2 order "
         "by name limit 50"}};
    const std::string end = typed.text + "\xFF";
    for (const auto& [table, sql] : tables) {
        if (!registry->has(table) || typed.text.empty()) continue;
        Statement& rows = registry->prepared(sql);
        rows.bind(0, std::string_view(typed.text));
        rows.bind(1, std::string_view(end));
        while (rows.step() && out.size() < limit)
            out.push_back(
                {"school", std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2))});
        rows.reset();
    }
    return out;
}

Suggestions suggest_postal_codes(const Registry* registry, const Typed& typed, std::size_t limit) {
    Suggestions out;
    std::string digits = typed.text;
    std::erase(digits, '-');
    const bool code = digits.size() >= 3 && digits.size() <= 7 && std::ranges::all_of(digits, is_ascii_digit);
    if (!registry || !registry->has("postal_code") || !code) return out;
    Statement& rows = registry->prepared(
        "select postalCode, prefecture || cityAndCounty || town, townKana from postal_code where postalCode "
        "between ?1 and ?2 order by postalCode, town limit 50");
    const std::string end = digits + ":";  // behind all digits
    rows.bind(0, std::string_view(digits));
    rows.bind(1, std::string_view(end));
    while (rows.step() && out.size() < limit)
        out.push_back({"postal-code", std::string(rows.text(0)),
                       std::string(rows.text(0)).append(" ").append(rows.text(1)),
                       std::string(rows.text(2))});
    rows.reset();
    return out;
}

std::string lower_letters(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

/// Letters say more than the kana that they begin: chiyo is チヨ, and チョ is cho. Where readings agree with
/// the letters only those are kept.
void keep_agreeing(const Typed& typed, Suggestions& found) {
    const std::string letters = lower_letters(typed.text);
    const bool latin = std::ranges::all_of(letters, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!latin) return;
    const auto agrees = [&](const Suggestion& one) {
        return lower_letters(hepburn(one.detail)).find(letters) != std::string::npos;
    };
    if (std::ranges::any_of(found, agrees))
        std::erase_if(found, [&](const Suggestion& one) { return !agrees(one); });
}

struct SuggestedKind {
    std::string_view name;
    Suggestions (*suggest)(const Registry*, const Typed&, std::size_t);
};
constexpr SuggestedKind suggested_kinds[] = {
    {"municipality", suggest_municipalities},
    {"town", suggest_towns},
    {"corporation", suggest_corporations},
    {"postal-code", suggest_postal_codes},
    {"school", suggest_schools},
};

/// One of each in turn.
Suggestions in_turn(std::vector<Suggestions> found, std::size_t limit) {
    Suggestions out;
    for (std::size_t i = 0; out.size() < limit; ++i) {
        bool any = false;
        for (Suggestions& of_kind : found) {
            if (i >= of_kind.size()) continue;
            any = true;
            if (out.size() < limit) out.push_back(std::move(of_kind[i]));
        }
        if (!any) break;
    }
    return out;
}

}  // namespace

std::vector<Suggestion> suggest(const Registry* registry, std::string_view text,
                                const std::vector<std::string_view>& kinds, std::size_t limit) {
    if (text.empty() || text.size() > longest_text || find_invalid_utf8(text) != text.npos) return {};
    const Narrow narrow(text);
    const Typed typed{std::string(narrow.text()), kana_typed(text)};
    std::vector<Suggestions> found;
    for (const SuggestedKind& kind : suggested_kinds) {
        if (kinds.empty() || std::ranges::find(kinds, kind.name) != kinds.end())
            found.push_back(kind.suggest(registry, typed, limit));
        if (!found.empty()) keep_agreeing(typed, found.back());
    }
    return in_turn(std::move(found), limit);
}

}  // namespace daicho
