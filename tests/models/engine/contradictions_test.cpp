#include <set>

#include <catch2/catch.hpp>

#include "models/engine/check_model.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

/// What is wrong with a model of one class with this in it, in one line each, without the place.
std::vector<std::string> wrong_with(const std::string& items) {
    const ScratchFolder folder;
    ModelSet models;
    const std::string model = "model t version \"1\" {\n    class Hall \"会館\" { " + items + " }\n}\n";
    std::vector<std::string> found;
    for (const Error& error : check_model(models, models.read(folder.write("m.gifm", model)))) {
        const std::string text = error.en().substr(0, error.en().find('\n'));
        found.push_back(text.substr(text.find(": ") + 2));
    }
    return found;
}

std::string contradiction(const std::string& item) {
    return "M617 no value can be one of '" + item + "': its limits or its code list contradict its kind";
}

}  // namespace

TEST_CASE("an item that no value can be of is a contradiction") {
    using Found = std::vector<std::string>;
    for (const char* const type : {"integer range 5..4", "decimal range 1.5..1.2", "people range -9..-1",
                                   "integer range 1.2..1.8", "latitude range 100..200", "people range ..-1",
                                   "integer range 1..9 matches /[a-z]+/", "longitude range -500..-200"}) {
        CAPTURE(type);
        CHECK(wrong_with("seats \"定員\" : " + std::string(type) + " required;") ==
              Found{contradiction("seats")});
    }
    for (const char* const type :
         {"integer range 5..5", "decimal range 1.2..1.5", "people range -9..0", "people range ..0",
          "latitude range -90..90", "longitude range 0..180", "integer range 0..",
          "integer range -1000000..1000000", "area_m2 range ..0.5", "yen range 1000000..",
          "integer range 1..9 matches /[5-6]/", "height_m range -100..5000"}) {
        CAPTURE(type);
        CHECK(wrong_with("seats \"定員\" : " + std::string(type) + " required;") == Found{});
    }
}

TEST_CASE("an item that a required pattern asks for and the class forbids is a contradiction") {
    CHECK(wrong_with("name \"名称\" : text forbidden; id \"ID\" : half; pattern MP01 { id name }") ==
          std::vector<std::string>{
              "M617 the required pattern 'MP01' asks for the item 'name', which is forbidden"});
    CHECK(wrong_with("name \"名称\" : text forbidden; id \"ID\" : half; pattern MP01 { id }").empty());
}

TEST_CASE("no model that is compiled in contradicts itself") {
    ModelSet models;
    std::set<const ModelSource*> checked;
    for (const auto& entry : models.entries()) {
        const FoundClass found = models.find(entry.model + "/" + entry.class_name);
        if (!checked.insert(found.source).second) continue;
        for (const Error& error : check_model(models, *found.source)) FAIL_CHECK(error.en());
    }
    CHECK(checked.size() > 50);
}
