// Towns of the registry and where they are.

#include <cstdlib>
#include <set>

#include "registries/address/index_draft.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr const char* towns_sql =
    "select lg_code, machiaza_id, oaza_cho, chome, koaza, oaza_cho_kana, oaza_cho_roma, koaza_kana, "
    "koaza_roma, "
    "post_code, chome_number, rsdt_addr_flg, ablt_date, name_key from town order by lg_code, machiaza_id, "
    "rsdt_addr_flg";

TownRecord town_of(IndexDraft& draft, const Statement& row, std::uint16_t municipality) {
    const auto text = [&](int column) { return draft.strings.add(row.text(column)); };
    TownRecord town{};
    town.machiaza_id = text(1);
    town.oaza_cho = text(2);
    town.chome = text(3);
    town.koaza = text(4);
    town.oaza_cho_kana = text(5);
    town.oaza_cho_roma = text(6);
    town.koaza_kana = text(7);
    town.koaza_roma = text(8);
    town.postal_code = text(9);
    town.latitude = town.longitude = no_degree;
    town.municipality = municipality;
    town.chome_number = static_cast<std::uint16_t>(std::atoi(std::string(row.text(10)).c_str()));
    if (!row.text(12).empty()) town.flags |= town_ended;
    return town;
}

/// A list of towns with points, and what its rows are called by.
struct PointTable {
    const char* table;
    const char* sql;  ///< lg_code, name_key, latitude, longitude
};
constexpr PointTable point_tables[] = {
    {"mlit_town",
     "select lg_code, name_key, latitude, longitude from mlit_town where lg_code is not null and name_key is "
     "not null"},
    {"nationwide_town",
     "select lg_code, name_key, lat, lng from nationwide_town where lg_code is not null and lat is not null"},
};

using NamedPoints = std::unordered_map<std::string, Point>;

NamedPoints read_named_points(const Registry& registry) {
    NamedPoints points;
    for (const PointTable& table : point_tables) {
        if (!registry.has(table.table)) continue;
        Statement rows = registry.database().prepare(table.sql);
        while (rows.step()) {
            points.try_emplace(std::string(rows.text(0)).append(rows.text(1)),
                               Point{micro_degrees(rows.real(2)), micro_degrees(rows.real(3))});
        }
    }
    return points;
}

/// About 10 km: two lists that differ by more do not speak of the same place.
bool far_apart(const TownRecord& town, const Point& other) {
    constexpr std::int64_t limit = 100'000;  // micro-degrees
    return std::abs(std::int64_t{town.latitude} - other.latitude) > limit ||
           std::abs(std::int64_t{town.longitude} - other.longitude) > limit;
}

/// Other lists give points to towns that have none, and doubt those that are far from theirs.
void take_named_points(IndexDraft& draft, const Registry& registry) {
    const NamedPoints points = read_named_points(registry);
    if (points.empty()) return;
    Statement rows = registry.database().prepare(
        "select lg_code || machiaza_id, lg_code || name_key from town where name_key is not null");
    while (rows.step()) {
        const auto found = draft.town_at.find(std::string(rows.text(0)));
        const auto point = points.find(std::string(rows.text(1)));
        if (found == draft.town_at.end() || point == points.end()) continue;
        TownRecord& town = draft.towns[found->second];
        if ((town.flags & town_point_own) != 0) {
            if (far_apart(town, point->second)) town.flags |= town_point_suspicious;
        } else if (town.latitude == no_degree) {
            town.latitude = point->second.latitude;
            town.longitude = point->second.longitude;
        }
    }
}

/// The municipality of today whose town this is, where that is certain.
std::uint16_t municipality_now(const IndexDraft& draft, std::uint16_t index) {
    if (index < draft.present) return index;
    const MunicipalityRecord& m = draft.municipalities[index];
    for (std::uint16_t i = 0; i < draft.present; ++i) {
        if (same_names(draft.municipalities[i], m)) return i;  // it got another code
    }
    for (const Succession& succession : draft.successions) {
        if (draft.text(m.city) == succession.county && draft.text(m.ward) == succession.name &&
            succession.successors.size() == 1) {
            return succession.successors.front();
        }
    }
    return index;
}

