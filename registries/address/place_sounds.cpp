// What the names of places sound like, for addresses in Latin letters.

#include "registries/address/place_sounds.hpp"

#include <array>
#include <set>

#include "registries/address/index_draft.hpp"
#include "registries/address/place_sound.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::string_view last_words[] = {"si", "ku", "tyo", "mati", "mura", "son", "gun"};
constexpr std::string_view prefecture_ends[] = {"to", "hu", "ken"};

std::string without(const std::string& sound, std::span<const std::string_view> ends) {
    for (const std::string_view end : ends) {
        if (sound.size() > end.size() + 1 && sound.ends_with(end))
            return sound.substr(0, sound.size() - end.size());
    }
    return sound;
}

/// オオアザ and アザ in front of a reading are left out as they are in other notations.
std::string_view without_marker(std::string_view kana) {
    for (const std::string_view marker : {"オオアザ", "アザ"}) {
        if (kana.starts_with(marker) && kana.size() > marker.size()) return kana.substr(marker.size());
    }
    return kana;
}

bool has_small_kana(std::string_view kana) {
    for (const std::string_view small : {"ッ", "ャ", "ュ", "ョ"}) {
        if (kana.find(small) != kana.npos) return true;
    }
    return false;
}

/// ハツチヨウボリ may be ハッチョウボリ: ツ before another letter as ッ.
std::string with_small_tsu(std::string_view kana) {
    std::string small(kana);
    for (std::size_t at = 0; (at = small.find("ツ", at)) != small.npos; at += 3) {
        if (at > 0 && at + 3 < small.size()) small.replace(at, 3, "ッ");
    }
    return small;
}

class PlaceSoundMaker {
 public:
    explicit PlaceSoundMaker(IndexDraft& draft) : draft_(draft) {}

    void add_municipality(std::uint32_t index) {
        const auto& readings = draft_.municipality_readings[index].kana;
        const auto kana = [&](std::size_t part) { return std::string(draft_.text(readings[part])); };
        const std::string prefecture = kana(0), county = kana(1), city = kana(2), ward = kana(3);
        if (city.empty()) return;
        const auto of = draft_.municipalities[index].prefecture_index;
        const std::string sound = place_sound(prefecture);
        const std::string name(draft_.text(draft_.prefectures[of].name));
        add(sound, SoundKind::prefecture, of);
        if (name != "北海道") add(without(sound, prefecture_ends), SoundKind::prefecture, of);
        const std::string own = place_sound(ward.empty() ? city : ward);
        add(own, SoundKind::municipality, index);
        add(without_last_word(own), SoundKind::municipality_short, index);
        const std::string& parent = ward.empty() ? county : city;
        if (parent.empty()) return;
        add(place_sound(parent), SoundKind::parent, index);
        add(without_last_word(place_sound(parent)), SoundKind::parent, index);
    }

    void add_town(std::uint32_t index) {
        const TownRecord& town = draft_.towns[index];
        if (town.koaza != 0) {
            const SoundKind kind = town.oaza_cho == 0 ? SoundKind::town : SoundKind::koaza;
            for (const std::string& sound : sounds(town.koaza_kana, town.koaza_roma)) add(sound, kind, index);
        }
        if (town.oaza_cho == 0 || !oazas_.emplace(town.municipality, town.oaza_cho).second) return;
        for (const std::string& sound : sounds(town.oaza_cho_kana, town.oaza_cho_roma)) {
            add(sound, SoundKind::town, index);
            const std::string shorter = without_last_word(sound);
            if (shorter != sound) add(shorter, SoundKind::town_short, index);
        }
    }

    void finish() {
        std::ranges::sort(made_);
        made_.erase(std::unique(made_.begin(), made_.end()), made_.end());
        draft_.place_sounds = std::move(made_);
    }

 private:
    void add(const std::string& sound, SoundKind kind, std::uint32_t index) {
        if (!sound.empty()) made_.push_back(PlaceSound::made(sound, kind, index));
    }
    std::vector<std::string> sounds(std::uint32_t kana, std::uint32_t roma) const {
        return town_sounds(draft_.text(kana), draft_.text(roma));
    }

    IndexDraft& draft_;
    std::set<std::pair<std::uint16_t, std::uint32_t>> oazas_;  // municipality and name
    std::vector<std::uint64_t> made_;
};

}  // namespace

std::uint64_t PlaceSound::first(std::string_view sound) {
    std::uint64_t hash = 0xCBF29CE484222325;  // FNV-1a
    for (const char c : sound) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    hash ^= hash >> 32;
    return hash << 28;
}

std::string without_last_word(const std::string& sound) {
    return without(sound, last_words);
}

std::vector<std::string> town_sounds(std::string_view kana, std::string_view roma) {
    std::set<std::string> sounds;
    sounds.insert(place_sound(kana));
    sounds.insert(place_sound(without_marker(kana)));
    if (!has_small_kana(kana)) sounds.insert(place_sound(with_small_tsu(without_marker(kana))));
    sounds.insert(place_sound(roma));
    sounds.erase(std::string());
    return {sounds.begin(), sounds.end()};
}

void make_place_sounds(IndexDraft& draft) {
    PlaceSoundMaker maker{draft};
    for (std::uint32_t i = 0; i < draft.municipalities.size(); ++i) maker.add_municipality(i);
    for (std::uint32_t i = 0; i < draft.towns.size(); ++i) maker.add_town(i);
    maker.finish();
}

}  // namespace daicho
