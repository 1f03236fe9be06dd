#include <algorithm>

#include "grammars/text/tidy.hpp"
#include "grammars/values/postal_parts.hpp"
#include "grammars/values/postal_town.hpp"

namespace daicho {

namespace {

using View = std::string_view;

/// What stands before the first number, 第 of the number left out.
View before_number(View kana) {
    View name = kana.substr(0, kana.find_first_of("0123456789"));
    if (name.size() < kana.size() && name.ends_with("ダイ")) name.remove_suffix(View("ダイ").size());
    return name;
}

/// What stands in the quotes of `kana`, which are taken off it; empty where there is not exactly one pair.
View take_quote(View& kana) {
    const auto open = kana.find('<');
    const auto close = kana.rfind('>');
    const bool one =
        open < close && close != View::npos && open == kana.rfind('<') && close == kana.find('>');
    const View quote = one ? kana.substr(open + 1, close - open - 1) : View{};
    kana = kana.substr(0, open);
    return quote;
}

void take_end(View& kana, View word) {
    if (kana.ends_with(word)) kana.remove_suffix(word.size());
}

void align(std::vector<PostalPart>& parts, View list);

void align(PostalPart& part, View kana, const std::string& before) {
    const View quote = take_quote(kana);
    if (!quote.empty()) align(part.inner, quote);
    if (part.name.empty()) return;
    take_end(kana, "ヲノゾク");
    take_end(kana, "ヲフクム");
    if (part.kind == PostalPartKind::others) take_end(kana, "ソノタ");
    if (part.kind == PostalPartKind::form || part.kind == PostalPartKind::rest) return;
    const View name = part.kind == PostalPartKind::numbers ? before_number(kana) : kana;
    part.kana = name.empty() ? before : std::string(name);
}

void align(std::vector<PostalPart>& parts, View list) {
    const auto kana = split_postal_list(list);
    if (kana.size() != parts.size()) return;
    std::string before;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        align(parts[i], kana[i], before);
        before = parts[i].kana;
    }
}

/// 共和町（キョウワマチ）: the brackets hold no place but how the town is read.
void settle_reading(PostalTown& town) {
    if (town.parts.size() != 1) return;
    PostalPart& part = town.parts.front();
    if (part.kind == PostalPartKind::name && part.name == town.kana) part.kind = PostalPartKind::reading;
}

void align(PostalTown& town, View kana) {
    const auto open = last_postal_bracket(kana);
    const bool both = open != View::npos && !town.parts.empty();
    // In Kyoto the kana column leaves the brackets out.
    const View head = both ? kana.substr(0, open) : kana;
    if (town.kind != PostalTownKind::number_follows) {
        town.kana = town.steps.empty() ? head : before_number(head);
    }
    if (!both) return;
    align(town.parts, kana.substr(open + 1, kana.size() - open - 2));
    settle_reading(town);
}

bool is_listed(const PostalTown& town) {
    return town.kind != PostalTownKind::unlisted && town.kind != PostalTownKind::whole_municipality;
}

}  // namespace

PostalTowns read_postal_towns(std::string_view town, std::string_view kana) {
    PostalTowns read = read_postal_towns(town);
    const Tidy tidy(kana);
    const auto pieces = split_postal_list(tidy.text(), false);
    if (pieces.size() != read.towns.size()) return read;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (is_listed(read.towns[i])) align(read.towns[i], pieces[i]);
    }
    return read;
}

}  // namespace daicho
