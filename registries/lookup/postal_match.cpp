#include <algorithm>
#include <array>

#include "grammars/text/digits.hpp"
#include "grammars/text/kana.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/postal_steps.hpp"
#include "registries/lookup/postal_numbers.hpp"
#include "registries/lookup/postal_place.hpp"
#include "registries/sources/place_key.hpp"

namespace daicho {

namespace {

using View = std::string_view;

constexpr Belongs yes = Belongs::yes;
constexpr Belongs no = Belongs::no;
constexpr Belongs cannot_tell = Belongs::cannot_tell;

/// What follows `name` at the start of `key`; nothing where it does not start so, or in the midst of a
/// number.
std::optional<View> after(View key, View name) {
    if (name.empty() || !key.starts_with(name)) return std::nullopt;
    const View rest = key.substr(name.size());
    if (!rest.empty() && is_ascii_digit(name.back()) && is_ascii_digit(rest.front())) return std::nullopt;
    return rest;
}

View without_kind(View rest) {
    for (const View kind : {"大字", "小字", "字"}) {
        if (rest.starts_with(kind) && rest.size() > kind.size()) return rest.substr(kind.size());
    }
    return rest;
}

/// 三ノ輪町字本興寺 as 三ノ輪町本興寺.
std::string without_any_kind(View key) {
    std::string plain(key);
    for (const View kind : {"大字", "小字", "字"}) {
        for (auto at = plain.find(kind); at != std::string::npos; at = plain.find(kind)) {
            plain.erase(at, kind.size());
        }
    }
    return plain;
}

/// Whether two keys of names may be the same place: one goes on from the other, or the publication writes in
/// hiragana what JIS X 0208 lacks.
bool may_be_same(View published, View given) {
    if (published.starts_with(given) || given.starts_with(published)) return true;
    for (std::size_t at = 0; at < published.size();) {
        const auto [c, size] = code_point_at(published, at);
        if (is_hiragana(c) && c != U'の' && c != U'つ') return true;
        at += size;
    }
    return false;
}

/// What is known of a place behind the name of its town: a 小字, 3丁目, 15地割.
struct Below {
    View text;
    std::vector<PostalStep> units;
    View rest;  ///< of the text, behind the units

    explicit Below(View key) : text(without_kind(key)), rest(text) {
        const NumberedName read = read_numbered_name(text);
        const bool counted = read.name.empty() && !read.steps.empty() &&
                             std::all_of(read.steps.begin(), read.steps.end(),
                                         [](const PostalStep& step) { return !step.unit.empty(); });
        if (!counted) return;
        units = read.steps;
        rest = read.rest;
    }

    /// The same seen from inside of `steps`.
    Below without(const std::vector<PostalStep>& steps) const {
        Below inside = *this;
        std::erase_if(inside.units, [&](const PostalStep& unit) {
            return std::any_of(steps.begin(), steps.end(),
                               [&](const PostalStep& step) { return step.unit == unit.unit; });
        });
        return inside;
    }
    /// Whether the name of the town ends before this for sure.
    bool apart(View key) const { return key.empty() || !units.empty() || text.size() < key.size(); }
};

Belongs fits(const PostalPart& part, const Below& below, const PostalPlace& place);

Belongs any_of(const std::vector<PostalPart>& parts, bool excluded, const Below& below,
               const PostalPlace& place) {
    Belongs found = no;
    for (const PostalPart& part : parts) {
        if (part.excluded == excluded) found = std::max(found, fits(part, below, place));
    }
    return found;
}

bool has(const std::vector<PostalPart>& parts, bool excluded) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const PostalPart& part) { return part.excluded == excluded; });
}

