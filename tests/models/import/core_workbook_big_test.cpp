// The official workbook of the GIF core (438) gives the core models, but for what
// models/core/contradictions.tsv lists.

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "grammars/base/os.hpp"
#include "grammars/model_language/parse_model.hpp"
#include "models/engine/tsv.hpp"
#include "models/import/import_workbook.hpp"
#include "tests/support/core_models.hpp"
#include "tests/support/shared_data.hpp"

namespace {

namespace syntax = daicho::syntax;
using core_models::Core, core_models::Difference, core_models::items_of, core_models::named,
    core_models::text_of;

struct OwnItem {
    syntax::Name name;
    const syntax::Item* item;
    std::string tree;  ///< the class that has it
};

/// The items of a class with those of the class that it extends, which come first.
std::vector<OwnItem> all_items(const Core& core, const syntax::Class& tree) {
    std::vector<OwnItem> items;
    if (tree.extends) items = all_items(core, *core.class_named(tree.extends->text));
    for (const auto& item : tree.items) items.push_back({item.name, &item, tree.name.text});
    return items;
}

std::set<Difference> differences(const Core& core, const syntax::Class& theirs) {
    std::set<Difference> found;
    const std::string& name = theirs.name.text;
    const auto* ours = core.class_named(name);
    if (!ours) return {{name, "*", "class"}};
    if (ours->extends) found.insert({name, "*", "items"});
    const auto items = all_items(core, *ours);
    for (const auto& item : theirs.items) {
        const auto* same = named(items, item.name.text);
        if (!same) {
            found.insert({name, item.name.text, "item"});
            continue;
        }
        const auto note = [&](bool differs, const char* topic) {
            if (differs) found.insert({same->tree, item.name.text, topic});
        };
        note(same->item->label.ja != item.label.ja, "label");
        note(same->item->standing != item.standing, "extension");
        note(same->item->cardinality.minimum != item.cardinality.minimum, "minimum");
        note(same->item->cardinality.maximum != item.cardinality.maximum, "maximum");
        note(text_of(same->item->type) != text_of(item.type), "type");
    }
    for (const auto& item : items) {
        if (!named(theirs.items, item.name.text)) found.insert({name, item.name.text, "item"});
    }
    for (const auto& pattern : theirs.patterns) {
        const auto* same = named(ours->patterns, pattern.name.text);
        if (!same || items_of(*same) != items_of(pattern)) found.insert({name, pattern.name.text, "pattern"});
    }
    return found;
}

}  // namespace

TEST_CASE("the official workbook of the GIF core gives the core models, but for what is listed") {
    daicho::ModelSet models;
    const auto theirs =
        daicho::import_workbook(shared_data("gif") + "/438_core_DMD.xlsx", "gif.core", models);
    REQUIRE(theirs.model.classes.size() == 17);
    CHECK(theirs.notes.empty());
    const std::string list =
        daicho::read_file(std::string{DAICHO_SOURCE_DIR} + "/models/core/contradictions.tsv");
    const daicho::TsvTable table(list);
    std::set<Difference> listed;
    for (const auto& row : table) listed.insert({row.get("class"), row.get("item"), row.get("topic")});
    const Core core;
    std::size_t items = 0;
    for (const auto& tree : theirs.model.classes) {
        items += tree.items.size();
        for (const Difference& one : differences(core, tree)) {
            CAPTURE(text_of(one));
            CHECK(listed.contains(one));
        }
    }
    CHECK(items == 338);
}

TEST_CASE("the official workbook of the core's code lists gives the lists that there are") {
    daicho::ModelSet models;
    const auto theirs =
        daicho::import_workbook(shared_data("gif") + "/438-1_core_codelist.xlsx", "gif.core.codes", models);
    REQUIRE(theirs.model.code_lists.size() == 6);
    std::size_t codes = 0;
    for (const auto& list : theirs.model.code_lists) {
        const auto ours = models.code_lists(list.name.text);
        REQUIRE(ours.size() == 1);
        CHECK(ours.front().tree->label.ja == list.label.ja);
        REQUIRE(ours.front().codes.size() == list.codes.size());
        for (std::size_t i = 0; i < list.codes.size(); ++i) {
            CAPTURE(list.name.text, list.codes[i].code);
            CHECK(ours.front().codes[i].code == list.codes[i].code);
            CHECK(ours.front().codes[i].label.ja == list.codes[i].label.ja);
        }
        codes += list.codes.size();
    }
    CHECK(codes == 274);
}
