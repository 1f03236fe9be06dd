#include "registries/corporations/name_block.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"

namespace daicho {

namespace {

// shared bytes, bytes that follow, these; then number (6), flags, form, kind (2), municipality (2),
// raw digest (4), width digest (2); least significant byte first.
constexpr std::size_t longest_part = 255;
constexpr std::size_t fixed_size = 18;

void append_number(std::string& out, std::uint64_t value, unsigned bytes) {
    for (unsigned i = 0; i < bytes; ++i) out.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
}

std::uint64_t number_at(std::string_view text, std::size_t at, unsigned bytes) {
    std::uint64_t value = 0;
    for (unsigned i = 0; i < bytes; ++i)
        value |= std::uint64_t{static_cast<unsigned char>(text[at + i])} << (8 * i);
    return value;
}

std::size_t shared_bytes(std::string_view a, std::string_view b) {
    const std::size_t most = std::min({a.size(), b.size(), longest_part});
    std::size_t same = 0;
    while (same < most && a[same] == b[same]) ++same;
    return same;
}

[[noreturn]] void refuse_block() {
    throw Error{"台帳の法人名の索引が壊れています。daicho build で作り直してください",
                "the index of corporate names in the registry is damaged; make it again with daicho build"};
}

}  // namespace

void append_document(std::string& block, const NameDocument& document, std::string_view previous) {
    const std::size_t shared = shared_bytes(previous, document.core);
    const std::string_view rest = document.core.substr(shared);
    append_number(block, shared, 1);
    append_number(block, rest.size(), 2);
    block += rest;
    append_number(block, document.number, 6);
    append_number(block,
                  static_cast<unsigned>(document.role) | static_cast<unsigned>(document.position) << 2 |
                      (document.closed ? 1u << 4 : 0u) | (document.image ? 1u << 5 : 0u),
                  1);
    append_number(block, document.form, 1);
    append_number(block, document.kind, 2);
    append_number(block, document.municipality, 2);
    append_number(block, document.raw_digest, 4);
    append_number(block, document.width_digest, 2);
}

bool NameBlockReader::next() {
    if (rest_.empty()) return false;
    if (rest_.size() < 3) refuse_block();
    const std::size_t shared = static_cast<unsigned char>(rest_[0]);
    const std::size_t size = number_at(rest_, 1, 2);
    if (shared > core_.size() || rest_.size() < 3 + size + fixed_size) refuse_block();
    core_.resize(shared);
    core_.append(rest_.substr(3, size));
    const std::string_view fields = rest_.substr(3 + size, fixed_size);
    const auto flags = static_cast<unsigned>(number_at(fields, 6, 1));
    document_.core = core_;
    document_.number = number_at(fields, 0, 6);
    document_.role = static_cast<NameRole>(flags & 3);
    document_.position = static_cast<FormPosition>((flags >> 2) & 3);
    document_.closed = (flags & (1u << 4)) != 0;
    document_.image = (flags & (1u << 5)) != 0;
    document_.form = static_cast<unsigned char>(number_at(fields, 7, 1));
    document_.kind = static_cast<std::uint16_t>(number_at(fields, 8, 2));
    document_.municipality = static_cast<std::uint16_t>(number_at(fields, 10, 2));
    document_.raw_digest = static_cast<std::uint32_t>(number_at(fields, 12, 4));
    document_.width_digest = static_cast<std::uint16_t>(number_at(fields, 16, 2));
    rest_.remove_prefix(3 + size + fixed_size);
    return true;
}

}  // namespace daicho
