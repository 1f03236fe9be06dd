#include "registries/lookup/field_choice.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

namespace {

constexpr FieldName mountain[] = {
    {"name", {"名称", "name"}, ShownIn::title},
    {"range", {"山系", "range"}},
    {"height", {"標高", "height"}},
    {"code", {"コード", "code of it"}, ShownIn::title},
    {"forms", {"書き方", "forms"}},
};

/// The fields that a mask has, by their keys.
std::string among(const FieldMask& mask) {
    std::string keys;
    for (std::size_t i = 0; i < std::size(mountain); ++i) {
        if (mask.has(i)) keys += std::string(mountain[i].key) + ' ';
    }
    return keys;
}

}  // namespace

TEST_CASE("what is wanted of a list is what is wanted of its fields, settled before or not") {
    const std::vector<std::string> choices[] = {
        {}, {"標高"}, {"forms.english", "range"}, {"code of it", "x"}};
    for (const auto& names : choices) {
        for (const bool titles : {false, true}) {
            const FieldChoice open(names, titles), settled(names, titles, mountain);
            CHECK(among(open.among(mountain)) == among(settled.among(mountain)));
            CHECK(among(open.named_among(mountain)) == among(settled.named_among(mountain)));
            for (std::size_t i = 0; i < std::size(mountain); ++i)
                CHECK(open.among(mountain).has(i) == open.wants(mountain[i]));
        }
    }
    CHECK(among(FieldChoice().among(mountain)) == "name range height code forms ");
}

TEST_CASE("titles are no names") {
    const FieldChoice choice({"山系"}, true, mountain);
    CHECK(among(choice.among(mountain)) == "name range code ");
    CHECK(among(choice.named_among(mountain)) == "range ");
    CHECK(among(FieldChoice({}, true).named_among(mountain)).empty());
}

TEST_CASE("a mask knows whether it has any field of a part of the list") {
    FieldMask mask;
    CHECK_FALSE(mask.has_any(0, FieldMask::most));
    mask.add(7);
    CHECK(mask.has_any(7, 8));
    CHECK(mask.has_any(0, FieldMask::most));
    CHECK_FALSE(mask.has_any(0, 7));
    CHECK_FALSE(mask.has_any(8, FieldMask::most));
    CHECK_FALSE(mask.has_any(7, 7));
    CHECK(mask.count() == 1);
}
