#include "registries/corporations/name_documents.hpp"

#include <algorithm>

namespace daicho {

namespace {

constexpr std::uint64_t municipalities_end = 48'000;  // beyond are places abroad

/// 0 where the text is no number.
std::uint64_t digits_or_none(std::string_view text) {
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

}  // namespace

void NameDocuments::add_name(std::string_view name, NameDocument document, NameRole role) {
    if (name.empty()) return;
    read_corporate_name_key(name, keys_);
    document.core = keys_.core;
    document.role = role;
    document.position = keys_.position;
    document.form = form_number(keys_.form);
    document.raw_digest = name_digest(name);
    document.width_digest = short_name_digest(keys_.width);
    to(NameSpace::names).add(document);
}

void NameDocuments::add(const NamedRow& row, NameRole role) {
    NameDocument document;
    document.number = row.number;
    document.closed = !row.close_date.empty();
    document.image = !row.image.empty();
    document.kind = static_cast<std::uint16_t>(digits_or_none(row.kind));
    const std::uint64_t place = digits_or_none(row.prefecture) * 1000 + digits_or_none(row.city);
    document.municipality = static_cast<std::uint16_t>(place < municipalities_end ? place : 0);
    add_name(row.name, document, role);
    const unsigned char form = row.name.empty() ? 0 : form_number(keys_.form);
    add_name(row.english, document, NameRole::english);
    if (row.furigana.empty()) return;
    const std::string key = corporate_kana_key(row.furigana);
    document.core = key;
    document.role = NameRole::reading;
    document.form = form;  // readings are without: who asks シユウ)ヤマダ means no 学校法人
    document.raw_digest = name_digest(row.furigana);
    to(NameSpace::readings).add(document);
}

void NameDocuments::clear() {
    for (NameEntries& space : spaces_) space.clear();
}

}  // namespace daicho
