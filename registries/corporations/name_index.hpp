#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "registries/corporations/name_document.hpp"
#include "registries/corporations/name_postings.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// The search index of names in a registry, to be read (name_tables.hpp). Borrows the database; one thread at
/// a time. Documents that a later segment speaks of anew are never given.
class CorporateNameIndex {
 public:
    /// Throws Error where the registry has no index (`exists`).
    explicit CorporateNameIndex(const Database& database);
    static bool exists(const Database& database);

    /// Documents [begin, end) of a segment, by their place.
    struct Range {
        std::size_t segment = 0;  ///< place in `segments`
        NameSpace space = NameSpace::names;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    std::size_t segments() const { return segments_.size(); }

    /// The documents with this core.
    Range equal(std::size_t segment, NameSpace space, std::string_view core);
    /// Those whose core begins so.
    Range beginning(std::size_t segment, NameSpace space, std::string_view start);

    /// Whether any document has the bigram.
    bool has(std::size_t segment, NameSpace space, Bigram bigram);
    /// The documents of `range` that have all of these bigrams, in rising order, and a few that may not have
    /// them all: whoever asks looks at the text. The first `most` of them are enough.
    std::vector<std::uint32_t> containing(const Range& range, std::span<const Bigram> bigrams,
                                          std::size_t most = all_documents);
    /// All documents with `c` anywhere.
    std::vector<std::uint32_t> containing(const Range& range, char32_t c);
    /// All documents of a segment.
    Range whole(std::size_t segment, NameSpace space) const;

    /// What is done with a document; false ends the visit. The core lives for the call.
    using Visitor = std::function<bool(const NameDocument& document)>;
    /// Visits the documents of the range that hold. False where the visitor ended it.
    bool visit(const Range& range, const Visitor& visitor);
    /// Of those whose places are given, in rising order.
    bool visit(const Range& range, std::span<const std::uint32_t> documents, const Visitor& visitor);

 private:
    struct Segment {
        std::int64_t id = 0;
        std::uint32_t documents[2] = {0, 0};
        std::vector<std::uint64_t> numbers;  ///< that it speaks of anew, rising
    };

    /// The place of the first document with a core that is not before `key`; `other`: that core is seen to be
    /// another.
    std::uint32_t lower_bound(std::size_t segment, NameSpace space, std::string_view key,
                              bool* other = nullptr);
    std::string_view block(std::size_t segment, NameSpace space, std::uint32_t place);
    bool holds(std::size_t segment, std::uint64_t number) const;
    std::int64_t part(std::size_t segment, NameSpace space) const;

    std::vector<Segment> segments_;
    Statement find_block_;
    Statement read_block_;
    Statement count_posting_;
    Statement read_posting_;
    Statement postings_of_character_;
};

}  // namespace daicho
