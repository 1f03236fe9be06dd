#include "registries/sources/land_map.hpp"

#include <charconv>
#include <cmath>
#include <span>
#include <unordered_map>
#include <utility>

#include "grammars/base/embedded_file.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/parse_number.hpp"
#include "grammars/formats/xml_reader.hpp"
#include "grammars/formats/xml_root.hpp"
#include "registries/embedded/embedded_table.hpp"
#include "registries/sources/land_map_shape.hpp"

namespace daicho {

std::span<const EmbeddedFile> land_map_tables();

namespace {

constexpr std::string_view map_uri = "http://www.moj.go.jp/MINJI/tizuxml";

/// Where the text of an element goes.
template <class Owner>
struct Field {
    std::string_view element;
    std::string Owner::*text;
};

constexpr Field<LandMap> map_fields[] = {
    {"version", &LandMap::version},
    {"地図名", &LandMap::name},
    {"市区町村コード", &LandMap::municipality_code},
    {"市区町村名", &LandMap::municipality_name},
    {"座標系", &LandMap::coordinate_system},
    {"測地系判別", &LandMap::datum_judgement},
    {"変換プログラム", &LandMap::conversion},
    {"変換プログラムバージョン", &LandMap::conversion_version},
    {"変換パラメータバージョン", &LandMap::conversion_parameters},
};
constexpr Field<LandMapPlace> place_fields[] = {
    {"大字コード", &LandMapPlace::oaza_code},  {"丁目コード", &LandMapPlace::chome_code},
    {"小字コード", &LandMapPlace::koaza_code}, {"予備コード", &LandMapPlace::spare_code},
    {"大字名", &LandMapPlace::oaza_name},      {"丁目名", &LandMapPlace::chome_name},
    {"小字名", &LandMapPlace::koaza_name},     {"予備名", &LandMapPlace::spare_name},
    {"地番", &LandMapPlace::lot_number},
};
constexpr Field<LandMapLot> lot_fields[] = {
    {"精度区分", &LandMapLot::accuracy},
    {"座標値種別", &LandMapLot::coordinate_kind},
};
constexpr Field<LandMapSheet> sheet_fields[] = {
    {"地図番号", &LandMapSheet::number}, {"縮尺分母", &LandMapSheet::scale},
    {"地図種類", &LandMapSheet::kind},   {"地図分類", &LandMapSheet::standing},
    {"地図材質", &LandMapSheet::medium},
};

std::string_view land_map_table(std::string_view name) {
    for (const EmbeddedFile& file : land_map_tables()) {
        if (file.path.ends_with(name)) return file.text;
    }
    return {};
}

/// The zone of "公共座標9系"; null for anything else.
const PlaneZone* zone_of(std::string_view system) {
    constexpr std::string_view front = "公共座標", back = "系";
    if (!system.starts_with(front) || !system.ends_with(back)) return nullptr;
    system.remove_prefix(front.size());
    unsigned number = 0;
    const auto digits = system.substr(0, system.size() - std::min(system.size(), back.size()));
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size() ? PlaneZone::find(number) : nullptr;
}

std::optional<Datum> datum_of(const LandMap& map) {
    std::optional<Datum> datum;
    for_each_line(land_map_table("land_map_datums.tsv"), [&](std::string_view line) {
        const bool fits = take_field(line) == map.datum_judgement && take_field(line) == map.conversion;
        if (fits) datum = line == to_string(Datum::jgd2000) ? Datum::jgd2000 : Datum::jgd2011;
    });
    return datum;
}

/// Builds a map out of the events of its XML.
class MapReader {
 public:
    explicit MapReader(ByteSource& file) : reader_(file), name_(file.name()) {}

    LandMap read();

 private:
    template <class Use>
    void for_each_child(Use&& use);
    template <class Owner, std::size_t size>
    bool take(const Field<Owner> (&fields)[size], Owner& owner);
    std::string id() const { return std::string(reader_.attribute("id").value_or("")); }
    std::string target() const { return std::string(reader_.attribute("idref").value_or("")); }

    void read_shapes();
    std::optional<PlanePoint> read_point();
    void read_curve(bool refers);
    std::optional<PlanePoint> read_position();
    void read_surface();
    void read_lot();
    LandMapPlace read_place();
    void read_sheet();
    std::string read_date();
    void finish();

