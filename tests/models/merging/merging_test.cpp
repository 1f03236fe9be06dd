#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "grammars/base/error.hpp"
#include "grammars/formats/undo_record.hpp"
#include "models/merging/merge.hpp"
#include "tests/support/compared_texts.hpp"

using namespace daicho;

namespace {

using Row = std::map<std::string, std::string>;  // text by header

/// A table as what it says: headers in their order, and rows.
struct Sheet {
    std::vector<std::string> headers;
    std::vector<Row> rows;

    std::string csv(bool quoted = false, const std::string& end = "\n") const {
        std::string text;
        const auto line = [&](auto&& cell_of) {
            for (std::size_t i = 0; i < headers.size(); ++i) {
                const std::string cell = cell_of(headers[i]);
                const bool marks = quoted || cell.find_first_of(",\"\n") != cell.npos;
                text += i == 0 ? "" : ",";
                if (!marks) text += cell;
                if (!marks) continue;
                text += '"';
                for (const char c : cell) text.append(c == '"' ? 2 : 1, c);
                text += '"';
            }
            text += end;
        };
        line([](const std::string& header) { return header; });
        for (const Row& row : rows) {
            line([&](const std::string& header) { return row.contains(header) ? row.at(header) : ""; });
        }
        return text;
    }
};

std::multiset<Row> records_of(const std::string& csv) {
    const auto table = read_table(csv);
    std::multiset<Row> records;
    for (Batch batch; table->next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            Row row;
            for (std::size_t c = 0; c < table->columns(); ++c) {
                row[table->header()[c]] = std::string(batch.cell(i, c));
            }
            records.insert(row);
        }
    }
    return records;
}

class Drawer {
 public:
    explicit Drawer(unsigned seed) : random_(seed) {}
    std::size_t below(unsigned limit) { return random_() % limit; }
    std::string value() {
        constexpr const char* texts[] = {"",         "x",   "a,b", "say \"hi\"", "甲",
                                         "2 行\n目", " 先", "１",  "1",          "東京都"};
        return texts[below(10)];
    }
    Sheet sheet() {
        Sheet sheet{{"id", "a", "b", "c"}, {}};
        for (std::size_t i = 1 + below(20); i > 0; --i) {
            Row row{{"id", "k" + std::to_string(sheet.rows.size())}};
            for (const char* header : {"a", "b", "c"}) row[header] = value();
            sheet.rows.push_back(row);
        }
        return sheet;
    }
    /// Another edition: cells, records and columns change, and the order of both. `side` names what is new.
    Sheet edition(Sheet sheet, const std::string& side, bool columns) {
        for (Row& row : sheet.rows) {
            if (below(4) == 0)
                row[sheet.headers[1 + below(static_cast<unsigned>(sheet.headers.size() - 1))]] =
                    value() + side;
        }
        for (std::size_t i = below(4); i > 0 && sheet.rows.size() > 1; --i) {
            sheet.rows.erase(sheet.rows.begin() +
                             static_cast<std::ptrdiff_t>(below(static_cast<unsigned>(sheet.rows.size()))));
        }
        for (std::size_t i = below(4); i > 0; --i) {
            Row row{{"id", side + std::to_string(i)}, {"a", value()}, {"b", value()}, {"c", side}};
            sheet.rows.insert(sheet.rows.begin() + static_cast<std::ptrdiff_t>(
                                                       below(static_cast<unsigned>(sheet.rows.size() + 1))),
                              row);
        }
        if (below(3) == 0) std::shuffle(sheet.rows.begin(), sheet.rows.end(), random_);
        if (columns) change_columns(sheet, side);
        return sheet;
    }

 private:
    void change_columns(Sheet& sheet, const std::string& side) {
        if (below(3) == 0)
            sheet.headers.erase(sheet.headers.begin() + 1 + static_cast<std::ptrdiff_t>(below(3)));
        if (below(3) == 0) {
            sheet.headers.insert(
                sheet.headers.begin() +
                    static_cast<std::ptrdiff_t>(below(static_cast<unsigned>(sheet.headers.size() + 1))),
                "new " + side);
            for (Row& row : sheet.rows) row["new " + side] = value();
        }
        if (below(3) == 0) std::shuffle(sheet.headers.begin(), sheet.headers.end(), random_);
    }
    std::mt19937 random_;
};

struct Applied {
    std::string bytes;
    ApplyOutcome outcome;
};

