// The models of the municipal standard datasets have every column that is known of them, but for what is
// listed with its reason.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/model_set.hpp"
#include "tests/support/gif_facts.hpp"

using namespace daicho;
using gif::facts, gif::Row, gif::rows_of;

TEST_CASE(
    "every column that is known of a municipal standard dataset is an item of its model, or a reason is "
    "given") {
    std::map<std::string, std::string> reasons;  // by "class column"
    for (const Row& row : rows_of("models/municipal/contradictions.tsv")) {
        if (row.at("topic") == "column") reasons[row.at("class") + " " + row.at("item")] = row.at("chosen");
    }
    const auto datasets = rows_of("tests/data/municipal-datasets.tsv");
    std::map<std::string, std::vector<std::string>> columns;  // by layout, number and name
    for (const char* file : {"municipal_standard_datasets.tsv", "municipal_more.tsv"}) {
        for (const Row& row : facts(file)) {
            const std::string layout =
                row.at("layout") + "\t" + row.at("dataset_no") + "\t" + row.at("dataset");
            if (row.at("row_kind") == "column") columns[layout].push_back(row.at("column"));
        }
    }
    ModelSet models;
    std::set<std::string> lacking;
    for (const auto& [layout, headers] : columns) {
        const std::string of_layout = layout.substr(0, layout.find('\t')),
                          number_and_name = layout.substr(of_layout.size() + 1);
        const auto row = std::ranges::find_if(datasets, [&](const Row& one) {
            return one.at("dataset_no") + "\t" + one.at("dataset") == number_and_name &&
                   (one.at("layout").empty() || one.at("layout") == of_layout);
        });
        INFO(layout);
        REQUIRE(row != datasets.end());
        const Model& model = models.get(row->at("class"));
        const Binding binding = bind_columns(model, headers, {});
        for (std::size_t i = 0; i < headers.size(); ++i) {
            if (!binding.columns[i].slot) lacking.insert(row->at("class") + " " + headers[i]);
        }
    }
    for (const std::string& one : lacking) {
        INFO(one);
        CHECK(reasons.contains(one));
    }
    for (const auto& [one, reason] : reasons) {
        INFO(one);
        CHECK(lacking.contains(one));
        CHECK_FALSE(reason.empty());
    }
}
