// A second table below the first one of a sheet or file is told, and its rows are not judged as records of
// the first; what transform writes does not have it, which is listed as a loss.

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/table_writer.hpp"
#include "models/dataset/profile.hpp"
#include "models/dataset/transform.hpp"
#include "models/dataset/validate.hpp"
#include "models/rules/rule_ids.hpp"
#include "tests/support/workbook_file.hpp"

using namespace daicho;

namespace {

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

/// Tables with a header and records, as they stand in published files.
const std::vector<Rows> tables = {
    {{"地区", "人口", "世帯数"}, {"北区", "120", "40"}, {"南区", "2,250", "90"}, {"東区", "75", "30"}},
    {{"施設名", "所在地", "電話番号", "定員"},
     {"中央会館", "北区1-2", "0543-21-1234", "30"},
     {"南会館", "南区3-4", "0543-21-5678", "20"}},
    {{"担当課", "電話番号", "係名"},
     {"市民課", "0543-21-1111", "戸籍係"},
     {"税務課", "0543-21-2222", "収納係"},
     {"福祉課", "0543-21-3333", "介護係"}},
    {{"年度", "利用者数", "収入", "支出", "備考"},
     {"令和3年度", "1200", "35", "30", ""},
     {"令和4年度", "1300", "36", "31", "改修"},
     {"令和5年度", "1250", "37", "33", ""}},
    {{"区分", "料金"}, {"大人", "200"}, {"小人", "100"}},
    {{"町名", "令和3年", "令和4年", "令和5年"}, {"本町", "120", "118", "117"}, {"東町", "80", "81", "85"}},
};

std::string csv(const Rows& rows) {
    std::string text;
    for (const Row& row : rows) {
        std::string line;
        for (const std::string& cell : row) {
            if (&cell != &row.front()) line += ',';
            line += cell.find(',') != cell.npos ? '"' + cell + '"' : cell;
        }
        text += line + "\n";
    }
    return text;
}

std::string sheet(const Rows& rows) {
    std::string data;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::string number = std::to_string(row + 1);
        data += "<row r=\"" + number + "\">";
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            if (rows[row][column].empty()) continue;
            data += "<c r=\"" + column_letters(column) + number + "\" t=\"inlineStr\"><is><t>" +
                    rows[row][column] + "</t></is></c>";
        }
        data += "</row>";
    }
    workbooks::Book book;
    book.sheets = {{"一覧", data}};
    return workbooks::bytes_of(book);
}

/// `rows` to the width that a spreadsheet writes: that of the widest.
Rows padded(Rows rows) {
    std::size_t width = 0;
    for (const Row& row : rows) width = std::max(width, row.size());
    for (Row& row : rows) row.resize(width);
    return rows;
}

