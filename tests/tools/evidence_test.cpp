// Small datasets as an office has them, one for each of the models that are used most: what is right gets no
// finding, and each planted defect the one that a clerk would expect, and no other.

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "models/dataset/transform.hpp"
#include "models/dataset/validate.hpp"
#include "models/rules/rule_ids.hpp"
#include "registries/embedded/embedded_reference.hpp"
#include "registries/embedded/embedded_resolver.hpp"
#include "tests/support/gif_facts.hpp"

using namespace daicho;

namespace {

const std::string folder = "tests/data/evidence/";

CheckOptions options_of(const std::string& model) {
    CheckOptions options;
    options.model = model;
    options.threads = 1;
    options.knowledge.codes = &embedded_reference();
    options.knowledge.places = &embedded_resolver();
    return options;
}

std::string rewritten(Models& models, const std::string& file, const std::string& model) {
    TransformRequest request;
    request.check = options_of(model);
    std::string text;
    transform(file_source(folder + file), memory_target(text), request, models);
    return text;
}

/// The model that is taken where none is named; empty: none.
std::string chosen_for(const gif::Row& row) {
    const std::string& chosen = row.at("chosen");
    return chosen.empty() ? row.at("model") : chosen == "none" ? "" : chosen;
}

}  // namespace

TEST_CASE("datasets as they should be are known for what they are, flat and nested, and have no finding") {
    Models models;
    for (const gif::Row& row : gif::rows_of(folder + "models.tsv")) {
        for (const char* ending : {".csv", ".json"}) {
            const std::string file = row.at("name") + ending;
            INFO(file);
            const CheckResult result = validate(file_source(folder + file), options_of("auto"), models);
            CHECK(result.facts.model == chosen_for(row));
            CHECK((result.facts.model.empty() || result.verdict.level >= Level::lv2));
            std::string equal;
            for (const Finding& finding : result.findings) {
                if (finding.rule == rules::equal_model) {
                    equal = finding.detail;
                } else {
                    FAIL_CHECK(finding.rule.text << " " << finding.record << " " << finding.item);
                }
            }
            CHECK(equal == row.at("equal"));
        }
        INFO(row.at("name"));
        CHECK(rewritten(models, row.at("name") + ".csv", row.at("model")) ==
              rewritten(models, row.at("name") + ".json", row.at("model")));
    }
}

TEST_CASE("each planted defect is found, and nothing else") {
    Models models;
    std::vector<std::string> found, expected;
    for (const gif::Row& row : gif::rows_of(folder + "models.tsv")) {
        const std::string name = row.at("name");
        const CheckResult result =
            validate(file_source(folder + name + "_defects.csv"), options_of(row.at("model")), models);
        for (const Finding& finding : result.findings) {
            found.push_back(name + " " + std::to_string(finding.record) + " " +
                            std::string(finding.rule.text) + " " + std::string(finding.item));
        }
    }
    for (const gif::Row& row : gif::rows_of(folder + "defects.tsv"))
        expected.push_back(row.at("name") + " " + row.at("record") + " " + row.at("rule") + " " +
                           row.at("item"));
    std::ranges::sort(found);
    std::ranges::sort(expected);
    CHECK(found == expected);
}
