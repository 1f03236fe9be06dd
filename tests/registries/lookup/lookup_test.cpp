#include "registries/lookup/lookup.hpp"

#include <catch2/catch.hpp>
#include <set>

using daicho::find_lookup_kind;
using daicho::lookup_kinds;
using daicho::LookupAnswer;
using daicho::LookupMatch;
using Status = LookupAnswer::Status;

namespace {

LookupAnswer answer(std::initializer_list<unsigned> ranks, std::size_t limit = 0) {
    LookupAnswer answer;
    for (const unsigned rank : ranks) {
        LookupMatch match;
        match.rank = rank;
        answer.matches.push_back(match);
    }
    answer.settle(limit);
    return answer;
}

}  // namespace

TEST_CASE("kinds have names of their own and are found by them") {
    std::set<std::string_view> names;
    for (const auto& kind : lookup_kinds()) {
        CHECK(names.insert(kind.name).second);
        CHECK(find_lookup_kind(kind.name) == &kind);
        CHECK(kind.words >= 1);
        CHECK_FALSE(kind.help.ja.empty());
        CHECK_FALSE(kind.help.en.empty());
    }
    CHECK(find_lookup_kind("mayor") == nullptr);
}

TEST_CASE("the best come first, and several that are equally good are tied") {
    const auto one = answer({3, 1, 2});
    CHECK(one.matches[0].rank == 1);
    CHECK(one.matches[2].rank == 3);
    CHECK(one.status() == Status::found);
    const auto two = answer({5, 1, 1});
    CHECK(two.status() == Status::unsure);
    CHECK(two.matches[0].tied);
    CHECK(two.matches[1].tied);
    CHECK_FALSE(two.matches[2].tied);
}

TEST_CASE("what is beyond the limit is cut, and told; a tie that was cut stays one") {
    const auto cut = answer({1, 2, 3}, 2);
    CHECK(cut.matches.size() == 2);
    CHECK_FALSE(cut.complete);
    CHECK(answer({1, 2}, 2).complete);
    const auto tied = answer({1, 1}, 1);
    CHECK(tied.matches.size() == 1);
    CHECK(tied.status() == Status::unsure);
}

TEST_CASE("nothing found is told apart from nothing known") {
    LookupAnswer nothing;
    nothing.settle(10);
    CHECK(nothing.status() == Status::not_found);
    CHECK(nothing.complete);
    nothing.covered = false;
    nothing.settle(10);
    CHECK(nothing.status() == Status::not_covered);
    CHECK_FALSE(nothing.complete);
}

TEST_CASE("a hint is no answer") {
    auto hint = answer({0});
    hint.matches[0].sure = false;
    CHECK(hint.status() == Status::unsure);
}

TEST_CASE("text that is not UTF-8 is found nowhere") {
    for (const auto& kind : lookup_kinds()) {
        CHECK(look_up(kind, "\xE5\x8D", {}).status() == Status::not_found);
        CHECK(look_up(kind, "\xFF", {}).status() == Status::not_found);
    }
}

TEST_CASE("what only a registry knows is not covered where there is none") {
    for (const auto& kind : lookup_kinds()) {
        INFO(kind.name);
        const auto nothing = look_up(kind, "", {});
        CHECK(nothing.status() ==
              (kind.asks_registry || kind.asks_addresses ? Status::not_covered : Status::not_found));
    }
}
