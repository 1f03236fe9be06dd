#include <string>

#include <catch2/catch.hpp>

#include "grammars/base/embedded_file.hpp"
#include "tests/support/small_service.hpp"
#include "tools/server/html_text.hpp"

using namespace daicho;

namespace daicho {
std::span<const EmbeddedFile> page_files();
}

namespace {

std::string page(const std::string& target) {
    const Response response = small_service().get(target);
    REQUIRE(response.status == 200);
    CHECK(response.type == "text/html; charset=utf-8");
    CHECK(response.body.find("{{") == std::string::npos);
    return response.body;
}

bool has(const std::string& html, std::string_view part) {
    return html.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("text stands in HTML as it is, whatever it is") {
    CHECK(html_text("<a href='x'>&\"") == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;");
    CHECK(html_element("td", "a<b") == "<td>a&lt;b</td>");
    CHECK(html_element("td", "東京") == "<td lang=\"ja\">東京</td>");
    CHECK(query_text("白山 1&x=2") == "%E7%99%BD%E5%B1%B1%201%26x%3D2");
}

TEST_CASE("a page is filled by its names, and values are not looked at again") {
    CHECK(filled_page("a{{x}}b{{y}}", {{"x", "{{y}}"}, {"y", "2"}}) == "a{{y}}b2");
    CHECK(filled_page("{{none}} {{", {}) == "{{none}} {{");
}

TEST_CASE("a question in the form is answered without scripts") {
    const std::string html = page("/?q=%E5%A4%A7%E5%AE%AE%E5%B8%82&kind=&asOf=&lang=ja");
    CHECK(has(html, "埼玉県大宮市</h2>"));
    CHECK(has(html, "<time>2001-05-01</time>"));
    CHECK(has(html, "value=\"大宮市\""));
    CHECK(has(html, "<html lang=\"ja\">"));
}

TEST_CASE("the page is in the language asked for and leads to the other one with the same question") {
    const std::string html = page("/?q=131016&lang=en&kind=municipality");
    CHECK(has(html, "<html lang=\"en\">"));
    CHECK(has(html, "/?lang=ja&amp;q=131016&amp;kind=municipality"));
    CHECK(has(html, "<option value=\"municipality\" selected>"));
}

TEST_CASE("what was asked never becomes part of the page") {
    const std::string html = page("/?q=%3Cscript%3Ealert(1)%3C/script%3E%22%20onfocus=x");
    CHECK_FALSE(has(html, "<script>"));
    CHECK_FALSE(has(html, "\" onfocus"));
    CHECK(has(html, "&lt;script&gt;"));
}

TEST_CASE("a position is told in numbers and as data of a map") {
    const std::string html =
        page("/?q=%E6%96%87%E4%BA%AC%E5%8C%BA%E7%99%BD%E5%B1%B11-1-4&kind=address&lang=ja");
    CHECK(has(html, "&quot;lat&quot;:35.715173"));
    CHECK(has(html, "北緯35.715173"));
}

TEST_CASE("the page is small and asks nobody else") {
    std::size_t bytes = 0;
    for (const EmbeddedFile& file : page_files()) {
        bytes += file.text.size();
        INFO(file.path);
        const std::string text(file.text);
        for (std::size_t at = text.find("//"); at != std::string::npos; at = text.find("//", at + 2)) {
            const bool is_link = at > 0 && text[at - 1] == ':';
            if (is_link)
                CHECK((text.compare(at, 11, "//127.0.0.1") == 0 ||
                       text.compare(at, 12, "//www.w3.org") == 0 || text.compare(at, 5, "//...") == 0));
        }
        CHECK(text.find("innerHTML") == std::string::npos);
    }
    CHECK(bytes < 100000);
}
