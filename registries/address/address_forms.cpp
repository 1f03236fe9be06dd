#include "registries/address/address_forms.hpp"

#include <array>

#include "grammars/text/ascii.hpp"
#include "grammars/text/hepburn.hpp"
#include "grammars/text/tidy.hpp"

namespace daicho {

namespace {

using View = std::string_view;

/// Parts in the order given, each behind the last with a mark between.
std::string listed(std::initializer_list<View> parts, View between) {
    std::string list;
    for (const View part : parts) {
        if (part.empty()) continue;
        if (!list.empty()) list += between;
        list += part;
    }
    return list;
}

class FormsMaker {
 public:
    FormsMaker(const AddressAnswer& answer, const GifAddress& items)
        : place_(answer.place), chome_(chome_number(answer.place)), items_(items) {}

    AddressForms make() {
        put_items();
        if (items_.level >= MatchLevel::municipality && !items_.outside_registry) {
            put_kana();
            put_english();
        }
        return std::move(made_);
    }

 private:
    bool has_town() const { return items_.level >= MatchLevel::town; }
    /// Whether the registry has all of the town's name.
    bool is_whole_town() const { return has_town() && items_.unknown_town.empty(); }
    void miss(View item) { made_.missing.push_back(item); }

    void put_items() {
        if (items_.city_and_county.empty()) return;
        made_.three_items = {items_.prefecture, items_.city_and_county, items_.street_address_and_city_block};
        made_.four_items = {items_.prefecture, items_.city_and_county, items_.street_address,
                            items_.city_block};
        if (!items_.machiaza_id.empty()) {
            made_.code = {items_.lg_code, items_.machiaza_id, items_.city_block};
        }
    }

    void put_kana() {
        AddressReading& kana = made_.kana;
        kana.prefecture = place_.kana.prefecture;
        if (kana.prefecture.empty()) miss("prefectureKana");
        kana.city_and_county = listed({place_.kana.county, place_.kana.city, place_.kana.ward}, "");
        if (kana.city_and_county.empty()) miss("cityAndCountyKana");
        kana.street_address = town_kana();
        kana.city_block = items_.city_block;
        const bool whole = !items_.street_address.empty() && kana.street_address.empty();
        if (whole) return miss("streetAddressKana");
        made_.kana_from_town = kana.street_address + kana.city_block;
        if (kana.prefecture.empty() || kana.city_and_county.empty()) return;
        kana.full_address = kana.prefecture + kana.city_and_county + made_.kana_from_town;
    }

    std::string town_kana() const {
        if (!is_whole_town()) return {};
        const bool oaza_missing = !place_.oaza_cho.empty() && place_.oaza_cho_kana.empty();
        const bool koaza_missing = !place_.koaza.empty() && place_.koaza_kana.empty();
        const bool chome_missing = !place_.chome.empty() && chome_ == 0;
        if (oaza_missing || koaza_missing || chome_missing) return {};
        std::string kana = tidied(place_.oaza_cho_kana);
        if (chome_ != 0) kana += chome_kana(chome_, place_.chome.ends_with("丁"));
        return kana + tidied(place_.koaza_kana);
    }

    void put_english() {
        AddressReading& english = made_.english;
        english.prefecture = place_.roma.prefecture;
        if (english.prefecture.empty()) miss("prefectureEn");
        english.city_and_county = listed({place_.roma.ward, place_.roma.city, place_.roma.county}, ", ");
        if (english.city_and_county.empty()) miss("cityAndCountyEn");
        const std::string town = town_english();
        const std::string chome = chome_ == 0 || !has_town() ? "" : std::to_string(chome_);
        if (!town.empty()) {
            english.street_address = chome.empty() ? town : listed({town, chome + "-chome"}, " ");
        }
        const bool town_known = items_.street_address.empty() || !english.street_address.empty();
        const bool number_known = is_ascii(items_.city_block);
        if (number_known) english.city_block = items_.city_block;
        if (!town_known) miss("streetAddressEn");
        if (!number_known) miss("cityBlockEn");
        if (!town_known || !number_known || english.city_and_county.empty() || english.prefecture.empty())
            return;
        const std::string number = listed({chome, items_.city_block}, "-");
        english.full_address = listed({listed({number, town}, " "), english.city_and_county,
                                       listed({english.prefecture, items_.postal_code}, " "), "Japan"},
                                      ", ");
    }

    /// 小字, then 大字・町; empty where one of them is not known.
    std::string town_english() {
        if (!is_whole_town()) return {};
        const std::string oaza = english_name(place_.oaza_cho, place_.oaza_cho_kana, place_.oaza_cho_roma);
        const std::string koaza = english_name(place_.koaza, place_.koaza_kana, place_.koaza_roma);
        const bool oaza_missing = !place_.oaza_cho.empty() && oaza.empty();
        const bool koaza_missing = !place_.koaza.empty() && koaza.empty();
        if (oaza_missing || koaza_missing) return {};
        return listed({koaza, oaza}, ", ");
    }

    /// The registry's own, else its kana in Hepburn; it leaves out 大字 and 字.
    std::string english_name(View name, View kana, View roma) {
        if (!roma.empty() || kana.empty()) return tidied(roma);
        std::string spoken = tidied(kana);
        for (const auto& [word, reading] : {std::pair<View, View>{"大字", "オオアザ"}, {"字", "アザ"}}) {
            if (!name.starts_with(word) || !spoken.starts_with(reading)) continue;
            spoken.erase(0, reading.size());
            break;
        }
        std::string made = hepburn(spoken);
        if (!made.empty()) made_.english_by_kana = true;
        return made;
    }

    const AddressPlace& place_;
    unsigned chome_;
    const GifAddress& items_;
    AddressForms made_;
};

}  // namespace

AddressForms address_forms(const AddressAnswer& answer, const GifAddress& items) {
    return FormsMaker(answer, items).make();
}

std::string chome_kana(unsigned chome, bool cho) {
    static constexpr std::array<View, 10> digits{"",   "イッ", "ニ",   "サン", "ヨン",
                                                 "ゴ", "ロク", "ナナ", "ハッ", "キュウ"};
    static constexpr std::array<View, 10> tens{"",   "",     "ニ",   "サン", "ヨン",
                                               "ゴ", "ロク", "ナナ", "ハチ", "キュウ"};
    std::string kana;
    if (chome >= 10 && chome < 100) {
        kana.append(tens[chome / 10]).append(chome % 10 == 0 ? "ジュッ" : "ジュウ");
    } else if (chome >= 100) {
        return std::to_string(chome) + (cho ? "チョウ" : "チョウメ");
    }
    return kana.append(digits[chome % 10]).append(cho ? "チョウ" : "チョウメ");
}

}  // namespace daicho
