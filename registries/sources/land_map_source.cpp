#include <algorithm>
#include <charconv>
#include <functional>

#include "grammars/formats/batch_builder.hpp"
#include "grammars/values/check_digit.hpp"
#include "grammars/values/prefecture.hpp"
#include "registries/sources/land_map.hpp"
#include "registries/sources/place_key.hpp"
#include "registries/sources/source.hpp"

namespace daicho {

namespace {

constexpr std::size_t land_map_batch_size = 1000;

std::string fixed(double value, int decimals) {
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals).ptr;
    return {text, end};
}

/// Well-known text: a polygon, or several where several rings are no holes. Empty where there is no ring.
template <class Write>
std::string outline(const LandMapLot& lot, Write&& write) {
    std::string text;
    std::size_t polygons = 0;
    for (const LandMapRing& ring : lot.rings) {
        const bool more = ring.hole && polygons > 0;
        text += text.empty() ? "(" : more ? ", " : "), (";
        polygons += !more;
        text += "(";
        write(ring, text);
        text += ")";
    }
    if (text.empty()) return text;
    return polygons == 1 ? "POLYGON (" + text.substr(1) + ")" : "MULTIPOLYGON (" + text + "))";
}

template <class Points, class Pair>
void write_points(const Points& points, std::string& text, Pair&& pair) {
    for (const auto& point : points) text += pair(point) + ", ";
    text += pair(points.front());
}

std::string plane_outline(const LandMapLot& lot) {
    return outline(lot, [](const LandMapRing& ring, std::string& text) {
        write_points(ring.points, text,
                     [](const PlanePoint& point) { return fixed(point.y, 3) + " " + fixed(point.x, 3); });
    });
}

std::string geographic_outline(const LandMap& map, const LandMapLot& lot) {
    return outline(lot, [&](const LandMapRing& ring, std::string& text) {
        write_points(map.geographic(ring), text, [](const GeographicPoint& point) {
            return fixed(point.longitude, 9) + " " + fixed(point.latitude, 9);
        });
    });
}

/// A lot and what it is asked for.
struct Row {
    const std::string& file;
    const LandMap& map;
    const LandMapLot& lot;

    /// The first sheet that it lies on, else the first of the map.
    const LandMapSheet* sheet() const {
        if (map.sheets.empty()) return nullptr;
        return &map.sheets[lot.sheets.empty() ? 0 : lot.sheets.front()];
    }
    std::string of_sheet(std::string LandMapSheet::*text) const { return sheet() ? sheet()->*text : ""; }
};

std::string with_check_digit(const std::string& code) {
    const bool digits = code.size() == 5 && code.find_first_not_of("0123456789") == code.npos;
    return digits ? code + municipality_check_digit(code) : "";
}

std::string prefecture_of(std::string_view code) {
    for (const Prefecture& prefecture : prefectures()) {
        if (code.substr(0, 2) == prefecture.code) return std::string(prefecture.name);
    }
    return {};
}

std::string name_of(LotShape shape) {
    constexpr const char* names[] = {"closed", "open", "none"};
    return names[static_cast<std::size_t>(shape)];
}

/// Texts with ";" between them.
template <class Things, class Say>
std::string listed(const Things& things, Say&& say) {
    std::string text;
    for (const auto& thing : things) text += (text.empty() ? "" : ";") + std::string(say(thing));
    return text;
}

std::string full_name(const LandMapPlace& place) {
    return place.oaza_name + place.chome_name + place.koaza_name + place.spare_name + place.lot_number;
}

struct Column {
    const char* item;
    std::string (*text)(const Row& row);
};

const Column lot_columns[] = {
    {"map_file", [](const Row& row) { return row.file; }},
    {"moj_map_brushid", [](const Row& row) { return row.lot.brush_id; }},
    {"lg_code", [](const Row& row) { return with_check_digit(row.map.municipality_code); }},
    {"moj_map_city_code", [](const Row& row) { return row.map.municipality_code; }},
    {"pref", [](const Row& row) { return prefecture_of(row.map.municipality_code); }},
    {"city", [](const Row& row) { return row.map.municipality_name; }},
    {"moj_map_oaza_code", [](const Row& row) { return row.lot.oaza_code; }},
    {"moj_map_chome_code", [](const Row& row) { return row.lot.chome_code; }},
    {"moj_map_koaza_code", [](const Row& row) { return row.lot.koaza_code; }},
    {"moj_map_spare_code", [](const Row& row) { return row.lot.spare_code; }},
    {"oaza_cho", [](const Row& row) { return row.lot.oaza_name; }},
    {"chome", [](const Row& row) { return row.lot.chome_name; }},
    {"koaza", [](const Row& row) { return row.lot.koaza_name; }},
    {"spare", [](const Row& row) { return row.lot.spare_name; }},
    {"prc_num", [](const Row& row) { return row.lot.lot_number; }},
    {"lot_kind", [](const Row& row) { return std::string(lot_kind(row.lot.lot_number)); }},
    {"undetermined_lots", [](const Row& row) { return listed(row.lot.undetermined, full_name); }},
    {"shape", [](const Row& row) { return name_of(row.lot.shape); }},
    {"area", [](const Row& row) { return row.lot.rings.empty() ? "" : fixed(row.lot.area, 2); }},
    {"rep_lon", [](const Row& row) { return row.lot.position ? fixed(row.lot.position->longitude, 9) : ""; }},
    {"rep_lat", [](const Row& row) { return row.lot.position ? fixed(row.lot.position->latitude, 9) : ""; }},
    {"datum", [](const Row& row) { return row.map.datum ? std::string(to_string(*row.map.datum)) : ""; }},
    {"plane_zone", [](const Row& row) { return row.map.zone ? std::to_string(row.map.zone->number()) : ""; }},
    {"outline", [](const Row& row) { return row.map.zone ? geographic_outline(row.map, row.lot) : ""; }},
    {"plane_outline", [](const Row& row) { return plane_outline(row.lot); }},
    {"accuracy", [](const Row& row) { return row.lot.accuracy; }},
    {"coordinate_kind", [](const Row& row) { return row.lot.coordinate_kind; }},
    {"sheet_numbers",
     [](const Row& row) {
         return listed(row.lot.sheets, [&](std::uint32_t sheet) { return row.map.sheets[sheet].number; });
     }},
    {"scale", [](const Row& row) { return row.of_sheet(&LandMapSheet::scale); }},
    {"map_name", [](const Row& row) { return row.map.name; }},
    {"map_kind", [](const Row& row) { return row.of_sheet(&LandMapSheet::kind); }},
    {"map_standing", [](const Row& row) { return row.of_sheet(&LandMapSheet::standing); }},
    {"map_made", [](const Row& row) { return row.of_sheet(&LandMapSheet::made); }},
    {"map_deposited", [](const Row& row) { return row.of_sheet(&LandMapSheet::deposited); }},
    {"coordinate_system", [](const Row& row) { return row.map.coordinate_system; }},
    {"datum_judgement", [](const Row& row) { return row.map.datum_judgement; }},
    {"conversion", [](const Row& row) { return row.map.conversion; }},
};

/// "46505-3411-1" of "a.zip!46505-3411-1.zip!46505-3411-1.xml".
std::string name_of_map(std::string_view locator) {
    const auto at = locator.find_last_of("!/");
    if (at != locator.npos) locator.remove_prefix(at + 1);
    return std::string(locator.substr(0, locator.rfind('.')));
}

class LandMapStream final : public RecordStream {
 public:
    explicit LandMapStream(std::unique_ptr<ByteSource> file)
        : source_(std::move(file)), file_(name_of_map(source_->name())), map_(read_land_map(*source_)) {
        for (const Column& column : lot_columns) header_.emplace_back(column.item);
    }

