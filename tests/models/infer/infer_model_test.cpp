#include "models/infer/infer_model.hpp"

#include <catch2/catch.hpp>

#include "grammars/model_language/parse_model.hpp"
#include "models/dataset/validate.hpp"
#include "models/engine/check_model.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

/// A table of `records`; `cell` makes the cells of one from its number.
template <class Cell>
std::string table_of(const std::string& header, int records, Cell cell) {
    std::string text = header + "\n";
    for (int i = 0; i < records; ++i) text += cell(i) + "\n";
    return text;
}

DraftModel draft_of(const std::string& table, Models& models) {
    InferOptions options;
    options.name = "example.draft";
    options.language = Language::en;
    return infer_model(memory_source(table), options, models);
}

syntax::Model tree_of(const std::string& table) {
    Models models;
    return parse_model(draft_of(table, models).text, "draft.gifm");
}

std::string kind_of(const syntax::Item& item) {
    return item.type.names.front().text;
}

}  // namespace

TEST_CASE("a column has the kind that all its values are of, and words for nothing are accepted") {
    const auto tree = tree_of(table_of("番号,開設日,電話番号,人数,型式", 40, [](int i) {
        const std::string n = std::to_string(i);
        return std::to_string(100 + i) + ",2020/4/" + std::to_string(i % 28 + 1) + "," +
               (i == 7 ? "-" : "03-5253-" + std::to_string(5000 + i)) + "," + n + ",AB-" +
               std::to_string(10 + i);
    }));
    const auto& items = tree.classes.front().items;
    REQUIRE(items.size() == 5);
    CHECK(items[0].requirement == syntax::Requirement::required);
    CHECK(kind_of(items[1]) == "date");
    CHECK(kind_of(items[2]) == "phone");
    CHECK(items[2].unknowns == std::vector<std::string>{"-"});
    CHECK(items[2].requirement == syntax::Requirement::optional);
    CHECK(kind_of(items[3]) == "integer");
    CHECK(items[3].type.minimum == "0");
    CHECK(items[4].type.matches == "[A-Z]{2}-[0-9]{2}");
    REQUIRE(tree.classes.front().uniques.size() == 1);
    CHECK(tree.classes.front().uniques.front().items.front().text == items[0].name.text);
}

TEST_CASE("texts that recur are codes, ways of writing one of them its other names") {
    const auto tree = tree_of(table_of("区分", 60, [](int i) {
        return std::string(i == 5 ? "ＡＢ" : i % 3 == 0 ? "AB" : i % 3 == 1 ? "避難所" : "倉庫");
    }));
    REQUIRE(tree.code_lists.size() == 1);
    const auto& codes = tree.code_lists.front().codes;
    REQUIRE(codes.size() == 3);
    std::size_t others = 0;
    for (const auto& code : codes) others += code.aliases.size();
    CHECK(others == 1);
}

TEST_CASE("numbers with a zero in front, and codes by their header, are no quantities") {
    const auto tree = tree_of(table_of("点,分類コード", 30, [](int i) {
        return "0" + std::to_string(100 + i) + "," + std::to_string(7000 + i * 13);
    }));
    CHECK(kind_of(tree.classes.front().items[0]) == "half_digits");
    CHECK(kind_of(tree.classes.front().items[1]) == "half_digits");
}

TEST_CASE("a kind that a few values spoil is offered with their places, not taken") {
    Models models;
    const DraftModel draft = draft_of(
        table_of(
            "電話番号", 40,
            [](int i) { return i == 3 ? std::string("代表まで") : "03-5253-" + std::to_string(5000 + i); }),
        models);
    CHECK(draft.text.find(": text 0..1 required;") != std::string::npos);
    CHECK(draft.text.find("# could be phone once 1 values are corrected: L5") != std::string::npos);
}

TEST_CASE("drafts of odd tables are models that the tables fit") {
    const std::string tables[] = {
        "a\n",
        "1,2\n3,4\n5,6\n",
        "名前,名前,\n甲,乙,丙\n",
        "class,model,1st,（）,氏名（漢字）\nx,y,z,w,v\n",
        "＃,a b,a_b,a-b\n1,2,3,4\n",
        "\"q\"\"u\\ote\",値\n\"a\"\"b\",\"x\\y\"\n",
    };
    const ScratchFolder folder;
    for (const std::string& table : tables) {
        Models models;
        const DraftModel draft = draft_of(table, models);
        INFO(table << draft.text);
        const std::string path = folder.write("draft.gifm", draft.text);
        ModelSet set;
        CHECK(check_model(set, set.read(path)).empty());
        CheckOptions options;
        options.model = path;
        Models fresh;
        const CheckResult result = validate(memory_source(table), options, fresh);
        for (const Finding& finding : result.findings) {
            INFO(finding.rule.text);
            CHECK((finding.severity != Severity::error || finding.rule.text[0] == 'S' ||
                   finding.rule.text[0] == 'F'));
        }
    }
}
