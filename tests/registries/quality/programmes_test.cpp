#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "registries/builder/builder.hpp"
#include "registries/quality/quality.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

std::vector<std::string> found_in(const Registry& registry, std::string_view id) {
    std::vector<std::string> keys;
    for (const QualityReport& report : inspect_quality(registry, 10)) {
        if (report.check->id != id) continue;
        for (const QualityRemark& remark : report.remarks.first()) keys.push_back(remark.key);
    }
    return keys;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("a programme that stands twice, and one that was over when it was published, are told") {
    const ScratchFolder folder;
    folder.write("in/programmes_20260801.csv",
                 "制度所管組織,タイトル（制度名）,制度番号,概要,公募終了日,公開終了日\n"
                 "甲省,ものづくり補助金,1,甲,2026-07-31,\n甲省,ものづくり補助金,2,乙,2026-08-01,2026-12-31\n"
                 "乙省,ものづくり補助金,3,丙,,2025-01-01\n丙省,別の補助金,4,丁,,\n");
    folder.write(
        "in/town_20260801.csv",
        "全国地方公共団体コード,地方公共団体名,制度所管組織,支援制度ID,タイトル（制度名）,対象者,制度概要,"
        "受付終了日\n"
        "131016,千代田区,子ども部,1,手当,区民,甲,2026-01-01\n131016,千代田区,子ども部,2,手当,区民,乙,\n"
        "131024,中央区,子ども部,3,手当,区民,丙,\n");
    const std::string made = folder / "programmes.sqlite";
    build_registry(made, {folder / "in"}, {});
    const Registry registry(made);
    CHECK(found_in(registry, "programme-twice") == Keys{"programme/甲省/1/ものづくり補助金"});
    CHECK(found_in(registry, "programme-over") ==
          Keys{"programme/乙省/3/ものづくり補助金", "programme/甲省/1/ものづくり補助金"});
    CHECK(found_in(registry, "municipal-programme-twice") ==
          Keys{"municipal_programme/131016/子ども部/1/手当"});
    CHECK(found_in(registry, "municipal-programme-over") ==
          Keys{"municipal_programme/131016/子ども部/1/手当"});
}

TEST_CASE("a later dataset takes the place of the programmes that it names, and of no others") {
    const ScratchFolder folder;
    const std::string header = "制度所管組織,タイトル（制度名）,制度番号,概要\n";
    folder.write("in/programmes_20260701.csv", header + "甲省,補助金,1,古い概要\n甲省,手当,2,手当の概要\n");
    folder.write("in/programmes_20260801.csv", header + "甲省,補助金,1,新しい概要\n乙省,貸付,1,貸付の概要\n");
    const std::string made = folder / "programmes.sqlite";
    build_registry(made, {folder / "in"}, {});
    const Registry registry(made);
    Statement rows = registry.database().prepare("select \"概要\" from programme order by 1");
    Keys summaries;
    while (rows.step()) summaries.emplace_back(rows.text(0));
    CHECK(summaries == Keys{"手当の概要", "新しい概要", "貸付の概要"});
    CHECK(registry.database().number("select count(*) from programme_history") == 1);
}
