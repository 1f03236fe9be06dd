#include "registries/lookup/town_fields.hpp"

#include "registries/lookup/field_names.hpp"
#include "registries/lookup/lookup.hpp"

namespace daicho {

namespace {

constexpr FieldName town_id{"machiaza_id", {"町字ID", "town id"}, ShownIn::title};
constexpr FieldName oaza_cho{"oaza_cho", {"大字・町", "oaza or cho"}, ShownIn::nowhere};
constexpr FieldName chome{"chome", {"丁目", "chome"}, ShownIn::nowhere};
constexpr FieldName koaza{"koaza", {"小字", "koaza"}, ShownIn::nowhere};
constexpr FieldName indicated{"rsdt_addr_flg", {"住居表示", "residence indication"}};
constexpr FieldName post_code{"post_code", {"郵便番号", "postal code"}};
constexpr FieldName edition{"edition", {"版", "edition"}};
constexpr FieldName file{"file", {"出典のファイル", "file"}};

constexpr std::string_view columns =
    "select t.lg_code, t.machiaza_id, t.pref, t.county, t.city, t.ward, t.oaza_cho, t.chome, t.koaza, "
    "t.oaza_cho_kana, t.chome_kana, t.koaza_kana, t.rsdt_addr_flg, t.post_code, t.efct_date, t.ablt_date, "
    "t.name_key, "
    "t.kana_key, f.edition, f.name from ";
constexpr std::string_view file_and_condition = " join file f on f.id = t.file where ";

}  // namespace

std::span<const FieldName> town_columns() {
    static constexpr FieldName columns[] = {fields::lg_code, town_id,   fields::name,
                                            fields::kana,    post_code, fields::ended};
    return columns;
}

std::string select_towns(std::string_view condition) {
    return std::string(columns) + "town t" + std::string(file_and_condition) + std::string(condition);
}

std::string select_towns_as_of(std::string_view condition) {
    return std::string(columns) +
           "(select *, '9999' as until from town union all select * from town_history) t" +
           std::string(file_and_condition) +
           "t.until > ?9 and not exists (select 1 from town_history h where h.lg_code = t.lg_code and "
           "h.machiaza_id = "
           "t.machiaza_id and h.rsdt_addr_flg = t.rsdt_addr_flg and h.until > ?9 and h.until < t.until) "
           "and " +
           std::string(condition);
}

std::string TownRow::joined(int first) const {
    return std::string(row_.text(first)).append(row_.text(first + 1)).append(row_.text(first + 2));
}

std::string TownRow::name() const {
    return std::string(row_.text(2)) + joined(3) + joined(6);
}

std::string TownRow::name_of_oaza_cho() const {
    return std::string(row_.text(2)) + joined(3) + std::string(row_.text(6));
}

AnswerRecord TownRow::record() const {
    return {
        text_field(fields::lg_code, row_.text(0)), text_field(town_id, row_.text(1)),
        text_field(fields::name, name()),          text_field(fields::kana, joined(9)),
        text_field(fields::pref, row_.text(2)),    text_field(fields::county, row_.text(3)),
        text_field(fields::city, row_.text(4)),    text_field(fields::ward, row_.text(5)),
        text_field(oaza_cho, row_.text(6)),        text_field(chome, row_.text(7)),
        text_field(koaza, row_.text(8)),           {indicated, row_.text(12) == "1"},
        text_field(post_code, row_.text(13)),      text_field(fields::since, since()),
        text_field(fields::ended, until()),        text_field(edition, row_.text(18)),
        text_field(file, row_.text(19)),
    };
}

}  // namespace daicho
