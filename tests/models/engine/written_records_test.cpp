#include <array>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "models/engine/model_set.hpp"
#include "models/engine/transformer.hpp"
#include "tests/support/checked_text.hpp"
#include "tests/support/told_addresses.hpp"
#include "tests/support/told_corporations.hpp"

using namespace daicho;
using Cells = std::vector<std::string>;

namespace {

constexpr unsigned drawn_tables = 20, drawn_records = 150;

/// What is known of a place or corporation, by the column that says it; what two of them have in common is of
/// both.
using Facts = std::map<std::string, std::string, std::less<>>;

/// A record of one of the facts, some cells left empty; in two of three one cell is of another one's.
/// `together`: columns that are drawn as one, by the number of the first.
Cells draw(const Cells& columns, const std::vector<Facts>& facts,
           const std::map<std::size_t, std::size_t>& together, std::mt19937& random) {
    const std::size_t own = random() % facts.size(), other = random() % facts.size();
    const std::size_t strange = random() % 3 == 0 ? columns.size() : random() % columns.size();
    Cells cells;
    std::vector<bool> empty;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto first = together.find(i);
        const std::size_t as = first == together.end() ? i : first->second;
        empty.push_back(as == i ? random() % 3 == 0 : empty[as]);
        cells.push_back(empty[i] ? "" : facts[as == strange ? other : own].at(columns[i]));
    }
    return cells;
}

std::string csv_of(const Cells& headers, const std::vector<Cells>& records) {
    std::string csv;
    const auto add = [&](const Cells& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) csv.append(i == 0 ? "" : ",").append(cells[i]);
        csv += '\n';
    };
    add(headers);
    for (const Cells& cells : records) add(cells);
    return csv;
}

/// Which of the facts a cell may be of; all of them where it is empty.
std::set<std::size_t> owners(const std::vector<Facts>& facts, const std::string& column,
                             const std::string& cell) {
    std::set<std::size_t> all;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto fact = facts[i].find(column);
        if (cell.empty() || fact == facts[i].end() || fact->second == cell) all.insert(i);
    }
    return all;
}

bool agree(const std::set<std::size_t>& one, const std::set<std::size_t>& other) {
    for (const std::size_t i : one) {
        if (other.contains(i)) return true;
    }
    return false;
}

struct Written {
    Cells headers;
    std::vector<Cells> records;
    std::set<std::uint64_t> told;  ///< numbers of records with a finding
};

/// Transforms the records, and checks what was written in the same way. Rules before `first` tell of no
/// contradiction.
Written write(const Model& model, const std::string& csv, const InspectionOptions& asked,
              std::string_view first = {}) {
    const CheckedText source(model, csv, asked);
    TransformOptions options;
    options.addresses = asked.addresses;
    const Transformer transformer(source.inspector, options);
    Written written;
    for (const auto& column : transformer.columns()) written.headers.push_back(column.header);
    Transformed out;
    transformer.transform(source.batch, out);
    for (std::size_t record = 0; record < out.size(); ++record) {
        Cells& cells = written.records.emplace_back();
        for (const auto cell : out.cells(record)) cells.emplace_back(cell);
    }
    const CheckedText result(model, csv_of(written.headers, written.records), asked);
    for (const Finding& finding : result.inspection.findings) {
        if (finding.rule.text >= first) written.told.insert(finding.record);
    }
    return written;
}

/// The pairs of columns that differ in a record about which nothing is told: "コード 市区町村".
std::set<std::string> silent_contradictions(const Written& written, const std::vector<Facts>& facts) {
    std::set<std::string> pairs;
    for (std::size_t record = 0; record < written.records.size(); ++record) {
        if (written.told.contains(record + 1)) continue;
        const Cells& cells = written.records[record];
        for (std::size_t i = 0; i < cells.size(); ++i) {
            for (std::size_t j = i + 1; j < cells.size(); ++j) {
                if (agree(owners(facts, written.headers[i], cells[i]),
                          owners(facts, written.headers[j], cells[j])))
                    continue;
                pairs.insert(written.headers[i] + "=" + cells[i] + " " + written.headers[j] + "=" + cells[j]);
            }
        }
    }
    return pairs;
}

