#include "registries/address/spelling.hpp"

#include <algorithm>

#include "registries/address/name_key.hpp"

namespace daicho {

namespace {

bool is_unit(std::uint16_t s) {
    return s == symbol::jo || s == symbol::chi || s == symbol::wari || s == symbol::ordinal ||
           s == symbol::machi || s == symbol::mura || s == symbol::ku || s == symbol::aza;
}

/// Full-width ASCII and half-width kana are notation, not spelling.
char32_t without_width(std::string_view text) {
    const char32_t c = character_at(text, 0).value;
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

bool has_number(const FoldedText& name, std::uint32_t from) {
    while (from < name.size() && !symbol::is_number_letter(name[from])) ++from;
    return from < name.size();
}

/// Whether the first character is kana.
bool is_all_kana(std::string_view text) {
    const char32_t c = character_at(text, 0).value;
    return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FC);
}

}  // namespace

bool SpellingCheck::is_written_so(std::uint32_t from, std::uint32_t to,
                                  std::span<const std::string_view> names) const {
    std::size_t at = text_.begin(from);
    for (const std::string_view name : names) {
        if (source_.compare(at, name.size(), name) != 0) return false;
        at += name.size();
    }
    return at == text_.end(to);
}

void SpellingCheck::compare(std::uint32_t from, std::uint32_t to, std::span<const std::string_view> names,
                            std::vector<AddressChange>& changes) const {
    if (is_written_so(from, to, names)) return;
    Place place{from, to};
    for (const std::string_view name : names) compare_name(place, name, changes);
    if (place.at < to) changes.push_back({AddressChangeKind::text_skipped, text_.span(place.at, to), {}});
}

/// Digits for kanji are notation; 壱 for 一 is spelling.
void SpellingCheck::note_number(std::uint32_t at, const NumberToken& number, std::string_view to,
                                const NumberToken& wanted, std::vector<AddressChange>& changes) const {
    const Span span = text_.span(at, at + number.size);
    if (number.kanji && wanted.kanji && slice(source_, span) != to) {
        changes.push_back({AddressChangeKind::variant, span, to});
    }
}

bool SpellingCheck::same_number(Place& place, std::string_view spelling, const FoldedText& name,
                                std::uint32_t& at, std::vector<AddressChange>& changes) const {
    const NumberToken wanted = name.number(at);
    NumberToken number = place.at < place.end ? text_.number(place.at) : NumberToken{};
    while (wanted.size > 0 && number.size > 0) {
        if (number.value == wanted.value) {
            note_number(place.at, number, slice(spelling, name.span(at, at + wanted.size)), wanted, changes);
            place.at += number.size;
            at += wanted.size;
            return true;
        }
        if (!number.kanji || number.size == 1) break;
        number = text_.number(place.at, number.size - 1);
    }
    return false;
}

void SpellingCheck::compare_name(Place& place, std::string_view spelling,
                                 std::vector<AddressChange>& changes) const {
    const FoldedText name(spelling, fold_);
    std::uint32_t& i = place.at;
    const auto note = [&](AddressChangeKind kind, std::uint32_t symbols, std::string_view to) {
        changes.push_back({kind, text_.span(i, i + symbols), to});
        i += symbols;
    };
    for (std::uint32_t j = 0; j < name.size();) {
        const std::uint16_t here = i < place.end ? text_[i] : symbol::unknown;
        const auto of_name = [&](std::uint32_t size) { return slice(spelling, name.span(j, j + size)); };
        if (same_number(place, spelling, name, j, changes)) continue;
        if (here != symbol::unknown && here == name[j]) {
            const std::string_view written = slice(source_, text_.span(i, i + 1));
            if (text_.is_arranged() || without_width(written) == without_width(of_name(1))) {
                ++i;
            } else {
                note(AddressChangeKind::variant, 1, of_name(1));
            }
            ++j;
        } else if (here == symbol::wildcard && text_[i + 1] == symbol::aza &&
                   marker_size(name.symbols(), j) == 2) {
            note(AddressChangeKind::wildcard, 1, of_name(1));  // 〓字 for 小字
            ++j;
        } else if (const auto marker = marker_size(name.symbols(), j); marker > 0) {
            note(AddressChangeKind::marker_added, 0, of_name(marker));
            j += marker;
        } else if (const auto skipped = marker_size(text_.symbols(), i);
                   skipped > 0 && i + skipped <= place.end) {
            note(AddressChangeKind::marker_skipped, skipped, {});
        } else if (name[j] == symbol::cho && here == symbol::chi_kana) {
            i = std::min(i + 4, place.end);  // チョウメ
            j += name[j + 1] == symbol::me ? 2 : 1;
        } else if (name[j] == symbol::cho) {
            const std::uint32_t size = name[j + 1] == symbol::me ? 2 : 1;
            const bool joint = here == symbol::hyphen || here == symbol::no;
            note(AddressChangeKind::chome_read, joint ? 1 : 0, of_name(size));
            j += size;
        } else if (name[j] == symbol::me && j > 0) {
            note(AddressChangeKind::chome_read, 0, of_name(1));
            ++j;
        } else if (here == symbol::wildcard) {
            note(AddressChangeKind::wildcard, 1, of_name(1));
            ++j;
        } else if (is_unit(name[j])) {
            const bool joint = (name[j] == symbol::wari || name[j] == symbol::jo) && here == symbol::hyphen;
            note(AddressChangeKind::unit_added, joint ? 1 : 0, of_name(1));
            ++j;
        } else if (here == symbol::ordinal || here == symbol::me) {
            note(AddressChangeKind::unit_skipped, 1, {});
        } else if (i < place.end && is_all_kana(slice(source_, text_.span(i, i + 1)))) {
            std::uint32_t end = i + 1;
            const bool numbered = has_number(name, j);
            while (end < place.end && (numbered || !symbol::is_digit(text_[end]))) ++end;
            note(AddressChangeKind::reading, end - i, of_name(name.size() - j));
            return;
        } else if (i == place.end && !changes.empty() && changes.back().kind == AddressChangeKind::reading) {
            return;  // the reading before was that of this name as well
        } else {
            const Span whole = text_.span(i, place.end);
            changes.push_back({AddressChangeKind::variant, whole, of_name(name.size() - j)});
            i = place.end;
            return;
        }
    }
}

bool is_renamed(std::span<const AddressChange> changes) {
    bool dropped = false;
    bool grown = false;
    for (const AddressChange& change : changes) {
        dropped = dropped || change.kind == AddressChangeKind::marker_skipped ||
                  change.kind == AddressChangeKind::unit_skipped;
        grown = grown ||
                (change.kind == AddressChangeKind::unit_added && (change.to == "町" || change.to == "村"));
    }
    return dropped && grown;
}

bool drops_oaza_for_chome(std::span<const AddressChange> changes, std::string_view source) {
    bool oaza = false;
    bool guessed = false;
    for (const AddressChange& change : changes) {
        oaza = oaza ||
               (change.kind == AddressChangeKind::marker_skipped && slice(source, change.span) == "大字");
        guessed = guessed || (change.kind == AddressChangeKind::chome_read && change.to == "丁目");
    }
    return oaza && guessed;
}

bool skips_ordinal(std::span<const AddressChange> changes, std::string_view source) {
    return std::ranges::any_of(changes, [&](const AddressChange& change) {
        return change.kind == AddressChangeKind::text_skipped && slice(source, change.span) == "第";
    });
}

}  // namespace daicho
