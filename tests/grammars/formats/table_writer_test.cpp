#include "grammars/formats/table_writer.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/table_reader.hpp"

using namespace daicho;
using namespace std::string_literals;

namespace {

/// A path for one test, gone afterwards.
class TemporaryFile {
 public:
    explicit TemporaryFile(const std::string& name)
        : folder_(std::filesystem::temp_directory_path() / ("daicho-writer-test-" + name)) {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directory(folder_);
    }
    ~TemporaryFile() { std::filesystem::remove_all(folder_); }
    std::string path() const { return (folder_ / "out.csv").string(); }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder_}, {}));
    }

 private:
    std::filesystem::path folder_;
};

/// Writes the records and gives the bytes.
std::string written(const Dialect& dialect, const std::vector<std::vector<std::string>>& records) {
    const TemporaryFile file{"records"};
    const auto writer = create_table(file.path(), dialect);
    for (const auto& record : records) {
        const std::vector<std::string_view> cells{record.begin(), record.end()};
        writer->write_record(cells);
    }
    writer->finish();
    return read_file(file.path());
}

/// Reads a table and writes all of it raw.
std::string copied(const std::string& bytes, const Dialect* target = nullptr,
                   const ReadOptions& options = {}) {
    const TemporaryFile file{"raw"};
    const auto reader = read_table(bytes, options);
    const auto writer = create_table(file.path(), target ? *target : reader->text()->dialect(),
                                     reader->text()->dialect().encoding);
    writer->write_raw(reader->text()->preamble());
    Batch batch;
    while (reader->next(batch)) {
        for (std::size_t r = 0; r < batch.size(); ++r) writer->write_raw(batch.raw(r));
    }
    writer->finish();
    return read_file(file.path());
}

}  // namespace

TEST_CASE("cells are quoted only where they must be") {
    CHECK(written({}, {{"a", "b c"}, {"x,y", "say \"hi\""}, {"two\nlines", ""}, {"", ""}}) ==
          "a,b c\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\nlines\",\n,\n");
    CHECK(written({}, {{""}, {"x"}}) == "\"\"\nx\n");
    Dialect tabs;
    tabs.delimiter = '\t';
    tabs.newline = Newline::crlf;
    CHECK(written(tabs, {{"a,b", "c\td"}}) == "a,b\t\"c\td\"\r\n");
}

TEST_CASE("a byte-order mark is written where the encoding has one") {
    Dialect dialect;
    dialect.bom = true;
    CHECK(written(dialect, {{"a"}}) ==
          "\xEF\xBB\xBF"
          "a\n");
    dialect.encoding = Encoding::utf16le;
    CHECK(written(dialect, {{"a"}}) ==
          "\xFF\xFE"
          "a\0\n\0"s);
    dialect.encoding = Encoding::cp932;
    CHECK(written(dialect, {{"表"}}) == "\x95\x5C\n");
}

TEST_CASE("a character that the encoding lacks is refused with its place") {
    Dialect dialect;
    dialect.encoding = Encoding::cp932;
    try {
        written(dialect, {{"氏名", "住所"}, {"山田", "𠮷野家"}});
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.en().find("'𠮷' (U+20BB7), record 2 of the output (the header counts), column 2") !=
              std::string::npos);
        CHECK(error.ja().find("「𠮷」(U+20BB7)") != std::string::npos);
    }
}

TEST_CASE("nothing is left behind without finish, and the old file stays") {
    const TemporaryFile file{"unfinished"};
    {
        const auto writer = create_table(file.path(), {});
        const std::string_view cells[] = {"old"};
        writer->write_record(cells);
        writer->finish();
    }
    {
        const auto writer = create_table(file.path(), {});
        const std::string_view cells[] = {"new"};
        writer->write_record(cells);
    }
    CHECK(read_file(file.path()) == "old\n");
    CHECK(file.files() == 1);
}

TEST_CASE("a place that cannot be written is named") {
    CHECK_THROWS_AS(create_table("/nonexistent/folder/out.csv", {}), Error);
    try {
        create_table("/nonexistent/folder/out.csv", {});
    } catch (const Error& error) {
        CHECK(error.en().find("/nonexistent/folder/out.csv") == 0);
    }
}

TEST_CASE("untouched tables stay byte for byte") {
    const std::string tables[] = {
        "a,b\n1,2\n",
        "\xEF\xBB\xBF"
        "a,b\r\n\"1\",\" 2\"\r\n",
        "a,b\r1,2\r3,4",
        "a,b\r\n1,2\n3,\"x\ny\"\r\n\r\n",
        "title\n\na,b,c\n1,2,3\n4,\"broken,6\n7,8,9\n",
        "\x96\xBC\x8F\xCC,b\r\n\xFA\x54\xEE\xF9\x81\xCA,\x87\x82\xFA\x59\r\n",  // two codes of one character
                                                                                // each
        "\xED\x40\xFA\x5C,\x96\xBC\n1,2\n",
    };
    for (const auto& table : tables) {
        INFO(table);
        CHECK(copied(table) == table);
    }
}

TEST_CASE("bytes that are no character survive in the same encoding and are refused in another") {
    ReadOptions options;
    options.encoding = Encoding::utf8;
    const std::string table = "a,b\n1\x83,2\n";
    CHECK(copied(table, nullptr, options) == table);
    Dialect utf16;
    utf16.encoding = Encoding::utf16le;
    CHECK_THROWS_AS(copied(table, &utf16, options), Error);
}

TEST_CASE("line ends are converted at the ends of records and nowhere else") {
    Dialect dialect;
    dialect.newline = Newline::crlf;
    CHECK(copied("# x\na,b\n1,\"x\ny\"\n3,4", &dialect) == "# x\r\na,b\r\n1,\"x\ny\"\r\n3,4");
}

TEST_CASE("what is written is read again, in every encoding and with every line end") {
    const std::vector<std::vector<std::string>> records = {
        {"名称", "カナ", "備考"},
        {"市役所,本庁", "ｼﾔｸｼﾖ", "say \"hi\""},
        {"", "ー", "two\nlines\r\nhere"},
        {"①㈱髙﨑～－", "アイウ", " spaces "},
    };
    for (const auto encoding : {Encoding::utf8, Encoding::cp932, Encoding::euc_jp, Encoding::iso_2022_jp,
                                Encoding::utf16le, Encoding::utf16be}) {
        for (const auto newline : {Newline::lf, Newline::crlf, Newline::cr}) {
            for (const char delimiter : {',', '\t', ';'}) {
                Dialect dialect;
                dialect.encoding = encoding;
                dialect.newline = newline;
                dialect.delimiter = delimiter;
                INFO(to_string(encoding) << " " << to_string(newline) << " " << delimiter);
                ReadOptions options;
                if (encoding == Encoding::euc_jp) options.encoding = encoding;
                const auto reader = read_table(written(dialect, records), options);
                CHECK(reader->text()->dialect().encoding == encoding);
                CHECK(reader->text()->dialect().delimiter == delimiter);
                std::vector<std::vector<std::string>> again{reader->header()};
                Batch batch;
                while (reader->next(batch)) {
                    for (std::size_t r = 0; r < batch.size(); ++r) {
                        auto& row = again.emplace_back();
                        for (std::size_t c = 0; c < batch.width(r); ++c) row.emplace_back(batch.cell(r, c));
                    }
                }
                CHECK(again == records);
            }
        }
    }
}