struct KnownPlace {
    const char *code, *town, *prefecture, *city, *street, *block;
    double north, east;
};
constexpr KnownPlace known_places[] = {
    {"131059", "0001001", "東京都", "文京区", "白山一丁目", "2-3", 35.72, 139.75},
    {"131059", "0007002", "東京都", "文京区", "湯島二丁目", "4-5", 35.81, 139.86},
    {"302015", "0012000", "和歌山県", "和歌山市", "冬野", "677", 34.18, 135.21},
};

std::vector<Facts> facts_of_places() {
    std::vector<Facts> facts;
    for (const KnownPlace& place : known_places) {
        const std::string city = std::string(place.prefecture) + place.city;
        facts.push_back({{"全国地方公共団体コード", place.code},
                         {"町字ID", place.town},
                         {"都道府県", place.prefecture},
                         {"市区町村(郡)", place.city},
                         {"町字", place.street},
                         {"番地以下", place.block},
                         {"連結表記", city + place.street + place.block},
                         {"代表点の緯度", std::to_string(place.north)},
                         {"代表点の経度", std::to_string(place.east)}});
    }
    return facts;
}

/// Everything that can be put together of the parts, as a registry that has these towns answers.
ToldAddresses tell_places() {
    ToldAddresses told;
    for (const KnownPlace& place : known_places) {
        LocatedAddress found = ToldAddresses::house();
        found.lg_code = place.code;
        found.town_id = place.town;
        found.prefecture = place.prefecture;
        found.city_and_county = place.city;
        found.street_address = place.street;
        found.city_block = place.block;
        found.building.clear();
        found.postal_code = {};
        found.latitude = place.north;
        found.longitude = place.east;
        for (const std::string prefecture : {"", place.prefecture}) {
            told.tell(prefecture + place.city + place.street + place.block, found);
            for (const KnownPlace& other : known_places) {
                LocatedAddress unknown = found;
                unknown.sure = unknown.exact = false;
                unknown.doubt = AddressDoubt::town_unknown;
                unknown.town_id = {};
                unknown.level = MatchLevel::municipality;
                if (std::string_view(other.city) != place.city)
                    told.tell(prefecture + place.city + other.street + other.block, unknown);
            }
        }
    }
    return told;
}

/// Knows the municipalities of the places.
class KnownCodes final : public ReferenceData {
 public:
    void find(std::string_view, std::span<const std::string_view>, std::string_view,
              std::span<ReferenceAnswer>) const override {}
    /// As a registry with these towns answers the questions of the models.
    std::string text(std::string_view kind, std::string_view key, std::string_view column) const override {
        std::string answer;
        for (const KnownPlace& place : known_places) {
            if (!key.starts_with(place.code)) continue;
            if (kind == "municipality")
                return std::string(column == "prefecture" ? place.prefecture
                                   : column == "city"     ? place.city
                                                          : "");
            if (kind == "position") return inside(place, key) ? "yes" : "no";
            if (kind != "town") return {};
            const std::string town = std::string(place.code) + "/" + place.town;
            if (!key.starts_with(town)) {
                if (column == "known" && answer.empty()) answer = "no";
                continue;
            }
            return column == "known" || key == town + "/" + place.street ? "yes" : "no";
        }
        return answer;
    }

 private:
    static bool inside(const KnownPlace& place, std::string_view key) {
        return key.find("/" + std::to_string(place.north).substr(0, 3)) != key.npos &&
               key.find("/" + std::to_string(place.east).substr(0, 4)) != key.npos;
    }
};

}  // namespace

