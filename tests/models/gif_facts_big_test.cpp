#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/model_language/parse_model.hpp"
#include "models/engine/embedded_models.hpp"
#include "tests/support/gif_facts.hpp"

using namespace daicho;
using gif::facts, gif::Row;

namespace {

/// The model whose source is that document of GIF.
syntax::Model model_from(const std::string& document) {
    for (const auto& file : embedded_models()) {
        if (!file.path.ends_with(".gifm")) continue;
        if (file.text.find(document) == std::string_view::npos) continue;
        auto model = parse_model(file.text, file.path);
        if (!model.classes.empty()) return model;
    }
    FAIL("no model from " << document);
    return {};
}

const syntax::Class& class_with(const syntax::Model& model, const std::string& label,
                                const std::string& first_item) {
    for (const auto& tree : model.classes) {
        if (tree.label.ja == label && !tree.items.empty() && tree.items.front().label.ja == first_item)
            return tree;
    }
    FAIL("no class " << label << " in " << model.name.text);
    return model.classes.front();
}

/// Rows of one class, in the order of the source.
std::vector<std::vector<Row>> by_class(const std::vector<Row>& rows) {
    std::vector<std::vector<Row>> groups;
    std::map<std::string, std::size_t> at;
    for (const Row& row : rows) {
        if (row.at("row_kind") != "attribute") continue;
        const auto [known, added] =
            at.try_emplace(row.at("model_no") + "/" + row.at("class_id"), groups.size());
        if (added) groups.emplace_back();
        groups[known->second].push_back(row);
    }
    return groups;
}

}  // namespace

TEST_CASE("the core models have the items of GIF 438: names, labels, order, cardinality and extensions") {
    std::map<std::string, std::vector<Row>> by_name;
    const std::set<std::string> is_item{"field", "field_dmd_only", "extension_field"};
    for (const Row& row : facts("core_types.tsv")) {
        if (is_item.contains(row.at("row_kind"))) by_name[row.at("class")].push_back(row);
    }
    std::set<std::string> chosen;  // "class item topic" where the sources differ
    for (const Row& row : gif::rows_of("models/core/contradictions.tsv"))
        chosen.insert(row.at("class") + " " + row.at("item") + " " + row.at("topic"));
    std::size_t items = 0;
    for (const auto& file : embedded_models()) {
        if (!file.path.starts_with("models/core/") || !file.path.ends_with(".gifm")) continue;
        for (const auto& tree : parse_model(file.text, file.path).classes) {
            const auto& rows = by_name[tree.name.text];
            INFO(tree.name.text);
            if (tree.extends) continue;  // その他構造物: 建物 under other names
            REQUIRE(tree.items.size() == rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i, ++items) {
                const auto& item = tree.items[i];
                const std::string name = rows[i].at("name"), place = tree.name.text + " " + item.name.text;
                INFO(place);
                CHECK(item.name.text == name.substr(0, name.find("_MP")));
                CHECK((item.label.ja == rows[i].at("name_ja") || chosen.contains(place + " label")));
                CHECK((item.standing == syntax::Standing::extension) ==
                      (rows[i].at("row_kind") == "extension_field"));
                const bool several = item.cardinality.maximum > 1;
                CHECK((several == (rows[i].at("max") == "n") || chosen.contains(place + " maximum")));
                CHECK((std::to_string(item.cardinality.minimum) == rows[i].at("min") ||
                       rows[i].at("min").empty()));
            }
        }
    }
    CHECK(items == 313);
}

