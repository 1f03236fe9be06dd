#pragma once

#include <map>
#include <string>
#include <utility>

#include "models/engine/body_reference.hpp"

namespace daicho {

/// Knows the bodies that a test tells it, on any day.
class ToldBodies final : public BodyReference {
 public:
    void tell(std::string number, KnownBody body, FormerBody former = {}) {
        known_[std::move(number)] = {std::move(body), std::move(former)};
    }
    /// It has all bodies of the country, or of a prefecture.
    void cover_all() { all_ = true; }
    void cover(std::string prefecture) { prefecture_ = std::move(prefecture); }
    /// 13 digits may be meant for these.
    void offer(std::vector<std::string> numbers) { offered_ = std::move(numbers); }

    KnownBody find(std::string_view number, std::string_view) const override {
        const auto found = known_.find(std::string(number));
        if (found != known_.end()) return found->second.first;
        KnownBody body;
        body.register_day = "2026-08-21";
        if (all_) body.standing = BodyStanding::unknown;
        return body;
    }
    FormerBody former(std::string_view number, std::string_view) const override {
        const auto found = known_.find(std::string(number));
        return found == known_.end() ? FormerBody{} : found->second.second;
    }
    bool covers(std::string_view prefecture) const override { return all_ || prefecture == prefecture_; }
    std::vector<std::string> repairs(std::string_view) const override { return offered_; }

    /// 株式会社北芳, as the register has it.
    static KnownBody company() {
        KnownBody body;
        body.standing = BodyStanding::live;
        body.register_day = "2026-08-21";
        body.name = "株式会社北芳";
        body.kana = "キタヨシ";
        body.kind = "301";
        body.prefecture = "和歌山県";
        body.city = "和歌山市";
        body.street = "北島１４番地の１３";
        body.lg_code = "302015";
        return body;
    }

 private:
    std::map<std::string, std::pair<KnownBody, FormerBody>> known_;
    std::vector<std::string> offered_;
    std::string prefecture_;
    bool all_ = false;
};

}  // namespace daicho
