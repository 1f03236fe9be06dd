// The identifiers of the real publications, millions of digits whose check digits must come out right.

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "grammars/formats/table_reader.hpp"
#include "grammars/values/corporate_number.hpp"
#include "grammars/values/municipality_code.hpp"
#include "grammars/values/school_code.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

/// Calls `use` with each line of a gzip file.
template <class Use>
void for_each_line(const std::string& path, Use use) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe{
        popen(("gzip -dc '" + path + "'").c_str(), "r"), pclose};
    REQUIRE(pipe);
    std::string line;
    for (int c = 0; (c = std::fgetc(pipe.get())) != EOF;) {
        if (c != '\n') {
            line.push_back(static_cast<char>(c));
        } else {
            use(line);
            line.clear();
        }
    }
}

/// Calls `use` with each cell of the columns whose header `wanted` accepts.
template <class Wanted, class Use>
void for_each_cell(const std::string& path, Wanted wanted, Use use) {
    const auto table = open_table(path, {});
    Batch batch;
    while (table->next(batch)) {
        for (std::size_t c = 0; c < table->header().size(); ++c) {
            if (!wanted(table->header()[c])) continue;
            for (std::size_t r = 0; r < batch.size(); ++r) {
                if (!batch.cell(r, c).empty()) use(std::string{batch.cell(r, c)});
            }
        }
    }
}

bool is_number(const std::string& text) {
    return text.size() == 13 && text.find_first_not_of("0123456789") == std::string::npos;
}

/// The second column of the publications of the tax agency, the third of the collected differences.
std::string number_of(const std::string& line) {
    std::size_t begin = 0;
    for (int column = 0; column < 3; ++column) {
        const auto end = line.find(',', begin);
        std::string cell = line.substr(begin, end - begin);
        if (cell.size() == 15 && cell[0] == '"') cell = cell.substr(1, 13);
        if (is_number(cell)) return cell;
        if (end == std::string::npos) break;
        begin = end + 1;
    }
    return {};
}

}  // namespace

TEST_CASE("every corporate number of the publications fits its check digit") {
    std::size_t numbers = 0;
    std::size_t wrong = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(shared_data("corporate"))) {
        if (file.path().extension() != ".gz") continue;
        for_each_line(file.path().string(), [&](const std::string& line) {
            const std::string number = number_of(line);
            if (number.empty()) return;
            ++numbers;
            if (!corporate_number_type.is_canonical(number, {})) ++wrong;
        });
    }
    CHECK(wrong == 0);
    CHECK(numbers > 200000);
}

TEST_CASE("every municipality code of the publications is read, and never another one in its place") {
    std::size_t codes = 0;
    std::size_t ambiguous = 0;
    const auto check = [&](const std::string& code) {
        INFO(code);
        ++codes;
        CHECK(municipality_code_type.is_canonical(code, {}));
        for (const std::string& damaged : {code.substr(0, 5), code.substr(1)}) {
            if (damaged == code.substr(1) && code[0] != '0') continue;
            const auto read = parse_municipality_code(damaged);
            if (read) {
                CHECK(to_string(*read) == code);
            } else {
                CHECK(read.refusal().rule == daicho::RuleId{"T260"});
                CHECK(read.refusal().detail.find(code) != std::string::npos);
                ++ambiguous;
            }
        }
    };
    const std::string folder = shared_data("municipality");
    for (const char* sheet : {"/soumu/000925835_sheet1.csv", "/soumu/000925835_sheet2.csv"}) {
        for_each_cell(
            folder + sheet, [](auto header) { return header.find("団体コード") != std::string_view::npos; },
            [&](const std::string& cell) {
                if (cell.size() == 6) check(cell);
            });
    }
    CHECK(codes > 1900);
    CHECK(ambiguous < codes / 5);
}

TEST_CASE("every school code at hand fits its check digit") {
    std::size_t codes = 0;
    for (const auto& file : std::filesystem::directory_iterator(shared_data("school"))) {
        for_each_cell(
            file.path().string(), [](auto header) { return header == "学校コード"; },
            [&](const std::string& cell) {
                INFO(cell);
                ++codes;
                CHECK(school_code_type.is_canonical(cell, {}));
            });
    }
    CHECK(codes == 834);
}
