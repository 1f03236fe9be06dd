#include "registries/lookup/lookup.hpp"

#include <algorithm>

#include "grammars/text/utf8.hpp"
#include "registries/lookup/address_fields.hpp"
#include "registries/lookup/corporation_line.hpp"

namespace daicho {

namespace {

// One line a kind; the order is that of the help.
const LookupKind kinds[] = {
    {"address",
     {"住所（町字・住居・地番まで、座標、GIFの項目）",
      "addresses: their town, residence or parcel, point, items of GIF"},
     1,
     true,
     look_up_address,
     true,
     address_columns,
     {.area = true, .position = true, .target = true},
     address_fields},
    {"municipality",
     {"市区町村・都道府県（コード、名称、カナ、旧名称・旧コード、法人番号）",
      "municipalities and prefectures, of today and of old: code, name, kana, corporate number"},
     1,
     false,
     look_up_municipality,
     false,
     municipality_columns},
    {"town",
     {"町字（町字ID、名称、カナ）", "towns: id, name, kana"},
     1,
     true,
     look_up_town,
     false,
     town_columns},
    {"postal-code",
     {"郵便番号（番号、または市区町村と町域）", "postal codes: a code, or municipality and town"},
     1,
     true,
     look_up_postal_code,
     false,
     postal_code_columns},
    {"school",
     {"学校（学校コード、名称）", "schools: code, name"},
     1,
     true,
     look_up_school,
     false,
     school_columns},
    {"corporation",
     {"法人（法人番号、名称、旧名称、フリガナ、振込の受取人名）",
      "corporations: corporate number, name, former name, reading, payee of a transfer"},
     1,
     true,
     look_up_corporation,
     false,
     corporation_columns,
     {.corporation = true},
     nullptr,
     may_have_address},
    {"programme",
     {"支援制度（制度名・概要・対象者などの語、制度番号）",
      "support programmes: words of title, summary, audience and the like, number"},
     1,
     true,
     look_up_programme,
     false,
     programme_columns,
     {.area = true, .programme = true}},
    {"character",
     {"文字（文字、U+9AD9、8FBB_E0102、MJ・戸籍・住基・登記の番号、面区点）",
      "characters: itself, U+9AD9, 8FBB_E0102, numbers of MJ and the registers, JIS position"},
     1,
     true,
     look_up_character},
    {"suggest",
     {"書きかけの名前（市区町村、町字、法人、学校、郵便番号。漢字・カナ・ローマ字の先頭から）",
      "what a name that is being written may become: municipalities, towns, corporations, schools, postal "
      "codes"},
     1,
     true,
     look_up_suggestions},
    {"near",
     {"緯度・経度の近くの町字・住居・地番", "town, residence and parcel near a latitude and longitude"},
     2,
     true,
     look_up_near,
     true,
     near_columns,
     {.area = true}},
    {"code",
     {"コード体系とコード（体系の名前、体系:コード、コードの名称）",
      "code systems and codes: name of a system, SYSTEM:CODE, label"},
     1,
     false,
     look_up_code},
    {"code-system",
     {"国の使うコード体系（名称・公表元・分野・説明の語。公表元とデータの場所）",
      "code systems that the state uses: words of name, publisher, subject, note; where the codes are"},
     1,
     false,
     look_up_code_system},
};

}  // namespace

std::span<const LookupKind> lookup_kinds() {
    return kinds;
}

const LookupKind* find_lookup_kind(std::string_view name) {
    const auto kind = std::ranges::find(kinds, name, &LookupKind::name);
    return kind == std::end(kinds) ? nullptr : kind;
}

std::string_view name_of(LookupAnswer::Status status) {
    switch (status) {
        case LookupAnswer::Status::found:
            return "found";
        case LookupAnswer::Status::unsure:
            return "unsure";
        case LookupAnswer::Status::not_found:
            return "not-found";
        case LookupAnswer::Status::not_covered:
            break;
    }
    return "not-covered";
}

LookupAnswer::Status LookupAnswer::status() const {
    if (matches.empty()) return covered ? Status::not_found : Status::not_covered;
    return matches.front().sure && !matches.front().tied ? Status::found : Status::unsure;
}

void LookupAnswer::settle(std::size_t limit) {
    if (!std::ranges::is_sorted(matches, {}, &LookupMatch::rank))
        std::ranges::stable_sort(matches, {}, &LookupMatch::rank);
    const auto worse = std::ranges::find_if(
        matches, [&](const LookupMatch& match) { return match.rank != matches.front().rank; });
    if (worse - matches.begin() > 1) {
        std::for_each(matches.begin(), worse, [](LookupMatch& match) { match.tied = true; });
    }
    const bool cut = limit != 0 && matches.size() > limit;
    if (cut) matches.resize(limit);
    complete = covered && !cut;
}

LookupAnswer look_up(const LookupKind& kind, std::string_view query, const LookupContext& context) {
    LookupAnswer answer;
    if (find_invalid_utf8(query) == query.npos) answer = kind.look_up(query, context);
    answer.settle(context.limit);
    if (kind.fields == nullptr && !context.fields.all()) {
        for (LookupMatch& match : answer.matches)
            std::erase_if(match.fields,
                          [&](const AnswerField& one) { return !context.fields.wants(one.name); });
    }
    return answer;
}

}  // namespace daicho
