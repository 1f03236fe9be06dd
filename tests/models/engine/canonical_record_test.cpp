#include "models/engine/canonical_record.hpp"

#include <catch2/catch.hpp>

#include "grammars/formats/table_reader.hpp"
#include "models/engine/binding.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;
using Texts = std::vector<std::string_view>;

namespace {

const char* const office = R"(model test version "1" {
    class Office "事業所" {
        id "ID" : half_alnum 0..1;
        openDate "開設日" : date 0..1;
        telephone "電話番号" : phone 0..1;
    }
})";

}  // namespace

TEST_CASE("records that say the same in other notations and columns have the same canonical values") {
    const WrittenModel model(office);
    const auto values_of = [&](const std::string& csv) {
        const auto table = read_table(csv);
        const Binding binding = bind_columns(*model, table->header(), {});
        Batch batch;
        REQUIRE(table->next(batch));
        CanonicalRecord record;
        CanonicalReader(*model, binding, {}).read(batch, 0, record);
        CHECK(record.unreadable == std::vector<char>{0, 0, 0});
        return std::vector<std::string>(record.values.begin(), record.values.end());
    };
    const auto plain = values_of("ID,開設日,電話番号\na1,2024-04-18,(054)628-3359\n");
    CHECK(plain == std::vector<std::string>{"a1", "2024-04-18", "(054)628-3359"});
    CHECK(values_of("電話番号,備考,ID,開設日\n０５４－６２８－３３５９,x,ａ１,令和６年４月18日\n") == plain);
}

TEST_CASE("what cannot be read is given as written, and marked; what has no column or text is empty") {
    const WrittenModel model(office);
    const auto table = read_table("ID,開設日\na1,いつか\n,2024-04-18\n");
    const Binding binding = bind_columns(*model, table->header(), {});
    Batch batch;
    REQUIRE(table->next(batch));
    const CanonicalReader reader(*model, binding, {});
    CanonicalRecord record;
    reader.read(batch, 0, record);
    CHECK(record.values == Texts{"a1", "いつか", ""});
    CHECK(record.unreadable == std::vector<char>{0, 1, 0});
    reader.read(batch, 1, record);
    CHECK(record.values == Texts{"", "2024-04-18", ""});
    CHECK(record.unreadable == std::vector<char>{0, 0, 0});
}
