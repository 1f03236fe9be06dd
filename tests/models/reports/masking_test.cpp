#include <catch2/catch.hpp>

#include <sstream>
#include <string>
#include <vector>

#include "models/dataset/validate.hpp"
#include "models/reports/report.hpp"

using namespace daicho;

namespace {

const std::string secret = "987654321098";
const std::string people = "個人番号,電話番号\n" + secret + ",03-5253-5111\n123456789018,(03)5253-5111\n";

std::string report_in(std::string_view form, bool show_values, Language language) {
    std::ostringstream out;
    ReportOptions options;
    options.language = language;
    options.show_values = show_values;
    const auto report = make_report(form, out, options);
    Models models;
    validate(memory_source(people, "people.csv"), {.model = "none"}, models, *report);
    if (report->copies_tables()) report->add_table(*read_table(people, {}, "people.csv"));
    report->finish();
    return out.str();
}

/// The tags that are open and not closed, or closed and not open.
std::vector<std::string> unbalanced_tags(const std::string& page) {
    std::vector<std::string> open, wrong;
    for (std::size_t at = page.find('<'); at != page.npos; at = page.find('<', at + 1)) {
        const bool closing = page[at + 1] == '/';
        const std::size_t begin = at + (closing ? 2 : 1);
        std::string name = page.substr(begin, page.find_first_of(" >", begin) - begin);
        if (name.empty() || name[0] == '!' || name == "meta" || name == "br") continue;
        if (!closing) {
            open.push_back(name);
        } else if (!open.empty() && open.back() == name) {
            open.pop_back();
        } else {
            wrong.push_back(name);
        }
        if (name == "script" && !closing) at = page.find("</script>", at) - 1;
    }
    wrong.insert(wrong.end(), open.begin(), open.end());
    return wrong;
}

}  // namespace

TEST_CASE("no form of a report tells the value of a confidential item unless it is asked for") {
    for (const ReportKind& kind : report_kinds()) {
        for (const Language language : {Language::ja, Language::en}) {
            CAPTURE(kind.name);
            CHECK(report_in(kind.name, false, language).find(secret) == std::string::npos);
        }
    }
    CHECK(report_in("html", true, Language::ja).find(secret) != std::string::npos);
    CHECK(report_in("jsonl", true, Language::ja).find(secret) != std::string::npos);
}

TEST_CASE("a page has balanced tags, loads nothing and can be read without colours") {
    const std::string page = report_in("html", false, Language::ja);
    CHECK(unbalanced_tags(page).empty());
    CHECK(page.find("http://") == std::string::npos);
    CHECK(page.find("https://") == std::string::npos);
    CHECK(page.find("<html lang=\"ja\">") != std::string::npos);
    CHECK(page.find("▲ 警告") != std::string::npos);
    CHECK(page.find("→ <ins>(03)5253-5111</ins>") != std::string::npos);
}

TEST_CASE("what a table says is text in a page, never a tag") {
    std::ostringstream out;
    const auto report = make_report("html", out, {});
    Models models;
    const std::string table = "<script>alert(1)</script>,電話番号\n\"<img src=x>'\"\"\",03-5253-5111\n";
    validate(memory_source(table, "<b>.csv"), {.model = "none"}, models, *report);
    report->add_table(*read_table(table, {}, "t.csv"));
    report->finish();
    CHECK(out.str().find("<img") == std::string::npos);
    CHECK(out.str().find("<script>alert") == std::string::npos);
    CHECK(out.str().find("<b>.csv") == std::string::npos);
    CHECK(unbalanced_tags(out.str()).empty());
}
