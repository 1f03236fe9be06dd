#include <catch2/catch.hpp>
#include <fstream>

#include "registries/builder/builder.hpp"
#include "registries/lookup/lookup.hpp"
#include "registries/lookup/outline_of_point.hpp"
#include "tests/support/registry_rows.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

const std::string cut = DAICHO_SOURCE_DIR "/tests/data/mlit-boundaries/N03-20210101_30_cut.geojson";

using Rows = std::vector<std::string>;

/// A square of 0.1 degrees.
std::string square(double latitude, double longitude) {
    std::string text = "[[";
    for (const auto& [north, east] : {std::pair{0.0, 0.0}, {0.0, 0.1}, {0.1, 0.1}, {0.1, 0.0}, {0.0, 0.0}})
        text += (text.size() > 2 ? ",[" : "[") + std::to_string(longitude + east) + "," +
                std::to_string(latitude + north) + ",12.5]";
    return text + "]]";
}

std::string feature(const std::string& properties, const std::string& coordinates) {
    return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates +
           "},\"properties\":{" + properties + "}}";
}

std::string municipality(const std::string& city, const std::string& name, const std::string& code,
                         const std::string& coordinates) {
    return feature("\"N03_001\":\"静岡県\",\"N03_002\":null,\"N03_003\":" + city + ",\"N03_004\":\"" + name +
                       "\",\"N03_007\":" + code,
                   coordinates);
}

void write(const std::string& path, const std::vector<std::string>& features) {
    std::ofstream file(path);
    file << "{\"type\":\"FeatureCollection\",\"features\":[\n";
    for (std::size_t i = 0; i < features.size(); ++i) file << (i == 0 ? "" : ",\n") << features[i];
    file << "]}";
}

LookupAnswer near(const Registry& registry, const std::string& point) {
    return look_up(*find_lookup_kind("near"), point, {.registry = &registry});
}

std::string field(const LookupAnswer& answer, std::string_view key, std::size_t match = 0) {
    if (match >= answer.matches.size()) return {};
    for (const AnswerField& one : answer.matches[match].fields) {
        if (one.name.key != key) continue;
        if (const auto* text = std::get_if<std::string>(&one.value)) return *text;
        if (const auto* term = std::get_if<AnswerTerm>(&one.value)) return std::string(term->key);
    }
    return {};
}

}  // namespace

TEST_CASE("boundaries of municipalities are rows of a registry, and hold the places in them") {
    const ScratchFolder folder;
    const std::string path = folder / "r.sqlite";
    const BuildReport report = build_registry(path, {cut}, {});
    REQUIRE(report.files.size() == 1);
    CHECK(
        registry_rows(
            path, "select N03_004, lg_code, max(part) from municipality_outline group by 1, 2 order by 2") ==
        Rows{"和歌山市|302015|4", "海南市|302023|1", "有田市|302040|3"});
    const Registry registry(path);
    const auto around = [&](double latitude, double longitude) {
        const auto found = outline_of_point(registry, "municipality", latitude, longitude, 300);
        return found ? found->name + (found->metres > 0 ? "?" : "") : std::string();
    };
    CHECK(around(34.2305, 135.1708) == "和歌山県和歌山市");  // its city hall
    CHECK(around(34.1553, 135.2092) == "和歌山県海南市");
    CHECK(around(34.0831, 135.1275) == "和歌山県有田市");
    CHECK(around(34.28, 135.01) == "和歌山県和歌山市");  // 地ノ島
    CHECK(around(34.2648, 135.06).ends_with("?"));       // off the coast, as the cut draws it
    CHECK(around(34.25, 135.0).empty());
    CHECK_FALSE(outline_of_point(registry, "municipality", 34.2305, 135.1708, 300, "302023"));
    CHECK(field(near(registry, "34.2305 135.1708"), "lg_code") == "302015");
    CHECK(near(registry, "34.2305 135.1708").status() == LookupAnswer::Status::found);
    CHECK(near(registry, "34.2648 135.06").status() == LookupAnswer::Status::unsure);
}

TEST_CASE("an outline of before a merger tells the municipality of today") {
    const ScratchFolder folder;
    write(folder / "N03-050101_22.geojson",
          {municipality("\"引佐郡\"", "引佐町", "\"22522\"", square(34.8, 137.6)),
           municipality("\"浜松市\"", "浜北区", "\"22136\"", square(34.8, 137.7)),
           municipality("null", "所属未定地", "null", square(34.8, 137.8))});
    build_registry(folder / "r.sqlite", {folder / "N03-050101_22.geojson"}, {});
    const Registry registry(folder / "r.sqlite");
    CHECK(field(near(registry, "34.85 137.75"), "name") == "静岡県浜松市浜名区");
    CHECK(field(near(registry, "34.85 137.75"), "basis") == "municipality-outline");
    CHECK(field(near(registry, "34.85 137.85"), "name").empty());
    CHECK(registry_rows(folder / "r.sqlite", "select count(*) from municipality_outline") == Rows{"3"});
}

