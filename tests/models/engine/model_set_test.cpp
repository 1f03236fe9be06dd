#include "models/engine/model_set.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"

using daicho::Error;
using daicho::ModelSet;

TEST_CASE("every model that is compiled in can be read and compiled") {
    ModelSet models;
    const auto entries = models.entries();
    REQUIRE(!entries.empty());
    for (const auto& entry : entries) {
        CAPTURE(entry.model, entry.class_name);
        const auto& model = models.get(entry.model + "/" + entry.class_name);
        CHECK(model.slots.empty() == model.unknown_items);
    }
}

TEST_CASE("a class has an English, a Japanese and a qualified name") {
    ModelSet models;
    const auto entry = models.entries().front();
    const auto& model = models.get(entry.model + "/" + entry.class_name);
    CHECK(&models.get(entry.class_name) == &model);
    CHECK(&models.get(entry.label.ja) == &model);
}

TEST_CASE("what is a code list, or a model with several classes, is refused as what it is") {
    ModelSet models;
    CHECK_THROWS_WITH(models.find("SexCodeList"),
                      Catch::Contains("is a code list") && Catch::Contains("daicho models show SexCodeList"));
    CHECK_THROWS_WITH(models.find("gif.core.codes/SexCodeList"), Catch::Contains("is a code list"));
    CHECK_THROWS_WITH(models.find("gif.administration.application"), Catch::Contains("PersonalApplication"));
}

TEST_CASE("an unknown model is an error that names the nearest") {
    ModelSet models;
    try {
        models.get("Persn");
        FAIL("no error");
    } catch (const Error& error) {
        CHECK_THAT(error.en(), Catch::Contains("'Persn'") && Catch::Contains("'Person'"));
    }
    CHECK_THROWS_AS(models.get("missing.gifm"), Error);
}
