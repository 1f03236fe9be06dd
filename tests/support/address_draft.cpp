#include "tests/support/address_draft.hpp"

#include "tests/support/spelled_numbers.hpp"

namespace daicho::spellings {

namespace {

constexpr LotStyle of_residences{"番", "番", "-", "号"};
constexpr LotStyle of_parcels{"番地", "番地", "-", ""};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// Marks as people write them; the registry has them in half width.
std::string written_number(std::string number) {
    constexpr std::string_view marks[][2] = {{"ｲ", "イ"}, {"ﾛ", "ロ"}, {"ﾊ", "ハ"}, {"ﾆ", "ニ"},
                                             {"ﾎ", "ホ"}, {"ﾍ", "ヘ"}, {"ﾄ", "ト"}};
    for (const auto& mark : marks) replace_all(number, mark[0], mark[1]);
    return number;
}

bool ends_with_digit(const std::string& text) {
    for (const char* digit : {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"}) {
        if (text.ends_with(digit)) return true;
    }
    return !text.empty() && text.back() >= '0' && text.back() <= '9';
}

std::string lot_text(const Draft& draft) {
    std::string lot = draft.numbers[0];
    if (draft.numbers[1].empty()) return lot.append(draft.style.first_end);
    lot.append(draft.style.first_link).append(draft.numbers[1]);
    if (!draft.numbers[2].empty()) lot.append(draft.style.second_link).append(draft.numbers[2]);
    return lot.append(draft.style.second_end);
}

}  // namespace

std::uint64_t Chance::next() {  // splitmix64
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return mixed ^ (mixed >> 31);
}

std::string Draft::text() const {
    const std::string region = prefecture + county + city + ward;
    std::string out = postal + region;
    if (!region.empty()) out += region_gap;
    std::string place = chome, lot = has_lot() ? lot_text(*this) : "";
    replace_all(place, "-", hyphen);
    replace_all(lot, "-", hyphen);
    place = oaza + place + koaza;
    const bool numbers_meet = !lot.empty() && town_gap.empty() && ends_with_digit(place);
    const bool joined = chome.ends_with("-") || chome.ends_with("の");
    const std::string gap = lot.empty() || joined ? "" : numbers_meet ? " " : town_gap;
    return out + place + gap + lot + tail;
}

std::vector<std::string*> Draft::names() {
    return {&prefecture, &county, &city, &ward, &oaza, &koaza};
}

Draft plain_draft(const KnownAddress& address, const std::vector<OldForm>& old_forms) {
    Draft draft{.address = &address, .old_forms = &old_forms};
    draft.prefecture = address.prefecture;
    draft.county = address.county;
    draft.city = address.city;
    draft.ward = address.ward;
    draft.oaza = address.oaza;
    draft.chome = address.chome;
    draft.koaza = address.koaza;
    draft.style = address.kind == KnownAddress::Kind::residence ? of_residences : of_parcels;
    for (std::size_t i = 0; i < address.numbers.size(); ++i) {
        draft.numbers[i] = written_number(address.numbers[i]);
    }
    draft.spelling.names_chome = !address.chome.empty();
    return draft;
}

}  // namespace daicho::spellings