TEST_CASE("the outline of the municipality, then that of the town, go before the points of towns") {
    const ScratchFolder folder;
    write(folder / "N03-20240101_22.geojson",
          {municipality("null", "掛川市", "\"22213\"", square(34.7, 138.0)),
           municipality("null", "袋井市", "\"22216\"", square(34.7, 137.9))});
    write(folder / "h22ka22.geojson", {feature("\"KEY_CODE\":\"22213001000\",\"PREF_NAME\":\"静岡県\",\"CITY_"
                                               "NAME\":\"掛川市\",\"S_NAME\":\"城下\","
                                               "\"HCODE\":8101,\"X_CODE\":138.05,\"Y_CODE\":34.75",
                                               square(34.7, 138.0))});
    // The point of the town of the other municipality is nearer.
    std::ofstream(folder / "japanese_towns.csv") << "pref,city,town,koaza,lat,lng\n静岡県,掛川市,城下,,34.79,"
                                                    "138.09\n静岡県,掛川市,仁藤,,34.75,138.06\n"
                                                    "静岡県,袋井市,高尾,,34.705,137.99\n";
    const auto built = [&](const std::vector<std::string>& files) {
        std::vector<std::string> paths;
        for (const auto& file : files) paths.push_back(folder / file);
        build_registry(folder / "r.sqlite", paths, {});
        return near(Registry(folder / "r.sqlite"), "34.706 138.005");
    };
    const auto points = built({"japanese_towns.csv"});
    CHECK(field(points, "name") == "静岡県袋井市高尾");
    const auto narrowed = built({"japanese_towns.csv", "N03-20240101_22.geojson"});
    CHECK(field(narrowed, "lg_code") == "222135");
    CHECK(field(narrowed, "basis") == "municipality-outline");
    CHECK(field(narrowed, "certain") == "municipality");
    const auto drawn = built({"japanese_towns.csv", "N03-20240101_22.geojson", "h22ka22.geojson"});
    CHECK(field(drawn, "name") == "静岡県掛川市城下");
    CHECK(field(drawn, "basis") == "town-outline");
    CHECK(drawn.matches.front().reason.key == "inside");
}

TEST_CASE("beside an outline lies its municipality, unless the next town is of one that is not drawn") {
    const ScratchFolder folder;
    write(folder / "N03-20240101_22.geojson",
          {municipality("null", "掛川市", "\"22213\"", square(34.7, 138.0))});
    std::ofstream(folder / "japanese_towns.csv") << "pref,city,town,koaza,lat,lng\n静岡県,掛川市,城下,,34.75,"
                                                    "138.001\n静岡県,袋井市,高尾,,34.78,137.995\n";
    build_registry(folder / "r.sqlite", {folder / "japanese_towns.csv", folder / "N03-20240101_22.geojson"},
                   {});
    const Registry registry(folder / "r.sqlite");
    const auto gap = near(registry, "34.75 137.999");
    CHECK(field(gap, "lg_code") == "222135");
    CHECK(field(gap, "certain") == "none");
    CHECK(gap.note_en.find("91 m") != gap.note_en.npos);
    const auto beyond = near(registry, "34.78 137.999");
    CHECK(field(beyond, "lg_code") == "222160");
    CHECK(field(beyond, "basis") == "towns");
}

TEST_CASE("a newer edition takes the place of an older one of its prefecture") {
    const ScratchFolder folder;
    write(folder / "N03-20230101_22.geojson",
          {municipality("\"浜松市\"", "浜北区", "\"22136\"", square(34.8, 137.7)),
           municipality("null", "掛川市", "\"22213\"", square(34.7, 138.0))});
    write(folder / "N03-20240101_22.geojson",
          {municipality("null", "掛川市", "\"22213\"", square(34.71, 138.0))});
    build_registry(folder / "r.sqlite",
                   {folder / "N03-20230101_22.geojson", folder / "N03-20240101_22.geojson"}, {});
    CHECK(registry_rows(folder / "r.sqlite", "select N03_007 from municipality_outline") == Rows{"22213"});
    CHECK(registry_rows(folder / "r.sqlite", "select count(*) from municipality_outline_history") ==
          Rows{"2"});
    const Registry registry(folder / "r.sqlite");
    CHECK_FALSE(outline_of_point(registry, "municipality", 34.85, 137.75, 300));
    CHECK_FALSE(outline_of_point(registry, "municipality", 34.7001, 138.05, 300));
}

TEST_CASE("a feature without polygons is a row and no place, a broken file is refused") {
    const ScratchFolder folder;
    write(folder / "N03-20240101_22.geojson",
          {municipality("null", "掛川市", "\"22213\"", square(34.7, 138.0)),
           "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"N03_001\":\"静岡県\",\"N03_007\":"
           "\"22216\"}}"});
    const BuildReport report = build_registry(folder / "r.sqlite", {folder / "N03-20240101_22.geojson"}, {});
    CHECK(report.files.front().rows.stored == 2);
    CHECK(registry_rows(folder / "r.sqlite", "select lg_code from outline") == Rows{"222135"});
    std::ofstream(folder / "broken.geojson")
        << "{\"type\":\"FeatureCollection\",\"features\":[{\"properties\":{\"N03_007\":\"22216\"},";
    CHECK_THROWS_AS(build_registry(folder / "s.sqlite", {folder / "broken.geojson"}, {}), Error);
}

TEST_CASE("what lies beside the GeoJSON in the zip of the ministry is told for what it is") {
    const ScratchFolder folder;
    write(folder / "N03-20240101_22.geojson",
          {municipality("null", "掛川市", "\"22213\"", square(34.7, 138.0))});
    std::ofstream(folder / "N03-20240101_22.shp", std::ios::binary)
        << std::string("\0\0\x27\x0A\0\0\0\0", 8) << std::string(92, '\0');
    std::ofstream(folder / "other.geojson") << "{\"type\":\"FeatureCollection\",\"features\":[]}";
    const BuildReport report = build_registry(
        folder / "r.sqlite",
        {folder / "N03-20240101_22.geojson", folder / "N03-20240101_22.shp", folder / "other.geojson"}, {});
    REQUIRE(report.files.size() == 3);
    CHECK(report.files[0].table == "municipality_outline");
    CHECK(report.files[1].note.en.starts_with("a shapefile"));
    CHECK(report.files[2].note.en.starts_with("GeoJSON, but without"));
}
