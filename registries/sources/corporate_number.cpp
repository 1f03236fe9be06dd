#include "models/engine/model_set.hpp"
#include "registries/sources/corporate_answer.hpp"
#include "registries/sources/corporate_xml.hpp"
#include "registries/sources/source.hpp"

namespace daicho {

namespace {

constexpr std::string_view record_model = "publications.corporate_number/CorporateNumberRecord";

/// The children of a record bear the names of the items.
std::vector<std::string> items() {
    ModelSet models;
    std::vector<std::string> names;
    for (const Slot& slot : models.get(record_model).slots) names.push_back(slot.path);
    return names;
}

std::unique_ptr<RecordStream> open_xml(std::unique_ptr<ByteSource> file) {
    return std::make_unique<CorporateXmlStream>(std::move(file), items());
}

/// XML, and the answers of the web interface, in XML and CSV.
const FileForm answer_form{
    [](std::string_view, std::string_view head) {
        return is_corporate_xml(head) || is_corporate_answer(head);
    },
    [](std::unique_ptr<ByteSource> file) { return open_corporate_answer(std::move(file), open_xml); },
};

}  // namespace

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
                 .model = record_model,
                 .key = {"corporateNumber"},
                 .coverage = "prefectureCode",
                 .absence = Absence::says_nothing,
                 .widths = {23, 28, 29, 30},
                 .not_compared = {"sequenceNumber"},
                 .other_form = &answer_form},
            },
    };
}

}  // namespace daicho
