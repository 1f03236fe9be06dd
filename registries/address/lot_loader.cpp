// Residences and parcels: sorted keys of each town, and their points beside.

#include <algorithm>
#include <numeric>

#include "registries/address/index_draft.hpp"
#include "registries/address/lot_key.hpp"

namespace daicho {

using namespace address_format;

namespace {

/// One of the two registers, and its positions, which a registry need not have.
struct LotTable {
    const char* table;
    const char* positions;
    const char* columns;  ///< town, three numbers, id
    const char* joined;   ///< the key of both
    const char* point;    ///< of the first position
    const char* order;
};
constexpr LotTable residence_table = {
    "residence",
    "residence_position",
    "r.lg_code || r.machiaza_id, r.blk_num, r.rsdt_num, r.rsdt_num2, r.blk_id || '/' || r.rsdt_id || '/' || "
    "r.rsdt2_id",
    "lg_code, machiaza_id, blk_id, rsdt_id, rsdt2_id",
    "min(p.rep_lat), min(p.rep_lon)",
    " group by r.lg_code, r.machiaza_id, r.blk_id, r.rsdt_id, r.rsdt2_id"};
constexpr LotTable parcel_table = {"parcel",
                                   "parcel_position",
                                   "r.lg_code || r.machiaza_id, r.prc_num1, r.prc_num2, r.prc_num3, r.prc_id",
                                   "lg_code, machiaza_id, prc_id",
                                   "p.rep_lat, p.rep_lon",
                                   " order by r.lg_code, r.machiaza_id, r.prc_id"};

std::string lots_sql(const LotTable& lots, const Registry& registry) {
    const bool points = registry.has(lots.positions);
    std::string sql = std::string("select ") + lots.columns + ", " + (points ? lots.point : "null, null") +
                      " from " + lots.table + " r";
    if (points) sql += std::string(" left join ") + lots.positions + " p using (" + lots.joined + ")";
    return sql + lots.order;
}

struct Lot {
    LotKey key;
    Point point;
    std::uint32_t id;  ///< string; 0: it follows from the numbers
};

std::string padded(std::string_view number, std::size_t size) {
    return number.size() < size ? std::string(size - number.size(), '0').append(number) : std::string(number);
}

/// The id that a row with these numbers has in nearly all files.
std::string usual_id(const Statement& row, bool parcels) {
    const std::size_t size = parcels ? 5 : 3;
    std::string id;
    for (int part = 1; part <= 3; ++part) {
        if (part > 1 && !parcels) id += '/';
        const std::string_view number = row.text(part);
        if (parcels || !number.empty()) id += padded(number, size);
    }
    return id;
}

/// Parts that are no numbers; their numbers follow their order only when all are known.
class OddParts {
 public:
    std::uint32_t part(std::string_view text) {
        if (text.empty()) return 0;
        const std::uint32_t number = numeric_lot_part(text);
        if (number != 0) return number;
        const auto [found, fresh] = known_.try_emplace(
            odd_lot_part(text), Known{static_cast<std::uint32_t>(known_.size()), std::string(text)});
        (void)fresh;
        return std::min(first_odd_part + found->second.number, largest_lot_part);
    }

    void finish(IndexDraft& draft) {
        order_.resize(known_.size());
        for (const auto& [text, known] : known_) {
            order_[known.number] = static_cast<std::uint32_t>(draft.odd_parts.size());
            draft.odd_parts.push_back(draft.strings.add(text));
            draft.odd_part_texts.push_back(draft.strings.add(known.written));
        }
    }

    LotKey settled(LotKey key) const {
        std::array<std::uint32_t, 3> parts{};
        for (unsigned i = 0; i < 3; ++i) {
            parts[i] = lot_part(key, i);
            if (parts[i] >= first_odd_part) parts[i] = first_odd_part + order_[parts[i] - first_odd_part];
        }
        return lot_key(parts);
    }

 private:
    struct Known {
        std::uint32_t number;
        std::string written;
    };
    std::map<std::string, Known> known_;
    std::vector<std::uint32_t> order_;
};

class LotLoader {
 public:
    LotLoader(IndexDraft& draft, bool parcels)
        : draft_(draft), parcels_(parcels), lots_(draft.towns.size()) {}

    void read(const Registry& registry, OddParts& odd) {
        Statement rows =
            registry.database().prepare(lots_sql(parcels_ ? parcel_table : residence_table, registry));
        while (rows.step()) {
            const auto town = draft_.town_at.find(std::string(rows.text(0)));
            if (town == draft_.town_at.end()) continue;
            const std::string_view id = rows.text(4);
            Lot lot{lot_key({odd.part(rows.text(1)), odd.part(rows.text(2)), odd.part(rows.text(3))}),
                    {no_degree, no_degree},
                    id == usual_id(rows, parcels_) ? 0 : draft_.strings.add(id)};
            if (!rows.is_null(5)) lot.point = {micro_degrees(rows.real(5)), micro_degrees(rows.real(6))};
            lots_[town->second].push_back(lot);
        }
    }

    void put(const OddParts& odd) {
        auto& keys = parcels_ ? draft_.parcels : draft_.residences;
        auto& points = parcels_ ? draft_.parcel_points : draft_.residence_points;
        for (std::uint32_t town = 0; town < lots_.size(); ++town) {
            auto& lots = lots_[town];
            for (Lot& lot : lots) lot.key = odd.settled(lot.key);
            std::ranges::stable_sort(lots, {}, &Lot::key);
            TownRecord& record = draft_.towns[town];
            (parcels_ ? record.first_parcel : record.first_residence) =
                static_cast<std::uint32_t>(keys.size());
            for (const Lot& lot : lots) {
                if (lot.id != 0)
                    draft_.odd_rows.push_back({static_cast<std::uint32_t>(keys.size()), parcels_, lot.id});
                keys.push_back(lot.key);
                points.push_back(lot.point);
            }
        }
    }

 private:
    IndexDraft& draft_;
    bool parcels_;
    std::vector<std::vector<Lot>> lots_;
};

}  // namespace

void load_lots(IndexDraft& draft, const Registry& registry) {
    OddParts odd;
    LotLoader residences{draft, false};
    LotLoader parcels{draft, true};
    if (registry.has("residence")) residences.read(registry, odd);
    if (registry.has("parcel")) parcels.read(registry, odd);
    odd.finish(draft);
    residences.put(odd);
    parcels.put(odd);
}

}  // namespace daicho
