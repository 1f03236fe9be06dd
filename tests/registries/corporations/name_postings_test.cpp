#include "registries/corporations/name_postings.hpp"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "registries/corporations/name_block.hpp"

using namespace daicho;

TEST_CASE("lists give back the documents that went in") {
    std::mt19937 random(3);
    PostingCollector collector;
    std::vector<std::vector<std::uint32_t>> wanted(9000);
    for (std::uint32_t document = 0; document < 3000; ++document) {
        std::vector<Bigram> bigrams;
        for (unsigned i = 0; i < 6; ++i) {
            const auto bigram = random() % wanted.size();
            bigrams.push_back(bigram);
            if (wanted[bigram].empty() || wanted[bigram].back() != document)
                wanted[bigram].push_back(document);
        }
        collector.add(bigrams, document);
    }
    std::size_t seen = 0;
    for (const PostingList& list : collector.take()) {
        std::vector<std::uint32_t> documents;
        read_postings(list.bytes, 0, 3000, documents);
        CHECK(documents == wanted[list.bigram]);
        CHECK(list.documents == documents.size());
        seen += documents.size();
        std::vector<std::uint32_t> some;
        read_postings(list.bytes, 1000, 2000, some);
        CHECK(std::ranges::all_of(some, [](std::uint32_t d) { return d >= 1000 && d < 2000; }));
        std::vector<std::uint32_t> every(3000);
        for (std::uint32_t i = 0; i < 3000; ++i) every[i] = i;
        std::vector<std::uint32_t> first = every;
        intersect_postings(list.bytes, every);
        CHECK(every == documents);
        intersect_postings(list.bytes, first, 1);
        CHECK(first == std::vector<std::uint32_t>(documents.begin(), documents.begin() + 1));
        std::vector<std::uint32_t> read_first;
        read_postings(list.bytes, 0, 3000, read_first, 1);
        CHECK(read_first == first);
    }
    std::size_t all = 0;
    for (const auto& list : wanted) all += list.size();
    CHECK(seen == all);
    CHECK(collector.take().empty());
}

TEST_CASE("a text has a bigram for each character, the last one with the end") {
    std::vector<Bigram> bigrams;
    read_bigrams("京葉銀", bigrams);
    CHECK(bigrams ==
          std::vector<Bigram>{bigram_of(U'京', U'葉'), bigram_of(U'葉', U'銀'), bigram_of(U'銀', 0)});
    read_bigrams("", bigrams);
    CHECK(bigrams.empty());
}

TEST_CASE("documents of a block come out as they went in") {
    NameDocument a{"京葉",
                   8700110005901,
                   NameRole::former,
                   FormPosition::inside,
                   46,
                   true,
                   false,
                   399,
                   47382,
                   0xFFFFFFFF,
                   7};
    NameDocument b{
        "京葉銀行", 1000000000000, NameRole::reading, FormPosition::none, 0, false, true, 301, 1100,
        1,          0xFFFF};
    std::string block;
    append_document(block, a.core, PackedName(a), {});
    append_document(block, b.core, PackedName(b), a.core);
    NameBlockReader reader(block);
    for (const NameDocument& wanted : {a, b}) {
        REQUIRE(reader.next());
        const NameDocument& read = reader.document();
        CHECK(read.core == wanted.core);
        CHECK(read.number == wanted.number);
        CHECK(read.role == wanted.role);
        CHECK(read.position == wanted.position);
        CHECK(read.form == wanted.form);
        CHECK(read.closed == wanted.closed);
        CHECK(read.image == wanted.image);
        CHECK(read.kind == wanted.kind);
        CHECK(read.municipality == wanted.municipality);
        CHECK(read.raw_digest == wanted.raw_digest);
        CHECK(read.width_digest == wanted.width_digest);
    }
    CHECK(!reader.next());
}

TEST_CASE("a block that is damaged is refused, however it is cut") {
    std::string block;
    append_document(block, "京葉", {}, {});
    append_document(block, "京葉銀行", {}, "京葉");
    const std::size_t first = block.size() - 27;
    for (std::size_t size = 1; size < block.size(); ++size) {
        if (size == first) continue;
        INFO(size);
        NameBlockReader reader(std::string_view(block).substr(0, size));
        bool refused = false;
        try {
            while (reader.next()) {
            }
        } catch (const std::exception&) {
            refused = true;
        }
        CHECK(refused);
    }
}
