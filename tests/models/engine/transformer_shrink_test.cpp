#include <catch2/catch.hpp>

#include "grammars/characters/rule_ids.hpp"
#include "models/engine/transformer.hpp"
#include "models/rules/rule_ids.hpp"
#include "tests/support/checked_text.hpp"
#include "tests/support/known_characters.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;

namespace {

using Row = std::vector<std::string>;

const char* const person = R"(model test version "1" {
    class Person "個人" {
        familyName "氏" : text 0..1 characters name original in registeredFamily;
        givenName "名" : text 0..1 characters name;
        fullName "氏名" : person_name 0..1 original in registeredName;
        nickname "通称" : text 0..n original in registeredNickname;
        sect "宗派" : code SectList 0..1;
        seal "印影" : text 0..1 characters registered;
        secret "秘匿" : text 0..1 confidential;
        extension {
            registeredName "戸籍氏名" : text 0..1;
            registeredFamily "戸籍氏" : text 0..1;
            registeredNickname "登録通称" : text 0..1;
        }
        split fullName as person_name { familyName givenName }
    }
    codes SectList "宗派一覧" open { 1 "髙野"; }
})";

/// 髙 may be written as 高, 𠮷 as 吉; for 㐄 there are two.
KnownCharacters known() {
    KnownCharacters known;
    known.sets.insert(LoadedSet::mj_shrink);
    known.shrinks["髙"] = {ShrinkVerdict::unique, "高", {}, {}};
    known.shrinks["𠮷"] = {ShrinkVerdict::unique, "吉", {}, {}};
    known.shrinks["㐄"] = {ShrinkVerdict::tied, "", {}, {}};
    return known;
}

/// A table after `--shrink`: its headers, its cells, and what was said about them.
struct Shrunk {
    Row headers;
    std::vector<Origin> origins;
    std::vector<Row> rows;
    std::vector<std::string> edits;       ///< "record rule before>after"
    std::vector<std::string> given_up;    ///< "record header value"
    std::vector<std::string> not_shrunk;  ///< "record header value: detail"
    std::vector<std::uint64_t> filled;
    std::vector<std::string> lines;  ///< of what was given up: "line item", and whether it is confidential

    Shrunk(const std::string& csv, const TransformOptions& options) {
        const WrittenModel model(person);
        CheckedText checked(*model, csv);
        const Transformer transformer(checked.inspector, options);
        for (const auto& column : transformer.columns()) {
            headers.push_back(column.header);
            origins.push_back(column.origin);
        }
        Transformed out;
        transformer.transform(checked.batch, out);
        for (std::size_t i = 0; i < out.size(); ++i) {
            rows.emplace_back(out.cells(i).begin(), out.cells(i).end());
        }
        for (const Edit& edit : out.edits) {
            edits.push_back(std::to_string(edit.record) + " " + std::string(edit.rule.text) + " " +
                            edit.before + ">" + edit.after);
        }
        for (const Finding& one : out.given_up) {
            given_up.push_back(place_of(one));
            lines.push_back(std::to_string(one.place.line) + " " + std::string(one.item) +
                            (one.confidential ? " confidential" : ""));
        }
        for (const Finding& one : out.not_shrunk) not_shrunk.push_back(place_of(one) + ": " + one.detail);
        filled = out.filled;
    }

    static std::string place_of(const Finding& finding) {
        return std::to_string(finding.record) + " " + std::string(finding.header) + " " + finding.value;
    }
};

Shrunk shrunk(const std::string& csv, ShrinkTarget target = ShrinkTarget::jisx0213) {
    const KnownCharacters characters = known();
    TransformOptions options;
    options.shrink = {ShrinkPolicy::mjsu, target, &characters};
    return {csv, options};
}

using Rows = std::vector<Row>;
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("without the option no character is shrunk and no column is made for originals") {
    const Shrunk plain("氏,通称\n髙田,𠮷\n", {});
    CHECK(plain.headers == Row{"氏", "通称"});
    CHECK(plain.rows == Rows{{"髙田", "𠮷"}});
    CHECK(plain.given_up.empty());
    CHECK(plain.not_shrunk.empty());
}