Rows joined(std::initializer_list<Rows> parts) {
    Rows all;
    for (const Rows& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

CheckResult checked(const std::string& bytes, const std::string& name) {
    static Models models;
    CheckOptions options;
    options.model = "none";
    options.threads = 1;
    return validate(memory_source(bytes, name), options, models);
}

std::vector<Finding> others_in(const CheckResult& result) {
    std::vector<Finding> others;
    for (const Finding& finding : result.findings) {
        if (finding.rule == rules::other_header) others.push_back(finding);
    }
    return others;
}

std::vector<std::string> told(const CheckResult& result) {
    std::vector<std::string> all;
    for (const Finding& finding : result.findings) {
        if (finding.rule != rules::other_header && finding.rule != rules::trailing_columns)
            all.push_back(std::string(finding.rule.text) + " " + std::to_string(finding.record) + " " +
                          std::to_string(finding.column) + " " + finding.value);
    }
    std::ranges::sort(all);
    return all;
}

/// What stands between two tables, and the text of the first row of it that has one.
struct Gap {
    Rows rows;
    std::string title;
};

const std::vector<Gap> gaps = {
    {{{}}, ""},
    {{{"■別の表"}}, "■別の表"},
    {{{}, {"■別の表"}}, "■別の表"},
    {{{}, {}, {"別の表"}, {}}, "別の表"},
};

std::string transformed(const std::string& bytes, const std::string& model, TransformOutcome& outcome,
                        std::vector<Finding>& losses) {
    static Models models;
    class Listener final : public TransformListener {
     public:
        explicit Listener(std::vector<Finding>& kept) : kept_(kept) {}
        void begin(const TransformFacts&) override {}
        void change(const CellChange&) override {}
        void left(LeftOver kind, const Finding& finding) override {
            if (kind == LeftOver::loss) kept_.push_back(finding);
        }
        void end(const TransformOutcome&) override {}

     private:
        std::vector<Finding>& kept_;
    } listener(losses);
    TransformRequest request;
    request.check.model = model;
    request.check.threads = 1;
    std::string result;
    outcome = transform(memory_source(bytes, "a.csv"), memory_target(result), request, models, listener);
    return result;
}

}  // namespace

TEST_CASE("of two tables below each other the first is checked as if it stood alone") {
    for (const Rows& first : tables) {
        for (const Rows& second : tables) {
            if (&first == &second) continue;
            // Two columns above a table of many may be facts about it, and are told as lines above (S107).
            if (first[0].size() * 2 < second[0].size()) continue;
            for (const Gap& gap : gaps) {
                for (const bool wide : {false, true}) {
                    const Rows stacked = joined({first, gap.rows, second});
                    const std::size_t rows = second.size() + (gap.title.empty() ? 0 : 1);
                    for (const bool book : {false, true}) {
                        const auto bytes = [&](const Rows& all) { return book ? sheet(all) : csv(all); };
                        const std::string name = book ? "a.xlsx" : "a.csv";
                        const CheckResult alone = checked(bytes(first), name);
                        const CheckResult result = checked(bytes(wide ? padded(stacked) : stacked), name);
                        CAPTURE(csv(stacked), name, wide);
                        const auto others = others_in(result);
                        REQUIRE(others.size() == 1);
                        CHECK(others[0].value == (gap.title.empty() ? second[0][0] : gap.title));
                        CHECK(others[0].detail == std::to_string(rows));
                        CHECK(others[0].place.line ==
                              stacked.size() - rows + 1 - (gap.rows.back().empty() && !gap.title.empty()));
                        CHECK(result.verdict.records == alone.verdict.records);
                        CHECK(told(result) == told(alone));
                    }
                }
            }
        }
    }
}

TEST_CASE("a second table right below the first is told where its columns are others") {
    for (const std::size_t second : {1, 2, 3}) {
        const CheckResult result = checked(csv(joined({tables[0], tables[second]})), "a.csv");
        CAPTURE(second);
        REQUIRE(others_in(result).size() == 1);
        CHECK(others_in(result)[0].detail == std::to_string(tables[second].size()));
        CHECK(result.verdict.records == tables[0].size() - 1);
    }
}

TEST_CASE("a second table whose header has two rows is told as well") {
    const Rows second = {{"区分", "利用者", "", "", "備考"},
                         {"", "男", "女", "計", ""},
                         {"令和3年度", "10", "20", "30", ""},
                         {"令和4年度", "11", "21", "32", "改修"}};
    const Rows& first = tables[1];
    for (const Gap& gap : gaps) {
        for (const bool book : {false, true}) {
            const Rows rows = padded(joined({first, gap.rows, second}));
            CAPTURE(csv(rows), book);
            const CheckResult result = book ? checked(sheet(rows), "a.xlsx") : checked(csv(rows), "a.csv");
            REQUIRE(others_in(result).size() == 1);
            CHECK(others_in(result)[0].detail == std::to_string(second.size() + (gap.title.empty() ? 0 : 1)));
            CHECK(result.verdict.records == first.size() - 1);
        }
    }
}

TEST_CASE("several tables are told one by one, wherever they begin among the records that are read at once") {
    for (const std::size_t records : {2, 500, 40'000}) {
        Rows many{tables[0][0]};
        for (std::size_t i = 0; i < records; ++i) many.push_back({"地区" + std::to_string(i), "1", "2"});
        const Rows all = joined({many, {{}, {"■一"}}, tables[2], {{}, {"■二"}}, tables[1], {{}}, tables[4]});
        const CheckResult result = checked(csv(all), "a.csv");
        CAPTURE(records);
        std::vector<std::string> values, rows;
        for (const Finding& finding : others_in(result)) {
            values.push_back(finding.value);
            rows.push_back(finding.detail);
        }
        CHECK(values == std::vector<std::string>{"■一", "■二", "区分"});
        CHECK(rows == std::vector<std::string>{"5", "4", "3"});
        CHECK(result.verdict.records == records);
    }
}

TEST_CASE("records behind a gap, below the name of a group or without a value are records of the table") {
    const Rows table = {{"施設名", "所在地", "電話番号", "定員", "備考"},
                        {"中央会館", "北区1-2", "0543-21-1234", "30", "改修中"},
                        {"南会館", "南区3-4", "0543-21-5678", "20", ""}};
    for (const Rows& more : std::vector<Rows>{
             {{}, {"東会館", "東区5-6", "0543-21-9999", "10", ""}},
             {{"■東部地区"}, {"東会館", "東区5-6", "0543-21-9999", "10", ""}},
             {{}, {"■東部地区"}, {}, {"東会館", "東区5-6", "", "", "休館中"}},
             {{}, {"東会館", "東区", "", "", "休館中"}, {"西会館", "西区7-8", "0543-21-8888", "15", ""}},
             {{"東会館", "不明", "なし", "-", ""}, {"西会館", "西区7-8", "0543-21-8888", "15", ""}},
             {{"東会館", "建替え", "未設置", "", ""}, {"西会館", "西区7-8", "0543-21-8888", "15", ""}},
             {table[0], {"東会館", "東区5-6", "0543-21-9999", "10", ""}},
             {{},
              {"東会館", "東区", "", "", ""},
              {"西会館", "", "未設置", "", "解体"},
              {"北会館", "北区1", "", "", ""}},
             {{}, {"■東部地区"}, table[0], {"東会館", "東区5-6", "0543-21-9999", "10", ""}},
         }) {
        CAPTURE(csv(more));
        const CheckResult result = checked(csv(joined({table, more})), "a.csv");
        CHECK(others_in(result).empty());
        CHECK(result.verdict.records == table.size() - 1 + more.size());
    }
}

TEST_CASE("transform writes the first table alone and lists the other as a loss") {
    const Rows& first = tables[1];
    TransformOutcome alone, both;
    std::vector<Finding> none, losses;
    const std::string expected = transformed(csv(first), "PublicFacility", alone, none);
    const std::string result =
        transformed(csv(joined({first, {{}, {"■別の表"}}, tables[2]})), "PublicFacility", both, losses);
    CHECK(none.empty());
    CHECK(result == expected);
    CHECK(both.records == alone.records);
    CHECK(both.level == alone.level);
    std::vector<std::string> rows;
    for (const Finding& loss : losses) {
        CHECK(loss.rule == rules::other_header);
        rows.push_back(loss.value);
    }
    CHECK(rows == std::vector<std::string>{"■別の表", "担当課, 電話番号, 係名",
                                           "市民課, 0543-21-1111, 戸籍係", "税務課, 0543-21-2222, 収納係",
                                           "福祉課, 0543-21-3333, 介護係"});
}

TEST_CASE("a profile is that of the first table") {
    static Models models;
    const auto profiled = [&](const Rows& rows) {
        return profile(memory_source(csv(rows), "a.csv"), {}, {}, models);
    };
    const DatasetProfile alone = profiled(tables[0]);
    const DatasetProfile both = profiled(joined({tables[0], {{}}, tables[2]}));
    CHECK(both.table.records == alone.table.records);
    REQUIRE(both.table.first.size() == alone.table.first.size() + 1);
    CHECK(both.table.findings.line(both.table.first.size() - 1).count == 1);
    for (std::size_t i = 0; i < alone.table.columns.size(); ++i)
        CHECK(both.table.columns[i].distinct == alone.table.columns[i].distinct);
}
