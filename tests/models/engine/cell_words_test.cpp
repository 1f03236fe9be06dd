#include "models/engine/cell_words.hpp"

#include <string>
#include <tuple>

#include <catch2/catch.hpp>

#include "models/dataset/validate.hpp"
#include "models/engine/stand_in.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

/// Whether `rule` is told of a table that has `record` behind sound ones.
bool tells(RuleId rule, const std::string& record) {
    Models models;
    const std::string table = "地区,戸数,人口\n北,10,20\n南,11,21\n東,12,22\n" + record + "\n";
    for (const Finding& finding : validate(memory_source(table), {.model = "none"}, models).findings) {
        if (finding.rule == rule && finding.place.line == 5) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a word of the table does what its use says, whatever the word is") {
    CHECK(!tells(rules::total_record, "西,13,23"));
    CHECK(!tells(rules::note_record, "西,,"));
    for (const std::string& word : cell_words(CellWord::total)) {
        CAPTURE(word);
        CHECK(tells(rules::total_record, word + ",33,63"));
    }
    for (const std::string& word : cell_words(CellWord::note)) {
        CAPTURE(word);
        CHECK(tells(rules::note_record, word + "1) 北は概数,,"));
    }
    for (const std::string& word : cell_words(CellWord::end)) {
        CAPTURE(word);
        CHECK(tells(rules::note_record, word + ",,"));
    }
    for (const auto& [use, rule, ahead] : {std::tuple{CellWord::ditto, rules::ditto, ""},
                                           std::tuple{CellWord::form, rules::placeholder, "○○"}}) {
        CHECK(!cell_words(use).empty());
        for (const std::string& word : cell_words(use)) {
            CAPTURE(word);
            CHECK(may_be_stand_in(ahead + word));
            CHECK(stand_in(ahead + word).rule == rule);
        }
    }
}

}  // namespace daicho
