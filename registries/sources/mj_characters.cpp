#include "grammars/formats/batch_builder.hpp"
#include "grammars/formats/json_value.hpp"
#include "registries/sources/source.hpp"

namespace daicho {

namespace {

/// The relations of one glyph, as records. Under the name of the glyph there are lists of objects, one for
/// each basis of a relation, and a text with notes.
void add_relations(const JsonValue& glyph, BatchBuilder& builder) {
    const std::string_view mj = glyph.text_of("MJ文字図形名");
    for (const JsonValue& list : glyph.members) {
        const std::string& basis = list.name;
        if (basis == "MJ文字図形名") continue;
        const bool note = list.items.empty();
        const auto add = [&](const JsonValue& relation) {
            builder.record(0);
            builder.cell(mj);
            builder.cell(basis);
            for (const char* item : {"種別", "付記", "表", "順位", "ホップ数", "JIS X 0213", "UCS"})
                builder.cell(relation.text_of(item));
            builder.cell(note ? std::string_view(list.text) : std::string_view{});
        };
        if (note) add({});
        for (const JsonValue& relation : list.items) add(relation);
    }
}

/// MJShrinkMap.*.json: an object whose `content` is a list of glyphs. Its relations are kept in memory.
class ShrinkMap final : public RecordStream {
 public:
    explicit ShrinkMap(std::unique_ptr<ByteSource> file) : file_(std::move(file)) {
        BatchBuilder builder(batch_);
        builder.begin(1);
        read_json_records(*file_, "content", [&](const JsonValue& glyph) { add_relations(glyph, builder); });
        builder.end();
    }

    const std::vector<std::string>& header() const override { return none_; }
    std::size_t columns() const override { return 10; }
    std::string encoding() const override { return "UTF-8"; }
    bool next(Batch& batch) override {
        if (given_) return false;
        given_ = true;
        std::swap(batch, batch_);
        return !batch.empty();
    }

 private:
    std::unique_ptr<ByteSource> file_;
    std::vector<std::string> none_;
    Batch batch_;
    bool given_ = false;
};

const FileForm shrink_map = {[](std::string_view, std::string_view head) {
                                 return head.find("\"dct:title\":\"MJ縮退マップ\"") != head.npos &&
                                        head.find("\"content\"") != head.npos;
                             },
                             [](std::unique_ptr<ByteSource> file) -> std::unique_ptr<RecordStream> {
                                 return std::make_unique<ShrinkMap>(std::move(file));
                             }};

constexpr const char* mj_licence = "CC-BY-SA-2.1-JP";

}  // namespace

// MJ文字情報一覧表, columns in models/publications/mj_characters.gifm. One file speaks of all glyphs.
Source mj_characters_source() {
    return {
        .id = "mj-characters",
        .title = {"MJ文字情報一覧表", "MJ characters"},
        .publisher = "文字情報技術促進協議会",
        .url = "https://moji.or.jp/mojikiban/mjlist/",
        .licence = mj_licence,
        .share_alike = true,
        .credit = "MJ文字情報一覧表（独立行政法人情報処理推進機構・文字情報技術促進協議会）",
        .layouts =
            {
                {.table = "mj_character",
                 .model = "publications.mj_characters/MjCharacter",
                 .key = {"mj"},
                 .indexes = {"implementedUcs", "ivs", "ucs", "koseki", "juki", "x0213", "svs", "toki"},
                 .note = {"公表されている xlsx の表を CSV にしたもの", "the published xlsx as CSV"}},
                {.table = "mj_duplicated_ivs",
                 .model = "publications.mj_characters/MjDuplicatedIvs",
                 .key = {"mj", "sequence"}},
                {.table = "mj_hentaigana",
                 .model = "publications.mj_characters/MjHentaigana",
                 .key = {"mj"},
                 .indexes = {"ucs"}},
            },
    };
}

// MJ縮退マップ as it is published, and the tables that others made of it.
Source mj_shrink_source() {
    return {
        .id = "mj-shrink-map",
        .title = {"MJ縮退マップ", "MJ shrink map"},
        .publisher = "独立行政法人情報処理推進機構",
        .url = "https://moji.or.jp/mojikiban/map/",
        .licence = mj_licence,
        .share_alike = true,
        .credit = "MJ縮退マップ（独立行政法人情報処理推進機構）",
        .layouts =
            {
                {.table = "mj_shrink",
                 .model = "publications.mj_characters/MjShrink",
                 .key = {"mj", "basis", "kind", "annotation", "table", "rank", "hops", "x0213", "ucs",
                         "note"},
                 .indexes = {"ucs"},
                 .form = &shrink_map},
            },
    };
}

Source mj_shrink_tables_source() {
    return {
        .id = "mj-shrink-tables",
        .title = {"MJ縮退マップから作られた表", "Tables made from the MJ shrink map"},
        .publisher = "独立行政法人情報処理推進機構",
        .url = "https://moji.or.jp/mojikiban/map/",
        .licence = mj_licence,
        .share_alike = true,
        .credit = "MJ縮退マップ（独立行政法人情報処理推進機構）を加工して作成",
        .layouts =
            {
                {.table = "mj_shrink_relation",
                 .model = "publications.mj_characters/MjShrinkRelation",
                 .key = {"mj", "basis", "character", "x0213", "rank", "hops"},
                 .note = {"公表された JSON を1行1関係にしたもの", "made from the published JSON"}},
                {.table = "mj_shrink_note",
                 .model = "publications.mj_characters/MjShrinkNote",
                 .key = {"mj"},
                 .note = {"公表された JSON から抜き出したもの", "taken from the published JSON"}},
                {.table = "mj_shrink_unique",
                 .model = "publications.mj_characters/MjShrinkUnique",
                 .key = {"mj"},
                 .indexes = {"source_impl_ucs"},
                 .note = {"公表された一意な変換表を組み立て直したもの",
                          "the published unique table, rebuilt"}},
            },
    };
}

// The glyphs of a font, by its tables cmap. The licence of the font asks that what is made of it is passed on
// under the same terms.
Source ipamj_source() {
    return {
        .id = "ipamj-mincho",
        .title = {"IPAmj明朝の文字", "Glyphs of IPAmj Mincho"},
        .publisher = "文字情報技術促進協議会",
        .url = "https://moji.or.jp/mojikiban/font/",
        .licence = "IPA",
        .share_alike = true,
        .credit = "IPAmj明朝フォント（独立行政法人情報処理推進機構・文字情報技術促進協議会）",
        .layouts =
            {
                {.table = "ipamj_glyph",
                 .model = "publications.mj_characters/IpamjGlyph",
                 .key = {"base", "vs"},
                 .indexes = {"glyph_name"},
                 .note = {"フォントの cmap（形式12・14）を表にしたもの",
                          "the font's cmap, formats 12 and 14"}},
            },
    };
}

}  // namespace daicho
