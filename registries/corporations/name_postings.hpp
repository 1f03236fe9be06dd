#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// Two characters that stand beside each other, as a number of 42 bits: the first counts most, so that all
/// that begin with a character are one range. Behind the last character stands 0.
using Bigram = std::uint64_t;

constexpr unsigned bits_of_character = 21;
constexpr Bigram bigram_of(char32_t first, char32_t second) {
    return Bigram{first} << bits_of_character | second;
}

/// The bigrams of a text, one for each character: the last one is of the last character and 0.
void read_bigrams(std::string_view text, std::vector<Bigram>& bigrams);

/// The documents that have a bigram, in rising order: distances in the notation of 7 bits a byte.
struct PostingList {
    Bigram bigram = 0;
    std::uint32_t last = 0;
    std::uint32_t documents = 0;
    std::string bytes;
};

/// Collects which documents have which bigrams.
class PostingCollector {
 public:
    PostingCollector();

    /// Documents come in rising order; a bigram that is in a document twice counts once.
    void add(std::span<const Bigram> bigrams, std::uint32_t document);
    /// All lists, by bigram. The collector is empty after that.
    std::vector<PostingList> take();

 private:
    struct Slot {
        Bigram bigram = 0;
        std::uint32_t list = 0;  ///< place in `lists_` from 1; 0: the slot is free
    };
    /// Waits until there are many: memory is slow one by one.
    struct Pending {
        Bigram bigram;
        std::uint32_t document;
        std::uint32_t list;
    };
    std::uint32_t list_of(Bigram bigram);
    void take_pending();
    void grow();

    std::vector<PostingList> lists_;
    std::vector<Slot> slots_;  ///< by the digest of the bigram
    std::vector<Pending> pending_;
};

constexpr std::size_t all_documents = static_cast<std::size_t>(-1);

/// Reads a list into `documents`; only those in [begin, end), and `most` of them.
void read_postings(std::string_view bytes, std::uint32_t begin, std::uint32_t end,
                   std::vector<std::uint32_t>& documents, std::size_t most = all_documents);

/// Leaves of `documents` those that are in the list as well: the first `most` of them.
void intersect_postings(std::string_view bytes, std::vector<std::uint32_t>& documents,
                        std::size_t most = all_documents);

}  // namespace daicho
