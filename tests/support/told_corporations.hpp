#pragma once

#include <map>
#include <string>
#include <utility>

#include "models/engine/corporation_reference.hpp"

namespace daicho {

/// Knows the corporations that a test tells it, on any day.
class ToldCorporations final : public CorporationReference {
 public:
    void tell(std::string number, KnownCorporation corporation, FormerCorporation former = {}) {
        known_[std::move(number)] = {std::move(corporation), std::move(former)};
    }
    /// It has all corporations of the country, or of a prefecture.
    void cover_all() { all_ = true; }
    void cover(std::string prefecture) { prefecture_ = std::move(prefecture); }
    /// 13 digits may be meant for these.
    void offer(std::vector<std::string> numbers) { offered_ = std::move(numbers); }

    KnownCorporation find(std::string_view number, std::string_view) const override {
        const auto found = known_.find(std::string(number));
        if (found != known_.end()) return found->second.first;
        KnownCorporation corporation;
        corporation.register_day = "2026-08-21";
        if (all_) corporation.standing = CorporationStanding::unknown;
        return corporation;
    }
    FormerCorporation former(std::string_view number, std::string_view) const override {
        const auto found = known_.find(std::string(number));
        return found == known_.end() ? FormerCorporation{} : found->second.second;
    }
    bool covers(std::string_view prefecture) const override { return all_ || prefecture == prefecture_; }
    std::vector<std::string> repairs(std::string_view) const override { return offered_; }

    /// 株式会社北芳, as the register has it.
    static KnownCorporation company() {
        KnownCorporation corporation;
        corporation.standing = CorporationStanding::live;
        corporation.register_day = "2026-08-21";
        corporation.name = "株式会社北芳";
        corporation.kana = "キタヨシ";
        corporation.kind = "301";
        corporation.prefecture = "和歌山県";
        corporation.city = "和歌山市";
        corporation.street = "北島１４番地の１３";
        corporation.lg_code = "302015";
        return corporation;
    }

 private:
    std::map<std::string, std::pair<KnownCorporation, FormerCorporation>> known_;
    std::vector<std::string> offered_;
    std::string prefecture_;
    bool all_ = false;
};

}  // namespace daicho