/// What 「…」 leaves of a part. Names in it say what the part is called, not how far it goes, where the part
/// has numbers of its own.
Belongs left_by_quotes(const PostalPart& part, const Below& below, const PostalPlace& place) {
    const Below inside = below.without(part.steps);
    Belongs left = yes;
    bool limited = false;
    Belongs limit = no;
    for (const PostalPart& inner : part.inner) {
        const bool at_end = inner.inherited > 0;
        const Belongs found = fits(inner, at_end ? below : inside, place);
        if (inner.excluded) {
            left = std::min(left, !found);
        } else if (at_end) {
            left = std::min(left, std::max(!within({inner.steps.front()}, below.units, {}), found));
        } else if (part.kind != PostalPartKind::numbers || !inner.steps.empty()) {
            limited = true;
            limit = std::max(limit, found);
        }
    }
    return limited ? std::min(left, limit) : left;
}

Belongs fits_numbers(const PostalPart& part, const Below& below, const PostalPlace& place) {
    const View behind = below.rest;
    Belongs found = within(part.steps, below.units, place.lot);
    if (!part.place.empty()) {
        const std::string key = place_key(part.place);
        const bool there = behind.starts_with(key);
        return std::min(found, there ? yes : behind.empty() || may_be_same(key, behind) ? cannot_tell : no);
    }
    // Lots may be counted anew in a 小字 that the publication does not name.
    return behind.empty() ? found : std::min(found, cannot_tell);
}

/// A part in the 小字 `part.name`, or that 小字 itself.
Belongs fits_named(const PostalPart& part, const Below& below, const PostalPlace& place) {
    if (below.text.empty()) return cannot_tell;
    const std::string name = place_key(without_kind(part.name));
    const auto rest = after(below.text, name);
    if (!rest) return may_be_same(name, below.text) ? cannot_tell : no;
    const Below deeper(*rest);
    Belongs found = yes;
    if (part.kind == PostalPartKind::numbers) found = fits_numbers(part, deeper, place);
    if (part.kind == PostalPartKind::name && !deeper.rest.empty()) found = cannot_tell;
    return std::min(found, left_by_quotes(part, deeper, place));
}

Belongs fits_form(const PostalPart& part, const Below& below, const PostalPlace& place) {
    const View form = part.place;
    if (form == "無番地") return place.no_lot_number ? yes : place.lot.empty() ? cannot_tell : no;
    if (form == "大字") return below.units.empty() ? cannot_tell : no;
    if (form == "番地のみ") return !below.text.empty() ? no : place.lot.empty() ? cannot_tell : yes;
    if (form == "各町") return below.text.ends_with("町") ? yes : cannot_tell;
    return below.text.ends_with("屋敷") ? yes : cannot_tell;
}

Belongs fits(const PostalPart& part, const Below& below, const PostalPlace& place) {
    switch (part.kind) {
        case PostalPartKind::numbers:
            if (!part.name.empty()) return fits_named(part, below, place);
            return std::min(fits_numbers(part, below, place), left_by_quotes(part, below, place));
        case PostalPartKind::name:
            return fits_named(part, below, place);
        case PostalPartKind::form:
            return part.name.empty() ? fits_form(part, below, place)
                                     : std::min(fits_named(part, below, place), cannot_tell);
        case PostalPartKind::buildings:
            return place.building.empty() ? no : cannot_tell;
        default:
            return cannot_tell;
    }
}

bool is_kind(const PostalTown& town, PostalPartKind kind) {
    return std::any_of(town.parts.begin(), town.parts.end(),
                       [&](const PostalPart& part) { return part.kind == kind; });
}

bool is_floor(const PostalTown& town) {
    return is_kind(town, PostalPartKind::floor) || is_kind(town, PostalPartKind::unknown_floor);
}

/// 中央アエル（１階）: the town is known to be only the beginning of the name.
PostalMatch match_floor(const PostalTown& town, View key, const PostalPlace& place) {
    const auto building = after(key, place.name);
    if (!building || building->empty()) return {};
    if (place.building.find(building->substr(0, building->find('('))) == std::string::npos) {
        return {cannot_tell, place.name.size()};
    }
    const PostalPart& part = town.parts.front();
    const bool unknown = part.kind == PostalPartKind::unknown_floor;
    if (!place.floor) return {unknown ? yes : cannot_tell, place.name.size()};
    const Belongs on_it = unknown ? no : within(part.steps.front(), {&*place.floor, 1});
    return {on_it, place.name.size()};
}

