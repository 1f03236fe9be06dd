#include "registries/sources/source.hpp"

namespace daicho {

// 法人番号公表サイト, complete and difference files; columns in models/publications/corporate_number.gifm.
// The first editions had 23 columns; `latest` and the English ones came in 2017, furigana and hihyoji later.
Source corporate_number_source() {
    return {
        .id = "corporate-number",
        .title = {"法人番号公表サイトの基本3情報", "Corporate numbers"},
        .publisher = "国税庁",
        .url = "https://www.houjin-bangou.nta.go.jp/",
        .licence = "CC-BY-4.0",
        .credit = "国税庁法人番号公表サイトのデータを加工して作成",
        .layouts =
            {
                {.table = "corporation",
                 .model = "publications.corporate_number/CorporateNumberRecord",
                 .key = {"corporateNumber"},
                 .coverage = "prefectureCode",
                 .absence = Absence::says_nothing,
                 .row_date = "updateDate",
                 .widths = {23, 28, 29, 30},
                 .not_compared = {"sequenceNumber"}},
            },
    };
}

}  // namespace daicho
