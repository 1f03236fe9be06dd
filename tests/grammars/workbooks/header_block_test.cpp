#include "grammars/workbooks/header_block.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

namespace {

std::vector<GridRow> grid(std::vector<std::vector<std::string>> rows) {
    std::vector<GridRow> grid;
    for (auto& row : rows) grid.push_back({grid.size() + 1, std::move(row)});
    return grid;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("names that are merged across columns stand in front of those below") {
    const auto rows =
        grid({{"市町村", "人口", "", "世帯数"}, {"", "男", "女", ""}, {"岩国市", "1", "2", "3"}});
    const std::vector<MergedCells> merged{{1, 2, 0, 0}, {1, 1, 1, 2}, {1, 2, 3, 3}};
    const auto blocks = header_blocks(rows, merged);
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].first == 0);
    CHECK(blocks[0].last == 1);
    CHECK(blocks[0].names == Names{"市町村", "人口_男", "人口_女", "世帯数"});
}

TEST_CASE("a header of three levels is one block") {
    const auto rows = grid({{"表題", "", "", "", ""},
                            {"産業", "収入", "", "", "計"},
                            {"", "情報", "", "その他", ""},
                            {"", "開発", "運用", "", ""},
                            {"A", "1", "2", "3", "6"}});
    const std::vector<MergedCells> merged{{1, 1, 0, 4}, {2, 4, 0, 0}, {2, 2, 1, 3},
                                          {3, 3, 1, 2}, {3, 4, 3, 3}, {2, 4, 4, 4}};
    const auto blocks = header_blocks(rows, merged);
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].first == 1);
    CHECK(blocks[0].last == 3);
    CHECK(blocks[0].names == Names{"産業", "収入_情報_開発", "収入_情報_運用", "収入_その他", "計"});
}

TEST_CASE("cells that are merged down among values are no header") {
    const auto rows =
        grid({{"地区", "施設", "住所"}, {"北区", "A館", "北1"}, {"", "B館", "北2"}, {"", "C館", "北3"}});
    CHECK(header_blocks(rows, std::vector<MergedCells>{{2, 4, 0, 0}}).empty());
    CHECK(header_blocks(rows, {}).empty());
    CHECK(header_blocks({}, std::vector<MergedCells>{{2, 4, 0, 0}}).empty());
    const auto numbers = grid({{"1", "2", ""}, {"", "3", "4"}, {"5", "6", "7"}});
    CHECK(header_blocks(numbers, std::vector<MergedCells>{{1, 2, 0, 0}, {1, 1, 1, 2}}).empty());
}

TEST_CASE("a title over all columns ties nothing to what stands below it") {
    const auto rows = grid({{"避難所一覧", "", "", "", ""},
                            {"番号", "名称", "住所", "電話", "備考"},
                            {"1", "A", "B", "C", "D"}});
    CHECK(header_blocks(rows, std::vector<MergedCells>{{1, 1, 0, 4}}).empty());
}

TEST_CASE("titles side by side that are merged are no header") {
    const auto rows = grid({{"人口集計表", "", "日本人", "", "6月30日", ""},
                            {"", "", "", "", "", ""},
                            {"行政区", "世帯", "男", "女", "計", "備考"}});
    CHECK(header_blocks(rows, std::vector<MergedCells>{{1, 1, 0, 1}, {1, 1, 2, 3}, {1, 1, 4, 5}}).empty());
}

TEST_CASE("characters that were spread over a cell are a name") {
    const auto rows = grid({{"市　　町", "人　　　口", ""}, {"", "総　数", "う ち 男"}, {"岩国", "1", "2"}});
    const auto blocks = header_blocks(rows, std::vector<MergedCells>{{1, 2, 0, 0}, {1, 1, 1, 2}});
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].names == Names{"市町", "人口_総数", "人口_うち男"});
}