/// The key of a way along streets: 上ル and 上がる are 上る, 東入る is 東入.
std::string way_key(View way) {
    constexpr std::array<std::array<View, 2>, 7> spellings = {{{"上ル", "上る"},
                                                               {"下ル", "下る"},
                                                               {"上がる", "上る"},
                                                               {"下がる", "下る"},
                                                               {"入ル", "入る"},
                                                               {"東入る", "東入"},
                                                               {"西入る", "西入"}}};
    std::string key(way);
    for (const auto& [written, plain] : spellings) {
        for (auto at = key.find(written); at != std::string::npos; at = key.find(written, at + 1)) {
            key.replace(at, written.size(), plain);
        }
    }
    return key;
}

/// 烏丸通今出川上る丸屋町: the way stands before the town.
PostalMatch match_after_way(const PostalTown& town, View name, const PostalPlace& place) {
    constexpr std::array<View, 5> ends = {"上る", "下る", "東入", "西入", "丁目"};
    const View key = place.town;
    if (!key.ends_with(name) || key.size() == name.size()) return {};
    const std::string way = way_key(key.substr(0, key.size() - name.size()));
    if (std::none_of(ends.begin(), ends.end(), [&](View end) { return View(way).ends_with(end); })) return {};
    const auto same = [&](const PostalPart& part) { return way_key(place_key(part.name)) == way; };
    const bool named = std::any_of(town.parts.begin(), town.parts.end(), same);
    const bool known = town.kind == PostalTownKind::whole || named;
    return {known ? yes : cannot_tell, name.size(), false, true};
}

Belongs part_belongs(const PostalTown& town, const Below& below, const PostalPlace& place) {
    if (town.steps.empty()) {
        const Belongs listed = has(town.parts, false) ? any_of(town.parts, false, below, place) : yes;
        return std::min(listed, !any_of(town.parts, true, below, place));
    }
    const Belongs counted = within(town.steps, below.units, place.lot);
    if (town.parts.empty()) return counted;
    // What is listed behind a number tells where it lies.
    return std::min(counted, std::max(any_of(town.parts, false, Below(below.rest), place), cannot_tell));
}

PostalMatch match_named(const PostalTown& town, View name, const PostalPlace& place) {
    if (is_floor(town)) return match_floor(town, name, place);
    const auto rest = after(place.town, name);
    if (!rest && town.kind == PostalTownKind::whole && name == without_any_kind(place.town)) {
        return {yes, place.town.size(), true, true};
    }
    if (!rest) return match_after_way(town, name, place);
    const Below below(*rest);
    const bool apart = below.apart(*rest);
    if (town.kind == PostalTownKind::part) {
        return {part_belongs(town, below, place), name.size(), is_kind(town, PostalPartKind::others), apart};
    }
    return {apart ? yes : cannot_tell, name.size(), true, apart};
}

PostalMatch match_number_follows(const PostalTown& town, const PostalPlace& place) {
    for (const PostalPart& part : town.parts) {
        if (place_key(part.name) == place.town) return {yes, place.town.size()};
    }
    if (!place.town.empty()) return {};
    return {within(town.steps, {}, place.lot), 0};
}

}  // namespace

PostalMatch match_postal_town(const PostalTown& town, const PostalPlace& place) {
    return match_postal_town(town, place_key(town.name), place);
}

PostalMatch match_postal_town(const PostalTown& town, View name_key, const PostalPlace& place) {
    switch (town.kind) {
        case PostalTownKind::whole:
        case PostalTownKind::part:
            return match_named(town, name_key, place);
        case PostalTownKind::number_follows:
            return match_number_follows(town, place);
        case PostalTownKind::whole_municipality:
            return {yes, 0};
        case PostalTownKind::unlisted:
            break;
    }
    return {cannot_tell, 0, true};
}

}  // namespace daicho
