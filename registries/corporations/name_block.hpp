#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "registries/corporations/name_document.hpp"

namespace daicho {

/// Documents of a block: neighbours share the beginnings of their texts.
constexpr std::uint32_t documents_in_block = 64;

/// What a document has beside its core, as it is written into a block.
class PackedName {
 public:
    static constexpr std::size_t size = 18;

    PackedName() = default;
    explicit PackedName(const NameDocument& document);

    std::string_view bytes() const { return {bytes_.data(), size}; }
    std::uint64_t number() const;
    NameRole role() const;
    std::uint32_t raw_digest() const;

 private:
    std::array<char, size> bytes_{};
};

/// Appends a document, which follows one with the core `previous` (empty: the first of a block). Cores are at
/// most `longest_core` bytes long.
void append_document(std::string& block, std::string_view core, const PackedName& packed,
                     std::string_view previous);
constexpr std::size_t longest_core = 0xFFFF;

/// Reads the documents of a block, one after the other. The block must outlive it.
class NameBlockReader {
 public:
    explicit NameBlockReader(std::string_view block) : rest_(block) {}

    /// False at the end. `document()` then is the next one; its core lives until the next call. Throws Error
    /// where the block is broken.
    bool next();
    const NameDocument& document() const { return document_; }

 private:
    std::string_view rest_;
    std::string core_;
    NameDocument document_;
};

}  // namespace daicho
