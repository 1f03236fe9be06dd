#include "grammars/formats/write_options.hpp"

#include <catch2/catch.hpp>

namespace daicho {

TEST_CASE("what is not asked for stays as the source has it") {
    const Dialect source{.encoding = Encoding::utf8,
                         .bom = true,
                         .newline = Newline::crlf,
                         .record_end = Newline::crlf,
                         .delimiter = ';'};
    const Dialect same = output_dialect(source, {});
    CHECK(same.encoding == Encoding::utf8);
    CHECK(same.bom);
    CHECK(same.record_end == Newline::crlf);
    CHECK(same.delimiter == ';');
    const Dialect asked = output_dialect(source, {.newline = Newline::lf, .delimiter = ',', .bom = false});
    CHECK(!asked.bom);
    CHECK(asked.newline == Newline::lf);
    CHECK(asked.delimiter == ',');
}

TEST_CASE("a mark is kept in encodings that have one only") {
    const Dialect source{.encoding = Encoding::utf8, .bom = true};
    CHECK(!output_dialect(source, {.encoding = Encoding::cp932}).bom);
    CHECK(!output_dialect(source, {.encoding = Encoding::cp932, .bom = true}).bom);
    CHECK(output_dialect(source, {.encoding = Encoding::utf16le}).bom);
    CHECK(!output_dialect({.encoding = Encoding::cp932}, {.encoding = Encoding::utf8}).bom);
}

}  // namespace daicho
