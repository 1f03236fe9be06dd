// What a transformation promises of any table: nothing of it is gone without a word, and a result is settled.
#include <random>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "models/dataset/transform.hpp"
#include "tests/support/scratch_folder.hpp"

namespace daicho {

namespace {

const char* const offices = R"(model test version "1" {
    class Office "窓口" {
        id "ID" : half_alnum 0..1;
        name "名称" : text 1..1 required;
        head "氏名" : person_name 0..1;
        family "氏" : text 0..1;
        given "名" : text 0..1;
        opened "開設日" : date 0..1;
        phone "電話番号" : phone 0..n;
        open "開館" : code OpenList 0..1;
        note "備考" : text 0..1;
        split head as person_name { family given }
        join head = family ++ " " ++ given;
    }
    codes OpenList "開館一覧" closed { 1 "開館"; 2 "閉館"; }
})";

/// False where the table is refused.
bool transforms(DatasetSource table, std::string& result, const TransformRequest& request, Models& models,
                TransformListener& listener) {
    try {
        transform(std::move(table), memory_target(result), request, models, listener);
        return true;
    } catch (const Error&) {
        return false;
    }
}

/// Draws tables in which every text comes once, so that it can be found again.
class TableMaker {
 public:
    explicit TableMaker(unsigned seed, bool ragged = true) : random_(seed), ragged_(ragged) {}

    std::vector<std::string> tokens;  ///< all texts of the table that nothing knows how to write otherwise

    std::string table() {
        std::string text;
        while (chance(3)) text += chance(2) ? "#" + token() + ",x\n" : "窓口の一覧" + token() + "\n";
        const std::vector<std::string> headers = drawn_headers();
        for (std::size_t i = 0; i < headers.size(); ++i) text += (i == 0 ? "" : ",") + headers[i];
        text += "\n";
        if (chance(8)) text += "# " + token() + "\n";
        const std::size_t records = 3 + random_() % 8;
        for (std::size_t i = 0; i < records; ++i) text += record(headers) + "\n";
        return text;
    }

 private:
    bool chance(unsigned one_in) { return random_() % one_in == 0; }
    std::string token() { return tokens.emplace_back("標" + std::to_string(1000 + tokens.size()) + "文"); }

    std::vector<std::string> drawn_headers() {
        std::vector<std::string> headers = {"名称", "所在地"};
        for (const char* name :
             {"氏名", "氏", "名", "開設日", "電話番号", "電話番号", "開館", "備考", "独自2", "備考", ""}) {
            if (chance(2)) headers.emplace_back(name);
        }
        return headers;
    }

    std::string cell(const std::string& header) {
        if (chance(5)) return "";
        if (header == "開設日" && chance(2)) return "令和6年4月1日";
        if (header == "電話番号" && chance(2)) return "03-5253-5111";
        if (header == "開館" && chance(2)) return "閉館";
        if (header == "氏名" && chance(2)) return "山田　" + token();
        switch (random_() % 12) {
            case 0:
                return "\"" + token() + "\n" + token() + "\"";
            case 1:
                return "\"" + token() + "\"" + token();
            case 2:
                return token() + "\"" + token();
            case 3:
                return "　" + token() + " ";
            case 4:
                return token() + "\xFF" + token();
            default:
                return token();
        }
    }

    std::string record(const std::vector<std::string>& headers) {
        const std::string rest(!ragged_ || chance(2) ? headers.size() - 1 : 0, ',');
        if (chance(12)) return rest;
        if (chance(12)) return "合計" + token() + rest;
        if (chance(12)) return "※" + token() + rest;
        std::string text;
        const std::size_t cells =
            ragged_ && chance(6) ? 1 + random_() % (headers.size() + 3) : headers.size();
        for (std::size_t i = 0; i < cells; ++i)
            text += (i == 0 ? "" : ",") + cell(i < headers.size() ? headers[i] : "独自");
        return text;
    }

    std::mt19937 random_;
    bool ragged_;  ///< records may have too few or too many cells, which only CSV can keep
};

struct Told final : TransformListener {
    void begin(const TransformFacts&) override {}
    void change(const CellChange& change) override { texts.append(change.before).append("\n"); }
    void left(LeftOver kind, const Finding& finding) override {
        if (kind != LeftOver::loss) return;
        texts.append(finding.value).append("\n");
        ++losses;
    }
    void end(const TransformOutcome&) override {}

    std::string texts;
    std::size_t losses = 0;
};

constexpr unsigned drawn_tables = 150;

}  // namespace

TEST_CASE("what is neither in the result nor among what was changed is in the list of losses") {
    const ScratchFolder folder;
    const std::string model = folder.write("office.gifm", offices);
    Models models;
    std::size_t lost = 0, made = 0;
    for (unsigned seed = 0; seed < drawn_tables; ++seed) {
        TableMaker maker(seed);
        const std::string table = maker.table();
        TransformRequest request;
        request.check.model = model;
        request.check.read.encoding = Encoding::utf8;
        Told told;
        std::string result;
        if (!transforms(memory_source(table), result, request, models, told)) continue;
        lost += told.losses;
        ++made;
        CAPTURE(seed, table, result, told.texts);
        for (const std::string& token : maker.tokens) {
            const bool there = result.find(token) != result.npos;
            if (!there && told.texts.find(token) == told.texts.npos) FAIL_CHECK(token + " is gone");
        }
    }
    CHECK(made > drawn_tables / 2);
    CHECK(lost > drawn_tables / 2);
}

TEST_CASE("a result that is transformed again stays as it is, byte for byte") {
    const ScratchFolder folder;
    const std::string model = folder.write("office.gifm", offices);
    Models models;
    for (const std::string form : {"csv", "json", "xlsx"}) {
        std::size_t made = 0;
        TransformRequest request, again;
        request.form = again.form = form;
        request.check.model = again.check.model = model;
        request.check.read.encoding = Encoding::utf8;
        for (unsigned seed = 0; seed < drawn_tables; ++seed) {
            const std::string table = TableMaker(seed, form == "csv").table();
            std::string once, twice;
            Told told;
            if (!transforms(memory_source(table), once, request, models, told)) continue;
            CAPTURE(form, seed, table);
            REQUIRE(transforms(memory_source(once, "a." + form), twice, again, models, told));
            CHECK(once == twice);
            ++made;
        }
        CHECK(made > drawn_tables / 2);
    }
}

}  // namespace daicho
