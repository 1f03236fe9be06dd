#pragma once

#include <map>
#include <string>
#include <utility>

#include "models/engine/address_reference.hpp"

namespace daicho {

/// Knows the addresses that a test tells it. The texts of what is told live as long as the program.
class ToldAddresses final : public AddressReference {
 public:
    /// `municipality`: only where it is asked for within that one; empty: in any case.
    void tell(std::string text, LocatedAddress address, std::string municipality = {}) {
        known_[{std::move(text), std::move(municipality)}] = std::move(address);
    }
    LocatedAddress locate(std::string_view text, std::string_view municipality) const override {
        for (const auto& within : {std::string(municipality), std::string()}) {
            const auto found = known_.find({std::string(text), within});
            if (found != known_.end()) return found->second;
        }
        return {};
    }

    /// A house of 文京区白山一丁目 that is found for sure.
    static LocatedAddress house() {
        LocatedAddress found;
        found.sure = found.exact = found.names_municipality = true;
        found.doubt = AddressDoubt::none;
        found.level = found.point_level = MatchLevel::residence;
        found.lg_code = "131059";
        found.town_id = "0001001";
        found.prefecture = "東京都";
        found.city_and_county = "文京区";
        found.street_address = "白山一丁目";
        found.city_block = "2-3";
        found.building = "白山ビル 5F";
        found.postal_code = "1120001";
        found.latitude = 35.72;
        found.longitude = 139.75;
        return found;
    }

 private:
    std::map<std::pair<std::string, std::string>, LocatedAddress> known_;
};

}  // namespace daicho
