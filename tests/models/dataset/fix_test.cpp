#include <string>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/table_patch.hpp"
#include "models/dataset/dataset_source.hpp"
#include "models/dataset/fix.hpp"

using namespace daicho;

namespace {

Models& models() {
    static Models all;
    return all;
}

std::string sample() {
    return read_file(std::string(DAICHO_SOURCE_DIR) + "/docs/sample/shelters.csv");
}

FixOutcome fixed(const std::string& bytes, const std::string& model = "auto",
                 const std::string& name = "table.csv") {
    FixRequest request;
    request.check.model = model;
    return fix(bytes, name, request, models());
}

/// What the record of a fix makes of the fixed table.
std::string taken_back(const FixOutcome& outcome) {
    const auto table = open_table(memory_source(outcome.bytes).bytes, {});
    const auto patch = open_table(memory_source(outcome.undo).bytes, {});
    Dialect dialect = table->text()->dialect();
    dialect.newline = Newline::mixed;
    std::string back;
    const auto out = create_table(memory_sink(back), "back", dialect, dialect.encoding);
    const PatchOutcome patched = apply_patch(*table, *out, read_patch_csv(*patch, "undo"), "table");
    CHECK(patched.refused.empty());
    return back;
}

}  // namespace

TEST_CASE("fixing twice is fixing once, and the record gives back the bytes") {
    const FixOutcome once = fixed(sample());
    CHECK(once.cells.size() > 20);
    CHECK(fixed(once.bytes).bytes == once.bytes);
    CHECK(fixed(once.bytes).cells.empty());
    CHECK(taken_back(once) == sample());
}

TEST_CASE("bytes that no repair touches stay: quotes, line ends, a last line without one") {
    const std::string table =
        "\"電話番号\",メモ\r\n\"０３－３２１２－２１１１\",\"a \"\"b\"\"\"\n03-3212-2112 ,x";
    const FixOutcome outcome = fixed(table, "none");
    CHECK(outcome.bytes == "\"電話番号\",メモ\r\n\"(03)3212-2111\",\"a \"\"b\"\"\"\n(03)3212-2112,x");
    CHECK(taken_back(outcome) == table);
}

TEST_CASE("only the findings that are wanted are fixed") {
    FixRequest request;
    request.wanted = [](const Finding&) { return false; };
    const FixOutcome outcome = fix(sample(), "table.csv", request, models());
    CHECK(outcome.bytes == sample());
    CHECK(outcome.cells.empty());
}

TEST_CASE("a repeated header is no place to write to") {
    const FixOutcome outcome =
        fixed("電話番号,電話番号\n０３－３２１２－２１１１,０３－３２１２－２１１１\n", "none");
    CHECK(outcome.cells.empty());
    CHECK(outcome.not_written > 0);
}

TEST_CASE("texts of JSON are fixed where they stand") {
    const std::string table = "[{\"電話番号\": \"０３－３２１２－２１１１\", \"n\": 1.50}]\n";
    const FixOutcome outcome = fixed(table, "none", "table.json");
    CHECK(outcome.bytes == "[{\"電話番号\": \"(03)3212-2111\", \"n\": 1.50}]\n");
    std::string back;
    CHECK(apply_patch_json(outcome.bytes, back, read_patch_json(outcome.undo, "undo"), "table")
              .refused.empty());
    CHECK(back == table);
}
