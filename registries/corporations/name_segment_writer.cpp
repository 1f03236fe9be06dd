#include "registries/corporations/name_segment_writer.hpp"

#include <algorithm>
#include <thread>

#include "registries/corporations/name_block.hpp"
#include "registries/corporations/name_postings.hpp"
#include "registries/corporations/name_tables.hpp"

namespace daicho {

namespace {

std::uint64_t head_of(std::string_view text) {
    std::uint64_t head = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        head = head << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
    }
    return head;
}

}  // namespace

void NameSegmentWriter::create_tables(Database& database) {
    database.run(R"(
        drop table if exists corporation_name_segment;
        drop table if exists corporation_name_block;
        drop table if exists corporation_name_posting;
        create table corporation_name_segment(
            id integer primary key,
            names integer not null,     -- documents of the two spaces
            readings integer not null,
            numbers blob not null       -- of bodies that older segments are not asked about, 8 bytes each
        ) strict;
        create table corporation_name_block(
            id integer primary key,
            part integer not null,      -- segment and space
            first blob not null,        -- the text of the first document
            documents blob not null
        ) strict;
        create table corporation_name_posting(
            id integer primary key,
            count integer not null,
            documents blob not null
        ) strict;
        create index corporation_name_block_first on corporation_name_block(part, first);
    )");
}

void NameSegmentWriter::add(NameSpace space, const NameDocument& document) {
    Space& to = spaces_[static_cast<std::size_t>(space)];
    Entry entry{head_of(document.core), document, static_cast<std::uint32_t>(to.texts.size()),
                static_cast<std::uint32_t>(document.core.size())};
    entry.document.core = {};
    to.texts += document.core;
    to.entries.push_back(entry);
}

void NameSegmentWriter::sort(Space& space) {
    const auto text = [&](const Entry& entry) {
        return std::string_view(space.texts).substr(entry.text, entry.size);
    };
    const auto before = [&](const Entry& a, const Entry& b) {
        if (a.head != b.head) return a.head < b.head;
        if (const int order = text(a).compare(text(b)); order != 0) return order < 0;
        if (a.document.number != b.document.number) return a.document.number < b.document.number;
        if (a.document.role != b.document.role) return a.document.role < b.document.role;
        return a.document.raw_digest < b.document.raw_digest;
    };
    auto& entries = space.entries;
    const auto middle = entries.begin() + static_cast<std::ptrdiff_t>(entries.size() / 2);
    if (entries.size() < 100'000) {
        std::sort(entries.begin(), entries.end(), before);
        return;
    }
    std::thread half([&] { std::sort(entries.begin(), middle, before); });
    std::sort(middle, entries.end(), before);
    half.join();
    std::inplace_merge(entries.begin(), middle, entries.end(), before);
}

void NameSegmentWriter::write_space(Database& database, std::int64_t part, Space& space) {
    sort(space);
    PostingCollector postings;
    std::thread collecting([&] {
        std::vector<Bigram> bigrams;
        for (std::uint32_t i = 0; i < space.entries.size(); ++i) {
            const Entry& entry = space.entries[i];
            read_bigrams(std::string_view(space.texts).substr(entry.text, entry.size), bigrams);
            postings.add(bigrams, i);
        }
    });
    try {
        Statement insert = database.prepare("insert into corporation_name_block values(?, ?, ?, ?)");
        std::string block;
        for (std::size_t begin = 0; begin < space.entries.size(); begin += documents_in_block) {
            block.clear();
            std::string_view previous, first;
            const std::size_t end = std::min(begin + documents_in_block, space.entries.size());
            for (std::size_t i = begin; i < end; ++i) {
                const Entry& entry = space.entries[i];
                NameDocument document = entry.document;
                document.core = std::string_view(space.texts).substr(entry.text, entry.size);
                if (i == begin) first = document.core;
                append_document(block, document, previous);
                previous = document.core;
            }
            const auto place = static_cast<std::int64_t>(begin / documents_in_block);
            insert.bind(0, name_tables::block_id(part, place));
            insert.bind(1, part);
            insert.bind_blob(2, first);
            insert.bind_blob(3, block);
            insert.run();
        }
    } catch (...) {
        collecting.join();
        throw;
    }
    collecting.join();
    space = {};
    Statement insert = database.prepare("insert into corporation_name_posting values(?, ?, ?)");
    for (const PostingList& list : postings.take()) {
        insert.bind(0, name_tables::posting_id(part, list.bigram));
        insert.bind(1, std::int64_t{list.documents});
        insert.bind_blob(2, list.bytes);
        insert.run();
    }
}

void NameSegmentWriter::write(Database& database, std::int64_t segment,
                              const std::vector<std::uint64_t>& numbers) {
    std::string bytes;
    bytes.reserve(numbers.size() * 8);
    for (const std::uint64_t number : numbers) {
        for (unsigned i = 0; i < 8; ++i) bytes.push_back(static_cast<char>(number >> (8 * i) & 0xFF));
    }
    Statement insert = database.prepare("insert into corporation_name_segment values(?, ?, ?, ?)");
    insert.bind(0, segment);
    insert.bind(1, static_cast<std::int64_t>(spaces_[0].entries.size()));
    insert.bind(2, static_cast<std::int64_t>(spaces_[1].entries.size()));
    insert.bind_blob(3, bytes);
    insert.run();
    for (std::size_t space = 0; space < spaces_.size(); ++space) {
        write_space(database, name_tables::part(segment, static_cast<std::int64_t>(space)), spaces_[space]);
    }
}

}  // namespace daicho