Applied applied(const std::string& table, const TableChanges& changes, bool three_way = false) {
    Applied made;
    ApplyRequest request;
    request.three_way = three_way;
    made.outcome =
        apply_changes(compared_bytes(table, "table.csv"), changes, request, [&](const Dialect& dialect) {
            return create_table(memory_sink(made.bytes), "out", dialect, dialect.encoding);
        });
    return made;
}

struct Merged {
    std::string bytes;
    MergeOutcome outcome;
};

Merged merge(const std::string& base, const std::string& ours, const std::string& theirs,
             MergePolicy policy = MergePolicy::neither, const std::string& newest_by = "") {
    const ScratchFolder folder;
    Models models;
    Merged merged;
    MergeRequest request;
    request.comparison = plain_request({"id"});
    request.comparison.scratch = folder / "scratch";
    request.comparison.threads = false;
    request.policy = policy;
    request.newest_by = newest_by;
    merged.outcome =
        merge_tables(compared_bytes(base, "base.csv"), compared_bytes(ours, "ours.csv"),
                     compared_bytes(theirs, "theirs.csv"), request, models, [&](const Dialect& dialect) {
                         return create_table(memory_sink(merged.bytes), "out", dialect, dialect.encoding);
                     });
    return merged;
}

}  // namespace

TEST_CASE("the changes between two tables make of one the other, and their record takes that back") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        Drawer draw(seed);
        const Sheet old_sheet = draw.sheet(), new_sheet = draw.edition(old_sheet, "N", seed % 2 == 0);
        const std::string was = old_sheet.csv(seed % 3 == 0, seed % 5 == 0 ? "\r\n" : "\n");
        const std::string is = new_sheet.csv();
        ComparisonRequest request = plain_request({"id"});
        request.threads = false;
        const char* form = seed % 4 < 2 ? "jsonl" : "csv";
        CAPTURE(seed, form, was, is);
        const Applied made = applied(was, read_table_changes(difference_text(was, is, request, form), "d"));
        REQUIRE(made.outcome.open() == 0);
        CHECK(records_of(made.bytes) == records_of(is));
        const std::string record = undo_record(was, made.bytes, "patch", "new.csv");
        CHECK(undone(made.bytes, record, "new.csv", "record") == was);
    }
}

TEST_CASE("the laws of merging hold for drawn pairs of editions") {
    for (unsigned seed = 1000; seed < 1100; ++seed) {
        Drawer draw(seed);
        const Sheet base = draw.sheet();
        const bool columns = seed % 2 == 0;
        const std::string b = base.csv(), o = draw.edition(base, "O", columns).csv(),
                          t = draw.edition(base, "T", columns).csv();
        CAPTURE(seed, b, o, t);
        switch (seed / 2 % 5) {
            case 0: {
                CHECK(merge(b, o, b).bytes == o);
                const Merged taken = merge(b, b, t);
                CHECK(taken.outcome.applied.conflicts.empty());
                CHECK(records_of(taken.bytes) == records_of(t));
                break;
            }
            case 1: {
                const Merged equal = merge(b, o, o);
                CHECK(equal.outcome.applied.conflicts.empty());
                CHECK(equal.bytes == o);
                break;
            }
            default: {
                const Merged one = merge(b, o, t), other = merge(b, t, o);
                const bool agreed = one.outcome.applied.open() == 0;
                CHECK(agreed == (other.outcome.applied.open() == 0));
                if (agreed) CHECK(records_of(one.bytes) == records_of(other.bytes));
            }
        }
    }
}

TEST_CASE("what a merge does not touch keeps its bytes, and a conflict has all three values") {
    const std::string base = "id,a,b\n1,x,1\n2,y,2\n3,z,3\n";
    const Merged merged =
        merge(base, "id,a,b\n1,\"x\",1\r\n2,ours,2\n3,z,3\n", "id,a,b\n1,x,9\n2,theirs,2\n4,n,4\n");
    CHECK(merged.bytes == "id,a,b\n1,\"x\",9\r\n2,ours,2\n4,n,4\n");
    REQUIRE(merged.outcome.applied.conflicts.size() == 1);
    const ChangeConflict& conflict = merged.outcome.applied.conflicts.front();
    CHECK(conflict.base == "y");
    CHECK(conflict.ours == "ours");
    CHECK(conflict.theirs == "theirs");
}

