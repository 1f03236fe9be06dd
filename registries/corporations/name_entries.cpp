#include "registries/corporations/name_entries.hpp"

#include <algorithm>
#include <future>

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t characters_in_head = 4;
constexpr unsigned bits_in_head = 16;
constexpr char32_t last_in_head = 0xFFFF;
constexpr std::size_t usual_text = 20;  // bytes
constexpr std::size_t two_threads_from = 100'000;

/// Two heads are in the order of their texts, or the same. Beyond a character of more than 16 bits a head
/// says nothing.
std::uint64_t head_of(std::string_view text) {
    std::uint64_t head = 0;
    std::size_t at = 0;
    unsigned shift = bits_in_head * characters_in_head;
    while (shift != 0 && at < text.size()) {
        const auto [c, size] = code_point_at(text, at);
        shift -= bits_in_head;
        head |= std::uint64_t{std::min(c, last_in_head)} << shift;
        if (c >= last_in_head) break;
        at += size;
    }
    return head;
}

}  // namespace

void NameEntries::add(const NameDocument& document) {
    if (document.core.empty() || document.core.size() > longest_core) return;
    entries_.push_back({head_of(document.core), static_cast<std::uint32_t>(texts_.size()),
                        static_cast<std::uint16_t>(document.core.size()), PackedName(document)});
    texts_ += document.core;
}

void NameEntries::append(const NameEntries& more) {
    const auto begin = static_cast<std::uint32_t>(texts_.size());
    texts_ += more.texts_;
    for (Entry entry : more.entries_) {
        entry.text += begin;
        entries_.push_back(entry);
    }
}

void NameEntries::clear() {
    entries_.clear();
    texts_.clear();
}

void NameEntries::reserve(std::size_t entries) {
    entries_.reserve(entries);
    texts_.reserve(entries * usual_text);
}

void NameEntries::sort() {
    const auto before = [this](const Entry& a, const Entry& b) {
        if (a.head != b.head) return a.head < b.head;
        if (const int order = core(a).compare(core(b)); order != 0) return order < 0;
        if (const auto left = a.packed.number(), right = b.packed.number(); left != right)
            return left < right;
        if (a.packed.role() != b.packed.role()) return a.packed.role() < b.packed.role();
        return a.packed.raw_digest() < b.packed.raw_digest();
    };
    if (entries_.size() < two_threads_from) {
        std::sort(entries_.begin(), entries_.end(), before);
        return;
    }
    const auto middle = entries_.begin() + static_cast<std::ptrdiff_t>(entries_.size() / 2);
    std::nth_element(entries_.begin(), middle, entries_.end(), before);
    // Without a second thread this one sorts the first half when it is asked for.
    const auto half = std::async(std::launch::async | std::launch::deferred,
                                 [&] { std::sort(entries_.begin(), middle, before); });
    std::sort(middle, entries_.end(), before);
    half.wait();
}

}  // namespace daicho
