#include "registries/lookup/address_by_id.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "grammars/text/digits.hpp"
#include "registries/lookup/field_names.hpp"
#include "registries/lookup/town_fields.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

constexpr FieldName place_id{"id", {"住所のID", "id"}, ShownIn::title};
constexpr FieldName level{"level", {"種別", "level"}};
constexpr FieldName number{"number", {"番号", "number"}, ShownIn::column};
constexpr FieldName latitude{"latitude", {"緯度", "latitude"}};
constexpr FieldName longitude{"longitude", {"経度", "longitude"}};

constexpr AnswerTerm town_level{"town", {"町字", "town"}};
constexpr AnswerTerm block_level{"block", {"街区", "block"}};
constexpr AnswerTerm residence_level{"residence", {"住居", "residence"}};
constexpr AnswerTerm parcel_level{"parcel", {"地番", "parcel"}};

const std::string town_of_id = select_towns("t.lg_code = ?1 and t.machiaza_id = ?2");

/// How a level is found: its number within the town, and its points.
struct LevelQuery {
    const AnswerTerm& term;
    std::string_view table;
    std::string_view number;  ///< SQL; empty: the town has none
    std::string_view points_table;
    std::string_view points;
};

constexpr LevelQuery of_town{town_level,
                             "town",
                             {},
                             "town_position",
                             "select avg(rep_lat), avg(rep_lon) from town_position where lg_code = ?1 and "
                             "machiaza_id = ?2 and rep_lat is not null"};
constexpr LevelQuery of_block{
    block_level, "block", "select blk_num from block where lg_code = ?1 and machiaza_id = ?2 and blk_id = ?3",
    "block_position",
    "select avg(rep_lat), avg(rep_lon) from block_position where lg_code = ?1 and machiaza_id = ?2 and "
    "blk_id = ?3 and rep_lat is not null"};
constexpr LevelQuery of_residence{
    residence_level, "residence",
    "select coalesce(blk_num || '-', '') || rsdt_num || coalesce('-' || rsdt_num2, '') from residence where "
    "lg_code = ?1 and machiaza_id = ?2 and blk_id = ?3 and rsdt_id = ?4 and rsdt2_id = ?5",
    "residence_position",
    "select avg(rep_lat), avg(rep_lon) from residence_position where lg_code = ?1 and machiaza_id = ?2 and "
    "blk_id = ?3 and rsdt_id = ?4 and rsdt2_id = ?5"};
constexpr LevelQuery of_parcel{
    parcel_level, "parcel",
    "select prc_num1 || coalesce('-' || prc_num2, '') || coalesce('-' || prc_num3, '') from parcel where "
    "lg_code = ?1 and machiaza_id = ?2 and prc_id = ?3",
    "parcel_position",
    "select avg(rep_lat), avg(rep_lon) from parcel_position where lg_code = ?1 and machiaza_id = ?2 and "
    "prc_id = ?3 and rep_lat is not null"};

constexpr std::size_t town_digits = 13, code_digits = 6, parcel_digits = 15;

/// The parts of an id: municipality and town, then what stands behind the hyphens.
std::vector<std::string> parts_of(std::string_view id) {
    std::vector<std::string> parts;
    const std::size_t first = std::min(id.find('-'), id.size());
    if (first != town_digits) return {};
    parts.emplace_back(id.substr(0, code_digits));
    parts.emplace_back(id.substr(code_digits, first - code_digits));
    for (std::size_t at = first; at < id.size();) {
        const std::size_t end = std::min(id.find('-', at + 1), id.size());
        parts.emplace_back(id.substr(at + 1, end - at - 1));
        at = end;
    }
    for (const std::string& part : parts) {
        if (part.empty() || !std::ranges::all_of(part, is_ascii_digit)) return {};
    }
    return parts;
}

const LevelQuery* level_of(std::vector<std::string>& parts) {
    if (parts.size() == 2) return &of_town;
    if (parts.size() == 3) return parts[2].size() == parcel_digits ? &of_parcel : &of_block;
    if (parts.size() == 4) parts.emplace_back();
    return parts.size() == 5 ? &of_residence : nullptr;
}

Statement& bound(const Registry& registry, std::string_view sql, const std::vector<std::string>& parts) {
    Statement& row = registry.prepared(sql);
    for (std::size_t i = 0; i < parts.size(); ++i) row.bind(static_cast<int>(i), std::string_view(parts[i]));
    return row;
}

AnswerNumber degrees(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.6f", value);
    return {text};
}

void add_point(const Registry& registry, const LevelQuery& query, const std::vector<std::string>& parts,
               AnswerRecord& record) {
    AnswerField north{latitude, {}}, east{longitude, {}};
    if (registry.has(query.points_table)) {
        Statement& row = bound(registry, query.points, parts);
        if (row.step() && !row.is_null(0)) {
            north.value = degrees(row.real(0));
            east.value = degrees(row.real(1));
        }
        row.reset();
    }
    record.push_back(std::move(north));
    record.push_back(std::move(east));
}

}  // namespace

std::string address_id(std::string_view lg_code, std::string_view machiaza_id, std::string_view blk_id,
                       std::string_view rsdt_id, std::string_view rsdt2_id, std::string_view prc_id) {
    if (lg_code.empty() || machiaza_id.empty()) return {};
    std::string id(lg_code);
    id += machiaza_id;
    if (!prc_id.empty()) return id.append("-").append(prc_id);
    for (const std::string_view part : {blk_id, rsdt_id, rsdt2_id}) {
        if (part.empty()) break;
        id.append("-").append(part);
    }
    return id;
}

std::optional<AnswerRecord> address_by_id(const Registry& registry, std::string_view id) {
    std::vector<std::string> parts = parts_of(id);
    if (parts.empty() || !registry.has("town")) return std::nullopt;
    const LevelQuery* query = level_of(parts);
    if (!query || !registry.has(query->table)) return std::nullopt;
    std::string found;
    if (!query->number.empty()) {
        Statement& row = bound(registry, query->number, parts);
        const bool there = row.step();
        if (there) found = row.text(0);
        row.reset();
        if (!there) return std::nullopt;
    }
    const std::vector<std::string> of_town{parts[0], parts[1]};  // a statement views what is bound to it
    Statement& town = bound(registry, town_of_id, of_town);
    std::optional<AnswerRecord> record;
    if (town.step()) record = TownRow(town).record();
    town.reset();
    if (!record) return std::nullopt;
    record->insert(record->begin(),
                   {text_field(place_id, id), {level, query->term}, text_field(number, found)});
    add_point(registry, *query, parts, *record);
    return record;
}

}  // namespace daicho
