// Every file of the collections of workbooks, JSON and XML: read as their lists say, checked and transformed.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/shared_data.hpp"
#include "tools/run.hpp"

using namespace daicho;

namespace {

struct ListedFile {
    std::string path;
    std::vector<std::string> facts;  ///< the cells of its line
};

std::vector<ListedFile> listed_files(const std::string& collection) {
    const std::string folder = shared_data(collection);
    const auto manifest = open_table(folder + "/manifest.tsv", {});
    std::vector<ListedFile> files;
    for (Batch batch; manifest->next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            ListedFile& file = files.emplace_back();
            for (std::size_t column = 0; column < batch.width(i); ++column)
                file.facts.emplace_back(batch.cell(i, column));
            file.path = folder + "/" + file.facts.front();
        }
    }
    return files;
}

std::uint64_t records_in(const std::string& path) {
    const auto table = open_table(path, {});
    std::uint64_t records = 0;
    for (Batch batch; table->next(batch);) records += batch.size();
    return records;
}

/// The records that a shape tells: "array of 153", "5 lines".
std::optional<std::uint64_t> told_records(const std::string& shape) {
    for (const char* words : {"array of ", "FeatureCollection of ", "@graph of "}) {
        const auto at = shape.find(words);
        if (at != shape.npos)
            return std::strtoull(shape.c_str() + at + std::string_view(words).size(), nullptr, 10);
    }
    if (shape.ends_with(" lines")) return std::strtoull(shape.c_str(), nullptr, 10);
    return std::nullopt;
}

struct Ended {
    Exit exit;
    std::string talk;
};

Ended ended(const std::vector<std::string>& arguments) {
    std::vector<const char*> words{"--lang", "en"};
    for (const auto& argument : arguments) words.push_back(argument.c_str());
    std::ostringstream out, talk;
    const Exit exit = run(words, out, talk);
    return {exit, talk.str()};
}

void check_and_transform(const ListedFile& file) {
    const ScratchFolder folder;
    CHECK(ended({"validate", file.path, "--addresses", "off"}).exit != Exit::failure);
    const Ended transformed =
        ended({"transform", file.path, "--to", "auto", "--addresses", "off", "-o", folder / "out.csv"});
    CAPTURE(transformed.talk);
    const bool unknown = transformed.talk.find("no model fits") != std::string::npos;
    CHECK((transformed.exit != Exit::failure || unknown));
}

}  // namespace

TEST_CASE("workbooks have the sheets that their list names, and are checked and transformed") {
    for (const ListedFile& file : listed_files("xlsx")) {
        CAPTURE(file.path);
        const auto sheets = open_table(file.path, {})->sheets();
        std::string names;
        for (const SheetSummary& sheet : sheets) names += (names.empty() ? "" : " ; ") + sheet.name;
        const std::string& told = file.facts[8];
        const std::string start = told.ends_with(" ; ...") ? told.substr(0, told.size() - 6) : told;
        if (told != "-") {
            CHECK(sheets.size() == std::strtoull(file.facts[7].c_str(), nullptr, 10));
            CHECK(names.starts_with(start));
        }
        check_and_transform(file);
    }
}

TEST_CASE("JSON and XML have the records that their list tells, and are checked and transformed") {
    std::size_t counted = 0;
    for (const ListedFile& file : listed_files("json-xml")) {
        CAPTURE(file.path);
        if (const auto told = told_records(file.facts[6])) {
            const std::uint64_t found = records_in(file.path);
            CHECK((found == *told || found + 1 == *told));  // the first of an array of arrays is its header
            ++counted;
        }
        check_and_transform(file);
    }
    CHECK(counted >= 8);
}