    const std::vector<std::string>& header() const override { return header_; }
    std::size_t columns() const override { return header_.size(); }
    std::string encoding() const override { return "UTF-8"; }

    bool next(Batch& batch) override {
        BatchBuilder builder(batch);
        builder.begin(at_ + 1);
        const std::size_t end = std::min(at_ + land_map_batch_size, map_.lots.size());
        if (at_ == end) return false;
        for (; at_ < end; ++at_) {
            const Row row{file_, map_, map_.lots[at_]};
            builder.record(row.lot.line);
            for (const Column& column : lot_columns) builder.cell(column.text(row));
        }
        builder.end();
        return true;
    }

 private:
    std::unique_ptr<ByteSource> source_;
    std::string file_;
    LandMap map_;
    std::vector<std::string> header_;
    std::size_t at_ = 0;
};

const FileForm form{
    [](std::string_view, std::string_view head) { return is_land_map(head); },
    [](std::unique_ptr<ByteSource> file) -> std::unique_ptr<RecordStream> {
        return std::make_unique<LandMapStream>(std::move(file));
    },
};

}  // namespace

// 登記所備付地図データ, one XML file a map; columns in models/publications/land_map.gifm. The ids of lots
// tell those of one map only, so that a map is told by the name of its file, and speaks for itself alone.
Source land_map_source() {
    return {
        .id = "land-map",
        .title = {"登記所備付地図データ", "Land registry maps"},
        .publisher = "法務省",
        .url = "https://www.moj.go.jp/MINJI/minji05_00494.html",
        .licence = "LicenseRef-MOJ-registry-map-terms",
        .credit = "「登記所備付地図データ」（法務省）を加工して作成",
        .layouts =
            {
                {.table = "land_map_lot",
                 .model = "publications.land_map/LandMapLot",
                 .key = {"map_file", "moj_map_brushid"},
                 .coverage = "map_file",
                 .derived = {{"name_key", {"oaza_cho", "chome", "koaza"}, add_place_key}},
                 .indexes = {"name_key, lg_code, prc_num"},
                 .place = "parcel",
                 .outline = "lot",
                 .place_condition = "lot_kind = 'lot'",
                 .place_name = {"pref", "city", "oaza_cho", "chome", "koaza", "spare", "prc_num"},
                 .form = &form,
                 .note = {"座標は地図の測地系のまま経緯度にしています。JGD2000 と JGD2011 "
                          "は、2011年の地震で測量成果が改定された "
                          "20都県では最大約 6 m 違います",
                          "coordinates keep the datum of the map; JGD2000 and JGD2011 differ by up to 6 m in "
                          "the 20 "
                          "prefectures whose survey was revised after the earthquake of 2011"}},
            },
    };
}

}  // namespace daicho
