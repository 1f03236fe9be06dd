#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <iconv.h>

#include "catch2/catch.hpp"
#include "grammars/formats/archive.hpp"
#include "grammars/formats/encoding_detector.hpp"
#include "grammars/formats/encoding_evidence.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

/// Whether the C library reads all of `bytes` as `charset`: a proof that owes nothing to our codecs.
bool c_library_reads(std::string& bytes, const char* charset) {
    const iconv_t converter = iconv_open("UTF-8", charset);
    REQUIRE(converter != reinterpret_cast<iconv_t>(-1));
    std::string out(1 << 16, '\0');
    char* from = bytes.data();
    std::size_t left = bytes.size();
    bool good = true;
    while (good && left > 0) {
        char* to = out.data();
        std::size_t room = out.size();
        good = iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1) || errno == E2BIG;
    }
    iconv_close(converter);
    return good;
}

std::string read_all(ByteSource& source) {
    std::string bytes;
    std::vector<char> block(1 << 16);
    source.rewind();
    while (const std::size_t got = source.read(block.data(), block.size())) bytes.append(block.data(), got);
    return bytes;
}

bool is_text_name(const std::string& name) {
    for (const char* end : {".csv", ".CSV", ".txt", ".TXT", ".tsv", ".json", ".geojson", ".xml", ".xsd",
                            ".html", ".md", ".sql"}) {
        if (name.ends_with(end)) return true;
    }
    return false;
}

/// The encodings of bytes that the C library proves; "UTF-16" by the mark alone.
std::vector<std::string> proofs(std::string& bytes) {
    if (bytes.starts_with("\xFF\xFE")) return {"UTF-16LE"};
    if (bytes.starts_with("\xFE\xFF")) return {"UTF-16BE"};
    if (c_library_reads(bytes, "UTF-8")) {
        const bool escape = bytes.find("\x1B$") != bytes.npos && c_library_reads(bytes, "ISO-2022-JP");
        return {escape ? "ISO-2022-JP" : "UTF-8"};
    }
    std::vector<std::string> names;
    if (c_library_reads(bytes, "WINDOWS-31J")) names.push_back("CP932");
    if (c_library_reads(bytes, "EUC-JP-MS")) names.push_back("EUC-JP");
    return names;
}

/// What the name of a file says of its encoding: "" where nothing.
std::string named(const std::string& locator) {
    if (locator.find("sjis") != locator.npos) return "CP932";
    if (locator.find("utf8") != locator.npos || locator.find("utf_ken_all") != locator.npos) return "UTF-8";
    for (const char* publication : {"/mlit-isj/", "/ken_all.zip", "/jigyosyo.zip"}) {
        if (locator.find(publication) != locator.npos && locator.ends_with(".csv")) return "CP932";
    }
    return {};
}

}  // namespace

TEST_CASE("the encoding of every text among the publications is the one that the C library proves") {
    const std::string root = shared_data(".");
    std::map<std::string, int> tally;
    int by_name = 0;
    for_each_file(
        root, {},
        [&](const FileEntry& entry, ByteSource& source) {
            if (!is_text_name(entry.name)) return;
            std::string bytes = read_all(source);
            const auto evidence = weigh_encodings(source, EvidenceDepth::all);
            const std::string found = evidence.encoding ? std::string{to_string(*evidence.encoding)} : "";
            const auto proven = proofs(bytes);
            INFO(entry.locator << ": " << to_string(evidence.verdict) << ' ' << found);
            if (std::ranges::find(proven, found) == proven.end()) CHECK(proven.empty());
            if (proven.empty()) CHECK(found.empty());
            if (const std::string name = named(entry.locator); !name.empty() && evidence.deciding_bytes > 0) {
                ++by_name;
                CHECK(found == name);
            }
            tally[std::string{to_string(evidence.verdict)} + " " + found +
                  (proven.size() > 1 ? " of two" : "")] += 1;
        },
        [](const std::string&, const Error&) {});
    for (const auto& [what, count] : tally) WARN(what << ": " << count << " files");
    WARN(by_name << " files whose name or publisher names the encoding");
    CHECK(by_name > 20);
}
