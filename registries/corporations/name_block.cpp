#include "registries/corporations/name_block.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"

namespace daicho {

namespace {

// shared bytes, bytes that follow, these; then number (6), flags, form, kind (2), municipality (2),
// raw digest (4), width digest (2); least significant byte first.
constexpr std::size_t longest_part = 255;
constexpr std::size_t number_at_byte = 0, flags_at = 6, form_at = 7, kind_at = 8, municipality_at = 10,
                      raw_digest_at = 12, width_digest_at = 16;
constexpr unsigned role_bits = 3, position_shift = 2, closed_bit = 1u << 4, image_bit = 1u << 5;

void write_number(char* to, std::uint64_t value, unsigned bytes) {
    for (unsigned i = 0; i < bytes; ++i) to[i] = static_cast<char>((value >> (8 * i)) & 0xFF);
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
    throw Error{ErrorKind::registry, "台帳の法人名の索引が壊れています。daicho build で作り直してください",
                "the index of corporate names in the registry is damaged; make it again with daicho build"};
}

}  // namespace

PackedName::PackedName(const NameDocument& document) {
    write_number(&bytes_[number_at_byte], document.number, 6);
    const unsigned flags = static_cast<unsigned>(document.role) |
                           static_cast<unsigned>(document.position) << position_shift |
                           (document.closed ? closed_bit : 0u) | (document.image ? image_bit : 0u);
    write_number(&bytes_[flags_at], flags, 1);
    write_number(&bytes_[form_at], document.form, 1);
    write_number(&bytes_[kind_at], document.kind, 2);
    write_number(&bytes_[municipality_at], document.municipality, 2);
    write_number(&bytes_[raw_digest_at], document.raw_digest, 4);
    write_number(&bytes_[width_digest_at], document.width_digest, 2);
}

std::uint64_t PackedName::number() const {
    return number_at(bytes(), number_at_byte, 6);
}

NameRole PackedName::role() const {
    return static_cast<NameRole>(number_at(bytes(), flags_at, 1) & role_bits);
}

std::uint32_t PackedName::raw_digest() const {
    return static_cast<std::uint32_t>(number_at(bytes(), raw_digest_at, 4));
}

void append_document(std::string& block, std::string_view core, const PackedName& packed,
                     std::string_view previous) {
    const std::size_t shared = shared_bytes(previous, core), rest = core.size() - shared;
    char sizes[3];
    write_number(sizes, shared, 1);
    write_number(sizes + 1, rest, 2);
    block.append(sizes, sizeof sizes).append(core, shared).append(packed.bytes());
}

bool NameBlockReader::next() {
    if (rest_.empty()) return false;
    if (rest_.size() < 3) refuse_block();
    const std::size_t shared = static_cast<unsigned char>(rest_[0]);
    const std::size_t size = number_at(rest_, 1, 2);
    if (shared > core_.size() || rest_.size() < 3 + size + PackedName::size) refuse_block();
    core_.resize(shared);
    core_.append(rest_.substr(3, size));
    const std::string_view fields = rest_.substr(3 + size, PackedName::size);
    const auto flags = static_cast<unsigned>(number_at(fields, flags_at, 1));
    document_.core = core_;
    document_.number = number_at(fields, number_at_byte, 6);
    document_.role = static_cast<NameRole>(flags & role_bits);
    document_.position = static_cast<FormPosition>((flags >> position_shift) & 3);
    document_.closed = (flags & closed_bit) != 0;
    document_.image = (flags & image_bit) != 0;
    document_.form = static_cast<unsigned char>(number_at(fields, form_at, 1));
    document_.kind = static_cast<std::uint16_t>(number_at(fields, kind_at, 2));
    document_.municipality = static_cast<std::uint16_t>(number_at(fields, municipality_at, 2));
    document_.raw_digest = static_cast<std::uint32_t>(number_at(fields, raw_digest_at, 4));
    document_.width_digest = static_cast<std::uint16_t>(number_at(fields, width_digest_at, 2));
    rest_.remove_prefix(3 + size + PackedName::size);
    return true;
}

}  // namespace daicho
