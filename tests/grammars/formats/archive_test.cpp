#include "grammars/formats/archive.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/formats/file_opener.hpp"
#include "grammars/formats/table_reader.hpp"
#include "tests/support/packed_file.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;
using namespace std::string_literals;
using Catch::Contains;
using packed::gzip;
using packed::zip;

namespace {

std::string read_all(ByteSource& source) {
    std::string bytes;
    char block[1000];
    while (const std::size_t got = source.read(block, sizeof block)) bytes.append(block, got);
    return bytes;
}

struct Seen {
    FileEntry entry;
    std::string bytes;
};

struct Outcome {
    std::vector<Seen> files;
    std::vector<std::pair<std::string, std::string>> refused;  ///< locator and what the Error says
};

Outcome walk(const std::string& path, const ArchiveLimits& limits = {}) {
    Outcome outcome;
    const auto visit = [&](const FileEntry& entry, ByteSource& source) {
        const std::string bytes = read_all(source);
        source.rewind();
        CHECK(read_all(source) == bytes);
        CHECK(read_all(*open_file(entry.locator, limits)) == bytes);
        outcome.files.push_back({entry, bytes});
    };
    for_each_file(path, limits, visit, [&](const std::string& locator, const Error& error) {
        CHECK_FALSE(error.ja().empty());
        CHECK(error.en().starts_with(locator));
        outcome.refused.emplace_back(locator, error.en());
    });
    FileOpener opener{limits};
    for (const auto& file : outcome.files) CHECK(read_all(*opener.open(file.entry.locator)) == file.bytes);
    return outcome;
}

std::vector<std::string> locators(const Outcome& outcome, const ScratchFolder& folder) {
    std::vector<std::string> names;
    for (const auto& file : outcome.files) {
        REQUIRE(file.entry.locator.starts_with(folder.path() + "/"));
        names.push_back(file.entry.locator.substr(folder.path().size() + 1));
    }
    return names;
}

/// Walks through one zip of these bytes and gives what was said of what was refused.
std::string refusal_of(const std::string& bytes, const ArchiveLimits& limits = {}) {
    const ScratchFolder folder;
    const Outcome outcome = walk(folder.write("a.zip", bytes), limits);
    CHECK(outcome.files.empty());
    REQUIRE(outcome.refused.size() == 1);
    return outcome.refused[0].second.substr(folder.path().size() + 1);
}

std::string zeros(std::size_t size) {
    return std::string(size, '\0');
}

}  // namespace

TEST_CASE("files, gzip, zips and zips inside zips are found in a folder, in a fixed order") {
    const ScratchFolder folder;
    const std::string inner = zip({{"in.csv", "c\n"}, {"sub/", ""}, {"sub/deep.csv.gz", gzip("d\n")}});
    folder.write("b.csv", "b\n");
    folder.write("a/outer.zip", zip({{"z.csv", "z\n"}, {"inner.zip", inner, false}, {"a.csv", "a\n"}}));
    folder.write("c.CSV.gz", gzip("g\n"));
    const Outcome outcome = walk(folder.path());
    CHECK(outcome.refused.empty());
    CHECK(locators(outcome, folder) == std::vector<std::string>{"a/outer.zip!z.csv",
                                                                "a/outer.zip!inner.zip!in.csv",
                                                                "a/outer.zip!inner.zip!sub/deep.csv.gz",
                                                                "a/outer.zip!a.csv", "b.csv", "c.CSV.gz"});
    std::vector<std::string> names;
    std::string bytes;
    for (const auto& file : outcome.files) {
        names.push_back(file.entry.name);
        bytes += file.bytes;
    }
    CHECK(names == std::vector<std::string>{"z.csv", "in.csv", "deep.csv", "a.csv", "b.csv", "c.CSV"});
    CHECK(bytes == "z\nc\nd\na\nb\ng\n");
}

