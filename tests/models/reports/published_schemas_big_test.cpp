#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "models/dataset/validate.hpp"
#include "models/reports/report.hpp"
#include "tests/support/schema_check.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

using Json = nlohmann::json;

/// Tables of real publishers in every format, and one that has all that forms have to escape.
std::vector<std::pair<std::string, std::string>> reported_tables() {
    std::vector<std::string> paths;
    for (const char* folder : {"municipal", "json-xml", "xlsx"}) {
        for (const auto& entry : std::filesystem::directory_iterator(shared_data(folder))) {
            const bool small = entry.is_regular_file() && entry.file_size() < 100'000;
            if (small && entry.path().extension() != ".md") paths.push_back(entry.path().string());
        }
    }
    std::ranges::sort(paths);
    std::vector<std::pair<std::string, std::string>> tables;
    for (std::size_t i = 0; i < paths.size(); i += 7)
        tables.emplace_back(std::filesystem::path(paths[i]).filename().string(), read_file(paths[i]));
    tables.emplace_back(
        "odd <&\"'> 名前%.csv",
        std::string("電話番号,<b>&\"\"\r\n\"a\x01\x1b]]>\",\xf0\x9f\x8e\x89\n\"x\ny\",\xff\xfe\n") +
            std::string(5000, 'z') + ",\n,,,\n");
    tables.emplace_back("empty.csv", "");
    tables.emplace_back("header.csv", "電話番号\n");
    return tables;
}

/// One report about all tables, as `validate` writes it.
std::string report_about(std::string_view form,
                         const std::vector<std::pair<std::string, std::string>>& tables, Models& models) {
    std::ostringstream out;
    const auto report = make_report(form, out, {});
    for (const auto& [name, bytes] : tables) {
        try {
            validate(memory_source(bytes, name), {.model = "auto"}, models, *report);
        } catch (const Error& error) {
            report->fail_file(name, error.ja());
        }
    }
    report->finish();
    return out.str();
}

Json schema_named(const std::string& name) {
    Json schema = Json::parse(read_file(shared_data("../reference/schemas") + "/" + name));
    schema.erase("id");
    return schema;
}

}  // namespace

TEST_CASE("reports in published forms are valid against the schemas of these forms") {
    const auto tables = reported_tables();
    CHECK(tables.size() > 20);
    Models models;
    const Json sarif = Json::parse(report_about("sarif", tables, models));
    const SchemaCheck check(schema_named("sarif/sarif-schema-2.1.0.json"));
    CHECK(check.wrong(sarif) == "");
    Json damaged = sarif;
    damaged["runs"][0]["results"][0].erase("message");
    CHECK(check.wrong(damaged) != "");
    CHECK(sarif["runs"][0]["results"].size() > 300);
    const Json gitlab = Json::parse(report_about("gitlab", tables, models));
    CHECK(SchemaCheck(schema_named("gitlab-code-quality.schema.json")).wrong(gitlab) == "");
    CHECK(gitlab.size() > 300);

    if (std::system("xmllint --version 2>/dev/null") != 0) {
        std::printf("xmllint is not installed: JUnit was not checked\n");
        return;
    }
    const ScratchFolder folder;
    const std::string path = folder.path() + "/junit.xml";
    std::ofstream(path) << report_about("junit", tables, models);
    const std::string schema = shared_data("../reference/schemas") + "/junit/JUnit.xsd";
    CHECK(std::system(("xmllint --noout --nonet --schema '" + schema + "' '" + path + "'").c_str()) == 0);
}
