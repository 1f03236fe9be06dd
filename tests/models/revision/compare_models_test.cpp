#include "models/revision/compare_models.hpp"

#include <catch2/catch.hpp>

#include "models/revision/item_changes.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

ModelChanges changes_between(const std::string& old, const std::string& now) {
    const ScratchFolder folder;
    ModelSet models;
    const ComparedModel a = compared_model(models, folder.write("old.gifm", "model m { " + old + " }"));
    const ComparedModel b = compared_model(models, folder.write("new.gifm", "model m { " + now + " }"));
    return compare_models(a, b);
}

/// "breaking required C.a; …"
std::string told(const ModelChanges& changes) {
    std::string out;
    for (const ModelChange& one : changes.all()) {
        out.append(out.empty() ? "" : "; ").append(to_string(one.impact)).append(" ");
        out.append(one.kind->id).append(" ").append(one.place);
    }
    return out;
}

std::string item_change(const std::string& old, const std::string& now) {
    return told(changes_between("class C { " + old + "; }", "class C { " + now + "; }"));
}

}  // namespace

TEST_CASE("a change of an item breaks where data that was right may be wrong now") {
    const struct {
        std::string old, now, told;
    } cases[] = {
        {"a \"甲\" : text", "a \"甲\" : text", ""},
        {"a : text", "a : text required", "breaking required C.a"},
        {"a : text required", "a : text required?", "compatible may-be-empty C.a"},
        {"a : text", "a : text recommended", "note requirement C.a"},
        {"a : date", "a : partial_date", "compatible type-widened C.a"},
        {"a : text", "a : date", "breaking type-narrowed C.a"},
        {"a : date", "a : phone", "breaking type-changed C.a"},
        {"a : integer range 0..9", "a : integer range 0..", "compatible range-widened C.a"},
        {"a : integer range 0..9", "a : integer range 1..20", "breaking range-narrowed C.a"},
        {"a : half", "a : half matches /x/", "breaking pattern-added C.a"},
        {"a : text 0..n", "a : text", "breaking fewer-values C.a"},
        {"a \"甲\" : text", "b \"甲\" : text", "breaking item-renamed C.a"},
        {"a \"甲\" : text", "b \"乙\" : text alias \"甲\" \"a\"",
         "compatible item-renamed C.a; compatible label C.a"},
        {"a \"甲\" : text", "a \"乙\" : text", "breaking label C.a"},
        {"a : text alias \"x\"", "a : text", "breaking header-removed C.a"},
        {"a : text unknown \"-\"", "a : text list \";\"",
         "compatible separator-added C.a; breaking unknown-removed C.a"},
        {"a : text; b : text", "a : text", "breaking item-removed C.b"},
        {"a : text", "a : text; b : text", "compatible item-added C.b"},
        {"a : text inferred", "a : text", "breaking type-confirmed C.a"},
    };
    for (const auto& one : cases) {
        INFO(one.old << " → " << one.now);
        CHECK(item_change(one.old, one.now) == one.told);
    }
}

TEST_CASE("a renamed item keeps its place in keys and required patterns") {
    CHECK(told(changes_between("class C { a \"甲\" : text; unique a; pattern P { a } }",
                               "class C { b \"甲\" : text alias \"a\"; unique b; pattern P { b } }")) ==
          "compatible item-renamed C.a");
}

TEST_CASE("codes and rules break where they take less") {
    CHECK(told(changes_between("codes K { 1 \"a\"; 2 \"b\"; }", "codes K open { 1 \"a\"; 3 \"c\"; }")) ==
          "compatible codes-opened K; breaking code-removed K.2; compatible code-added K.3");
    CHECK(told(changes_between(
              "class C { a : text; }",
              "class C { a : text; rule r LV2 error \"x\" : a; rule s none info \"y\" : a; }")) ==
          "breaking rule-added C.r; note rule-added C.s");
}

TEST_CASE("every class is equal to itself, and the kinds of change have names of their own") {
    ModelSet models;
    std::size_t count = 0;
    for (const auto& entry : models.entries()) {
        if (++count % 17 != 0) continue;
        const ComparedModel one = compared_model(models, entry.model + "/" + entry.class_name);
        CHECK(told(compare_models(one, one)).empty());
    }
    for (const ChangeKind& kind : change_kinds()) {
        const auto same = [&](const ChangeKind& other) { return other.id == kind.id; };
        CHECK(std::count_if(change_kinds().begin(), change_kinds().end(), same) == 1);
    }
    CHECK(is_wider_kind("half_digits", "text"));
    CHECK(is_wider_kind("people", "decimal"));
    CHECK_FALSE(is_wider_kind("decimal", "people"));
}
