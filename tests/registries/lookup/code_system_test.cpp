#include <algorithm>
#include <string>
#include <variant>

#include <catch2/catch.hpp>

#include "registries/embedded/code_systems.hpp"
#include "registries/lookup/lookup.hpp"

using namespace daicho;

namespace {

LookupAnswer ask(std::string_view query) {
    return look_up(*find_lookup_kind("code-system"), query, {.limit = 0});
}

std::string text(const LookupMatch& match, std::string_view key) {
    for (const AnswerField& field : match.fields) {
        const auto* string = field.name.key == key ? std::get_if<std::string>(&field.value) : nullptr;
        if (string) return *string;
    }
    return {};
}

}  // namespace

TEST_CASE("every code system of the catalogue is found by its name, with its publisher and address") {
    std::size_t systems = 0;
    for (const CodeSystem& system : CodeSystems::embedded().systems()) {
        CAPTURE(system.ja);
        const LookupAnswer answer = ask(system.ja);
        const bool found = std::ranges::any_of(answer.matches, [&](const LookupMatch& match) {
            return text(match, "name") == system.ja && text(match, "publisher") == system.publisher &&
                   text(match, "page") == system.page && text(match, "data") == system.data;
        });
        CHECK(found);
        ++systems;
    }
    CHECK(systems > 702);
}

TEST_CASE("ministries are known by their short names") {
    for (const auto& [brief, full] : {std::pair{"文科省", "文部科学省"}, std::pair{"国交省", "国土交通省"},
                                      std::pair{"厚労省", "厚生労働省"}, std::pair{"経産省", "経済産業省"},
                                      std::pair{"農水省", "農林水産省"}}) {
        CAPTURE(brief);
        const LookupAnswer answer = ask(brief);
        CHECK(answer.matches.size() * 10 >= ask(full).matches.size() * 9);  // some notes name it in full
        CHECK_FALSE(answer.matches.empty());
    }
    CHECK(ask("外国省").matches.empty());
}

TEST_CASE("a system that is called otherwise is a hint") {
    const LookupAnswer answer = ask("医療機関コード");
    REQUIRE_FALSE(answer.matches.empty());
    CHECK(answer.status() == LookupAnswer::Status::unsure);
    CHECK(text(answer.matches.front(), "name").find("医療機関") != std::string::npos);
    CHECK(ask("番号").matches.size() > 10);
    CHECK(ask("魚群探知コード").matches.empty());
}