TEST_CASE("policies settle conflicts, each by its own measure") {
    const std::string base = "id,更新日,電話番号\n1,2024-01-01,03-1111-1111\n",
                      ours = "id,更新日,電話番号\n1,令和6年3月1日,03-2222-2222\n",
                      theirs = "id,更新日,電話番号\n1,2024-02-01,不明\n";
    CHECK(merge(base, ours, theirs, MergePolicy::ours).bytes == ours);
    CHECK(merge(base, ours, theirs, MergePolicy::theirs).bytes == theirs);
    CHECK(merge(base, ours, theirs, MergePolicy::newest, "更新日").bytes == ours);
    CHECK(merge(base, theirs, ours, MergePolicy::newest, "更新日").bytes == ours);
    const Merged valid = merge(base, theirs, ours, MergePolicy::valid);
    CHECK(valid.bytes.find("03-2222-2222") != valid.bytes.npos);
}

TEST_CASE("a record that one side removed and the other changed is a conflict, and stays") {
    const std::string base = "id,a\n1,x\n2,y\n";
    const Merged ours_changed = merge(base, "id,a\n1,w\n2,y\n", "id,a\n2,y\n");
    CHECK(ours_changed.bytes == "id,a\n1,w\n2,y\n");
    CHECK(ours_changed.outcome.applied.open() == 1);
    const Merged theirs_changed = merge(base, "id,a\n2,y\n", "id,a\n1,w\n2,y\n");
    CHECK(theirs_changed.outcome.applied.open() == 1);
    CHECK(merge(base, "id,a\n2,y\n", "id,a\n1,w\n2,y\n", MergePolicy::theirs).bytes == "id,a\n1,w\n2,y\n");
}

TEST_CASE("a strict patch makes all or nothing, a three-way one what it can") {
    const std::string was = "id,a,b\n1,x,1\n2,y,2\n", is = "id,a,b\n1,z,1\n2,w,2\n";
    ComparisonRequest request = plain_request({"id"});
    const TableChanges changes = read_table_changes(difference_text(was, is, request, "jsonl"), "d");
    const std::string moved = "id,a,b\n2,other,2\n1,x,7\n";
    const Applied strict = applied(moved, changes);
    CHECK_FALSE(strict.outcome.written);
    CHECK(strict.bytes.empty());
    const Applied some = applied(moved, changes, true);
    CHECK(some.bytes == "id,a,b\n2,other,2\n1,z,7\n");
    CHECK(some.outcome.open() == 1);
    CHECK_FALSE(applied(is, changes).outcome.written);
    CHECK(applied(is, changes, true).bytes == is);
}

TEST_CASE("changes that were made already are not made again, with a key or without") {
    for (unsigned seed = 3000; seed < 3200; ++seed) {
        Drawer draw(seed);
        const Sheet old_sheet = draw.sheet();
        const std::string was = old_sheet.csv(), is = draw.edition(old_sheet, "N", seed % 3 == 0).csv();
        ComparisonRequest request = plain_request();
        if (seed % 2 == 0) {
            request.without_key = true;
        } else {
            request.key = {"id"};
        }
        request.threads = false;
        const std::string form = seed % 4 < 2 ? "jsonl" : "csv";
        const TableChanges changes = read_table_changes(difference_text(was, is, request, form), "d");
        CAPTURE(seed, was, is, form);
        const Applied made = applied(was, changes);
        REQUIRE(records_of(made.bytes) == records_of(is));
        if (changes.records.empty()) continue;
        bool refused = false;
        try {
            refused = !applied(made.bytes, changes).outcome.written;
        } catch (const Error&) {
            refused = true;
        }
        CHECK(refused);
    }
}

TEST_CASE("a three-way patch adds a record without a key once, though as often as the new table has it") {
    ComparisonRequest request = plain_request();
    request.without_key = true;
    const std::string was = "a,b\n1,x\n1,x\n", is = "a,b\n1,x\n1,x\n2,y\n1,x\n";
    const TableChanges changes = read_table_changes(difference_text(was, is, request, "jsonl"), "d");
    const std::string once = applied(was, changes, true).bytes;
    CHECK(records_of(once) == records_of(is));
    CHECK(applied(once, changes, true).bytes == once);
    CHECK_THROWS_AS(applied(once, changes), Error);
}

TEST_CASE("a record gives the bytes back of a file that was written anew, in any encoding") {
    const std::string was =
                          "\xEF\xBB\xBF"
                          "a,b\r\n\x82\xA0,2\r\nlonger line that stays where it is,3\r\n",
                      is = "b\n2\nlonger line that stays where it is,3\r\n";
    const std::string record = undo_record(was, is, "transform", "out.csv");
    CHECK(undone(is, record, "out.csv", "r") == was);
    CHECK_THROWS_AS(undone(is + "x", record, "out.csv", "r"), Error);
    CHECK_THROWS_AS(undone(is, record.substr(0, record.size() / 2), "out.csv", "r"), Error);
}
