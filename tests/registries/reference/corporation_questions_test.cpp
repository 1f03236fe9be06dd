#include "registries/reference/corporation_questions.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "registries/builder/builder.hpp"
#include "registries/corporations/corporation_items.hpp"
#include "registries/reference/programme_questions.hpp"
#include "registries/reference/registry_reference.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;
namespace item = corporation_item;

TEST_CASE("what a form asks of a corporation and of a programme is answered by the registry") {
    const ScratchFolder folder;
    const std::string path = folder / "r.sqlite";
    const std::string data = std::string{DAICHO_SOURCE_DIR} + "/tests/";
    const BuildOptions options;
    build_registry(path,
                   {data + "data/nta/30_wakayama_all_20200605.csv",
                    data + "golden/lookup/programme/data/programmes_20260801.csv"},
                   options);
    AskedRegistry asked(path);
    const char* number = "1170001009163";
    CHECK(cells_of_corporation<item::name>(asked, number) == "株式会社朝日ダイヤゴルフ");
    CHECK(cells_of_corporation<item::furigana>(asked, number) == "アサヒダイヤゴルフ");
    CHECK(cells_of_corporation<item::kind>(asked, number) == "301");
    CHECK(cells_of_corporation<item::prefecture, item::city, item::street>(asked, number) ==
          cells_of_corporation<item::prefecture>(asked, number) +
              cells_of_corporation<item::city>(asked, number) +
              cells_of_corporation<item::street>(asked, number));
    CHECK(municipality_of_corporation(asked, number) == "304042");
    CHECK(cells_of_corporation<item::post_code>(asked, number) == "6492104");
    CHECK(cells_of_corporation<item::english_name>(asked, number) == "");
    for (const char* none : {"", "117000100916", "9999999999999", "法人番号"}) {
        CAPTURE(none);
        CHECK(cells_of_corporation<item::name>(asked, none) == "");
        CHECK(municipality_of_corporation(asked, none) == "");
        CHECK(programme_title(asked, none) == "");
    }
    CHECK(programme_title(asked, "P-001") == "ものづくり補助金");
    CHECK(programme_authority(asked, "P-001") == "経済産業省");
    CHECK(programme_enquiries(asked, "P-001") == "補助金事務局");

    const auto reference = registry_reference(path);
    CHECK(reference->text("corporation", number, "name") == "株式会社朝日ダイヤゴルフ");
    CHECK(reference->text("programme", "P-001", "title") == "ものづくり補助金");
    CHECK(reference->text("municipality", "131016", "city") == "千代田区");
}
