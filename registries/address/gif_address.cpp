#include "registries/address/gif_address.hpp"

#include <algorithm>
#include <array>

#include "grammars/text/join.hpp"
#include "grammars/text/numerals.hpp"
#include "grammars/text/tidy.hpp"
#include "grammars/values/address.hpp"
#include "grammars/values/address_items.hpp"
#include "grammars/values/building.hpp"
#include "grammars/values/town_and_lot.hpp"
#include "registries/address/surroundings.hpp"
#include "registries/embedded/embedded_resolver.hpp"

namespace daicho {

namespace {

using View = std::string_view;

MatchLevel common_level(const AddressPlace& a, const AddressPlace& b) {
    if (a.prefecture != b.prefecture) return MatchLevel::none;
    const bool in_city = a.level == MatchLevel::municipality && a.ward.empty() && a.city == b.city;
    if (a.lg_code != b.lg_code) return in_city ? MatchLevel::municipality : MatchLevel::prefecture;
    const bool same_town = a.machiaza_id == b.machiaza_id && a.oaza_cho == b.oaza_cho && a.chome == b.chome &&
                           a.koaza == b.koaza;
    return same_town ? MatchLevel::town : MatchLevel::municipality;
}

void append_tidied(std::string& out, View text) {
    is_plainly_tidy(text) ? out += text : out += tidied(text);
}

/// 丁目 in kanji.
std::string chome_text(const AddressPlace& place) {
    const unsigned chome = chome_number(place);
    if (chome == 0) return tidied(place.chome);
    return street_address_text({.chome = chome, .cho = place.chome.ends_with("丁")});
}

class GifAddressMaker {
 public:
    GifAddressMaker(View text, const AddressAnswer& answer, const GifAddressGroups& groups, GifAddress& made)
        : text_(answer.spans.address.empty() ? text : text.substr(0, answer.spans.address.end)),
          answer_(answer),
          place_(answer.place),
          groups_(groups),
          made_(made) {}

    void make() {
        made_.level = settled_level(answer_);
        put_text();
        if (place_.level < MatchLevel::municipality && put_by_compiled_in_table()) return;
        put_municipality();
        if (made_.level >= MatchLevel::town) {
            put_town();
            if (groups_.below_town || groups_.joined) put_below_town();
            put_registered_numbers();
        } else {
            put_by_shape();
        }
    }

 private:
    Span from(std::uint32_t begin) const { return {begin, static_cast<std::uint32_t>(text_.size())}; }
    /// In front of the address, as in Japanese, and not behind it: Tokyo 1008926.
    bool is_postal_code_first() const {
        const AddressSpans& spans = answer_.spans;
        const bool behind =
            !spans.prefecture_and_city.empty() && spans.postal_code.begin >= spans.prefecture_and_city.end;
        return !spans.postal_code.empty() && !behind;
    }
    bool in_registers() const {
        return made_.level == MatchLevel::residence || made_.level == MatchLevel::parcel;
    }

    void put_text() {
        if (!answer_.spans.postal_code.empty()) {
            made_.postal_code = tidied(slice(text_, answer_.spans.postal_code));
            std::erase_if(made_.postal_code, [](char c) { return c < '0' || c > '9'; });
        }
        if (!groups_.written) return;
        made_.full_address = tidied(slice(
            text_, from(is_postal_code_first() ? begin_behind_marks(text_, answer_.spans.postal_code.end)
                                               : answer_.spans.address.begin)));
        made_.street_name = tidied(slice(text_, answer_.spans.street));
    }

    void put_municipality() {
        if (made_.level >= MatchLevel::prefecture) made_.prefecture = place_.prefecture;
        if (made_.level == MatchLevel::prefecture && place_.level == MatchLevel::prefecture) {
            made_.lg_code = place_.lg_code;
        }
        if (made_.level < MatchLevel::municipality) return;
        made_.lg_code = place_.lg_code;
        made_.city_and_county = concatenated({place_.county, place_.city, place_.ward});
        made_.county = place_.county;
        made_.city = place_.city;
        made_.ward = place_.ward;
    }

    void put_town() {
        made_.machiaza_id = place_.machiaza_id;
        if (!place_.of_second_list) made_.residence_flag = place_.residential ? "1" : "0";
        if (made_.postal_code.empty()) made_.postal_code = place_.postal_code;
        if (groups_.town || groups_.joined) put_town_name();
    }

