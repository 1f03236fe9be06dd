#include "registries/sources/source.hpp"

namespace daicho {

// Code lists of the framework as tables; columns in models/publications/code_lists.gifm.
Source code_lists_source() {
    return {
        .id = "gif-codes",
        .title = {"GIF のコード一覧", "Code lists of GIF"},
        .publisher = "デジタル庁",
        .url = "https://github.com/JDA-DM/GIF",
        .licence = "CC0-1.0",
        .credit = "政府相互運用性フレームワーク（GIF）（デジタル庁）",
        .layouts =
            {
                {.table = "code_system",
                 .model = "publications.code_lists/CodeSystem",
                 .key = {"sheet", "no", "code_name"},
                 .indexes = {"code_name"},
                 .note = {"公表されている xlsx の15シートを1つの表にしたもの",
                          "15 sheets of the published xlsx in one table"}},
                {.table = "core_code",
                 .model = "publications.code_lists/CoreCode",
                 .key = {"ns", "list", "code", "label"}},
                {.table = "other_code",
                 .model = "publications.code_lists/OtherCode",
                 .key = {"list", "code_or_group", "label"}},
                {.table = "poi_code",
                 .model = "publications.code_lists/PointOfInterestCode",
                 .key = {"poi_code"},
                 .indexes = {"name"}},
                {.table = "poi_mapping",
                 .model = "publications.code_lists/PointOfInterestMapping",
                 .key = {"poi_code", "source_scheme", "source_code", "source_target", "jsic_code"}},
            },
    };
}

Source area_codes_source() {
    return {
        .id = "phone-area-codes",
        .title = {"市外局番", "Telephone area codes"},
        .publisher = "独立行政法人情報処理推進機構",
        .url = "https://github.com/IMI-Tool-Project",
        .licence = "MIT",
        .credit = "IMI 連絡先正規化（IMI-Tool-Project）",
        .layouts = {{.table = "phone_area_code",
                     .model = "publications.code_lists/TelephoneAreaCode",
                     .key = {"area_code_without_leading_0"}}},
    };
}

}  // namespace daicho
