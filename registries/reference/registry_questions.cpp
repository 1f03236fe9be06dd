#include "registries/reference/registry_questions.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "registries/corporations/corporation_items.hpp"
#include "registries/reference/corporation_questions.hpp"
#include "registries/reference/place_questions.hpp"
#include "registries/reference/postal_questions.hpp"
#include "registries/reference/programme_questions.hpp"
#include "registries/sources/place_key.hpp"

namespace daicho {

namespace {

using Known = ReferenceAnswer::Known;

/// A key of a table whose rows may have an end. `sql` gives the end (or null) of each row of the key.
ReferenceAnswer known_until(const Registry& registry, std::string_view sql, std::string_view key,
                            std::string_view as_of) {
    Statement& rows = registry.prepared(sql);
    rows.bind(0, key);
    ReferenceAnswer answer{Known::absent, {}};
    while (rows.step()) {
        const std::string_view end = rows.text(0);
        const bool ended = !end.empty() && (as_of.empty() || as_of >= end);
        if (!ended) {
            answer = {Known::present, {}};
            break;
        }
        answer = {Known::ended, std::string(rows.columns() > 1 ? rows.text(1) : std::string_view())};
    }
    rows.reset();
    return answer;
}

/// Six digits of the municipality, seven of the town.
ReferenceAnswer ask_town(const Registry& registry, std::string_view key, std::string_view as_of) {
    if (key.size() != 13 || !registry.has("town") || !registry.covers("town", key.substr(0, 6))) return {};
    return known_until(registry,
                       "select ablt_date from town where lg_code = substr(?1, 1, 6) and machiaza_id = "
                       "substr(?1, 7)",
                       key, as_of);
}

ReferenceAnswer ask_postal_code(const Registry& registry, std::string_view key, std::string_view) {
    if (!registry.has("postal_code")) return {};
    auto answer = known_until(registry, "select null from postal_code where postalCode = ?", key, {});
    if (answer.known == Known::absent && registry.has("postal_office")) {
        answer = known_until(registry, "select null from postal_office where postalCode = ?", key, {});
    }
    return answer;
}

/// The register of corporations is complete for a prefecture only; which one a number belongs to it does not
/// say.
ReferenceAnswer ask_corporation(const Registry& registry, std::string_view key, std::string_view as_of) {
    if (!registry.has("corporation")) return {};
    auto answer = known_until(
        registry, "select closeDate, successorCorporateNumber from corporation where corporateNumber = ?",
        key, as_of);
    if (answer.known == Known::absent) answer.known = Known::not_covered;
    return answer;
}

/// The name of the town 131059/0001001, as published; nothing where there is no such town.
std::optional<std::string> find_town(AskedRegistry& asked, std::string_view key) {
    const Registry& registry = asked.registry;
    if (key.size() < 14 || !registry.has("town")) return std::nullopt;
    if (const auto* known = asked.towns.find(key)) return *known;
    Statement& rows = registry.prepared(
        "select coalesce(oaza_cho, '') || coalesce(chome, '') || coalesce(koaza, '') from town where lg_code "
        "= "
        "substr(?1, 1, 6) and machiaza_id = substr(?1, 8, 7)");
    rows.bind(0, key);
    std::optional<std::string> name;
    if (rows.step()) name = rows.text(0);
    rows.reset();
    return asked.towns.keep(key, std::move(name));
}

std::string town_name(AskedRegistry& asked, std::string_view key) {
    return find_town(asked, key).value_or("");
}

/// Asks for no column: those of a town take longer to read than the town to find.
bool has_town(AskedRegistry& asked, std::string_view key) {
    if (const auto* known = asked.towns.find(key)) return known->has_value();
    Statement& rows = asked.registry.prepared("select 1 from town where lg_code = ? and machiaza_id = ?");
    rows.bind(0, key.substr(0, 6));
    rows.bind(1, key.substr(7, 7));
    const bool found = rows.step();
    rows.reset();
    return found;
}

std::string town_known(AskedRegistry& asked, std::string_view key) {
    if (key.size() < 14 || !asked.registry.has("town")) return {};
    if (has_town(asked, key)) return "yes";
    return asked.registry.covers("town", key.substr(0, 6)) ? "no" : "";
}

/// 131059/0001001/白山一丁目
std::string town_named_so(AskedRegistry& asked, std::string_view key) {
    if (key.size() < 16) return {};
    const auto name = find_town(asked, key.substr(0, 14));
    if (!name || name->empty()) return {};
    return place_key(*name) == place_key(key.substr(15)) ? "yes" : "no";
}

namespace item = corporation_item;

constexpr KeyQuestion key_questions[] = {
    {"town", ask_town},
    {"postal_code", ask_postal_code},
    {"corporation", ask_corporation},
};

constexpr TextQuestion text_questions[] = {
    {"town", "name", town_name},
    {"town", "known", town_known},
    {"town", "named_so", town_named_so},
    {"postal_code", "agrees", postal_code_agrees},
    {"position", "inside", position_inside},
    {"corporation", "name", cells_of_corporation<item::name>},
    {"corporation", "kana", cells_of_corporation<item::furigana>},
    {"corporation", "english_name", cells_of_corporation<item::english_name>},
    {"corporation", "kind", cells_of_corporation<item::kind>},
    {"corporation", "prefecture", cells_of_corporation<item::prefecture>},
    {"corporation", "city", cells_of_corporation<item::city>},
    {"corporation", "street", cells_of_corporation<item::street>},
    {"corporation", "address", cells_of_corporation<item::prefecture, item::city, item::street>},
    {"corporation", "municipality", municipality_of_corporation},
    {"corporation", "postal_code", cells_of_corporation<item::post_code>},
    {"programme", "title", programme_title},
    {"programme", "authority", programme_authority},
    {"programme", "enquiries", programme_enquiries},
};

}  // namespace

const KeyQuestion* find_key_question(std::string_view kind) {
    const auto* found = std::ranges::find(key_questions, kind, &KeyQuestion::kind);
    return found == std::end(key_questions) ? nullptr : found;
}

const TextQuestion* find_text_question(std::string_view kind, std::string_view column) {
    const auto* found = std::ranges::find_if(
        text_questions, [&](const TextQuestion& one) { return one.kind == kind && one.column == column; });
    return found == std::end(text_questions) ? nullptr : found;
}

}  // namespace daicho