    void put_town_name() {
        made_.oaza_cho = tidied(place_.oaza_cho);
        made_.koaza = tidied(place_.koaza);
        made_.chome = chome_text(place_);
        made_.unknown_town = tidied(slice(text_, unknown_name_span(answer_)));
        name_ = concatenated({made_.oaza_cho, made_.chome, made_.koaza, made_.unknown_town});
        made_.street_address = street_address_text({.town = name_});
    }

    /// 番地以下 as its shape tells it, and what follows. Its words (5番外地, 402番地先) are those of the
    /// plain reader; numbers that it reads otherwise than the matcher (1丁目3番地 of a town without 丁目) are
    /// not.
    struct Below {
        std::string text;
        std::array<std::string, 6> parts;
        Lot lot;
        std::string_view tail;
        bool behind_go = false;  // the tail follows 号
    };

    /// 2-1-2 Kasumigaseki, Chiyoda-ku.
    bool numbers_first() const {
        const AddressSpans& spans = answer_.spans;
        return !spans.numbers.empty() &&
               spans.numbers.begin < std::max(spans.prefecture_and_city.end, spans.town.end);
    }

    /// Where numbers come first a building stands in front of them: Kasumigaseki Building 3F, 2-1-2 ...
    Span before_numbers() const {
        Span building{is_postal_code_first() ? answer_.spans.postal_code.end : 0,
                      std::min(answer_.spans.numbers.begin, answer_.spans.town.begin)};
        const View marks = " ,";
        while (building.end > building.begin && marks.find(text_[building.end - 1]) != View::npos) {
            --building.end;
        }
        building.end = std::max(building.begin, building.end);
        return building;
    }

    void read_below(Below& below) const {
        const Span numbers = answer_.spans.numbers;
        const Span unread = answer_.spans.rest;
        const std::uint32_t begin = numbers.empty() ? behind_town() : numbers.begin;
        const std::uint32_t end = unread.empty() ? from(0).end : std::max(unread.begin, begin);
        below.text = tidied(slice(text_, {begin, end}));
        const LotAndTail read = read_lot(below.text);
        below.lot = read.lot;
        below.tail = read.tail;
        if (read.lot.count == answer_.number_count && !numbers_first()) {
            const View before = View(below.text).substr(0, below.text.size() - read.tail.size());
            below.behind_go = before.ends_with("号");
            return;
        }
        below.behind_go = tidied(slice(text_, numbers)).ends_with("号");
        const Span behind{std::min(std::max(begin, numbers.end), end), end};
        below.text = tidied(slice(text_, numbers_first() ? before_numbers() : behind));
        below.tail = below.text;
        below.lot = {};
        take_numbers(below, answer_.number_count);
    }

    /// ５番１５号２０７.
    static bool is_room_behind_go(const Below& below) {
        return below.behind_go && !below.tail.empty() &&
               below.tail.find_first_not_of("0123456789") == View::npos;
    }

    /// The first numbers as the matcher read them.
    void take_numbers(Below& below, std::size_t count) const {
        below.lot = {};
        below.lot.count = count;
        for (std::size_t i = 0; i < count; ++i) {
            below.parts[i] = tidied(slice(text_, answer_.number_parts[i]));
            below.lot.parts[i] = below.parts[i];
        }
    }

    /// How many numbers belong to 番地以下: one that the register does not have behind one that it has is a
    /// room (GIF 442).
    std::size_t numbers_kept(const Address& tail) const {
        const bool room = in_registers() && answer_.numbers_matched > 0 && tail.room.empty();
        return room ? std::min(answer_.numbers_matched, answer_.number_count) : answer_.number_count;
    }

    void put_below_town() {
        Below below;
        read_below(below);
        Address tail;
        if (!below.tail.empty())
            tail = parse_building_and_rest(below.tail, answer_.number_count > 0 || !place_.chome.empty());
        if (is_room_behind_go(below)) std::swap(tail.room, tail.rest);
        if (tail.building_name_etc.empty()) tail.building_name_etc = tail.room;
        const std::size_t kept = numbers_kept(tail);
        if (kept < answer_.number_count) {
            take_numbers(below, kept);
            add_room(tail, kept);
        }
        made_.city_block = city_block_text(below.lot);
        if (groups_.joined)
            made_.street_address_and_city_block = street_address_and_city_block_text(streets(below.lot));
        made_.building_name_etc = std::move(tail.building_name_etc);
        made_.building_name = std::move(tail.building_name);
        made_.floor = std::move(tail.floor);
        made_.room = std::move(tail.room);
        made_.rest = tail.rest + tidied(slice(text_, answer_.spans.rest));
    }

