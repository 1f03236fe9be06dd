// Streaming XML against libxml2's own `xmllint --stream`.

#include <filesystem>
#include <fstream>
#include <string>

#include "grammars/formats/xml_reader.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/command_time.hpp"

using namespace daicho;

namespace {

constexpr std::size_t size = 64'000'000;

double ours(const std::string& path, std::size_t& events) {
    return bench::best_of_five([&] {
        InputFile file(path);
        events = 0;
        for (XmlReader reader(file); reader.next() != XmlEvent::finished;) ++events;
    });
}

void compare(const char* what, const std::string& head, const std::string& record, const std::string& foot) {
    const std::string path = (std::filesystem::temp_directory_path() / "daicho-xml-bench.xml").string();
    std::string text = head;
    while (text.size() < size) text += record;
    std::ofstream{path, std::ios::binary} << text + foot;
    std::size_t events = 0;
    const double own = ours(path, events);
    const double command = bench::command_seconds({"xmllint", "--stream", "--noout", path});
    std::filesystem::remove(path);
    const auto bytes = static_cast<double>(text.size());
    std::printf("%s: %zu events\n", what, events);
    bench::report("  daicho", own, bytes, command);
    if (command > 0) bench::report("  xmllint --stream", command, bytes);
}

}  // namespace

int main() {
    compare(
        "corporate numbers", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<corporations>\n",
        "<corporation><sequenceNumber>1</sequenceNumber><corporateNumber>7000012050002</corporateNumber>"
        "<process>01</process><correct>1</correct><updateDate>2018-04-02</updateDate><name>国税庁</name>"
        "<nameImageId/><kind>101</kind><prefectureName>東京都</prefectureName><cityName>千代田区</cityName>"
        "<streetNumber>霞が関３丁目１－１</streetNumber><addressImageId/><closeDate/></corporation>\n",
        "</corporations>\n");
    compare(
        "a map", "<?xml version=\"1.0\"?>\n<地図 xmlns=\"urn:a\" xmlns:zmn=\"urn:b\">\n",
        "\t\t<zmn:GM_Point id=\"P000000001\">\r\n\t\t\t<zmn:GM_Point.position>\r\n\t\t\t\t"
        "<zmn:DirectPosition>\r\n\t\t\t\t\t<zmn:X>-297594.961</zmn:X>\r\n\t\t\t\t\t<zmn:Y>-34574.241</zmn:Y>"
        "\r\n\t\t\t\t</zmn:DirectPosition>\r\n\t\t\t</zmn:GM_Point.position>\r\n\t\t</zmn:GM_Point>\r\n",
        "</地図>\n");
    compare("records of one size", "<?xml version=\"1.0\"?>\n<l>\n",
            "<r><id>1</id><kind>A</kind><name>国税庁</name></r>\n", "</l>\n");
    compare("attributes", "<?xml version=\"1.0\"?>\n<l>\n",
            "<r id=\"1\" kind=\"A\"><name lang=\"ja\">国税庁</name><tel t=\"1\">03-5253-5111</tel><x "
            "a=\"1\"/></r>\n",
            "</l>\n");
}
