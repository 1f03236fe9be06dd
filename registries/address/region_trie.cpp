// What addresses begin with: prefectures, counties, municipalities and wards, with all that may be left out.

#include <algorithm>
#include <string>

#include "registries/address/index_draft.hpp"
#include "registries/address/label_trie.hpp"
#include "registries/address/name_key.hpp"
#include "registries/embedded/embedded_table.hpp"

namespace daicho {

using namespace address_format;

namespace {

std::string without_last_letter(std::string_view name) {
    std::size_t size = name.size();
    while (size > 0 && (static_cast<unsigned char>(name[--size]) & 0xC0) == 0x80) {
    }
    return std::string(name.substr(0, size));
}

/// 東京, 大阪, 青森; empty where the name cannot be shortened (北海道).
std::string short_prefecture(std::string_view name) {
    return name.ends_with("都") || name.ends_with("府") || name.ends_with("県") ? without_last_letter(name)
                                                                                : std::string();
}

/// Whether it is known what became of a municipality that the list of today does not have: it got another
/// code, or the publications say it. Of others it is not known that they are no more: the registry may have
/// no list.
bool is_followed(const IndexDraft& draft, const MunicipalityRecord& m) {
    const auto present = std::span(draft.municipalities).first(draft.present);
    const auto renumbered = [&](const MunicipalityRecord& now) { return same_names(now, m); };
    const auto succeeded = [&](const Succession& succession) {
        return draft.text(m.ward != 0 ? m.city : m.county) == succession.county &&
               draft.text(m.ward != 0 ? m.ward : m.city) == succession.name;
    };
    return std::ranges::any_of(present, renumbered) || std::ranges::any_of(draft.successions, succeeded);
}

class RegionTrieMaker {
 public:
    RegionTrieMaker(const IndexDraft& draft, const FoldTable& fold)
        : draft_(draft), fold_(fold), towns_(draft.town_nodes, draft.town_labels), builder_(1) {}

    void add_prefecture(std::uint8_t index) {
        const std::string_view name = draft_.text(draft_.prefectures[index].name);
        add(std::string(name), {0, nothing, no_municipality, index, 0});
    }

    void add_municipality(std::uint16_t index) {
        const MunicipalityRecord& m = draft_.municipalities[index];
        const std::string county(draft_.text(m.county));
        const std::string city(draft_.text(m.city));
        const std::string ward(draft_.text(m.ward));
        const RegionEntry entry{draft_.town_roots[index], nothing, index,
                                static_cast<std::uint8_t>(m.prefecture_index), 0};
        add_with_prefecture(county + city + ward, entry);
        if (!county.empty()) add_with_prefecture(city + ward, flagged(entry, county_omitted));
        add_readings(draft_.municipality_readings[index], entry);
        if (ward.empty()) return;
        add_with_prefecture(ward, flagged(entry, city_omitted));
        add_with_prefecture(without_last_letter(city) + ward, flagged(entry, city_shortened));
        add_with_prefecture(city, flagged(entry, ward_omitted));
    }

    void add_readings(const MunicipalityReading& reading, const RegionEntry& entry) {
        const auto kana = [&](std::size_t part) { return std::string(draft_.text(reading.kana[part])); };
        const std::string prefecture = kana(0), county = kana(1), city = kana(2), ward = kana(3);
        if (city.empty()) return;
        add(prefecture + county + city + ward, entry);
        add(county + city + ward, flagged(entry, prefecture_omitted));
        if (county.empty()) return;
        add(prefecture + city + ward, flagged(entry, county_omitted));
        add(city + ward, flagged(entry, prefecture_omitted | county_omitted));
    }

    void add_succession(const Succession& succession) {
        for (const std::uint16_t successor : succession.successors) {
            const std::vector<std::uint32_t> nodes =
                is_ward(succession) ? std::vector<std::uint32_t>{draft_.town_roots[successor]}
                                    : starts(successor, succession.name);
            for (const std::uint32_t start : nodes) add_old(succession, successor, start);
            if (!is_ward(succession)) add_old_in_wards(succession, successor);
        }
    }

    /// 八丈島八丈町: what people put in front (other_names.tsv).
    void add_other_names() {
        for_each_line(embedded_text("registries/embedded/other_names.tsv"), [&](std::string_view line) {
            const std::string name(take_field(line));
            const auto found = draft_.municipality_at.find(take_field(line));
            if (found == draft_.municipality_at.end()) return;
            const std::uint16_t index = found->second;
            const auto prefecture = static_cast<std::uint8_t>(draft_.municipalities[index].prefecture_index);
            add_with_prefecture(name, {draft_.town_roots[index], nothing, index, prefecture, 0});
        });
    }

