#include "models/engine/model_compiler.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "models/engine/binding.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;

namespace {

/// 施設 nests 設備, and 設備 nests 施設 again.
const char* const facility = R"(model test version "1" {
    class Facility "施設" {
        name "名称" : text 0..1 alias "コード";
        address "施設住所" : class Address 1..1 required;
        contact "連絡先" : class Contact 0..1;
        extension {
            equipment "設備" : class Equipment 0..n;
            secret "秘匿情報" : class Secret 0..1 confidential;
        }
    }
    class Address "住所" {
        fullAddress "連結表記" : text 0..1;
    }
    class Contact "連絡先" {
        phone "電話番号" : phone 0..1;
        address "住所" : class Address 0..1;
        alias address.fullAddress "所在地";
    }
    class Equipment "設備" {
        id "設備ID" : half 0..1;
        phone "電話番号" : phone 0..1;
        facility "関連施設" : class Facility 0..1;
        alias facility.name "設置施設";
        rule named-facility none warning "関連施設の名称がありません" when id : facility.name;
    }
    class Secret "秘匿" {
        code "コード" : text 0..1;
    }
})";

std::string item_of(const Model& model, const std::string& header) {
    const std::vector<std::string> headers{header};
    const auto slot = bind_columns(model, headers, {}).columns.front().slot;
    return slot ? model.slots[*slot].path : "";
}

}  // namespace

TEST_CASE("a class that nests itself is not followed, and what is said about its items is left out") {
    const WrittenModel model(facility);
    CHECK(model->slots.size() == 7);
    CHECK(model->rules.empty());
    CHECK(item_of(*model, "設置施設").empty());
}

TEST_CASE("a short header means the item that is nearest to the dataset") {
    const WrittenModel model(facility);
    CHECK(item_of(*model, "連結表記") == "address.fullAddress");
    CHECK(item_of(*model, "電話番号") == "contact.phone");
    CHECK(item_of(*model, "設備_電話番号") == "equipment.phone");
    CHECK(item_of(*model, "コード") == "name");
}

TEST_CASE("a header that a nested class gives its items stands behind the header of that class") {
    const WrittenModel model(facility);
    CHECK(item_of(*model, "連絡先_所在地") == "contact.address.fullAddress");
    CHECK(item_of(*model, "所在地").empty());
}

TEST_CASE("the items of a nested class are extension items, and confidential, where that class is") {
    const WrittenModel model(facility);
    const Slot& secret = model->slots[*model->find_slot("secret.code")];
    CHECK(secret.confidential);
    CHECK(secret.extension);
    CHECK(model->slots[*model->find_slot("equipment.id")].extension);
    CHECK_FALSE(model->slots[*model->find_slot("contact.phone")].extension);
    CHECK_FALSE(model->slots[*model->find_slot("contact.phone")].confidential);
}

TEST_CASE("a required nested class asks for one of its items") {
    const WrittenModel model(facility);
    REQUIRE(model->patterns.front().groups.size() == 1);
    const auto& group = model->patterns.front().groups.front();
    CHECK(group.path == "address");
    CHECK(group.slots == std::vector<std::size_t>{*model->find_slot("address.fullAddress")});
}

TEST_CASE(
    "the item that keeps an original is another item of the class, and stands where the class is nested") {
    const auto written = [](const std::string& original) {
        return "model t {\n class A { b : class B 0..1; }\n class B {\n  name : text original in " +
               original + ";\n  registered : text;\n }\n}\n";
    };
    const WrittenModel model(written("registered"));
    CHECK(model->slots[*model->find_slot("b.name")].original == model->find_slot("b.registered"));
    CHECK_FALSE(model->slots[*model->find_slot("b.registered")].original);
    CHECK_THROWS_WITH(WrittenModel(written("kept")),
                      Catch::Contains("test.gifm:4:27") && Catch::Contains("'kept'"));
    CHECK_THROWS_WITH(WrittenModel(written("name")),
                      Catch::Contains("test.gifm:4:27") && Catch::Contains("another"));
}

TEST_CASE("two alternatives do not give one English name to different items") {
    const auto written = [](const std::string& label, const std::string& type) {
        return "model t {\n class A { b : one of B | C 0..1; }\n class B {\n  name \"名称\" : text;\n }\n "
               "class C {\n  name \"" +
               label + "\" : " + type + ";\n }\n}\n";
    };
    const WrittenModel same(written("名称", "text"));
    CHECK(same->find_slot("b.name"));
    CHECK_THROWS_WITH(WrittenModel(written("番号", "text")), Catch::Contains("test.gifm:2:12") &&
                                                                 Catch::Contains("'番号'") &&
                                                                 Catch::Contains("'b.name'"));
    CHECK_THROWS_WITH(WrittenModel(written("名称", "date")), Catch::Contains("different names"));
}

TEST_CASE("a kind of value that does not exist is told with the one that was most likely meant") {
    CHECK_THROWS_WITH(WrittenModel("model t {\n class A { b : dat; }\n}\n"),
                      Catch::Contains("test.gifm:2:16") && Catch::Contains("did you mean 'date'?"));
    CHECK_THROWS_WITH(WrittenModel("model t {\n class A { b : wholly_unknown; }\n}\n"),
                      Catch::Contains("'wholly_unknown'") && !Catch::Contains("did you mean"));
}
