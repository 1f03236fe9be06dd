#include <map>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/engine/column_profile.hpp"
#include "models/engine/model_choice.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

/// File name -> class name or "-", as judged by hand.
std::map<std::string, std::string> judged_models() {
    ReadOptions options;
    options.header_row = 7;
    const auto table = open_table("tests/data/municipal-models.tsv", options);
    std::map<std::string, std::string> judged;
    Batch batch;
    while (table->next(batch)) {
        for (std::size_t r = 0; r < batch.size(); ++r) {
            judged[std::string(batch.cell(r, 0))] = batch.cell(r, 1);
        }
    }
    return judged;
}

std::vector<ModelFit> rank(ModelSet& models, const std::string& path) {
    const auto table = open_table(path, {});
    ColumnSamples samples(table->header().size());
    Batch batch;
    if (table->next(batch)) samples.add(batch);
    std::vector<ColumnEvidence> evidence;
    for (std::size_t i = 0; i < table->header().size(); ++i) {
        const auto values = samples.values(i);
        evidence.push_back({recognise_kind(values, table->header()[i], {}).type, !values.empty()});
    }
    return rank_models(models, table->header(), evidence, 1);
}

}  // namespace

TEST_CASE("for 147 published files the model is named that a clerk names, or none") {
    const auto judged = judged_models();
    REQUIRE(judged.size() == 147);
    ModelSet models;
    std::vector<std::string> missed;
    for (const auto& [file, model] : judged) {
        const auto ranked = rank(models, shared_data("municipal") + "/" + file);
        const bool convincing = !ranked.empty() && ranked.front().fit >= convincing_fit;
        const std::string named = convincing ? ranked.front().model->class_name : "-";
        INFO(file << ": " << (ranked.empty() ? 0 : ranked.front().fit));
        if (named == "-" && model != "-") {
            missed.push_back(file);
        } else {
            CHECK(named == model);
        }
    }
    CHECK(missed.size() <= 4);
}
