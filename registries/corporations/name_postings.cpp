#include "registries/corporations/name_postings.hpp"

#include <algorithm>

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_pending = 1024;

std::size_t slot_of(Bigram bigram, std::size_t slots) {
    return static_cast<std::size_t>((bigram * 0x9E3779B97F4A7C15u) >> 20) & (slots - 1);
}

void append_distance(std::string& bytes, std::uint32_t distance) {
    while (distance >= 0x80) {
        bytes.push_back(static_cast<char>(distance | 0x80));
        distance >>= 7;
    }
    bytes.push_back(static_cast<char>(distance));
}

/// Goes through a list. A list that is cut off ends there.
class PostingCursor {
 public:
    explicit PostingCursor(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    bool next() {
        std::uint32_t distance = 0;
        for (unsigned shift = 0; at_ != end_ && shift < 32; shift += 7) {
            const auto byte = static_cast<unsigned char>(*at_++);
            distance |= std::uint32_t{byte & 0x7Fu} << shift;
            if (byte < 0x80) {
                document_ += distance;
                return true;
            }
        }
        return false;
    }
    std::uint32_t document() const { return document_; }

 private:
    const char* at_;
    const char* end_;
    std::uint32_t document_ = 0;
};

}  // namespace

void read_bigrams(std::string_view text, std::vector<Bigram>& bigrams) {
    bigrams.clear();
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        if (before != 0) bigrams.push_back(bigram_of(before, c));
        before = c;
        at += size;
    }
    if (before != 0) bigrams.push_back(bigram_of(before, 0));
}

PostingCollector::PostingCollector() : slots_(1u << 12) {
    pending_.reserve(most_pending);
}

void PostingCollector::add(std::span<const Bigram> bigrams, std::uint32_t document) {
    for (const Bigram bigram : bigrams) {
        pending_.push_back({bigram, document, 0});
        if (pending_.size() == most_pending) take_pending();
    }
}

void PostingCollector::take_pending() {
    for (Pending& one : pending_) one.list = list_of(one.bigram);
    for (const Pending& one : pending_) {
        PostingList& list = lists_[one.list];
        if (list.documents != 0 && list.last == one.document) continue;
        append_distance(list.bytes, one.document - list.last);
        list.last = one.document;
        ++list.documents;
    }
    pending_.clear();
}

std::uint32_t PostingCollector::list_of(Bigram bigram) {
    std::size_t slot = slot_of(bigram, slots_.size());
    for (; slots_[slot].list != 0; slot = (slot + 1) & (slots_.size() - 1)) {
        if (slots_[slot].bigram == bigram) return slots_[slot].list - 1;
    }
    lists_.push_back({.bigram = bigram, .bytes = {}});
    const auto list = static_cast<std::uint32_t>(lists_.size());
    slots_[slot] = {bigram, list};
    if (lists_.size() * 2 > slots_.size()) grow();
    return list - 1;
}

void PostingCollector::grow() {
    slots_.assign(slots_.size() * 2, {});
    for (std::size_t i = 0; i < lists_.size(); ++i) {
        std::size_t slot = slot_of(lists_[i].bigram, slots_.size());
        while (slots_[slot].list != 0) slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot] = {lists_[i].bigram, static_cast<std::uint32_t>(i + 1)};
    }
}

std::vector<PostingList> PostingCollector::take() {
    take_pending();
    std::vector<PostingList> lists;
    lists.swap(lists_);
    slots_.assign(slots_.size(), {});
    std::ranges::sort(lists, {}, &PostingList::bigram);
    return lists;
}

void read_postings(std::string_view bytes, std::uint32_t begin, std::uint32_t end,
                   std::vector<std::uint32_t>& documents, std::size_t most) {
    for (PostingCursor cursor(bytes); documents.size() < most && cursor.next() && cursor.document() < end;) {
        if (cursor.document() >= begin) documents.push_back(cursor.document());
    }
}

void intersect_postings(std::string_view bytes, std::vector<std::uint32_t>& documents, std::size_t most) {
    PostingCursor cursor(bytes);
    bool more = cursor.next();
    std::size_t kept = 0;
    for (const std::uint32_t document : documents) {
        while (more && cursor.document() < document) more = cursor.next();
        if (!more || kept == most) break;
        if (cursor.document() == document) documents[kept++] = document;
    }
    documents.resize(kept);
}

}  // namespace daicho
