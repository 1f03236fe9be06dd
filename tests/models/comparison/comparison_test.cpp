#include "models/comparison/comparison.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "grammars/base/error.hpp"
#include "tests/support/compared_texts.hpp"

using namespace daicho;
using Cells = std::vector<std::string>;
using Rows = std::vector<Cells>;

namespace {

std::string csv_of(const Rows& rows, const std::string& header = "id,a,b,c\n") {
    std::string text = header;
    for (const Cells& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + row[i];
        text += '\n';
    }
    return text;
}

/// A table, and another made of it by changes, removals, additions and a new order.
struct Pair {
    Rows before, after;
};

Pair drawn_pair(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned limit) { return static_cast<std::size_t>(random() % limit); };
    Pair pair;
    const std::size_t rows = 1 + below(60);
    for (std::size_t i = 0; i < rows; ++i) {
        pair.before.push_back(
            {"k" + std::to_string(i), "v" + std::to_string(below(5)), std::to_string(below(9)), "z"});
    }
    for (const Cells& row : pair.before) {
        if (below(10) == 0) continue;
        Cells now = row;
        if (below(4) == 0) now[1 + below(3)] = "w" + std::to_string(below(99));
        pair.after.push_back(now);
    }
    for (std::size_t i = below(4); i > 0; --i) pair.after.push_back({"n" + std::to_string(i), "x", "1", "z"});
    if (below(2) == 0) std::shuffle(pair.after.begin(), pair.after.end(), random);
    return pair;
}

/// The same by the plainest way: by op and key.
std::map<std::string, Cells> plain_differences(const Pair& pair) {
    std::map<std::string, Cells> was, found;
    for (const Cells& row : pair.before) was[row[0]] = row;
    for (const Cells& row : pair.after) {
        const auto old = was.find(row[0]);
        if (old == was.end()) {
            found["added " + row[0]] = row;
        } else if (old->second != row) {
            found["changed " + row[0]] = row;
        }
        if (old != was.end()) was.erase(old);
    }
    for (const auto& [key, row] : was) found["removed " + key] = row;
    return found;
}

}  // namespace

TEST_CASE("what differs is what differs, for 200 drawn pairs and whatever memory there is") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        const Pair pair = drawn_pair(seed);
        ComparisonRequest request = plain_request({"id"});
        request.memory = seed % 8 == 0 ? 256 : request.memory;  // nearly every record is put aside
        request.threads = seed % 2 == 0;
        const KeptDifferences kept = compare_texts(csv_of(pair.before), csv_of(pair.after), request);
        const auto expected = plain_differences(pair);
        REQUIRE(kept.records.size() == expected.size());
        for (const auto& record : kept.records) {
            const bool gone = record.op == "removed";
            const Cells& row = gone ? pair.before[record.old_record - 1] : pair.after[record.new_record - 1];
            const auto found = expected.find(record.op + " " + row[0]);
            REQUIRE(found != expected.end());
            CHECK(found->second == row);
        }
        const auto& summary = kept.summary;
        CHECK(summary.same + summary.changed + summary.removed == pair.before.size());
        CHECK(summary.same + summary.changed + summary.added == pair.after.size());
    }
}

TEST_CASE("the same differences come out for one thread and for several, sorted or not, put aside or not") {
    for (unsigned seed = 300; seed < 310; ++seed) {
        const Pair pair = drawn_pair(seed);
        ComparisonRequest request = plain_request({"id"});
        const std::string usual = difference_text(csv_of(pair.before), csv_of(pair.after), request, "jsonl");
        request.threads = false;
        CHECK(difference_text(csv_of(pair.before), csv_of(pair.after), request, "jsonl") == usual);
        request.memory = 256;
        CHECK(difference_text(csv_of(pair.before), csv_of(pair.after), request, "jsonl") == usual);
    }
}

namespace {

/// What comes of a comparison, or why there is none.
std::string outcome(const std::string& before, const std::string& after, bool trusting) {
    const ScratchFolder folder;
    ComparisonRequest request = plain_request({"id"});
    request.scratch = folder / "scratch";
    ComparedTable was = compared_bytes(before, "old.csv"), is = compared_bytes(after, "new.csv");
    if (!trusting) was.trust_first_bytes = is.trust_first_bytes = nullptr;
    std::ostringstream out;
    Models models;
    try {
        compare_tables(was, is, request, models, *find_difference_form("jsonl")->make(out, {}));
    } catch (const Error& error) {
        return out.str() + error.en();
    }
    return out.str();
}

}  // namespace

