#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/values/address_resolver.hpp"

namespace daicho {

/// An AddressResolver that knows the few places it is given, by the texts they begin with; the longest wins.
class KnownPlaces : public AddressResolver {
 public:
    struct Known {
        std::string text;
        std::string lg_code;
        std::string prefecture;
        std::string city_and_county;
    };

    explicit KnownPlaces(std::vector<Known> known) : known_(std::move(known)) {}

    std::vector<Place> resolve(std::string_view text) const override {
        std::vector<Place> places;
        const std::size_t size = longest(text);
        for (const Known& known : known_) {
            if (size == 0 || known.text.size() != size || !text.starts_with(known.text)) continue;
            const bool town = !known.city_and_county.empty();
            places.push_back({town ? MatchLevel::municipality : MatchLevel::prefecture, size, known.lg_code,
                              known.prefecture, known.city_and_county,
                              known.text != known.prefecture + known.city_and_county});
        }
        return places;
    }

    std::size_t municipality_size(std::string_view text) const override {
        const auto places = resolve(text);
        const bool one = places.size() == 1 && places.front().level == MatchLevel::municipality;
        return one ? places.front().size : 0;
    }

    bool is_city_and_county(std::string_view text) const override {
        for (const Known& known : known_) {
            if (!text.empty() && known.city_and_county == text) return true;
        }
        return false;
    }

 private:
    std::size_t longest(std::string_view text) const {
        std::size_t size = 0;
        for (const Known& known : known_) {
            if (known.text.size() > size && text.starts_with(known.text)) size = known.text.size();
        }
        return size;
    }

    std::vector<Known> known_;
};

/// Places for the tests of the address grammar.
inline const AddressResolver& some_places() {
    static const KnownPlaces places({
        {"東京都", "130001", "東京都", ""},
        {"東京都千代田区", "131016", "東京都", "千代田区"},
        {"千代田区", "131016", "東京都", "千代田区"},
        {"石川県", "170003", "石川県", ""},
        {"石川県金沢市", "172014", "石川県", "金沢市"},
        {"金沢市", "172014", "石川県", "金沢市"},
        {"高松市", "372013", "香川県", "高松市"},
        {"香川県高松市", "372013", "香川県", "高松市"},
        {"沖縄県国頭郡今帰仁村", "473065", "沖縄県", "国頭郡今帰仁村"},
        {"今帰仁村", "473065", "沖縄県", "国頭郡今帰仁村"},
        {"北海道札幌市西区", "011070", "北海道", "札幌市西区"},
        {"京都府京都市上京区", "261025", "京都府", "京都市上京区"},
        {"大阪府堺市堺区", "271411", "大阪府", "堺市堺区"},
        {"府中市", "132063", "東京都", "府中市"},
        {"府中市", "342084", "広島県", "府中市"},
        {"池田町", "183822", "福井県", "今立郡池田町"},
        {"池田町", "204811", "長野県", "北安曇郡池田町"},
    });
    return places;
}

}  // namespace daicho