TEST_CASE("the original goes to the item that the model names, which gets a column") {
    const Shrunk table = shrunk("氏\n田中\n髙田\n");
    CHECK(table.headers == Row{"氏", "戸籍氏"});
    CHECK(table.origins == std::vector{Origin::column, Origin::original});
    CHECK(table.rows == Rows{{"田中", ""}, {"高田", "髙田"}});
    CHECK(table.edits == Texts{"2 " + std::string(rules::filled_from_another.text) + " >髙田",
                               "2 " + std::string(rules::outside_repertoire.text) + " 髙田>高田"});
    CHECK(table.filled == std::vector<std::uint64_t>{2, 1});
    CHECK(table.given_up.empty());
}

TEST_CASE("an original is never written over another value, and is then a loss") {
    const Shrunk table = shrunk("氏,戸籍氏\n髙田,髙田\n髙田,髙多\n髙田,\n");
    CHECK(table.rows == Rows{{"高田", "髙田"}, {"高田", "髙多"}, {"高田", "髙田"}});
    CHECK(table.given_up == Texts{"2 氏 髙田"});
    CHECK(table.filled == std::vector<std::uint64_t>{3, 3});
}

TEST_CASE("what no item keeps is a loss, with the place in the source") {
    const Shrunk table = shrunk("名,秘匿\n\"花\n子\",\n𠮷,髙\n");
    CHECK(table.given_up == Texts{"2 名 𠮷", "2 秘匿 髙"});
    CHECK(table.lines == Texts{"4 givenName", "4 secret confidential"});
}

TEST_CASE(
    "characters with several answers, or none, stay and are listed, and others beside them are shrunk") {
    const Shrunk table = shrunk("氏\n髙㐄𠀋𠮷\n㐄\n");
    CHECK(table.rows == Rows{{"高㐄𠀋吉", "髙㐄𠀋𠮷"}, {"㐄", ""}});
    CHECK(table.not_shrunk == Texts{"1 氏 髙㐄𠀋𠮷: 㐄 tied", "2 氏 㐄: 㐄 tied"});
    CHECK(shrunk("氏\n㐄𠀋\n", ShrinkTarget::jisx0208).not_shrunk == Texts{"1 氏 㐄𠀋: 㐄 tied, 𠀋 none"});
}

TEST_CASE("codes, registered names, items that keep originals and own columns are not shrunk") {
    const std::string csv = "戸籍氏名,宗派,印影,備考\n髙,髙,髙,髙\n";
    const Shrunk table = shrunk(csv);
    CHECK(table.headers == Row{"宗派", "印影", "戸籍氏名", "備考"});
    CHECK(table.rows == Rows{{"髙", "髙", "髙", "髙"}});
    CHECK(table.edits.empty());
}

TEST_CASE("parts of a name are shrunk as the whole is, and each keeps its original") {
    const Shrunk table = shrunk("氏名\n髙田　𠮷子\n");
    CHECK(table.headers == Row{"氏", "名", "氏名", "戸籍氏名", "戸籍氏"});
    CHECK(table.rows == Rows{{"高田", "吉子", "高田 吉子", "髙田 𠮷子", "髙田"}});
    CHECK(table.given_up == Texts{"1 名 𠮷子"});
}

TEST_CASE("of an item in several columns the first keeps its original, the others are losses") {
    const Shrunk table = shrunk("通称[1],通称[2]\n髙,𠮷\n");
    CHECK(table.headers == Row{"通称[1]", "通称[2]", "登録通称"});
    CHECK(table.rows == Rows{{"高", "吉", "髙"}});
    CHECK(table.given_up == Texts{"1 通称[2] 𠮷"});
}

TEST_CASE("shrinking what was shrunk changes nothing and loses nothing") {
    const Shrunk again = shrunk("氏,戸籍氏\n高田,髙田\n㐄,\n");
    CHECK(again.rows == Rows{{"高田", "髙田"}, {"㐄", ""}});
    CHECK(again.edits.empty());
    CHECK(again.given_up.empty());
}
