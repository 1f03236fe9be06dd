// The models have as many classes, items, relations and codes as the documents of GIF, but for what is listed
// with its reason.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/model_language/parse_model.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/tsv.hpp"
#include "tests/support/gif_facts.hpp"

using namespace daicho;
using gif::facts, gif::Row, gif::rows_of;

namespace {

using Counts = std::map<std::string, std::size_t>;  ///< by "family what"

std::string folder_of(std::string_view path) {
    const std::string_view below = path.substr(path.find('/') + 1);
    return std::string(below.substr(0, below.find('/')));
}

std::size_t codes_in(std::string_view file) {
    const auto found = std::ranges::find_if(
        embedded_models(), [&](const EmbeddedFile& one) { return one.path.ends_with(file); });
    REQUIRE(found != embedded_models().end());
    const TsvTable table(found->text);
    return static_cast<std::size_t>(std::distance(table.begin(), table.end()));
}

/// What is written in the files of the models.
Counts in_models() {
    Counts counts;
    for (const EmbeddedFile& file : embedded_models()) {
        if (!file.path.ends_with(".gifm")) continue;
        const std::string family = folder_of(file.path) + " ";
        const auto model = parse_model(file.text, file.path);
        for (const auto& tree : model.classes) {
            ++counts[family + "classes"];
            counts[family + "items"] += tree.items.size();
            counts[family + "relations"] += static_cast<std::size_t>(std::ranges::count_if(
                tree.items, [](const auto& item) { return item.type.kind == syntax::TypeKind::reference; }));
        }
        for (const auto& list : model.code_lists) {
            ++counts[family + "code lists"];
            const std::string folder(file.path.substr(0, file.path.rfind('/') + 1));
            counts[family + "codes"] += list.file.empty() ? list.codes.size() : codes_in(folder + list.file);
        }
    }
    return counts;
}

std::size_t count(const std::vector<Row>& rows, const char* column, const std::set<std::string>& values) {
    return static_cast<std::size_t>(
        std::ranges::count_if(rows, [&](const Row& row) { return values.contains(row.at(column)); }));
}

/// What the documents have.
Counts in_documents() {
    Counts counts;
    const auto core = facts("core_types.tsv");
    counts["core classes"] = count(core, "row_kind", {"class", "class_extension"});
    counts["core items"] = count(core, "row_kind", {"field", "field_dmd_only", "extension_field"});
    counts["core codes"] = facts("core_codes.tsv").size();
    counts["core relations"] = static_cast<std::size_t>(std::ranges::count_if(core, [](const Row& row) {
        const std::set<std::string> items{"field", "field_dmd_only", "extension_field"};
        return items.contains(row.at("row_kind")) && row.at("type").starts_with("class:");
    }));
    for (const std::string family : {"disaster", "education"}) {
        const auto rows = facts(family + "_models.tsv");
        counts[family + " classes"] = count(rows, "row_kind", {"class"});
        counts[family + " items"] = count(rows, "row_kind", {"attribute"});
        counts[family + " relations"] = count(rows, "row_kind", {"relation"});
        if (family == "education") counts[family + " code lists"] = count(rows, "row_kind", {"code_list"});
    }
    const auto forms = facts("application_models.tsv");
    std::set<std::string> sheets;
    for (const Row& row : forms) {
        if (row.at("doc_no") != "451-5") sheets.insert(row.at("doc_no") + row.at("model"));
        counts["administration items"] += row.at("doc_no") != "451-5" ? 1 : 0;
    }
    counts["administration classes"] = sheets.size();
    counts["administration codes"] = count(facts("other_codes.tsv"), "source", {"491-1", "451-7"}) +
                                     facts("procurement_item_codes.tsv").size();
    const auto finance = facts("finance_models.tsv");
    counts["finance items"] = count(finance, "row_kind", {"attribute"});
    counts["finance codes"] = count(finance, "row_kind", {"code"});
    return counts;
}

}  // namespace

TEST_CASE(
    "each family has as many classes, items, relations and codes as its documents, or a reason is given") {
    const Counts documents = in_documents(), models = in_models();
    std::set<std::string> listed;
    for (const Row& row : rows_of("tests/data/gif-counts.tsv")) {
        const std::string what = row.at("family") + " " + row.at("what");
        INFO(what);
        listed.insert(what);
        REQUIRE(documents.contains(what));
        CHECK(std::to_string(documents.at(what)) == row.at("source"));
        CHECK(models.contains(what));
        if (models.contains(what)) CHECK(std::to_string(models.at(what)) == row.at("models"));
        CHECK((row.at("source") == row.at("models")) == row.at("reason").empty());
    }
    for (const auto& [what, number] : documents) {
        INFO(what);
        CHECK(listed.contains(what));
    }
}
