#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "registries/corporations/name_document.hpp"

namespace daicho {

/// Documents of a block: neighbours share the beginnings of their texts.
constexpr std::uint32_t documents_in_block = 64;

/// Appends `document`, which follows one with the core `previous` (empty: the first of a block).
void append_document(std::string& block, const NameDocument& document, std::string_view previous);

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