TEST_CASE("the 25 disaster models have the items of GIF 455: names, order, phase and sharing") {
    std::size_t items = 0;
    for (const auto& rows : by_class(facts("disaster_models.tsv"))) {
        const Row& first = rows.front();
        const auto model =
            model_from("455-1 防災データモデル " + first.at("model_no") + " " + first.at("model"));
        const auto& tree = class_with(model, first.at("class_label"), first.at("name_ja"));
        INFO(model.name.text << "/" << tree.name.text);
        REQUIRE(tree.items.size() == rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i, ++items) {
            const auto& item = tree.items[i];
            INFO(item.label.ja);
            CHECK(item.label.ja == rows[i].at("name_ja"));
            if (item.type.kind == syntax::TypeKind::reference) continue;
            CHECK(item.for_exchange == (rows[i].at("sharing") == "basic_shared"));
            CHECK((item.phase == syntax::Phase::peacetime) == (rows[i].at("phase") == "peacetime"));
            CHECK((item.phase == syntax::Phase::in_disaster) == (rows[i].at("phase") == "in_disaster"));
            CHECK((item.phase == syntax::Phase::always) == (rows[i].at("phase") == "常時取得"));
        }
    }
    CHECK(items == 1429);
}

TEST_CASE("the 14 education models have the items of GIF 454: numbers, names, order and nests") {
    std::size_t items = 0;
    for (const auto& rows : by_class(facts("education_models.tsv"))) {
        const Row& first = rows.front();
        const auto model =
            model_from("454-1 教育データモデル " + first.at("model_no") + " " + first.at("model") + "（");
        const syntax::Class* tree = nullptr;
        for (const auto& one : model.classes) {
            if (!one.items.empty() && one.items.front().number == first.at("item_no")) tree = &one;
        }
        INFO(first.at("class_id") << " " << first.at("item_no"));
        REQUIRE(tree != nullptr);
        REQUIRE(tree->items.size() == rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i, ++items) {
            const auto& item = tree->items[i];
            CHECK(item.number == rows[i].at("item_no"));
            CHECK(item.label.ja == rows[i].at("name_ja"));
            CHECK((item.type.kind == syntax::TypeKind::reference) ==
                  (rows[i].at("type").starts_with("class:")));
            if (rows[i].at("multiplicity") == "0..n") CHECK(item.cardinality.maximum > 1);
        }
    }
    CHECK(items == 920);
}

TEST_CASE("the 41 code lists of the education models are known by name") {
    const auto model = parse_model(
        [] {
            for (const auto& file : embedded_models()) {
                if (file.path == "models/education/codes.gifm") return file.text;
            }
            return std::string_view();
        }(),
        "models/education/codes.gifm");
    std::set<std::string> names{"性別"};  // ISO 5218: a list of the core
    for (const auto& list : model.code_lists) names.insert(list.label.ja);
    std::size_t lists = 0;
    for (const Row& row : facts("education_models.tsv")) {
        if (row.at("row_kind") != "code_list") continue;
        ++lists;
        CHECK(names.contains(row.at("name_ja")));
    }
    CHECK(lists == 41);
    for (const auto& list : model.code_lists) CHECK_FALSE(list.closed);
}

TEST_CASE("the administrative models have the items of GIF 451, in order, with what is required") {
    std::map<std::string, std::vector<Row>> sheets;
    for (const Row& row : facts("application_models.tsv")) {
        if (row.at("doc_no") != "451-5") sheets[row.at("doc_no") + "/" + row.at("model")].push_back(row);
    }
    std::size_t items = 0;
    for (const auto& [sheet, rows] : sheets) {
        bool found = false;
        for (const auto& file : embedded_models()) {
            if (!file.path.starts_with("models/administration/") || !file.path.ends_with(".gifm")) continue;
            const auto model = parse_model(file.text, file.path);
            for (const auto& tree : model.classes) {
                if (found || tree.items.size() != rows.size()) continue;
                const std::string document = rows.front().at("doc_no") + " ";
                if (model.sources.front().document.find(document) == std::string::npos) continue;
                bool same = true;
                for (std::size_t i = 0; i < rows.size(); ++i) {
                    const auto& item = tree.items[i];
                    same = same && item.label.ja == rows[i].at("name_ja") &&
                           (item.requirement == syntax::Requirement::required) ==
                               (rows[i].at("requirement") == "required");
                }
                found = same;
            }
        }
        INFO(sheet);
        CHECK(found);
        items += rows.size();
    }
    CHECK(items == 366);
}