    std::uint32_t behind_town() const {
        return std::max(answer_.spans.town.end, unknown_name_span(answer_).end);
    }

    void add_room(Address& tail, std::size_t kept) const {
        const Span room{answer_.number_parts[kept].begin, answer_.number_parts[answer_.number_count - 1].end};
        tail.room = tidied(slice(text_, room));
        if (!tail.building_name_etc.empty()) tail.building_name_etc += ' ';
        tail.building_name_etc += tail.room;
    }

    /// The town as it is joined with a number: 丁目 alone is followed by a hyphen.
    TownAndLot streets(const Lot& lot) const {
        TownAndLot streets{.town = name_, .lot = lot};
        const bool chome_last = !made_.chome.empty() && View(name_).ends_with(made_.chome);
        const unsigned chome = chome_number(place_);
        if (!chome_last || chome == 0) return streets;
        streets.town.remove_suffix(made_.chome.size());
        streets.chome = chome;
        return streets;
    }

    void put_registered_numbers() {
        if (made_.level == MatchLevel::parcel) {
            made_.parcel_number = register_number(place_, 0, 3);
        } else if (made_.level > MatchLevel::town) {
            made_.block_number = register_number(place_, 0, 1);
            made_.residence_number = register_number(place_, 1, 3);
        }
    }

    /// False where the municipality is not in the table either, or where several bear the name.
    bool put_by_compiled_in_table() {
        auto read = parse_address(text_, {.addresses = &embedded_resolver()});
        if (!read || read->level < MatchLevel::municipality) return false;
        made_.outside_registry = true;
        made_.level = read->level;
        made_.lg_code = read->lg_code;
        made_.prefecture = read->prefecture;
        made_.city_and_county = read->city_and_county;
        put_read(*read);
        return true;
    }

    void put_read(const Address& read) {
        made_.street_address = read.street_address;
        made_.city_block = read.city_block;
        made_.street_address_and_city_block = read.street_address_and_city_block;
        made_.building_name_etc = read.building_name_etc;
        made_.building_name = read.building_name;
        made_.floor = read.floor;
        made_.room = read.room;
        made_.rest = read.rest;
        made_.street_name.clear();
    }

    /// Items that the registry does not have, as they are told by their shape alone.
    void put_by_shape() {
        const std::uint32_t begin =
            std::max(answer_.spans.postal_code.end, answer_.spans.prefecture_and_city.end);
        put_read(parse_below_municipality(slice(text_, answer_.spans.prefecture_and_city),
                                          slice(text_, from(begin))));
    }

    View text_;
    const AddressAnswer& answer_;
    const AddressPlace& place_;
    const GifAddressGroups& groups_;
    GifAddress& made_;
    std::string name_;  ///< of the town, with its 丁目 and 小字
};

}  // namespace

unsigned chome_number(const AddressPlace& place) {
    if (place.chome_number != 0 || place.chome.empty()) return place.chome_number;
    const auto numeral = numeral_at(tidied(place.chome));
    return numeral && numeral->value < 1000 ? static_cast<unsigned>(numeral->value) : 0;
}

std::string town_text(const AddressPlace& place) {
    std::string name;
    name.reserve(place.oaza_cho.size() + place.chome.size() + place.koaza.size());
    append_tidied(name, place.oaza_cho);
    if (!place.chome.empty() || place.chome_number != 0) name += chome_text(place);
    append_tidied(name, place.koaza);
    return street_address_text({.town = name});
}

std::string register_number(const AddressPlace& place, std::size_t first, std::size_t end) {
    std::string number;
    for (std::size_t i = first; i < end; ++i) {
        if (place.numbers[i].empty()) break;
        if (i > first) number += '-';
        number += place.numbers[i];
    }
    return tidied(number);
}

Span unknown_name_span(const AddressAnswer& answer) {
    Span name;
    for (const AddressChange& change : answer.changes) {
        if (change.kind != AddressChangeKind::text_skipped) continue;
        name = {change.span.begin == name.end ? name.begin : change.span.begin, change.span.end};
    }
    return name;
}

MatchLevel settled_level(const AddressAnswer& answer) {
    MatchLevel level = answer.place.level;
    for (const AddressAlternative& alternative : answer.alternatives) {
        if (alternative.equal) level = std::min(level, common_level(answer.place, alternative.place));
    }
    return level;
}

GifAddress gif_address(View text, const AddressAnswer& answer, const GifAddressGroups& groups) {
    GifAddress made;
    GifAddressMaker(text, answer, groups, made).make();
    return made;
}

}  // namespace daicho
