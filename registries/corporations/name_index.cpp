#include "registries/corporations/name_index.hpp"

#include <algorithm>

#include "registries/corporations/name_block.hpp"
#include "registries/corporations/name_tables.hpp"

namespace daicho {

CorporateNameIndex::CorporateNameIndex(const Database& database)
    : find_block_(
          database.prepare("select id, documents from corporation_name_block where part = ? and first "
                           "< ? order by first desc, id desc limit 1")),
      read_block_(database.prepare("select documents from corporation_name_block where id = ?")),
      count_posting_(database.prepare("select count from corporation_name_posting where id = ?")),
      read_posting_(database.prepare("select documents from corporation_name_posting where id = ?")),
      postings_of_character_(
          database.prepare("select documents from corporation_name_posting where id between ? and ?")) {
    Statement rows =
        database.prepare("select id, names, readings, numbers from corporation_name_segment order by id");
    while (rows.step()) {
        Segment segment{
            rows.integer(0),
            {static_cast<std::uint32_t>(rows.integer(1)), static_cast<std::uint32_t>(rows.integer(2))},
            {}};
        const std::string_view bytes = rows.blob(3);
        segment.numbers.resize(bytes.size() / 8);
        for (std::size_t i = 0; i < segment.numbers.size(); ++i) {
            for (unsigned byte = 0; byte < 8; ++byte)
                segment.numbers[i] |= std::uint64_t{static_cast<unsigned char>(bytes[i * 8 + byte])}
                                      << (8 * byte);
        }
        segments_.push_back(std::move(segment));
    }
}

bool CorporateNameIndex::exists(const Database& database) {
    return database.number("select count(*) from sqlite_master where name = 'corporation_name_segment'") != 0;
}

std::int64_t CorporateNameIndex::part(std::size_t segment, NameSpace space) const {
    return name_tables::part(segments_[segment].id, static_cast<std::int64_t>(space));
}

bool CorporateNameIndex::holds(std::size_t segment, std::uint64_t number) const {
    for (std::size_t later = segment + 1; later < segments_.size(); ++later) {
        if (std::ranges::binary_search(segments_[later].numbers, number)) return false;
    }
    return true;
}

std::string_view CorporateNameIndex::block(std::size_t segment, NameSpace space, std::uint32_t place) {
    read_block_.reset();
    read_block_.bind(0, name_tables::block_id(part(segment, space), place));
    return read_block_.step() ? read_block_.blob(0) : std::string_view{};
}

std::uint32_t CorporateNameIndex::lower_bound(std::size_t segment, NameSpace space, std::string_view key,
                                              bool* other) {
    find_block_.reset();
    find_block_.bind(0, part(segment, space));
    find_block_.bind_blob(1, key);
    if (!find_block_.step()) return 0;
    auto place = static_cast<std::uint32_t>(find_block_.integer(0) & 0xFFFF'FFFF) * documents_in_block;
    NameBlockReader reader(find_block_.blob(1));
    while (reader.next()) {
        if (reader.document().core >= key) {
            if (other) *other = reader.document().core != key;
            break;
        }
        ++place;
    }
    find_block_.reset();
    return place;
}

bool CorporateNameIndex::has(std::size_t segment, NameSpace space, Bigram bigram) {
    count_posting_.reset();
    count_posting_.bind(0, name_tables::posting_id(part(segment, space), bigram));
    return count_posting_.step();
}

CorporateNameIndex::Range CorporateNameIndex::whole(std::size_t segment, NameSpace space) const {
    return {segment, space, 0, segments_[segment].documents[static_cast<std::size_t>(space)]};
}

CorporateNameIndex::Range CorporateNameIndex::equal(std::size_t segment, NameSpace space,
                                                    std::string_view core) {
    bool other = false;
    const std::uint32_t begin = lower_bound(segment, space, core, &other);
    if (other) return {segment, space, begin, begin};
    return {segment, space, begin, lower_bound(segment, space, std::string(core) + '\0')};
}

CorporateNameIndex::Range CorporateNameIndex::beginning(std::size_t segment, NameSpace space,
                                                        std::string_view start) {
    const std::string after = std::string(start) + '\xFF';
    return {segment, space, lower_bound(segment, space, start), lower_bound(segment, space, after)};
}

std::vector<std::uint32_t> CorporateNameIndex::containing(const Range& range, std::span<const Bigram> bigrams,
                                                          std::size_t most) {
    struct List {
        std::int64_t count;
        std::int64_t id;
    };
    std::vector<List> lists;
    for (const Bigram bigram : bigrams) {
        count_posting_.reset();
        const std::int64_t id = name_tables::posting_id(part(range.segment, range.space), bigram);
        count_posting_.bind(0, id);
        if (!count_posting_.step()) return {};
        lists.push_back({count_posting_.integer(0), id});
    }
    std::ranges::sort(lists, {}, &List::count);
    std::vector<std::uint32_t> documents;
    for (std::size_t i = 0; i < lists.size(); ++i) {
        // What is left is few: to look at their texts is cheaper than to read a long list.
        if (i > 0 && lists[i].count > 4096 && documents.size() < 64) break;
        read_posting_.reset();
        read_posting_.bind(0, lists[i].id);
        if (!read_posting_.step()) return {};
        const std::size_t wanted = i + 1 == lists.size() ? most : all_documents;
        if (i == 0) {
            read_postings(read_posting_.blob(0), range.begin, range.end, documents, wanted);
        } else {
            intersect_postings(read_posting_.blob(0), documents, wanted);
        }
        if (documents.empty()) break;
    }
    return documents;
}

std::vector<std::uint32_t> CorporateNameIndex::containing(const Range& range, char32_t c) {
    const std::int64_t of = part(range.segment, range.space);
    postings_of_character_.reset();
    postings_of_character_.bind(0, name_tables::posting_id(of, bigram_of(c, 0)));
    postings_of_character_.bind(1, name_tables::posting_id(of, bigram_of(c + 1, 0)) - 1);
    std::vector<std::uint32_t> documents;
    while (postings_of_character_.step())
        read_postings(postings_of_character_.blob(0), range.begin, range.end, documents);
    std::ranges::sort(documents);
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    return documents;
}

bool CorporateNameIndex::visit(const Range& range, const Visitor& visitor) {
    for (std::uint32_t place = range.begin / documents_in_block; place * documents_in_block < range.end;
         ++place) {
        NameBlockReader reader(block(range.segment, range.space, place));
        for (std::uint32_t i = place * documents_in_block; i < range.end && reader.next(); ++i) {
            if (i < range.begin || !holds(range.segment, reader.document().number)) continue;
            if (!visitor(reader.document())) return false;
        }
    }
    return true;
}

bool CorporateNameIndex::visit(const Range& range, std::span<const std::uint32_t> documents,
                               const Visitor& visitor) {
    for (std::size_t i = 0; i < documents.size();) {
        const std::uint32_t place = documents[i] / documents_in_block;
        NameBlockReader reader(block(range.segment, range.space, place));
        for (std::uint32_t at = place * documents_in_block;
             i < documents.size() && documents[i] / documents_in_block == place && reader.next(); ++at) {
            if (at != documents[i]) continue;
            ++i;
            if (holds(range.segment, reader.document().number) && !visitor(reader.document())) return false;
        }
        while (i < documents.size() && documents[i] / documents_in_block == place) ++i;  // beyond a cut block
    }
    return true;
}

}  // namespace daicho
