#include "registries/sources/source.hpp"

namespace daicho {

// Columns in models/publications/schools.gifm. The list of a kind of school, or of a part of the country, may
// come as a file of its own, so that a school that a file lacks is no school that went.
Source schools_source() {
    return {
        .id = "school-codes",
        .title = {"学校コード一覧", "School codes"},
        .publisher = "文部科学省",
        .url = "https://www.mext.go.jp/b_menu/toukei/mext_01087.html",
        .licence = "PDL-1.0",
        .credit = "学校コード一覧（文部科学省）",
        .layouts =
            {
                {.table = "school",
                 .model = "publications.schools/SchoolCodeEntry",
                 .key = {"schoolCode"},
                 .coverage = "schoolCode",
                 .indexes = {"name", "postalCode", "oldNumber"},
                 .note = {"手で写した21行のほかに実物のファイルでは確かめていません",
                          "beyond 21 rows copied by hand no real file was at hand"}},
            },
    };
}

Source universities_source() {
    return {
        .id = "universities",
        .title = {"全国大学一覧（変換済み）", "List of universities (converted)"},
        .publisher = "文部科学省",
        .url = "https://github.com/EJU-Express/University-info-of-Japan",
        .licence = "CC-BY-4.0",
        .credit = "全国大学一覧（文部科学省）を加工して作成",
        .layouts = {{.table = "university",
                     .model = "publications.schools/University",
                     .key = {"schoolCode"},
                     .indexes = {"name"}}},
    };
}

}  // namespace daicho