    XmlReader reader_;
    std::string name_;
    LandMap map_;
    LandMapShapes shapes_;
    std::unordered_map<std::string, std::size_t> lot_of_brush_;
    std::vector<std::vector<std::string>> brushes_of_sheet_;
};

/// At a start: calls `use` at the start of each element below it, and goes to its end. `use` takes the
/// element to its end, or leaves it.
template <class Use>
void MapReader::for_each_child(Use&& use) {
    while (reader_.next_tag() == XmlEvent::start) {
        use(reader_.name());
        if (reader_.event() == XmlEvent::start) reader_.skip();
    }
}

template <class Owner, std::size_t size>
bool MapReader::take(const Field<Owner> (&fields)[size], Owner& owner) {
    for (const auto& field : fields) {
        if (field.element != reader_.name()) continue;
        owner.*field.text = reader_.read_text();
        return true;
    }
    return false;
}

LandMap MapReader::read() {
    if (reader_.next_tag() != XmlEvent::start || reader_.name() != "地図" || reader_.uri() != map_uri) {
        throw Error{ErrorKind::input, name_ + ": 登記所備付地図の XML（地図XML）ではありません",
                    name_ + ": this is not a map of a land registry office (地図XML)"};
    }
    for_each_child([&](std::string_view element) {
        if (element == "空間属性") {
            read_shapes();
        } else if (element == "主題属性") {
            for_each_child([&](std::string_view thing) {
                if (thing == "筆") read_lot();
            });
        } else if (element == "図郭") {
            read_sheet();
        } else {
            take(map_fields, map_);
        }
    });
    reader_.next();  // the end of the document, or the word that there is more
    finish();
    return std::move(map_);
}

void MapReader::read_shapes() {
    for_each_child([&](std::string_view element) {
        if (element == "GM_Point") {
            const std::string name = id();
            shapes_.add_point(name, read_point());
        } else if (element == "GM_Curve") {
            read_curve(false);
        } else if (element == "GM_OrientableCurve") {
            read_curve(true);
        } else if (element == "GM_Surface") {
            read_surface();
        }
    });
}

/// X and Y somewhere below the element. A number of ten thousand kilometres is none.
std::optional<PlanePoint> MapReader::read_point() {
    std::optional<double> x, y;
    const unsigned depth = reader_.depth();
    while (reader_.next() != XmlEvent::end || reader_.depth() != depth) {
        if (reader_.event() != XmlEvent::start) continue;
        const bool north = reader_.name() == "X";
        if (!north && reader_.name() != "Y") continue;
        const auto number = parse_number(reader_.read_text());
        (north ? x : y) = number && std::abs(*number) < 1e7 ? number : std::nullopt;
    }
    if (!x || !y) return std::nullopt;
    return PlanePoint{*x, *y};
}

/// One point of a line: its coordinates, or the name of a point.
std::optional<PlanePoint> MapReader::read_position() {
    std::optional<PlanePoint> point;
    for_each_child([&](std::string_view element) {
        if (element == "GM_Position.direct") {
            point = read_point();
        } else if (element == "GM_Position.indirect") {
            for_each_child([&](std::string_view) { point = shapes_.point(target()); });
        }
    });
    return point;
}

/// A line: points of its own, or (GM_OrientableCurve) another line, perhaps turned round.
void MapReader::read_curve(bool refers) {
    const std::string name = id();
    const unsigned depth = reader_.depth();
    std::vector<PlanePoint> points;
    std::string other;
    bool turned = false, complete = true;
    while (reader_.next_tag() != XmlEvent::end || reader_.depth() != depth) {
        if (reader_.event() != XmlEvent::start) continue;
        if (reader_.name() == "GM_OrientablePrimitive.orientation") {
            turned = reader_.read_text() == "-";
        } else if (reader_.name() == "GM_OrientablePrimitive.primitive") {
            other = target();
        } else if (reader_.name() == "GM_PointArray.column") {
            const auto point = read_position();
            complete &= point.has_value();
            if (point) points.push_back(*point);
        }
    }
    if (refers) {
        shapes_.add_turned_line(name, other, turned);
    } else if (complete) {
        shapes_.add_line(name, points, turned);
    }
}

void MapReader::read_surface() {
    const std::string name = id();
    const unsigned depth = reader_.depth();
    LandMapShapes::Surface surface;
    while (reader_.next_tag() != XmlEvent::end || reader_.depth() != depth) {
        if (reader_.event() != XmlEvent::start) continue;
        if (reader_.name() == "GM_SurfaceBoundary.exterior" ||
            reader_.name() == "GM_SurfaceBoundary.interior") {
            surface.push_back({reader_.name().ends_with("interior"), {}});
        } else if (reader_.name() == "GM_CompositeCurve.generator" && !surface.empty()) {
            surface.back().lines.push_back(target());
        }
    }
    shapes_.add_surface(name, std::move(surface));
}

LandMapPlace MapReader::read_place() {
    LandMapPlace place;
    for_each_child([&](std::string_view) { take(place_fields, place); });
    return place;
}

void MapReader::read_lot() {
    LandMapLot lot;
    lot.brush_id = id();
    lot.line = reader_.line();
    std::string surface;
    for_each_child([&](std::string_view element) {
        if (element == "形状") {
            surface = target();
        } else if (element == "筆界未定構成筆") {
            lot.undetermined.push_back(read_place());
        } else if (!take(place_fields, static_cast<LandMapPlace&>(lot))) {
            take(lot_fields, lot);
        }
    });
    shapes_.give_outline(surface, lot);
    lot_of_brush_.emplace(lot.brush_id, map_.lots.size());
    map_.lots.push_back(std::move(lot));
}

/// 年, 月 and 日 below the element: "1996-03".
std::string MapReader::read_date() {
    std::string date;
    for_each_child([&](std::string_view) {
        std::string part = reader_.read_text();
        if (part.size() == 1) part.insert(0, "0");
        date += (date.empty() ? "" : "-") + part;
    });
    return date;
}

void MapReader::read_sheet() {
    LandMapSheet sheet;
    auto& brushes = brushes_of_sheet_.emplace_back();
    for_each_child([&](std::string_view element) {
        if (element == "筆参照") {
            brushes.push_back(target());
        } else if (element == "方位不明フラグ") {
            sheet.orientation_unknown = reader_.read_text() == "true";
        } else if (element == "地図作成年月日") {
            sheet.made = read_date();
        } else if (element == "備付地図年月日") {
            sheet.deposited = read_date();
        } else if (element.ends_with("座標")) {
            if (const auto corner = read_point()) sheet.corners.push_back(*corner);
        } else {
            take(sheet_fields, sheet);
        }
    });
    map_.sheets.push_back(std::move(sheet));
}

void MapReader::finish() {
    map_.zone = zone_of(map_.coordinate_system);
    if (map_.zone) map_.datum = datum_of(map_);
    for (std::size_t sheet = 0; sheet < map_.sheets.size(); ++sheet) {
        for (const std::string& brush : brushes_of_sheet_[sheet]) {
            const auto lot = lot_of_brush_.find(brush);
            if (lot == lot_of_brush_.end()) continue;
            map_.lots[lot->second].sheets.push_back(static_cast<std::uint32_t>(sheet));
        }
    }
    for (LandMapLot& lot : map_.lots) locate(map_, lot);
}

}  // namespace

std::vector<GeographicPoint> LandMap::geographic(const LandMapRing& ring) const {
    std::vector<GeographicPoint> points;
    points.reserve(ring.points.size());
    for (const PlanePoint& point : ring.points) points.push_back(zone->to_geographic(point));
    return points;
}

LandMap read_land_map(ByteSource& file) {
    return MapReader(file).read();
}

bool is_land_map(std::string_view head) {
    const auto root = xml_root(head);
    return root && root->name == "地図" && root->uri == map_uri;
}

std::string_view lot_kind(std::string_view lot_number) {
    const std::string_view front = lot_number.substr(0, lot_number.find('-'));
    std::string_view kind = "lot";
    for_each_line(land_map_table("land_map_lots.tsv"), [&](std::string_view line) {
        if (take_field(line) == front) kind = take_field(line);
    });
    return kind;
}

}  // namespace daicho
