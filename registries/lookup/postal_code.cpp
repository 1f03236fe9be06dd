#include <algorithm>
#include <string>

#include "grammars/text/kana.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/values/postal_code.hpp"
#include "registries/embedded/embedded_resolver.hpp"
#include "registries/lookup/field_names.hpp"
#include "registries/lookup/lookup.hpp"
#include "registries/sources/place_key.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

constexpr AnswerTerm by_code{"code", {"郵便番号", "postal code"}};
constexpr AnswerTerm by_town{"town", {"町域", "town"}};

constexpr FieldName postal_code{"postal_code", {"郵便番号", "postal code"}, ShownIn::title};
constexpr FieldName town{"town", {"町域", "town"}, ShownIn::nowhere};
constexpr FieldName town_kana{"town_kana", {"町域（カナ）", "town, kana"}, ShownIn::nowhere};
constexpr FieldName city_and_county{"city_and_county", {"市区町村", "municipality"}, ShownIn::nowhere};
constexpr FieldName office{"office", {"事業所", "office"}, ShownIn::column};
constexpr FieldName block{"city_block", {"番地以下", "block"}};
constexpr FieldName municipality{"municipality_code", {"団体コード（5桁）", "municipality, 5 digits"}};
constexpr FieldName edition{"edition", {"版", "edition"}};

constexpr std::string_view area_columns =
    "select p.postalCode, p.prefecture, p.cityAndCounty, p.town, p.prefectureKana || p.cityAndCountyKana || "
    "p.townKana, p.townKana, p.localGovernmentCode, f.edition from postal_code p join file f on f.id = "
    "p.file where ";
const std::string areas_by_code = std::string(area_columns) + "p.postalCode = ?";
const std::string areas_by_town =
    std::string(area_columns) + "p.town_key = ?1 and p.localGovernmentCode = ?2";
constexpr std::string_view offices_by_code =
    "select p.postalCode, p.prefecture, p.cityAndCounty, p.town, p.officeKana, p.office, p.cityBlock, "
    "p.localGovernmentCode, f.edition from postal_office p join file f on f.id = p.file where p.postalCode = "
    "?";

/// No town of Japan Post has a longer key, in bytes.
constexpr std::size_t longest_town = 512;

class Question {
 public:
    Question(const Registry& registry, LookupAnswer& answer) : registry_(registry), answer_(answer) {}

    void ask_code(std::string_view code) {
        if (registry_.has("postal_code")) add_areas(registry_.prepared(areas_by_code), code, {}, by_code);
        if (registry_.has("postal_office")) add_offices(code);
    }

    /// A town with its municipality: its codes. The longest start of the text that is a town counts.
    void ask_town(std::string_view text) {
        for (const Place& place : embedded_resolver().resolve(text)) {
            if (place.level < MatchLevel::municipality) continue;
            const std::string key = place_key(text.substr(place.size));
            for (std::size_t size = std::min(key.size(), longest_town); size > 0 && answer_.matches.empty();
                 --size) {
                const bool inside =
                    size < key.size() && (static_cast<unsigned char>(key[size]) & 0xC0) == 0x80;
                if (inside) continue;
                add_areas(registry_.prepared(areas_by_town), key.substr(0, size), place.lg_code.substr(0, 5),
                          by_town);
            }
        }
    }

 private:
    void add_areas(Statement& rows, std::string_view first, std::string_view second,
                   const AnswerTerm& reason) {
        rows.bind(0, first);
        if (!second.empty()) rows.bind(1, second);
        while (rows.step()) {
            const std::string name = std::string(rows.text(1)).append(rows.text(2)).append(rows.text(3));
            answer_.matches.push_back(
                {{text_field(postal_code, rows.text(0)), text_field(fields::name, name),
                  text_field(fields::kana, rows.text(4)), text_field(fields::pref, rows.text(1)),
                  text_field(city_and_county, rows.text(2)), text_field(town, rows.text(3)),
                  text_field(town_kana, rows.text(5)), text_field(office, {}), text_field(block, {}),
                  text_field(municipality, rows.text(6)), text_field(edition, rows.text(7))},
                 reason});
        }
        rows.reset();
    }

    void add_offices(std::string_view code) {
        Statement& rows = registry_.prepared(offices_by_code);
        rows.bind(0, code);
        while (rows.step()) {
            const std::string name =
                std::string(rows.text(1)).append(rows.text(2)).append(rows.text(3)).append(rows.text(6));
            answer_.matches.push_back(
                {{text_field(postal_code, rows.text(0)), text_field(fields::name, name),
                  text_field(fields::kana, full_width_kana(rows.text(4))),
                  text_field(fields::pref, rows.text(1)), text_field(city_and_county, rows.text(2)),
                  text_field(town, rows.text(3)), text_field(town_kana, {}), text_field(office, rows.text(5)),
                  text_field(block, rows.text(6)), text_field(municipality, rows.text(7)),
                  text_field(edition, rows.text(8))},
                 by_code});
        }
        rows.reset();
    }

    const Registry& registry_;
    LookupAnswer& answer_;
};

}  // namespace

std::span<const FieldName> postal_code_columns() {
    static constexpr FieldName columns[] = {postal_code, fields::name, municipality};
    return columns;
}

LookupAnswer look_up_postal_code(std::string_view query, const LookupContext& context) {
    LookupAnswer answer;
    const Registry* registry = context.registry;
    const bool has_areas = registry && registry->has("postal_code");
    if (registry) {
        Question question(*registry, answer);
        const Narrow narrow(query);
        if (const auto code = parse_postal_code(narrow.text())) {
            question.ask_code(code->digits);
        } else if (has_areas) {
            question.ask_town(narrow.text());
        }
    }
    if (answer.matches.empty() && !has_areas) {
        answer.covered = false;
        answer.note_ja = "町域の郵便番号のある台帳がありません。daicho build で作ってください。";
        answer.note_en = "there is no registry with the postal codes of towns; make one with daicho build";
    }
    return answer;
}

}  // namespace daicho
