#include <string>
#include <utility>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/base/error.hpp"
#include "grammars/formats/encoding.hpp"
#include "tests/support/converted_file.hpp"

using namespace daicho;

namespace {

constexpr Encoding encodings[] = {Encoding::utf8,       Encoding::cp932,   Encoding::cp932_jis,
                                  Encoding::euc_jp,     Encoding::utf16le, Encoding::utf16be,
                                  Encoding::iso_2022_jp};

/// Bytes that do not come back by themselves when their text is written again.
std::vector<std::string> nasty_inputs() {
    std::vector<std::string> inputs = {
        "",
        "a",
        "\n",
        ",\n,",
        "a,b\r\n１,\"２\n３\"\r４,５\n\n６",            // all line ends, one inside a cell
        "a,b\n\"１\"\"２\",\"３\"x\n\"４,５\n６,７\n",  // broken quotes
        "\xEF\xBB\xBF\xEF\xBB\xBF"
        "Ａ,ｂ\nｶﾞ,～\n",  // two byte-order marks
        std::string("Ａ,\0\nＢ,\x1A", 12),
        "a,b\n\xE3\x81,Ａ\xFFＢ\n\xED\xA0\x80,\xF0\x9F\n\xE3",       // no UTF-8
        "a,b\n\x81\x41\x81,\xFF\x80\x82\x60\x81\n\x82",              // no CP932
        "a,b\n\x87\x90\x87\x91\x87\x92,\xED\x40\xEE\xFC\xFA\x54\n",  // second codes of CP932
        "\xFE\xFF" + std::string("\0a\0,\xD8\x00\0\n\xFF\x21\0", 11),
        "\xFF\xFE" + std::string("a\0,\0\x21\xFF\n\0\x00\xDC", 10),
        "a,\x1B$B$\"\x1B(J\\\x1B(B\x1B(B\n\x1B$@0!\x1B(B,\x1B(I1\x1B(B\n\x1B(J",  // escape sequences nobody
                                                                                  // needs
        "\x8E\xB1\xA3\xC1,\x8F\xB0\xA1\xAD\xE2\n\x8F\xB0,\xA3\n",
    };
    return inputs;
}

/// More than is read at a time, whole and with a byte too many.
std::vector<std::string> long_inputs() {
    std::string lines;
    for (int i = 0; i < 5000; ++i) lines += i % 7 == 0 ? "ｶﾞ,～\r\n" : "Ａ１,\"神\n\"\n";
    return {lines, lines + "\x87"};
}

/// Undone, or refused with its place: a character that the other encoding lacks.
bool comes_back(const std::string& bytes, const ConversionRequest& request) {
    ConvertedFile file;
    try {
        file = convert_in_memory(bytes, request);
    } catch (const Error&) {
        return false;
    }
    CHECK((undo_in_memory(file) == bytes));
    return true;
}

}  // namespace

TEST_CASE("any bytes come back from any conversion to any encoding") {
    ConversionRequest request;
    std::size_t undone = 0;
    for (const auto& folds : {folds_named({}), folds_named({"width", "nfc", "radicals", "svs", "pairs"}),
                              folds_named({"wide", "compat", "pairs"})}) {
        request.rules = folds;
        for (const Encoding from : encodings) {
            for (const Encoding to : encodings) {
                for (const bool plain : {false, true}) {
                    request.read.encoding = from;
                    request.encoding = to;
                    request.plain_text = plain;
                    for (const auto& bytes : nasty_inputs()) {
                        CAPTURE(to_string(from), to_string(to), plain, bytes.substr(0, 60));
                        undone += comes_back(bytes, request);
                    }
                }
            }
        }
    }
    CHECK(undone > 1300);
}

TEST_CASE("files of more than is read at a time come back") {
    ConversionRequest request;
    request.rules = folds_named({"width", "nfc", "radicals", "svs", "pairs"});
    const auto inputs = long_inputs();
    std::size_t undone = 0;
    for (const Encoding from : {Encoding::utf8, Encoding::cp932}) {
        for (const Encoding to : encodings) {
            for (const auto& bytes : inputs) {
                CAPTURE(to_string(from), to_string(to), bytes.size());
                request.read.encoding = from;
                request.encoding = to;
                undone += comes_back(bytes, request);
            }
        }
    }
    CHECK(undone >= 10);
}

TEST_CASE("where the encoding stays, every file can be converted and undone") {
    ConversionRequest request;
    request.rules = folds_named({"width", "nfc", "radicals", "svs"});
    for (const Encoding encoding : {Encoding::utf8, Encoding::cp932, Encoding::euc_jp, Encoding::utf16le}) {
        request.read.encoding = encoding;
        std::vector<std::string> inputs = nasty_inputs();
        for (auto& input : long_inputs()) inputs.push_back(std::move(input));
        for (const auto& bytes : inputs) {
            // The 神 of a compatibility ideograph has no sequence in the older encodings.
            CAPTURE(to_string(encoding), bytes.substr(0, 60));
            CHECK(comes_back(bytes, request));
        }
    }
}

TEST_CASE("a column of originals is made and unmade in tables with broken records") {
    ConversionRequest request;
    request.rules = folds_named({"width"});
    request.columns = {"1"};
    request.originals = {{"1", "元"}};
    for (const auto& bytes : nasty_inputs()) {
        request.read.encoding = Encoding::utf8;
        CAPTURE(bytes.substr(0, 60));
        comes_back(bytes, request);
    }
}
