#include "registries/address/index_file.hpp"
#include "registries/address/address_generation.hpp"

#include <random>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "tests/support/small_places.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns = {
    {"131016", "0055000", "東京都", "", "千代田区", "", "二番町", "", ""},
    {"131016", "0056000", "東京都", "", "千代田区", "", "紀尾井町", "", ""}};

}  // namespace

TEST_CASE("an index of the same registry has the same bytes, and says of what it was made") {
    const SmallAddressIndex small{towns};
    const std::string first = read_file(small.path());
    build_address_index(Registry(small.registry()), small.path());
    CHECK(read_file(small.path()) == first);
    const AddressIndex index = small.open();
    CHECK(index.generation() == address_generation(Registry(small.registry())));
    CHECK_NOTHROW(index.verify());
}

TEST_CASE("an index that is cut short, of another version or no index is refused when it is opened") {
    const SmallAddressIndex small{towns};
    const ScratchFolder folder;
    const std::string bytes = read_file(small.path());
    const auto opens = [&](const std::string& changed) {
        return AddressIndex::open(folder.write("x.index", changed));
    };
    CHECK_NOTHROW(opens(bytes));
    CHECK_THROWS_AS(opens(bytes.substr(0, bytes.size() / 2)), Error);
    CHECK_THROWS_AS(opens(bytes.substr(0, 10)), Error);
    CHECK_THROWS_AS(opens(""), Error);
    CHECK_THROWS_AS(opens("daicho" + bytes.substr(6)), Error);
    std::string other = bytes;
    other[8] = static_cast<char>(other[8] + 1);
    CHECK_THROWS_AS(opens(other), Error);
    CHECK_THROWS_AS(AddressIndex::open(folder / "missing.index"), Error);
}

TEST_CASE("a section that lies outside the file is refused") {
    const SmallAddressIndex small{towns};
    const ScratchFolder folder;
    std::string bytes = read_file(small.path());
    bytes[sizeof(address_format::Head) + 5] = '\x7F';  // of the offset of the first section
    CHECK_THROWS_AS(AddressIndex::open(folder.write("x.index", bytes)), Error);
}

TEST_CASE("a byte that changed is found by verify") {
    const SmallAddressIndex small{towns};
    const ScratchFolder folder;
    std::string bytes = read_file(small.path());
    bytes[bytes.size() - 100] = static_cast<char>(bytes[bytes.size() - 100] ^ 1);
    const AddressIndex index = AddressIndex::open(folder.write("x.index", bytes));
    CHECK_THROWS_AS(index.verify(), Error);
}

TEST_CASE("a damaged index is refused or answers: no other memory is looked at") {
    const SmallAddressIndex small = small_places();
    const ScratchFolder folder;
    const std::string whole = read_file(small.path());
    std::mt19937 random(11);
    unsigned refused = 0;
    for (int round = 0; round < 300; ++round) {
        std::string bytes = whole;
        const std::size_t begin = round % 3 == 0 ? 0 : sizeof(address_format::Head);
        for (int edit = 0; edit < 1 + round % 40; ++edit) {
            const std::size_t at = begin + random() % (bytes.size() - begin);
            bytes[at] = static_cast<char>(random());
        }
        try {
            const AddressIndex index = AddressIndex::open(folder.write("x.index", bytes));
            const AddressMatcher matcher(index);
            for (const char* text :
                 {"東京都文京区白山一丁目1-1", "石川県金沢市野町3-11-1", "屋久島町一湊１番地２",
                  "1-1-1 Hakusan, Bunkyo-ku, Tokyo", "文京区白川1-1", "三田甲5"})
                static_cast<void>(matcher.match(text));
        } catch (const Error&) {
            ++refused;
        }
    }
    CHECK(refused > 20);
    CHECK(refused < 300);
}