/// 浜松市北区 became parts of 中央区 and of 浜名区: the list of postal codes says which of its towns went
/// where.
class TownsOfParts {
 public:
    TownsOfParts(const IndexDraft& draft, const Registry& registry) : draft_(draft), registry_(registry) {
        for (const Succession& succession : draft.successions) {
            if (succession.successors.size() > 1)
                parted_.emplace(succession.county + succession.name, &succession);
        }
    }

    /// The one part of which the list has the name, or the longest beginning of it that any has; `index`
    /// where none or several do.
    std::uint16_t part_of(std::uint16_t index, std::string_view name_key) {
        if (index < draft_.present || name_key.empty()) return index;
        const MunicipalityRecord& m = draft_.municipalities[index];
        const auto parted = parted_.find(std::string(draft_.text(m.city)).append(draft_.text(m.ward)));
        if (parted == parted_.end()) return index;
        read_towns();
        for (std::size_t size = name_key.size(); size > 0; --size) {
            const auto town = towns_.find(std::string(name_key.substr(0, size)));
            if (town == towns_.end()) continue;
            std::set<std::uint16_t> parts;
            for (const std::uint16_t successor : parted->second->successors) {
                if (town->second.contains(successor)) parts.insert(successor);
            }
            if (!parts.empty()) return parts.size() == 1 ? *parts.begin() : index;
        }
        return index;
    }

 private:
    /// Those of the parts alone.
    void read_towns() {
        if (read_) return;
        read_ = true;
        if (!registry_.has("postal_code")) return;
        std::map<std::string, std::uint16_t, std::less<>> codes;
        for (const auto& [name, succession] : parted_) {
            for (const std::uint16_t part : succession->successors) {
                codes.emplace(draft_.text(draft_.municipalities[part].lg_code).substr(0, 5), part);
            }
        }
        Statement rows = registry_.database().prepare(
            "select localGovernmentCode, town_key from postal_code where town_key <> ''");
        while (rows.step()) {
            const auto code = codes.find(rows.text(0));
            if (code != codes.end()) towns_[std::string(rows.text(1))].insert(code->second);
        }
    }

    const IndexDraft& draft_;
    const Registry& registry_;
    std::map<std::string, const Succession*> parted_;                    ///< by county or city, and name
    std::map<std::string, std::set<std::uint16_t>, std::less<>> towns_;  ///< by key
    bool read_ = false;
};

}  // namespace

void load_towns(IndexDraft& draft, const Registry& registry) {
    if (!registry.has("town")) return;
    TownsOfParts parts{draft, registry};
    std::vector<std::uint16_t> now(draft.municipalities.size());
    for (std::uint16_t i = 0; i < now.size(); ++i) now[i] = municipality_now(draft, i);
    Statement rows = registry.database().prepare(towns_sql);
    while (rows.step()) {
        const std::string key = std::string(rows.text(0)).append(rows.text(1));
        const auto [found, fresh] =
            draft.town_at.try_emplace(key, static_cast<std::uint32_t>(draft.towns.size()));
        if (fresh) {
            const std::uint16_t municipality = draft.municipality_at.at(std::string(rows.text(0)));
            const std::uint16_t today = parts.part_of(now[municipality], rows.text(13));
            draft.towns.push_back(town_of(draft, rows, today));
            if (today != municipality) draft.towns.back().flags |= town_of_older_edition;
        }
        draft.towns[found->second].flags |= rows.text(11) == "1" ? town_residential : town_not_residential;
    }
}

void load_town_points(IndexDraft& draft, const Registry& registry) {
    if (registry.has("town_position")) {
        Statement rows = registry.database().prepare(
            "select lg_code || machiaza_id, rep_lat, rep_lon from town_position order by lg_code, "
            "machiaza_id");
        while (rows.step()) {
            const auto town = draft.town_at.find(std::string(rows.text(0)));
            if (town == draft.town_at.end()) continue;
            TownRecord& record = draft.towns[town->second];
            record.latitude = micro_degrees(rows.real(1));
            record.longitude = micro_degrees(rows.real(2));
            record.flags |= town_point_own;
        }
    }
    take_named_points(draft, registry);
}

}  // namespace daicho