TEST_CASE("what stands behind the first bytes of a table is read as if all had been read first") {
    std::string table = "id,名\n";
    for (int i = 0; table.size() < 300'000; ++i) table += std::to_string(i) + ",甲乙丙丁\n";
    const std::string tails[] = {"x,戊\n",    "x,\x93\xfa\n",           "x,\x1b$B8=\x1b(B\n",
                                 "x,a\x01\n", std::string("x,\0\n", 4), "x,\xe7\x94"};
    const std::string shift_jis(400'000, '\x82');
    for (const std::string& tail : tails) {
        CAPTURE(tail);
        CHECK(outcome(table + "y,己\n", table + tail, true) ==
              outcome(table + "y,己\n", table + tail, false));
        CHECK(outcome(table + tail, table, true) == outcome(table + tail, table, false));
    }
    CHECK(outcome(table, table + shift_jis, true) == outcome(table, table + shift_jis, false));
}

TEST_CASE("records come in the order of the new table, removed ones behind what they stood behind") {
    const auto kept =
        compare_texts("id,a\n1,x\n2,x\n3,x\n4,x\n", "id,a\n4,y\n1,y\n5,x\n", plain_request({"id"}));
    std::string order;
    for (const auto& record : kept.records) {
        order += record.op + " " + std::to_string(record.old_record) + " " +
                 std::to_string(record.new_record) + "; ";
    }
    CHECK(order == "changed 4 1; changed 1 2; removed 2 0; removed 3 0; added 0 3; ");
    CHECK_FALSE(kept.summary.same_order);
}

TEST_CASE("a record is called by the cells of its key that say something") {
    const auto name_of = [](const std::string& key) {
        const std::string before = "a,b,c\n" + key + ",x\n", after = "a,b,c\n" + key + ",y\n";
        const std::string text = difference_text(before, after, plain_request({"a", "b"}), "markdown");
        return std::pair(text.find("a=") != std::string::npos, text.find("b=") != std::string::npos);
    };
    CHECK(name_of("1,2") == std::pair(true, true));
    CHECK(name_of(",2") == std::pair(false, true));
    CHECK(name_of("1,") == std::pair(true, false));
    CHECK(name_of(",") == std::pair(true, true));
}

TEST_CASE("two forms of one table do not differ") {
    const auto kept = compare_texts("id,名\n1,甲\n2,乙\n", R"([{"id":2,"名":"乙"},{"id":1,"名":"甲"}])",
                                    plain_request({"id"}), "old.csv", "new.json");
    CHECK(kept.records.empty());
    CHECK(kept.summary.same == 2);
    const auto quoted = compare_texts("id,a\r\n\"1\",x\r\n", "id,a\n1,\"x\"\n", plain_request({"id"}));
    CHECK(quoted.records.empty());
    const auto tabs = compare_texts("id\ta\n1\tx\n", "id,a\n1,x\n", plain_request({"id"}));
    CHECK(tabs.records.empty());
}

TEST_CASE("records that share a key are paired by equal content, then in their order, and counted") {
    const auto kept =
        compare_texts("id,a\n1,x\n1,y\n1,z\n", "id,a\n1,z\n1,w\n1,y\n1,v\n", plain_request({"id"}));
    REQUIRE(kept.records.size() == 2);
    CHECK(kept.records[0].op == "changed");
    CHECK(kept.records[0].old_record == 1);
    CHECK(kept.records[0].new_record == 2);
    CHECK(kept.records[1].op == "added");
    CHECK(kept.summary.old_shared == 3);
    CHECK(kept.summary.new_shared == 4);
}

TEST_CASE("a column with the values of another is that one, renamed") {
    const auto kept = compare_texts("id,a,b\n1,x,p\n2,y,q\n3,z,r\n", "id,c,b,d\n1,x,p,9\n2,y,q,8\n3,z,r,7\n",
                                    plain_request({"id"}));
    CHECK(kept.records.empty());
    REQUIRE(kept.facts.columns.size() == 4);
    CHECK(kept.facts.columns[1].renamed());
    CHECK(kept.facts.columns[1].old_header == "a");
    CHECK(kept.facts.columns[3].added());
}

TEST_CASE("a record is the same where a column came or went, also for who is told of its cells") {
    ComparisonRequest request = plain_request({"id"});
    request.whole_columns = true;
    const auto kept = compare_texts("id,a\n1,x\n2,y\n3,z\n", "id,a,b\n1,x,p\n2,w,q\n3,z,\n", request);
    CHECK(kept.records.size() == 2);
    CHECK(kept.records[0].kind == "column");
    CHECK(kept.summary.changed == 1);
    CHECK(kept.summary.same == 2);
    CHECK(kept.summary.of(DifferenceClass::column) == 1);
    CHECK(kept.summary.of(DifferenceClass::real) == 1);
}

TEST_CASE("columns that moved are told, and those between which they moved are not") {
    const auto kept = compare_texts("id,a,b,c\n1,x,y,z\n", "id,c,a,b\n1,z,x,y\n", plain_request({"id"}));
    CHECK(kept.records.empty());
    std::string moved;
    for (const auto& column : kept.facts.columns) moved += column.moved ? column.header : "";
    CHECK(moved == "c");
}

TEST_CASE("the key is the smallest set of columns that tells records apart, the best of several") {
    const auto key_of = [](const std::string& before, const std::string& after) {
        const auto kept = compare_texts(before, after, plain_request());
        std::string key;
        for (const std::size_t column : kept.facts.key) key += kept.facts.columns[column].header + " ";
        return key;
    };
    CHECK(key_of("a,code\nx,1\nx,2\n", "a,code\ny,1\nx,2\n") == "code ");
    CHECK(key_of("a,b,c\n1,1,x\n1,2,x\n2,1,x\n2,2,y\n", "a,b,c\n1,1,y\n1,2,x\n2,1,x\n2,2,x\n") == "a b ");
    // A running number says nothing where a record was put in front of the others.
    CHECK(key_of("no,name,n\n1,p,4\n2,q,4\n3,r,5\n", "no,name,n\n1,o,9\n2,p,4\n3,q,4\n4,r,5\n") == "name ");
    CHECK(key_of("a\nx\nx\n", "a\nx\nx\n").empty());
}

TEST_CASE("without a key records are paired by content, then by what most of their cells say") {
    ComparisonRequest request = plain_request();
    request.without_key = true;
    const auto kept = compare_texts("a,b,c\n1,2,3\n4,5,6\n7,8,9\n", "a,b,c\n7,8,0\n1,2,3\n9,9,9\n", request);
    REQUIRE(kept.records.size() == 3);
    CHECK(kept.records[0].op == "changed");
    CHECK(kept.records[0].old_record == 3);
    CHECK(kept.records[1].op == "removed");
    CHECK(kept.records[2].op == "added");
}

TEST_CASE("each difference has its class") {
    struct OneCity final : PlaceHistory {
        bool code_renewed(std::string_view before, std::string_view after) const override {
            return before == "112046" && after == "111007";
        }
        bool name_renewed(std::string_view before, std::string_view after) const override {
            return before == "浦和市" && after == "さいたま市";
        }
    } history;
    ComparisonRequest request = plain_request({"id"});
    request.history = &history;
    const auto class_of = [&](const std::string& header, const std::string& before,
                              const std::string& after) {
        const auto kept = compare_texts("id," + header + "\n1," + before + "\n2,\n",
                                        "id," + header + "\n1," + after + "\n2,\n", request);
        return kept.records.empty() ? std::string() : kept.records[0].cells[0].kind;
    };
    CHECK(class_of("名", "甲", "乙") == "real");
    CHECK(class_of("名", "甲", "") == "real");
    CHECK(class_of("電話番号", "０３－１１１１－２２２２", "03-1111-2222") == "notation");
    CHECK(class_of("日付", "令和6年4月18日", "2024-04-18") == "notation");
    CHECK(class_of("名", "市役所 韮山支所", "市役所韮山支所") == "notation");
    CHECK(class_of("名", "短期入所　通所", "短期入所通所") == "notation");
    CHECK(class_of("名", "入口 A B", "入口A B") == "notation");
    CHECK(class_of("名", "入口A B", "入口AB") == "real");
    CHECK(class_of("名", "渡邉", "渡辺") == "character-variant");
    CHECK(class_of("名", "霞ケ関", "霞ヶ関") == "character-variant");
    CHECK(class_of("名", "ab", "AB") == "real");
    CHECK(class_of("住所", "中央区築地一丁目1番1号", "中央区築地1-1-1") == "same-address");
    CHECK(class_of("名", "㈱デジタル", "デジタル") == "same-corporation");
    CHECK(class_of("名", "㈱デジタル", "株式会社デジタル") != "real");
    CHECK(class_of("名", "株式会社デジタル", "有限会社デジタル") == "real");
    CHECK(class_of("団体コード", "112046", "111007") == "code-renewal");
    CHECK(class_of("市", "浦和市", "さいたま市") == "former-name");
}
