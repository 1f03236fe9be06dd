#include "grammars/formats/table_patch.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/encoding.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

CellEdit edit(std::uint64_t record, const std::string& key, const std::string& field,
              const std::string& before, const std::string& after) {
    return {record, "番号", key, field, before, after, false};
}

struct Patched {
    std::string bytes;
    PatchOutcome outcome;
};

Patched patched(const std::string& bytes, const std::vector<CellEdit>& edits,
                const ReadOptions& options = {}) {
    const ScratchFolder folder;
    const auto table = read_table(bytes, options);
    Dialect dialect = table->text()->dialect();
    dialect.newline = Newline::mixed;
    const auto out = create_table(folder / "out.csv", dialect, dialect.encoding);
    Patched made;
    made.outcome = apply_patch(*table, *out, edits, "table");
    made.bytes = read_file(folder / "out.csv");
    return made;
}

std::vector<CellEdit> read_back(const std::string& csv) {
    const auto table = read_table(csv);
    return read_patch_csv(*table, "patch.csv");
}

std::string refused(const std::string& csv) {
    try {
        read_back(csv);
    } catch (const Error& error) {
        return error.en();
    }
    return "";
}

std::string in_cp932(const std::string& text) {
    Encoder encoder(Encoding::cp932);
    std::string bytes;
    REQUIRE(encoder.encode(text, bytes) == std::string_view::npos);
    return bytes;
}

const std::string plain = "番号,名,所在地\n1,甲,東京\n2,乙,大阪\n3,丙,京都\n";

}  // namespace

TEST_CASE("a patch as CSV is read as it was written") {
    std::vector<CellEdit> edits = {edit(1, "1", "名", "甲", "甲,\"乙\"\n丙"),
                                   edit(3, "3", "所在地", "", " 京都")};
    edits[1].unquoted = true;
    const auto read = read_back(patch_csv(edits));
    REQUIRE(read.size() == 2);
    CHECK(read[0].after == "甲,\"乙\"\n丙");
    CHECK_FALSE(read[0].unquoted);
    CHECK((read[1].record == 3 && read[1].key_field == "番号" && read[1].key == "3"));
    CHECK((read[1].field == "所在地" && read[1].before.empty() && read[1].after == " 京都"));
    CHECK(read[1].unquoted);
}

TEST_CASE("what is no patch is refused with its line") {
    const std::string head = "record,key_field,key,field,old,new,form\n";
    CHECK(refused("番号,名\n1,甲\n").rfind("patch.csv:1:", 0) == 0);
    CHECK(refused(head + "1,番号,1,名,甲,乙,\n0,番号,2,名,乙,丙,\n").rfind("patch.csv:3:", 0) == 0);
    CHECK(refused(head + "1x,番号,1,名,甲,乙,\n").rfind("patch.csv:2:", 0) == 0);
    CHECK(refused(head + "1,番号,1,名,甲,乙,\n1,番号,1,名,乙,丙,\n").find("changed twice") !=
          std::string::npos);
    CHECK(refused(head + "1,番号,1,名,甲,乙,\n").empty());
}

TEST_CASE("only the cell that is meant changes") {
    const auto made = patched(plain, {edit(2, "2", "名", "乙", "丁")});
    CHECK(made.bytes == "番号,名,所在地\n1,甲,東京\n2,丁,大阪\n3,丙,京都\n");
    CHECK(made.outcome.made == 1);
    CHECK(made.outcome.refused.empty());
}

TEST_CASE("a cell that says something else stays, and so do the others of its record") {
    const auto made = patched(plain, {edit(1, "1", "名", "甲", "子"), edit(2, "2", "名", "乙乙", "丁"),
                                      edit(2, "2", "所在地", "大阪", "奈良")});
    CHECK(made.bytes == "番号,名,所在地\n1,子,東京\n2,乙,大阪\n3,丙,京都\n");
    CHECK(made.outcome.made == 1);
    REQUIRE(made.outcome.refused.size() == 2);
    CHECK(made.outcome.refused[0].why == RefusedEdit::Why::other_value);
    CHECK(made.outcome.refused[0].found == "乙");
    CHECK(made.outcome.refused[1].edit.field == "所在地");
}

TEST_CASE("another row in its place, and no row at all, are told apart") {
    const auto made = patched(plain, {edit(1, "2", "名", "甲", "子"), edit(9, "9", "名", "甲", "子")});
    CHECK(made.bytes == plain);
    REQUIRE(made.outcome.refused.size() == 2);
    CHECK(made.outcome.refused[0].why == RefusedEdit::Why::other_row);
    CHECK(made.outcome.refused[0].found == "1");
    CHECK(made.outcome.refused[1].why == RefusedEdit::Why::no_row);
}

