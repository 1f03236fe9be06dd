#include "registries/fetch/source.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "registries/fetch/address.hpp"
#include "registries/fetch/content_kind.hpp"

namespace daicho {

namespace {

using Words = std::vector<std::string>;

std::vector<Download> resolve(const Words& words) {
    return resolve_sources(words, known_publications());
}

std::string refusal(const Words& words, std::span<const Publication> publications = known_publications()) {
    try {
        resolve_sources(words, publications);
    } catch (const Error& error) {
        return error.en();
    }
    return "";
}

}  // namespace

TEST_CASE("every publication that is compiled in can be asked for, or says where a person gets it") {
    CHECK(known_publications().size() >= 40);
    for (const Publication& one : known_publications()) {
        CAPTURE(one.id);
        std::string word = one.id;
        char sign = ':';
        for (const AddressParameter& parameter : one.parameters) {
            std::string value = parameter.fallback.empty()
                                    ? parameter.form.substr(0, parameter.form.find('.'))
                                    : parameter.fallback;
            for (char& c : value) c = c == 'N' ? '1' : c;
            word += sign + parameter.name + "=" + value;
            sign = ',';
        }
        const auto downloads = resolve({word});
        REQUIRE(downloads.size() == 1);
        CHECK(downloads[0].url.find('{') == std::string::npos);
        CHECK(downloads[0].url.empty() == one.url.empty());
        CHECK(downloads[0].page.starts_with("https://"));
        CHECK_FALSE(downloads[0].licence.empty());
        CHECK_FALSE(one.title.ja.empty());
        CHECK_FALSE(one.title.en.empty());
        CHECK_FALSE(one.cadence.ja.empty());
        CHECK((one.seen == "catalogue" || one.seen == "programs" || one.seen == "memory"));
        if (one.url.empty()) {
            CHECK_FALSE(one.note.en.empty());  // what a person has to do
        } else {
            CHECK(downloads[0].url.starts_with("https://"));
            CHECK(is_file_name(downloads[0].file));
            CHECK(downloads[0].content != nullptr);
        }
    }
}

TEST_CASE("the first parameter may go without its name, and all stands for each of a range") {
    CHECK(resolve({"abr-parcel:302015"})[0].url ==
          "https://data.address-br.digital.go.jp/mt_parcel/city/mt_parcel_city302015.csv.zip");
    CHECK(resolve({"mlit-town:30,edition=17.0b"})[0].url ==
          "https://nlftp.mlit.go.jp/isj/dls/data/17.0b/30000-17.0b.zip");
    const auto all = resolve({"abr-town-position:all"});
    REQUIRE(all.size() == 47);
    CHECK(all[29].source == "abr-town-position:pref=30");
    CHECK(all[29].file == "mt_town_pos_pref30.csv.zip");
}

TEST_CASE("an address is fetched as it is, with the digest expected behind it") {
    const std::string digest(64, 'a');
    const auto one = resolve({"https://a.jp/x/y.zip?z#sha256=" + digest})[0];
    CHECK(one.url == "https://a.jp/x/y.zip?z");
    CHECK(one.file == "y.zip");
    CHECK(one.sha256 == digest);
    CHECK(one.content == find_content_kind("zip"));
}

TEST_CASE("what is asked for twice is fetched once") {
    CHECK(resolve({"postal-utf", "https://a.jp/a.zip", "postal-utf", "https://a.jp/a.zip"}).size() == 2);
}

TEST_CASE("a source that cannot be is refused before anything is fetched, with what to write") {
    struct Row {
        Words words;
        const char* said;
    };
    const Row rows[] = {
        {{"postal-utff"}, "did you mean 'postal-utf'?"},
        {{"postal-utf:x"}, "takes no values"},
        {{"abr-parcel"}, "as in abr-parcel:city=NNNNNN"},
        {{"abr-parcel:30201"}, "give city in the form NNNNNN"},
        {{"abr-parcel:../../x"}, "give city in the form NNNNNN"},
        {{"abr-parcel:all"}, "give city in the form NNNNNN"},
        {{"abr-town-prefecture:pref=48"}, "give pref in the form 01..47"},
        {{"abr-town-prefecture:town=30"}, "write it as in abr-town-prefecture:pref=01..47"},
        {{"mlit-town:30,31"}, "write it as in mlit-town"},
        {{"ftp://a.jp/x"}, "address of http:// or https://"},
        {{"https://me:secret@a.jp/x"}, "a user name cannot be part of it"},
        {{"https://a.jp/"}, "no name for the file"},
        {{"https://a.jp/fetched.tsv"}, "daicho uses the name"},
        {{"https://a.jp/x#sha256=12"}, "64 small hexadecimal digits"},
        {{"https://a.jp/x.zip", "https://b.jp/x.zip"}, "fetch them into two folders"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.words);
        CHECK_THAT(refusal(row.words), Catch::Contains(row.said));
    }
}

TEST_CASE("a table of one's own needs an id and an address, and says which row is wrong") {
    const std::string name = "own.tsv";
    const auto own = read_publications("# mine\nurl\tid\tfile\nhttps://a.jp/?x=1\tmine\tmine.zip\n", name);
    REQUIRE(own.size() == 1);
    const Words words{"mine"};
    CHECK(resolve_sources(words, own)[0].file == "mine.zip");
    struct Row {
        const char* table;
        const char* said;
    };
    const Row rows[] = {
        {"url\nhttps://a.jp/x\n", "own.tsv: the header has no column id"},
        {"id\turl\nA b\thttps://a.jp/x\n", "an id has small letters"},
        {"id\turl\nmine\t\n", "own.tsv: mine: there is neither url nor page"},
        {"id\turl\nmine\tfile:///etc/passwd\n", "not an address of http"},
        {"id\turl\nmine\thttps://a.jp/x\nmine\thttps://a.jp/y\n", "the id is there twice"},
        {"id\turl\tcontent\nmine\thttps://a.jp/x\trar\n", "not a word for content: rar"},
        {"id\turl\tparameters\nmine\thttps://a.jp/{x}\ty/NN\n", "the parameter y has no right form"},
        {"id\turl\tparameters\nmine\thttps://a.jp/{x}\tx/a..b\n", "the parameter x has no right form"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.table);
        CHECK_THROWS_WITH(read_publications(row.table, name), Catch::Contains(row.said));
    }
    const auto bad = read_publications("id\turl\tfile\nmine\thttps://a.jp/x\t../x\n", name);
    CHECK_THAT(refusal({"mine"}, bad), Catch::Contains("is not a valid file name"));
}

}  // namespace daicho