    void finish(IndexDraft& draft) {
        builder_.finish();
        draft.region_nodes = builder_.nodes();
        draft.region_labels = builder_.labels();
        for (std::size_t i = 0; i < builder_.values().size(); ++i) {
            draft.region_entries.push_back(entries_[builder_.values()[i]]);
            if (builder_.ends()[i]) draft.region_entries.back().flags |= region_last;
        }
    }

 private:
    static RegionEntry flagged(RegionEntry entry, std::uint8_t flag) {
        entry.flags |= flag;
        return entry;
    }

    void add(const std::string& name, const RegionEntry& entry) {
        LabelKey key;
        append_region_name(key, name, fold_);
        builder_.add(0, key, static_cast<std::uint32_t>(entries_.size()));
        entries_.push_back(entry);
    }

    void add_with_prefecture(const std::string& name, const RegionEntry& entry) {
        const std::string prefecture(draft_.text(draft_.prefectures[entry.prefecture].name));
        const std::string shorter = short_prefecture(prefecture);
        add(prefecture + name, entry);
        add(name, flagged(entry, prefecture_omitted));
        if (!shorter.empty()) add(shorter + name, flagged(entry, prefecture_shortened));
    }

    /// No town is called after a ward that is no more: 浜松市中区田町 is not 中田町.
    static bool is_ward(const Succession& old) { return old.county.ends_with("市"); }

    /// 浦和市 became a part of さいたま市, and its towns are those of wards now.
    void add_old_in_wards(const Succession& succession, std::uint16_t successor) {
        const MunicipalityRecord& city = draft_.municipalities[successor];
        if (city.ward != 0) return;
        for (std::size_t i = 0; i < draft_.present; ++i) {
            const MunicipalityRecord& ward = draft_.municipalities[i];
            if (ward.ward == 0 || ward.city != city.city || ward.prefecture != city.prefecture) continue;
            const auto index = static_cast<std::uint16_t>(i);
            for (const std::uint32_t start : starts(index, succession.name)) {
                add_old(succession, index, start, region_old | ward_omitted);
            }
        }
    }

    void add_old(const Succession& old, std::uint16_t successor, std::uint32_t start,
                 std::uint8_t flags = region_old) {
        const auto prefecture = static_cast<std::uint8_t>(draft_.municipalities[successor].prefecture_index);
        const RegionEntry entry{start, old.old, successor, prefecture, flags};
        add_with_prefecture(old.county + old.name, entry);
        if (old.county.ends_with("郡")) add_with_prefecture(old.name, flagged(entry, county_omitted));
    }

    /// Where in the names of the towns of `successor` one may go on behind the old name: at the root, and
    /// where the names of its towns begin with it: 浪岡町 and 浪岡大字本郷, 水沢市 and 水沢区佐倉河.
    std::vector<std::uint32_t> starts(std::uint16_t successor, const std::string& name) const {
        const std::uint32_t root = draft_.town_roots[successor];
        std::vector<std::uint32_t> found{root};
        const std::string base = without_last_letter(name);
        for (const char* end : {"", "町", "村", "区", "市"}) {
            LabelKey key;
            append_name(key, base + end, fold_);
            std::uint32_t node = root;
            for (const std::uint16_t label : key.labels) {
                if (node != LabelTrie::none) node = towns_.child(node, label);
            }
            if (node != LabelTrie::none && node != root) found.push_back(node);
        }
        return found;
    }

    const IndexDraft& draft_;
    FoldTable fold_;
    LabelTrie towns_;
    LabelTrieBuilder builder_;
    std::vector<RegionEntry> entries_;
};

}  // namespace

void make_region_trie(IndexDraft& draft, const FoldTable& fold) {
    RegionTrieMaker maker{draft, fold};
    for (std::size_t i = 0; i < draft.prefectures.size(); ++i)
        maker.add_prefecture(static_cast<std::uint8_t>(i));
    for (std::size_t i = 0; i < draft.present; ++i) maker.add_municipality(static_cast<std::uint16_t>(i));
    for (std::size_t i = draft.present; i < draft.municipalities.size(); ++i) {
        if (!is_followed(draft, draft.municipalities[i]))
            maker.add_municipality(static_cast<std::uint16_t>(i));
    }
    for (const Succession& succession : draft.successions) maker.add_succession(succession);
    maker.add_other_names();
    maker.finish(draft);
}

}  // namespace daicho
