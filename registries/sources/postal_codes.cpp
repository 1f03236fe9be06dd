#include "grammars/values/postal_town.hpp"
#include "registries/sources/place_key.hpp"
#include "registries/sources/postal_stream.hpp"
#include "registries/sources/source.hpp"

namespace daicho {

namespace {

/// The key of the town that a town column names, without what its brackets say; nothing where it names none.
void add_town_key(std::span<const std::string_view> town, std::string& key) {
    const PostalTowns read = read_postal_towns(town.front());
    if (read.towns.empty()) return;
    const PostalTown& first = read.towns.front();
    if (first.kind == PostalTownKind::whole || first.kind == PostalTownKind::part)
        key += place_key(first.name);
}

}  // namespace

// 郵便番号データ, columns in models/publications/postal_code.gifm. No column but the kana tells 和坂
// (かにがさか) from 和坂 (わさか) of one postal code. In JIGYOSYO an office may have several numbers and a
// number several offices, and an office of one name stands at several places.
Source postal_code_source() {
    return {
        .id = "postal-code",
        .title = {"郵便番号データ", "Postal codes"},
        .publisher = "日本郵便株式会社",
        .url = "https://www.post.japanpost.jp/zipcode/download.html",
        .licence = "LicenseRef-JapanPost-no-copyright-asserted",
        .credit = "郵便番号データ（日本郵便株式会社）",
        .layouts =
            {
                {.table = "postal_code",
                 .model = "publications.postal_code/PostalArea",
                 .key = {"localGovernmentCode", "postalCode", "town", "townKana"},
                 .coverage = "localGovernmentCode",
                 .coverage_size = 2,
                 .pair = {"localGovernmentCode", "postalCode", "town"},
                 .derived = {{"town_key", {"town"}, add_town_key}},
                 .indexes = {"postalCode", "town_key, localGovernmentCode"},
                 .form = &ken_all_form},
                {.table = "postal_office",
                 .model = "publications.postal_code/PostalOffice",
                 .key = {"localGovernmentCode", "postalCode", "office", "cityBlock"},
                 .coverage = "localGovernmentCode",
                 .coverage_size = 2,
                 .pair = {"localGovernmentCode", "postalCode", "office"},
                 .indexes = {"postalCode"}},
            },
    };
}

}  // namespace daicho
