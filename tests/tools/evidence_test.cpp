// Small datasets as an office has them, one for each of the models that are used most: what is right gets no
// finding, and each planted defect the one that a clerk would expect, and no other.

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "models/dataset/model_access.hpp"
#include "models/dataset/transform.hpp"
#include "models/dataset/validate.hpp"
#include "models/rules/rule_ids.hpp"
#include "registries/embedded/embedded_reference.hpp"
#include "registries/embedded/embedded_resolver.hpp"
#include "registries/sources/source.hpp"
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

/// The classes of publications: official tables, of which a registry is built; tests of the sources have
/// cuts.
std::set<std::string> classes_of_publications() {
    std::set<std::string> classes;
    for (const Source& source : sources()) {
        for (const Layout& layout : source.layouts) classes.emplace(layout.model);
    }
    return classes;
}

/// The text of a JSON file with its first nested object put one level too deep; "" where nothing is nested.
std::string with_wrong_nest(const std::string& file) {
    std::ifstream stream(folder + file);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    const std::size_t record = text.find('{');
    const std::size_t begin = text.find('{', record + 1);
    if (begin == std::string::npos || begin > text.find('}')) return "";
    std::size_t end = begin;
    for (int depth = 0; depth > 0 || end == begin; ++end)
        depth += text[end] == '{' ? 1 : text[end] == '}' ? -1 : 0;
    return text.insert(end, "}").insert(begin, "{\"別の段\":");
}

/// The items that an exchange lacks, at all times or of those kept up in peacetime.
std::set<std::string> lacking(Models& models, const gif::Row& row, const char* pattern) {
    CheckOptions options = options_of(row.at("model"));
    options.pattern = pattern;
    const CheckResult result = validate(file_source(folder + row.at("name") + ".csv"), options, models);
    return {result.verdict.lacking.begin(), result.verdict.lacking.end()};
}

}  // namespace

TEST_CASE("every model has its evidence") {
    std::set<std::string> with_evidence;
    for (const gif::Row& row : gif::rows_of(folder + "models.tsv")) {
        const std::string& model = row.at("model");
        with_evidence.insert(model.substr(0, model.find('/')));
    }
    const auto published = classes_of_publications();
    Models models;
    for (const ModelSet::Entry& entry : ModelAccess(models)->entries()) {
        INFO(entry.model << "/" << entry.class_name);
        const bool is_held = entry.model.starts_with("publications.")
                                 ? published.contains(entry.model + "/" + entry.class_name)
                                 : entry.part || with_evidence.contains(entry.model);
        CHECK(is_held);
    }
}

TEST_CASE("what stands a level too deep is told") {
    Models models;
    std::size_t nested = 0;
    for (const gif::Row& row : gif::rows_of(folder + "models.tsv")) {
        const std::string text = with_wrong_nest(row.at("name") + ".json");
        if (text.empty()) continue;
        INFO(row.at("name"));
        const CheckResult result =
            validate(memory_source(text, "nested.json"), options_of(row.at("model")), models);
        CHECK(std::ranges::any_of(result.findings, [](const Finding& finding) {
            return finding.rule.text.starts_with("M6") || finding.rule.text.starts_with("R4");
        }));
        ++nested;
    }
    CHECK(nested >= 40);
}

TEST_CASE(
    "an exchange in peacetime asks for no item of the days of a disaster, one at all times asks for both") {
    Models models;
    std::size_t of_both = 0;
    for (const gif::Row& row : gif::rows_of(folder + "models.tsv")) {
        const Model& model = ModelAccess(models)->get(row.at("model"));
        if (!model.find_pattern("ExchangePeacetime") || !model.find_pattern("Exchange")) continue;
        INFO(row.at("name"));
        const auto always = lacking(models, row, "Exchange"),
                   peace = lacking(models, row, "ExchangePeacetime");
        CHECK(std::ranges::includes(always, peace));
        for (const Slot& slot : model.slots) {
            const bool is_of_disaster = slot.phase == syntax::Phase::in_disaster;
            if (is_of_disaster) CHECK_FALSE(peace.contains(slot.long_label));
            if (slot.for_exchange && !is_of_disaster)
                CHECK(peace.contains(slot.long_label) == always.contains(slot.long_label));
        }
        of_both += always.size() > peace.size() ? 1 : 0;
    }
    CHECK(of_both > 0);
}

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
