#include "grammars/base/record_place.hpp"

#include <catch2/catch.hpp>

using daicho::place_text;
using daicho::PlaceForm;
using daicho::RecordPlace;

TEST_CASE("a place is told as its format writes it") {
    using Kind = PlaceForm::Kind;
    CHECK(place_text({}, 12, 3, "名称").empty());
    CHECK(place_text({Kind::cell, "一覧"}, 12, 3, "名称") == "一覧!C12");
    CHECK(place_text({Kind::cell, "R5 施設's"}, 2, 28, "名称") == "'R5 施設''s'!AB2");
    CHECK(place_text({Kind::pointer, "/items"}, {40, 5, 11}, 1, "名称") == "/items/11/名称");
    CHECK(place_text({Kind::pointer, ""}, {40, 5, 0}, 0, "") == "/0");
    CHECK(place_text({Kind::pointer, ""}, {1, 1, 2}, 1, "a/b~c") == "/2/a~1b~0c");
    CHECK(place_text({Kind::line_pointer, ""}, {3, 1, 2}, 1, "名称") == "/名称");
    CHECK(place_text({Kind::path, "/list/item"}, {40, 5, 11}, 2, "name") == "/list/item[12]/name");
}

TEST_CASE("a place does not lead to a cell where the columns are not those of the source") {
    using Kind = PlaceForm::Kind;
    CHECK(place_text({Kind::pointer, "", false}, {40, 5, 11}, 1, "名称") == "/11");
    CHECK(place_text({Kind::cell, "一覧", false}, 12, 3, "名称") == "一覧!A12");
    CHECK(place_text({Kind::path, "/list/item", false}, {40, 5, 11}, 2, "name") == "/list/item[12]");
}

TEST_CASE("a table as a whole has no element in its place") {
    CHECK(place_text({PlaceForm::Kind::pointer, "/items"}, {}, 0, "") == "/items");
    CHECK(place_text({PlaceForm::Kind::pointer, ""}, {}, 2, "名称").empty());
    CHECK(place_text({PlaceForm::Kind::cell, "一覧"}, {}, 0, "") == "一覧");
}
