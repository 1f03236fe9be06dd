#include <catch2/catch.hpp>

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>

#include "grammars/formats/table_reader.hpp"
#include "registries/builder/builder.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

const char* const ipamj = "/usr/share/fonts/truetype/ipamj/ipamjm.ttf";  // Debian: fonts-ipamj-mincho 005.01

std::int64_t number(const Registry& registry, const std::string& sql) {
    return registry.database().number(sql);
}

}  // namespace

TEST_CASE("the font IPAmj Mincho is read as others have read it, to the last variation sequence") {
    const std::string data = shared_data("characters");
    if (!std::filesystem::exists(ipamj)) {
        std::printf("skipped: there is no %s (Debian package fonts-ipamj-mincho)\n", ipamj);
        std::fflush(stdout);
        std::_Exit(77);
    }
    const ScratchFolder folder;
    build_registry(folder / "r.sqlite", {ipamj, data + "/mj/ipamjm_cmap.csv.gz"}, {});
    const Registry registry(folder / "r.sqlite");
    CHECK(number(registry, "select count(distinct number) from font_glyph") == 59161);
    CHECK(number(registry,
                 "select count(distinct version) from font_glyph where version = 'Version 005.01'") == 1);
    const std::string mj = " where glyph_name like 'mj%'";
    CHECK(number(registry, "select count(*) from ipamj_glyph" + mj) ==
          number(registry, "select count(*) from font_glyph where code <> ''"));
    CHECK(number(registry,
                 "select count(*) from ipamj_glyph t" + mj +
                     " and not exists (select 1 from font_glyph f where f.number = upper(t.glyph_name) and "
                     "f.code = t.base and f.selector = t.vs)") == 0);
    // Of its 11,474 sequences one (51DE_E0105) shows a glyph that is no MJ character.
    CHECK(number(registry, "select count(*) from ipamj_glyph where vs <> ''") == 11474);
    CHECK(number(registry, "select count(*) from font_glyph where selector <> ''") == 11473);
}
