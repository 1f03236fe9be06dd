#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/base/digest.hpp"
#include "grammars/formats/archive.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

TEST_CASE("every publication at hand is read to its end, and opened again it is the same") {
    std::size_t files = 0;
    FileOpener opener;
    for (const auto* folder : {"address", "postal", "corporate", "characters", "landregistry"}) {
        const auto visit = [&](const FileEntry& entry, ByteSource& source) {
            INFO(entry.locator);
            ++files;
            const auto digest = DigestingSource{source}.finish();
            CHECK((entry.size == 0 || entry.size == digest.size));
            CHECK(entry.modified.size() == 10);
            const auto again = opener.open(entry.locator);
            CHECK(DigestingSource{*again}.finish().sha256 == digest.sha256);
        };
        for_each_file(shared_data(folder), {}, visit,
                      [](const std::string&, const Error& error) { FAIL_CHECK(error.en()); });
    }
    CHECK(files > 100);
}