TEST_CASE("what a file is, its first bytes say and not its name") {
    const ScratchFolder folder;
    folder.write("data.csv", zip({{"x.csv", "x"}}));
    folder.write("text.zip", "no zip");
    folder.write("void.gz", "");
    const Outcome outcome = walk(folder.path());
    CHECK(locators(outcome, folder) == std::vector<std::string>{"data.csv!x.csv", "text.zip", "void.gz"});
}

TEST_CASE("an office document is one file") {
    const ScratchFolder folder;
    const std::string sheet = zip({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<workbook/>"}});
    folder.write("codes.xlsx", sheet);
    folder.write("packed.zip", zip({{"codes.xlsx", sheet}, {"o.ods", zip({{"mimetype", "application/"}})}}));
    const Outcome outcome = walk(folder.path());
    CHECK(locators(outcome, folder) ==
          std::vector<std::string>{"codes.xlsx", "packed.zip!codes.xlsx", "packed.zip!o.ods"});
    CHECK(outcome.files[1].bytes == sheet);
}

TEST_CASE("a member knows its size and the day it was packed, a gzip the day in Japan") {
    const ScratchFolder folder;
    folder.write("a.zip", zip({{"x.csv", "12345"}, {"none.csv", "", true, 0, -1, 0, 0}}));
    folder.write("b.csv.gz", gzip("123", 1'700'000'000));  // 2023-11-14T22:13:20Z
    const Outcome outcome = walk(folder.path());
    REQUIRE(outcome.files.size() == 3);
    CHECK(outcome.files[0].entry.size == 5);
    CHECK(outcome.files[0].entry.modified == "2026-05-26");
    CHECK(outcome.files[0].entry.modified_inside);
    CHECK_FALSE(outcome.files[1].entry.modified_inside);
    CHECK(outcome.files[1].entry.modified.size() == 10);
    CHECK(outcome.files[2].entry.modified == "2023-11-15");
    CHECK(outcome.files[2].entry.modified_inside);
}

TEST_CASE("names in Shift_JIS are read, also where a second byte is a backslash; backslashes part folders") {
    const ScratchFolder folder;
    const std::string table = "\x95\x5C\\\x8F\x5A\x8F\x8A.csv";  // 表\住所.csv
    folder.write("a.zip", zip({{table, "1"}, {"表/土地.csv", "2", true, 0x800}, {"./x//y.csv", "3"}}));
    const Outcome outcome = walk(folder.path());
    CHECK(locators(outcome, folder) ==
          std::vector<std::string>{"a.zip!表/住所.csv", "a.zip!表/土地.csv", "a.zip!x/y.csv"});
    CHECK(outcome.files[0].entry.name == "住所.csv");
}

TEST_CASE("hidden files are left out, and links that lead back are followed once") {
    const ScratchFolder folder;
    folder.write("d/x.csv", "1");
    folder.write(".git/config", "1");
    folder.write("a.zip", zip({{"__MACOSX/._x.csv", "1"}, {"e/.DS_Store", "1"}, {"e/x.csv", "1"}}));
    std::filesystem::create_directory_symlink("..", folder / "d/up");
    std::filesystem::create_symlink("nowhere", folder / "gone.csv");
    const Outcome outcome = walk(folder.path());
    CHECK(locators(outcome, folder) == std::vector<std::string>{"a.zip!e/x.csv", "d/x.csv"});
    REQUIRE(outcome.refused.size() == 1);
    CHECK(outcome.refused[0].first == folder / "gone.csv");
}

TEST_CASE("a path that is not there is refused") {
    const Outcome outcome = walk("no/such/folder");
    REQUIRE(outcome.refused.size() == 1);
    CHECK(outcome.refused[0].second.find("no such file") != std::string::npos);
}

TEST_CASE("a broken file does not stop the walk") {
    const ScratchFolder folder;
    const std::string sound = zip({{"x.csv", std::string(3000, 'x')}});
    folder.write("1.zip", sound.substr(0, sound.size() - 30));
    folder.write("2.csv.gz", gzip(zeros(100'000)).substr(0, 60));
    folder.write("3.csv.gz", gzip("x") + "y");
    packed::Member wrong{"bad.csv", "some text"};
    wrong.crc_error = 1;
    folder.write("4.zip", zip({wrong, {"good.csv", "g"}}));
    const Outcome outcome = walk(folder.path());
    CHECK(locators(outcome, folder) == std::vector<std::string>{"4.zip!good.csv"});
    REQUIRE(outcome.refused.size() == 4);
    CHECK(outcome.refused[0].second.find("cut off or damaged") != std::string::npos);
    CHECK(outcome.refused[1].second.find("cut off") != std::string::npos);
    CHECK(outcome.refused[2].second.find("behind the end") != std::string::npos);
    CHECK(outcome.refused[3].first == folder / "4.zip!bad.csv");
    CHECK(outcome.refused[3].second.find("checksum") != std::string::npos);
}

TEST_CASE("a gzip of several parts is read to its end, and a wrong checksum is told") {
    const ScratchFolder folder;
    folder.write("a.gz", gzip("one\n") + gzip("two\n") + zeros(10));
    std::string wrong = gzip("three\n");
    wrong[wrong.size() - 8] ^= 1;
    folder.write("b.gz", wrong);
    const Outcome outcome = walk(folder.path());
    REQUIRE(outcome.files.size() == 1);
    CHECK(outcome.files[0].bytes == "one\ntwo\n");
    REQUIRE(outcome.refused.size() == 1);
    CHECK(outcome.refused[0].second.find("damaged (checksum") != std::string::npos);
}

TEST_CASE("a password and a method that is not known are told") {
    packed::Member locked{"x.csv", "secret", true, 1};
    CHECK(refusal_of(zip({locked})).find("protected by a password") != std::string::npos);
    packed::Member method{"x.csv", "text"};
    method.method = 9;
    CHECK(refusal_of(zip({method})).find("method of compression (9)") != std::string::npos);
}

TEST_CASE("names that lead out of the archive are refused") {
    for (const auto* name :
         {"../evil.csv", "a/../../evil.csv", "..\\evil.csv", "/etc/evil", "\\evil", "C:\\evil.csv"}) {
        INFO(name);
        CHECK(refusal_of(zip({{name, "x"}})) ==
              "a.zip!" + std::string{name} +
                  ": this name leads out of the archive, so it is not read; check where it came from");
    }
    CHECK(refusal_of(zip({{"a\x1B[31m.csv", "x"}}))
              .starts_with("a.zip!a?[31m.csv: this is not a valid file name"));
}

TEST_CASE("the second of two members of one name is refused") {
    const ScratchFolder folder;
    const Outcome outcome = walk(folder.write("a.zip", zip({{"x.csv", "1"}, {"./x.csv", "2"}})));
    REQUIRE(outcome.files.size() == 1);
    CHECK(outcome.files[0].bytes == "1");
    REQUIRE(outcome.refused.size() == 1);
}

TEST_CASE("a folder that is written with a backslash is not taken for a file of its name") {
    const ScratchFolder folder;
    const Outcome outcome = walk(folder.write("a.zip", zip({{"x\\", ""}, {"x", "1"}, {"./", ""}})));
    CHECK(locators(outcome, folder) == std::vector<std::string>{"a.zip!x"});
    CHECK(outcome.refused.empty());
}

TEST_CASE("archives inside one another end somewhere") {
    std::string bytes = zip({{"x.csv", "x"}});
    for (int i = 0; i < 2; ++i) bytes = zip({{"in.zip", bytes}});
    const ScratchFolder folder;
    CHECK(walk(folder.write("three.zip", bytes)).files.size() == 1);
    CHECK(refusal_of(zip({{"in.zip", bytes}}))
              .starts_with("a.zip!in.zip!in.zip!in.zip: archives are nested more than 3"));
    CHECK_THROWS_AS(
        open_file(folder.write("four.zip", zip({{"in.zip", bytes}})) + "!in.zip!in.zip!in.zip!x.csv"), Error);
}

TEST_CASE("a zip bomb is stopped before it has unpacked much") {
    ArchiveLimits limits;
    limits.ratio_from = 1 << 20;
    const std::string bomb = zip({{"x.csv", zeros(20 << 20)}, {"y.csv", "y"}});
    CHECK(refusal_of(bomb, limits).starts_with("a.zip!x.csv: unpacks to more than 200 times"));
    CHECK(refusal_of(zip({{"in.zip", bomb}}), limits).starts_with("a.zip!in.zip"));
    const ScratchFolder folder;
    CHECK(walk(folder.write("b.csv.gz", gzip(zeros(20 << 20))), limits).refused.size() == 1);
    const auto source = open_file(folder.write("b.zip", bomb) + "!x.csv", limits);
    CHECK_THROWS_AS(read_all(*source), Error);
}

TEST_CASE("a member that is larger than allowed is refused, and the others are read") {
    const ScratchFolder folder;
    ArchiveLimits limits;
    limits.file_size = 10;
    const Outcome outcome =
        walk(folder.write("a.zip", zip({{"x.csv", "12345678901"}, {"y.csv", "1234567890"}})), limits);
    CHECK(outcome.files.size() == 1);
    REQUIRE(outcome.refused.size() == 1);
    CHECK(outcome.refused[0].second.find("larger than 10 bytes") != std::string::npos);
}

TEST_CASE("too many members are refused, in one zip and in all that are inside one another") {
    ArchiveLimits limits;
    limits.members = 100;
    packed::Zip many;
    for (int i = 0; i < 101; ++i) many.add({std::to_string(i), ""});
    CHECK(refusal_of(many.bytes(), limits).find("more than 100 members") != std::string::npos);
    packed::Zip some;
    for (int i = 0; i < 60; ++i) some.add({std::to_string(i), ""});
    const ScratchFolder folder;
    const Outcome outcome =
        walk(folder.write("a.zip", zip({{"1.zip", some.bytes()}, {"2.zip", some.bytes()}})), limits);
    CHECK(outcome.files.size() == 60);
    CHECK(outcome.refused.size() == 1);
}

TEST_CASE("a zip whose directory is larger than its members could need is refused before it is in memory") {
    ArchiveLimits limits;
    limits.members = 10;
    packed::Zip many;
    for (int i = 0; i < 3000; ++i) many.add({std::to_string(i), ""});
    std::string bytes = many.bytes();
    const std::size_t end = bytes.size() - 22;
    bytes.replace(end + 8, 4, packed::number(1, 2) + packed::number(1, 2));  // claims one member
    CHECK(refusal_of(bytes, limits).find("more than 10 members") != std::string::npos);
}

TEST_CASE("a zip that is stored in a zip is not taken for it") {
    const ScratchFolder folder;
    const std::string inner = zip({{"in.csv", "inner"}});
    const Outcome outcome = walk(folder.write("a.zip", zip({{"in.zip", inner, false}})));
    CHECK(locators(outcome, folder) == std::vector<std::string>{"a.zip!in.zip!in.csv"});
}

TEST_CASE("what the visitor throws ends the walk and is not taken for a broken file") {
    const ScratchFolder folder;
    folder.write("a.zip", zip({{"x.csv", "x"}, {"y.csv", "y"}}));
    int visits = 0;
    const auto visit = [&](const FileEntry&, ByteSource&) {
        ++visits;
        throw Error{ErrorKind::input, "ja", "mine"};
    };
    const auto refused = [](const std::string&, const Error&) { FAIL("nothing is broken"); };
    CHECK_THROWS_WITH(for_each_file(folder.path(), {}, visit, refused), "mine");
    CHECK(visits == 1);
    folder.write("a.zip", zip({{"in.zip", zip({{"../x", "x"}})}}));
    const auto stop = [](const std::string&, const Error&) { throw Error{ErrorKind::input, "ja", "enough"}; };
    CHECK_THROWS_WITH(for_each_file(folder.path(), {}, visit, stop), "enough");
}

TEST_CASE("open_file finds names with an exclamation mark and tells what is missing") {
    const ScratchFolder folder;
    const std::string path = folder.write("a!b.zip", zip({{"x!y.csv", "1"}, {"x", "2"}}));
    CHECK(walk(path).files[0].entry.locator == path + "!x！y.csv");
    CHECK(read_all(*open_file(path + "!x！y.csv")) == "1");
    CHECK(read_all(*open_file(path + "!x")) == "2");
    CHECK_THROWS_WITH(open_file(path + "!z"), Contains("there is no such file in the archive"));
    CHECK_THROWS_WITH(open_file(path + "!x!y"), Contains("there is no such file in the archive"));
    CHECK_THROWS_WITH(open_file(folder / "none.zip!x"), Contains("no such file or folder"));
}

TEST_CASE("an opener finds files in any order, in archives that it left and came back to") {
    const ScratchFolder folder;
    const std::string inner = zip({{"x.csv", "1"}, {"y.csv.gz", gzip("2")}});
    const std::string a =
        folder.write("a.zip", zip({{"in.zip", inner}, {"in.zip!y.csv.gz", "3"}, {"z.csv", "4"}}));
    const std::string b = folder.write("b.zip.gz", gzip(zip({{"x.csv", "5"}})));
    FileOpener opener;
    std::string bytes;
    for (const auto& locator : {a + "!in.zip!y.csv.gz", a + "!z.csv", b + "!x.csv", a + "!in.zip!x.csv",
                                a + "!in.zip！y.csv.gz", b + "!x.csv", folder.write("c.csv", "6")}) {
        bytes += read_all(*opener.open(locator));
        CHECK_THROWS_WITH(opener.open(a + "!in.zip!none"), Contains("no such file in the archive"));
    }
    CHECK(bytes == "2451356");
    CHECK(read_all(*opener.open(a + "!in.zip")) == inner);
}

TEST_CASE("a member of an archive is read as a table, its encoding found by proof") {
    const ScratchFolder folder;
    const std::string table = "\x96\xBC\x8F\xCC,n\n\x8E\x73\x96\xF0\x8F\x8A,1\n";  // 名称,n 市役所,1 in CP932
    const std::string path = folder.write("a.zip", zip({{"in.zip", zip({{"t.csv", table}})}}));
    const auto reader = open_table(open_file(path + "!in.zip!t.csv"), {});
    CHECK(reader->text()->dialect().encoding == Encoding::cp932);
    CHECK(reader->header() == std::vector<std::string>{"名称", "n"});
    Batch batch;
    REQUIRE(reader->next(batch));
    CHECK(batch.cell(0, 0) == "市役所");
}

TEST_CASE("no room for a temporary file is told with the folder and how to name another") {
    const ScratchFolder folder;
    std::string large;
    for (unsigned i = 0; large.size() < (4 << 20); ++i) large += std::to_string(i * 2654435761u);
    const std::string path = folder.write("a.zip", zip({{"in.zip", zip({{"x.csv", large, false}}), false}}));
    const char* before = std::getenv("TMPDIR");
    const std::string kept = before != nullptr ? before : "";
    ::setenv("TMPDIR", (folder / "none").c_str(), 1);
    const Outcome outcome = walk(path);
    before != nullptr ? ::setenv("TMPDIR", kept.c_str(), 1) : ::unsetenv("TMPDIR");
    CHECK(outcome.files.empty());
    REQUIRE(outcome.refused.size() == 1);
    CHECK(outcome.refused[0].second.find("none, $TMPDIR): cannot write a temporary file") !=
          std::string::npos);
}

TEST_CASE("a large zip in a zip goes through a temporary file and comes out whole") {
    std::string large;
    for (unsigned i = 0; large.size() < (5 << 20); ++i) large += std::to_string(i * 2654435761u);
    const ScratchFolder folder;
    const std::string inner = zip({{"x.csv", large}, {"y.csv", "y"}});
    const Outcome outcome = walk(folder.write("a.zip", zip({{"in.zip", inner, false}})));
    REQUIRE(outcome.files.size() == 2);
    CHECK(outcome.files[0].bytes == large);
    CHECK(outcome.files[1].bytes == "y");
}
