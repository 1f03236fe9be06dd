#include "grammars/base/digest.hpp"

#include <string>

#include "catch2/catch.hpp"
#include "grammars/formats/text_source.hpp"

using namespace daicho;

TEST_CASE("SHA-256 is that of FIPS 180-4") {
    Sha256 sha256;
    CHECK(sha256.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    sha256.add("a");
    sha256.add("bc");
    CHECK(sha256.hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    for (int i = 0; i < 10'000; ++i) sha256.add(std::string(100, 'a'));
    CHECK(sha256.hex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a source is digested once and whole, however it is read") {
    const std::string bytes(200'000, 'a');
    Sha256 sha256;
    sha256.add(bytes);
    const std::string expected = sha256.hex();
    MemorySource memory{bytes, "(memory)"};
    DigestingSource source{memory};
    std::string block(70'000, '\0');
    source.read(block.data(), 1000);
    source.rewind();
    source.read(block.data(), block.size());
    source.read(block.data(), 30'000);
    source.rewind();
    source.read(block.data(), 10);
    const auto digest = source.finish();
    CHECK(digest.sha256 == expected);
    CHECK(digest.size == bytes.size());
}
