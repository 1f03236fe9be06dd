// The town column of KEN_ALL: any text is taken apart without loss. A tab parts the town from its kana.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "grammars/text/utf8.hpp"
#include "grammars/values/postal_town.hpp"

namespace {

using namespace daicho;

void require(bool holds, const char* law) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", law);
    std::abort();
}

void check(const PostalPart& part, Span within, bool& rest) {
    require(part.span.begin <= part.span.end, "a span runs backwards");
    require(within.begin <= part.span.begin && part.span.end <= within.end,
            "a part lies outside of its town");
    require(part.inherited <= part.steps.size(), "more steps are inherited than there are");
    require(part.kind != PostalPartKind::numbers || !part.steps.empty(), "numbers have no steps");
    require(find_invalid_utf8(part.name) == std::string_view::npos, "a name is not UTF-8");
    require(find_invalid_utf8(part.kana) == std::string_view::npos, "kana are not UTF-8");
    for (const PostalStep& step : part.steps) {
        const bool any = step.reach == PostalReach::any;
        require(any == step.from.empty(), "a number is missing");
        require(step.reach != PostalReach::range || step.from <= step.to, "a range runs backwards");
    }
    rest = rest || part.kind == PostalPartKind::rest;
    for (const PostalPart& inner : part.inner) check(inner, within, rest);
}

void check(std::string_view column, const PostalTowns& read) {
    std::uint32_t end = 0;
    bool rest = false;
    for (const PostalTown& town : read.towns) {
        require(end <= town.span.begin && town.span.end <= column.size(), "towns overlap");
        end = town.span.end;
        std::uint32_t part_end = town.span.begin;
        for (const PostalPart& part : town.parts) {
            require(part_end <= part.span.begin, "parts overlap");
            part_end = part.span.end;
            check(part, town.span, rest);
        }
    }
    require(!(read.complete && rest), "what has a rest is not complete");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (find_invalid_utf8(text) != std::string_view::npos) return 0;
    const std::string_view line = text;
    const std::string column(line.substr(0, line.find('\t')));
    const std::string kana(line.substr(std::min(column.size() + 1, line.size())));
    check(column, read_postal_towns(column));
    check(column, read_postal_towns(column, kana));
    return 0;
}
