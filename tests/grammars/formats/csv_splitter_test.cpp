#include "grammars/formats/csv_splitter.hpp"

#include <random>
#include <string>
#include <vector>

#include "catch2/catch.hpp"

using namespace daicho;

namespace {

struct Split {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> raws;
    std::vector<std::uint64_t> lines;
    std::size_t troubles = 0;

    friend bool operator==(const Split&, const Split&) = default;
};

/// The oracle: every record by the scalar reader.
Split by_scalar(const std::string& text, std::size_t columns) {
    Split out;
    CsvRecord record;
    std::uint64_t line = 1;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t skipped = 0;
        read_damaged_csv_record(text, at, ',', true, columns, record, skipped);
        REQUIRE(record.complete);
        auto& row = out.rows.emplace_back();
        for (std::size_t i = 0; i < record.size; ++i) row.push_back(record.cells[i].text);
        out.raws.push_back(text.substr(at, record.end - at));
        out.lines.push_back(line);
        out.troubles += record.troubles.size();
        line += count_line_ends(out.raws.back());
        at = record.end;
    }
    return out;
}

/// The splitter, given the text in pieces that grow by `piece` bytes.
Split by_masks(const std::string& text, std::size_t columns, CsvMarker marker, std::size_t piece) {
    Split out;
    CsvSplitter splitter{',', marker};
    splitter.expect(columns);
    std::string rest;
    std::uint64_t first = 1;
    Batch batch;
    for (std::size_t at = 0; at <= text.size(); at += piece) {
        rest += text.substr(at, piece);
        auto& parts = batch.parts();
        parts.clear();
        parts.first_record = first;
        parts.text.append(rest.data(), rest.size());
        const std::size_t used = splitter.split(parts, at + piece > text.size());
        for (std::size_t r = 0; r < batch.size(); ++r) {
            auto& row = out.rows.emplace_back();
            for (std::size_t c = 0; c < batch.width(r); ++c) row.emplace_back(batch.cell(r, c));
            out.raws.emplace_back(batch.raw(r).text);
            out.lines.push_back(batch.line(r));
        }
        for (const auto& finding : batch.findings()) {
            out.troubles += finding.rule.text == "S102" || finding.rule.text == "S103";
        }
        first += batch.size();
        rest.erase(0, used);
    }
    CHECK(rest.empty());
    return out;
}

std::string random_text(std::mt19937& random, const char* alphabet, std::size_t letters) {
    std::string text;
    const std::size_t size = random() % 400;
    for (std::size_t i = 0; i < size; ++i) text.push_back(alphabet[random() % letters]);
    return text;
}

void compare(const std::string& text, std::size_t columns) {
    const Split expected = by_scalar(text, columns);
    std::size_t count = 0;
    const auto* markers = csv_markers(count);
    for (std::size_t m = 0; m < count; ++m) {
        const Split whole = by_masks(text, columns, markers[m].mark, text.size() + 1);
        if (whole == expected) continue;
        INFO(markers[m].name << "\n" << text);
        REQUIRE(whole.rows == expected.rows);
        CHECK(whole.raws == expected.raws);
        CHECK(whole.lines == expected.lines);
        CHECK(whole.troubles == expected.troubles);
    }
}

}  // namespace

TEST_CASE("masks and the scalar reader agree on random text") {
    std::mt19937 random{42};
    const std::string alphabets[] = {"ab,\n",
                                     "a,\"\n",
                                     "aaaa,,\"\r\n",
                                     "\"\"\"\n,",
                                     "abcdefgh,\"\"\r\n",
                                     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,\n\""};
    for (int round = 0; round < 4000; ++round) {
        const auto& alphabet = alphabets[random() % std::size(alphabets)];
        compare(random_text(random, alphabet.data(), alphabet.size()), random() % 4);
    }
}

TEST_CASE("masks and the scalar reader agree on sound quoting around the edges of blocks") {
    std::mt19937 random{43};
    for (int round = 0; round < 2000; ++round) {
        std::string text(random() % 70, 'x');
        for (int cell = 0; cell < 30; ++cell) {
            constexpr const char* cells[] = {"\"\"",     "\"a\"\"b\"", "plain", "\"two\nlines\"",
                                             "\"\"\"\"", "\"a,b\"",    ""};
            constexpr const char* ends[] = {",", ",", ",", "\n", "\r\n", "\r"};
            text += std::string{text.empty() || text.back() == 'x' ? "," : ""} + cells[random() % 7] +
                    ends[random() % 6];
        }
        compare(text, 0);
    }
}

TEST_CASE("pieces of any size give the same records") {
    const std::string text = "a,b\r\n\"x\r\ny\",\"q\"\"q\"\n\n1,2\r3,\"4\"\n5,6";
    const Split expected = by_scalar(text, 2);
    for (std::size_t piece = 1; piece < text.size(); ++piece) {
        CHECK(by_masks(text, 2, csv_marker(), piece) == expected);
    }
}

TEST_CASE("line ends are counted by kind") {
    const LineEnds ends = line_ends("a\nb\r\nc\rd\r\n");
    CHECK(ends.lf == 1);
    CHECK(ends.crlf == 2);
    CHECK(ends.cr == 1);
}