TEST_CASE(
    "a record that is written agrees with itself about its place, or a finding tells that it does not") {
    ModelSet models;
    const Model& model = models.get("Address");
    const std::vector<Facts> facts = facts_of_places();
    const ToldAddresses addresses = tell_places();
    const KnownCodes codes;
    InspectionOptions options;
    options.addresses = &addresses;
    options.reference = &codes;
    const Cells columns = {
        "全国地方公共団体コード", "町字ID",      "都道府県", "市区町村(郡)", "町字", "番地以下", "連結表記",
        "代表点の緯度",           "代表点の経度"};
    std::mt19937 random(14);
    std::set<std::string> silent;
    unsigned told = 0, wrongly = 0;
    for (unsigned table = 0; table < drawn_tables; ++table) {
        std::vector<Cells> records;
        while (records.size() < drawn_records) {
            Cells cells = draw(columns, facts, {{8, 7}}, random);
            if (cells[6].empty() || (cells[0].empty() && !cells[1].empty())) continue;
            records.push_back(std::move(cells));
        }
        const Written written = write(model, csv_of(columns, records), options);
        REQUIRE(written.records.size() == drawn_records);
        for (std::size_t record = 0; record < drawn_records; ++record) {
            const bool is_told = written.told.contains(record + 1);
            const Written alone{written.headers, {written.records[record]}, {}};
            const std::set<std::string> pairs = silent_contradictions(alone, facts);
            told += is_told;
            wrongly += is_told && pairs.empty();
            if (!is_told) silent.insert(pairs.begin(), pairs.end());
        }
    }
    CHECK(told > drawn_tables * drawn_records / 5);
    CHECK(wrongly == 0);
    CHECK(silent == std::set<std::string>{});
}

namespace {

struct NamedCorporation {
    const char *number, *name, *kana, *kind, *city, *street, *code, *address;
};
constexpr NamedCorporation named_corporations[] = {
    {"1170001000849", "株式会社北芳", "キタヨシ", "301", "和歌山市", "北島１４番地の１３", "302015",
     "和歌山県和歌山市北島14-13"},
    {"1170001007200", "合同会社南海工業", "ナンカイコウギョウ", "305", "海南市", "冷水２１番地", "302023",
     "和歌山県海南市冷水21"},
    {"8000012010038", "有限会社東山商店", "ヒガシヤマショウテン", "302", "橋本市", "東家６丁目１番６号",
     "302031", "和歌山県橋本市東家6-1-6"},
};

std::vector<Facts> facts_of_corporations() {
    std::vector<Facts> facts;
    for (const NamedCorporation& one : named_corporations) {
        facts.push_back({{"法人番号", one.number},
                         {"商号または名称", one.name},
                         {"商号または名称(カナ)", one.kana},
                         {"組織種別", one.kind},
                         {"登記住所_全国地方公共団体コード", one.code},
                         {"登記住所", one.address}});
    }
    return facts;
}

ToldCorporations tell_corporations() {
    ToldCorporations told;
    for (const NamedCorporation& one : named_corporations) {
        KnownCorporation known = ToldCorporations::company();
        known.name = one.name;
        known.kana = one.kana;
        known.kind = one.kind;
        known.city = one.city;
        known.street = one.street;
        known.lg_code = one.code;
        told.tell(one.number, known);
    }
    return told;
}

}  // namespace

TEST_CASE("a record that is written agrees with itself about its corporation, or a finding tells otherwise") {
    ModelSet models;
    const Model& model = models.get("LegalEntity");
    const std::vector<Facts> facts = facts_of_corporations();
    const ToldCorporations corporations = tell_corporations();
    InspectionOptions options;
    options.corporations = &corporations;
    const Cells columns = {
        "法人番号", "商号または名称", "商号または名称(カナ)", "組織種別", "登記住所_全国地方公共団体コード",
        "登記住所"};
    std::mt19937 random(15);
    std::set<std::string> silent;
    unsigned told = 0, wrongly = 0;
    std::vector<Cells> records;
    while (records.size() < 600) {
        Cells cells = draw(columns, facts, {}, random);
        if (!cells[0].empty()) records.push_back(std::move(cells));
    }
    const Written written = write(model, csv_of(columns, records), options, "R430");
    REQUIRE(written.records.size() == records.size());
    for (std::size_t record = 0; record < records.size(); ++record) {
        // What the source has is compared under its own headers; the result has others beside them.
        const bool is_told = written.told.contains(record + 1);
        const Written alone{columns, {records[record]}, {}};
        const std::set<std::string> pairs = silent_contradictions(alone, facts);
        told += is_told;
        wrongly += is_told && pairs.empty();
        if (!is_told) silent.insert(pairs.begin(), pairs.end());
    }
    CHECK(told > 100);
    CHECK(wrongly == 0);
    CHECK(silent == std::set<std::string>{});
}
