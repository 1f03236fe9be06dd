#include "registries/corporations/name_segment_writer.hpp"

#include <algorithm>
#include <exception>
#include <future>
#include <thread>
#include <vector>

#include "grammars/base/start_threads.hpp"
#include "registries/corporations/name_block.hpp"
#include "registries/corporations/name_postings.hpp"
#include "registries/corporations/name_tables.hpp"

namespace daicho {

namespace {

constexpr std::size_t spaces = 2;

void collect(const NameEntries& entries, PostingCollector& postings) {
    std::vector<Bigram> bigrams;
    std::uint32_t document = 0;
    entries.each(0, entries.size(), [&](const NameEntries::Entry&, std::string_view core) {
        read_bigrams(core, bigrams);
        postings.add(bigrams, document++);
    });
}

void write_blocks(Database& database, std::int64_t part, const NameEntries& entries) {
    Statement insert = database.prepare("insert into corporation_name_block values(?, ?, ?, ?)");
    std::string block;
    for (std::size_t begin = 0; begin < entries.size(); begin += documents_in_block) {
        block.clear();
        std::string_view previous;
        const std::size_t end = std::min(begin + documents_in_block, entries.size());
        entries.each(begin, end, [&](const NameEntries::Entry& entry, std::string_view core) {
            append_document(block, core, entry.packed, previous);
            previous = core;
        });
        const auto place = static_cast<std::int64_t>(begin / documents_in_block);
        insert.bind(0, name_tables::block_id(part, place));
        insert.bind(1, part);
        insert.bind_blob(2, entries.core(entries[begin]));
        insert.bind_blob(3, block);
        insert.run();
    }
}

void write_postings(Database& database, std::int64_t part, PostingCollector& postings) {
    Statement insert = database.prepare("insert into corporation_name_posting values(?, ?, ?)");
    for (const PostingList& list : postings.take()) {
        insert.bind(0, name_tables::posting_id(part, list.bigram));
        insert.bind(1, std::int64_t{list.documents});
        insert.bind_blob(2, list.bytes);
        insert.run();
    }
}

/// Collects the lists of all spaces on a thread of its own; waits for it wherever its owner ends.
class Collecting {
 public:
    explicit Collecting(const std::array<NameEntries, spaces>& entries) {
        for (std::size_t space = 0; space < spaces; ++space) done_[space] = promises_[space].get_future();
        thread_ = start_threads(1, [this, &entries](std::size_t) { collect_all(entries); });
        if (thread_.empty()) collect_all(entries);
    }
    ~Collecting() {
        for (std::thread& thread : thread_) thread.join();
    }
    Collecting(const Collecting&) = delete;
    Collecting& operator=(const Collecting&) = delete;

    PostingCollector& of(std::size_t space) {
        done_[space].get();
        return postings_[space];
    }

 private:
    void collect_all(const std::array<NameEntries, spaces>& entries) {
        std::size_t space = 0;
        try {
            for (; space < spaces; ++space) {
                collect(entries[space], postings_[space]);
                promises_[space].set_value();
            }
        } catch (...) {
            for (; space < spaces; ++space) promises_[space].set_exception(std::current_exception());
        }
    }

    std::array<PostingCollector, spaces> postings_;
    std::array<std::promise<void>, spaces> promises_;
    std::array<std::future<void>, spaces> done_;
    std::vector<std::thread> thread_;  ///< one, or none
};

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
            numbers blob not null       -- of corporations that older segments are not asked about, 8 bytes each
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

void NameSegmentWriter::reserve(std::size_t corporations) {
    for (NameEntries& space : spaces_) space.reserve(corporations + corporations / 16);
}

void NameSegmentWriter::add(const NameDocuments& documents) {
    for (std::size_t space = 0; space < spaces_.size(); ++space)
        spaces_[space].append(documents.of(static_cast<NameSpace>(space)));
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
    insert.bind(1, static_cast<std::int64_t>(spaces_[0].size()));
    insert.bind(2, static_cast<std::int64_t>(spaces_[1].size()));
    insert.bind_blob(3, bytes);
    insert.run();
    for (NameEntries& space : spaces_) space.sort();
    const auto part = [&](std::size_t space) {
        return name_tables::part(segment, static_cast<std::int64_t>(space));
    };
    Collecting collecting(spaces_);
    for (std::size_t space = 0; space < spaces; ++space) write_blocks(database, part(space), spaces_[space]);
    for (std::size_t space = 0; space < spaces; ++space)
        write_postings(database, part(space), collecting.of(space));
}

}  // namespace daicho
