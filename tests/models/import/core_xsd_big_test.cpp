// Our models of the GIF core and the official XML schema say the same, but for what
// models/core/contradictions.tsv lists.

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "grammars/base/os.hpp"
#include "models/engine/tsv.hpp"
#include "models/import/import_xsd.hpp"
#include "tests/support/core_models.hpp"
#include "tests/support/shared_data.hpp"

namespace {

namespace syntax = daicho::syntax;
using core_models::Core, core_models::Difference, core_models::items_of, core_models::named,
    core_models::text_of;

/// What a model calls a type of the schema.
std::string kind_of(const std::string& xsd) {
    const std::map<std::string, std::string> kinds{
        {"xsd:string", "text"}, {"xsd:integer", "integer"}, {"xsd:date", "date"},
        {"xsd:anyURI", "url"},  {"xsd:decimal", "decimal"}, {"xsd:gMonthDay", "month_day"}};
    const auto known = kinds.find(xsd);
    return known == kinds.end() ? xsd : known->second;
}

class Comparison {
 public:
    Comparison(Core& ours, const daicho::ImportedModel& theirs) : ours_(ours), theirs_(theirs) {
        for (const auto& tree : theirs.model.classes) compare_class(tree);
        for (const auto& item : theirs.left_out) compare_element(item);
        for (const auto* source : ours.sources) {
            for (const auto& tree : source->tree.classes) look_for_extra(tree);
        }
        for (const auto& list : theirs.model.code_lists) compare_codes(list);
    }
    const std::set<Difference>& found() const { return found_; }
    /// The type of an item of ours, for what the list says of it.
    std::string type_of(const std::string& tree, const std::string& item) const {
        const auto* ours = ours_.class_named(tree);
        const auto* found = ours ? named(ours->items, item) : nullptr;
        return found ? text_of(found->type) : "";
    }

 private:
    void note(const std::string& tree, const std::string& item, const char* topic) {
        found_.insert({tree, item, topic});
    }

    void compare_class(const syntax::Class& theirs) {
        const auto* ours = ours_.class_named(theirs.name.text);
        if (!ours) return note(theirs.name.text, "*", "class");
        const bool same_base = theirs.extends.has_value() == ours->extends.has_value() &&
                               (!theirs.extends || theirs.extends->text == ours->extends->text);
        if (!same_base) note(theirs.name.text, "*", "extends");
        for (const auto& item : theirs.items) {
            const auto* same = named(ours->items, item.name.text);
            if (!same) {
                note(theirs.name.text, item.name.text, "item");
                continue;
            }
            if (same->standing != syntax::Standing::base) note(theirs.name.text, item.name.text, "extension");
            if (same->cardinality.minimum != item.cardinality.minimum)
                note(theirs.name.text, item.name.text, "minimum");
            if (same->cardinality.maximum != item.cardinality.maximum)
                note(theirs.name.text, item.name.text, "maximum");
        }
        compare_patterns(theirs, *ours);
    }

    void compare_patterns(const syntax::Class& theirs, const syntax::Class& ours) {
        for (const auto& pattern : theirs.patterns) {
            const auto* same = named(ours.patterns, pattern.name.text);
            if (!same || items_of(*same) != items_of(pattern))
                note(theirs.name.text, pattern.name.text, "pattern");
        }
        for (const auto& pattern : ours.patterns) {
            if (!named(theirs.patterns, pattern.name.text))
                note(theirs.name.text, pattern.name.text, "pattern");
        }
    }

    /// An element that the schema puts into no class is an extension item of some of ours.
    void compare_element(const syntax::Item& theirs) {
        for (const auto* source : ours_.sources) {
            for (const auto& tree : source->tree.classes) {
                const auto* same = named(tree.items, theirs.name.text);
                if (same && same->standing == syntax::Standing::extension) return;
            }
        }
        note("*", theirs.name.text, "item");
    }

    void look_for_extra(const syntax::Class& ours) {
        const auto* theirs = named(theirs_.model.classes, ours.name.text);
        if (!theirs) return note(ours.name.text, "*", "class");
        for (const auto& item : ours.items) {
            const bool base = item.standing == syntax::Standing::base;
            const auto* element = base ? named(theirs->items, item.name.text) : element_named(item.name.text);
            if (!element) {
                note(ours.name.text, item.name.text, "item");
            } else if (text_of(item.type) != text_of(element->type)) {
                note(ours.name.text, item.name.text, "type");
            }
        }
    }

    /// The schema has one element of a name for all classes.
    const syntax::Item* element_named(const std::string& name) const {
        if (const auto* found = named(theirs_.left_out, name)) return found;
        for (const auto& tree : theirs_.model.classes) {
            if (const auto* found = named(tree.items, name)) return found;
        }
        return nullptr;
    }

    void compare_codes(const syntax::CodeList& theirs) {
        const auto lists = ours_.models.code_lists(theirs.name.text);
        if (lists.size() != 1) return note(theirs.name.text, "*", "code");
        std::map<std::string, std::string> labels;
        for (const auto& code : lists.front().codes) labels[code.code] = code.label.ja;
        for (const auto& code : theirs.codes) {
            const auto same = labels.find(code.code);
            if (same == labels.end() || same->second != code.label.ja)
                note(theirs.name.text, code.code, "code");
        }
        if (labels.size() != theirs.codes.size()) note(theirs.name.text, "*", "code");
    }

    Core& ours_;
    const daicho::ImportedModel& theirs_;
    std::set<Difference> found_;
};

}  // namespace

TEST_CASE("the models of the GIF core differ from the official schema only where the list says so") {
    const auto theirs = daicho::import_xsd(shared_data("gif") + "/GIF_Core_DataModel.xsd", "gif.core");
    REQUIRE(theirs.model.classes.size() == 17);
    Core core;
    const Comparison comparison(core, theirs);
    const std::string list =
        daicho::read_file(std::string{DAICHO_SOURCE_DIR} + "/models/core/contradictions.tsv");
    const daicho::TsvTable table(list);
    std::set<Difference> listed;
    for (const auto& row : table) {
        const Difference one{row.get("class"), row.get("item"), row.get("topic")};
        listed.insert(one);
        const std::string xsd = row.get("xsd");
        CAPTURE(text_of(one), xsd, row.get("chosen"));
        if (row.get("topic") == "type") {
            CHECK(comparison.type_of(row.get("class"), row.get("item")) == row.get("chosen"));
            if (!xsd.empty() && kind_of(xsd) != row.get("chosen")) CHECK(comparison.found().contains(one));
        }
        if (row.get("topic") == "maximum" && xsd == "1") CHECK(comparison.found().contains(one));
    }
    for (const Difference& one : comparison.found()) {
        CAPTURE(text_of(one));
        CHECK(listed.contains(one));
    }
}
