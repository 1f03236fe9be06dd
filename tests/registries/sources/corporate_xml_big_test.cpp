// A published difference file, 2,000 records nationwide, written as XML and read again.

#include <catch2/catch.hpp>

#include "grammars/formats/text_source.hpp"
#include "registries/sources/corporate_xml.hpp"
#include "tests/support/corporate_xml.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

TEST_CASE("every cell of a published file comes through the XML as it is in the CSV") {
    const std::string path = shared_data("corporate/diff-raw") + "/diff_20210930_utf8.csv.gz";
    CorporateXmlStream stream(std::make_unique<MemorySource>(corporate_xml_of(path), "a.xml"),
                              corporate_items());
    ReadOptions options;
    options.header_row = 0;
    const auto table = open_table(open_file(path), options);
    Batch from_csv, from_xml;
    std::size_t records = 0, different = 0, at = 0;
    while (table->next(from_csv)) {
        for (std::size_t i = 0; i < from_csv.size(); ++i, ++at, ++records) {
            if (at == from_xml.size()) {
                REQUIRE(stream.next(from_xml));
                at = 0;
            }
            for (std::size_t column = 0; column < 30; ++column) {
                different += from_csv.cell(i, column) != from_xml.cell(at, column);
            }
        }
    }
    CHECK(at == from_xml.size());
    CHECK(!stream.next(from_xml));
    CHECK(records > 1900);
    CHECK(different == 0);
}
