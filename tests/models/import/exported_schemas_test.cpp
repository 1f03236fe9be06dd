// What a model says in a schema comes back from it.

#include <algorithm>
#include <catch2/catch.hpp>

#include "grammars/model_language/parse_model.hpp"
#include "models/engine/check_model.hpp"
#include "models/export/export_form.hpp"
#include "models/import/import_json.hpp"
#include "tests/support/scratch_folder.hpp"

namespace {

namespace syntax = daicho::syntax;

constexpr std::size_t every = 11;  // of the classes there are, one

/// Reads what is exported of a class, which must be a model without fault.
class Returned {
 public:
    daicho::ModelSet models;

    daicho::ImportedModel from(const daicho::FoundClass& found, const char* form) {
        const daicho::Export text = export_model(models, found, *daicho::find_export_form(form), {});
        auto imported = daicho::import_json(folder_.write("schema.json", text.text), "returned");
        const std::string path =
            folder_.write("model" + std::to_string(++count_) + ".gifm", daicho::print_model(imported.model));
        for (const auto& error : check_model(models, models.read(path))) FAIL_CHECK(error.en());
        CHECK(imported.notes.empty());
        return imported;
    }

 private:
    daicho::ScratchFolder folder_;
    int count_ = 0;
};

void compare(const syntax::Item& ours, const syntax::Item& theirs) {
    CAPTURE(ours.name.text);
    CHECK(ours.name.text == theirs.name.text);
    CHECK(ours.label.ja == theirs.label.ja);
    CHECK(ours.label.en == theirs.label.en);
    CHECK(ours.requirement == theirs.requirement);
    CHECK(ours.standing == theirs.standing);
    CHECK(ours.confidential == theirs.confidential);
    CHECK(ours.registry == theirs.registry);
    CHECK(ours.aliases.size() == theirs.aliases.size());
    if (!ours.separator.empty()) return;  // several values in one cell are one text to a schema
    CHECK(ours.cardinality.maximum == theirs.cardinality.maximum);
    // Codes of an open list, or with notations for "not known" beside them, are texts to a schema.
    if (ours.type.kind == syntax::TypeKind::code && theirs.type.kind != syntax::TypeKind::code) return;
    CHECK(ours.type.kind == theirs.type.kind);
    CHECK(ours.type.form == theirs.type.form);
    CHECK(ours.type.names.size() == theirs.type.names.size());
    if (ours.type.kind == syntax::TypeKind::value) {
        CHECK(ours.type.names.front().text == theirs.type.names.front().text);
    }
    CHECK(ours.type.minimum.value_or("") == theirs.type.minimum.value_or(""));
    CHECK(ours.type.maximum.value_or("") == theirs.type.maximum.value_or(""));
}

}  // namespace

TEST_CASE("the JSON Schema of a class gives the class again") {
    Returned returned;
    const auto entries = returned.models.entries();
    for (std::size_t i = 0; i < entries.size(); i += every) {
        CAPTURE(entries[i].model, entries[i].class_name);
        const auto found = returned.models.find(entries[i].model + "/" + entries[i].class_name);
        const auto imported = returned.from(found, "json-schema");
        const syntax::Class& theirs = imported.model.classes.front();
        CHECK(theirs.label.ja == found.tree->label.ja);
        CHECK(theirs.closed == found.tree->closed);
        if (found.tree->extends) continue;  // a schema has the items of both
        REQUIRE(theirs.items.size() == found.tree->items.size());
        for (std::size_t k = 0; k < theirs.items.size(); ++k) compare(found.tree->items[k], theirs.items[k]);
    }
}

TEST_CASE("the Data Package of a class gives a model with its columns") {
    Returned returned;
    const auto entries = returned.models.entries();
    for (std::size_t i = 5; i < entries.size(); i += every) {
        CAPTURE(entries[i].model, entries[i].class_name);
        const auto found = returned.models.find(entries[i].model + "/" + entries[i].class_name);
        const auto imported = returned.from(found, "data-package");
        CHECK(imported.model.classes.size() == 1);
        CHECK(imported.model.classes.front().items.size() >= found.tree->items.size());
    }
}