TEST_CASE("a column that is not there is an error, not a refusal") {
    CHECK_THROWS_AS(patched(plain, {edit(1, "1", "住所", "東京", "大阪")}), Error);
}

TEST_CASE("twice is once, the key of a row included") {
    const std::vector<CellEdit> edits = {edit(1, "1", "番号", "1", "9"), edit(1, "1", "名", "甲", "子")};
    const auto once = patched(plain, edits);
    CHECK(once.bytes == "番号,名,所在地\n9,子,東京\n2,乙,大阪\n3,丙,京都\n");
    const auto twice = patched(once.bytes, edits);
    CHECK(twice.bytes == once.bytes);
    CHECK((twice.outcome.made == 0 && twice.outcome.already == 2 && twice.outcome.refused.empty()));
    CHECK(patched(once.bytes, reversed(edits, {false, false})).bytes == plain);
}

TEST_CASE("the reverse patch gives back the bytes") {
    struct Case {
        std::string bytes;
        std::vector<CellEdit> edits;
    };
    const std::vector<CellEdit> name = {edit(1, "1", "名", "甲", "丁"), edit(2, "2", "名", "乙", "戊")};
    const Case cases[] = {
        {plain, name},
        {std::string(byte_order_mark(Encoding::utf8)) + plain, name},
        {"番号,名,所在地\r\n1,甲,東京\r\n2,乙,大阪\r\n", name},
        {"番号,名,所在地\r\n1,甲,東京\n2,乙,大阪\r\n3,丙,京都", name},
        {"番号\t名\t所在地\n1\t\"甲\"\t東京\n2\t乙\t\"大\t阪\"\n", name},
        {in_cp932("番号,名,所在地\r\n1,甲,東京ソ\r\n2,\"乙\",表能\r\n"), name},
        {"番号,名,所在地\n1,\"甲\",\"東\"\"京\n都\"\n2,乙,大阪\n", name},
        {"番号,名,所在地\n1,,東京\n2,乙,大阪\n", {edit(1, "1", "名", "", "丁")}},
    };
    for (const Case& one : cases) {
        CAPTURE(one.bytes);
        const auto there = patched(one.bytes, one.edits);
        CHECK(there.outcome.made == one.edits.size());
        CHECK(there.bytes != one.bytes);
        const auto back = patched(there.bytes, reversed(one.edits, std::vector<bool>(one.edits.size())));
        CHECK(back.bytes == one.bytes);
    }
}

TEST_CASE("quotation marks that a new value needed go again with it") {
    const std::vector<CellEdit> edits = {edit(1, "1", "名", "甲", "甲,\"乙\"")};
    const auto there = patched(plain, edits);
    CHECK(there.bytes.find("1,\"甲,\"\"乙\"\"\",東京\n") != std::string::npos);
    CHECK(patched(there.bytes, reversed(edits, {true})).bytes == plain);
}

TEST_CASE("bytes that are no characters are not written again") {
    const std::string broken = "番号,名,所在地\n1,甲\xFF,東京\n2,乙,大阪\n";
    const ReadOptions utf8{Encoding::utf8, ',', 1};
    const auto made = patched(broken, {edit(1, "1", "所在地", "東京", "大阪")}, utf8);
    CHECK(made.bytes == "番号,名,所在地\n1,甲\xFF,大阪\n2,乙,大阪\n");
    const auto table = read_table(broken, utf8);
    Batch batch;
    REQUIRE(table->next(batch));
    const std::string shown(batch.cell(0, 1));
    const auto refused = patched(broken, {edit(1, "1", "名", shown, "丁")}, utf8);
    CHECK(refused.bytes == broken);
    REQUIRE(refused.outcome.refused.size() == 1);
    CHECK(refused.outcome.refused[0].why == RefusedEdit::Why::unwritable);
}

TEST_CASE("a patch as SQL guards each record by its key and by what it said") {
    CHECK(patch_sql(
              {edit(1, "1", "名", "甲'", "乙"), edit(1, "1", "所", "東", "西"), edit(2, "2", "名", "a", "b")},
              "表\"") ==
          "UPDATE \"表\"\"\" SET \"名\" = '乙', \"所\" = '西' WHERE \"番号\" = '1' AND \"名\" = '甲''' AND "
          "\"所\" = '東';\n"
          "UPDATE \"表\"\"\" SET \"名\" = 'b' WHERE \"番号\" = '2' AND \"名\" = 'a';\n");
    CellEdit shared = edit(7, "1'\n", "名", "甲", "乙");
    shared.key_shared = true;
    CHECK(patch_sql({shared}, "表") == "-- record 7: several have \"番号\" = '1'' '\n");
}
