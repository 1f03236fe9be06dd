// The names of the towns of each municipality, and those of all.

#include "registries/address/index_draft.hpp"
#include "registries/address/name_key.hpp"

namespace daicho {

using namespace address_format;

namespace {

/// The roots under which the towns of a municipality are found: its own, and where it is no more that of each
/// of its successors.
std::vector<std::vector<std::uint32_t>> roots_of(const IndexDraft& draft) {
    std::vector<std::vector<std::uint32_t>> roots(draft.municipalities.size());
    for (std::uint32_t i = 0; i < roots.size(); ++i) roots[i].push_back(i);
    for (const Succession& succession : draft.successions) {
        for (std::size_t i = draft.present; i < draft.municipalities.size(); ++i) {
            const auto& m = draft.municipalities[i];
            if (draft.text(m.city) != succession.county || draft.text(m.ward) != succession.name) continue;
            for (const std::uint16_t successor : succession.successors) roots[i].push_back(successor);
        }
    }
    return roots;
}

class TownTrieMaker {
 public:
    TownTrieMaker(const IndexDraft& draft, const FoldTable& fold)
        : draft_(draft),
          fold_(fold),
          roots_(roots_of(draft)),
          builder_(static_cast<std::uint32_t>(draft.municipalities.size()) + 1) {}

    void add(std::uint32_t index) {
        const TownRecord& town = draft_.towns[index];
        if ((town.flags & town_beside_whole) != 0) return;
        LabelKey key;
        bool letters = true;
        for (const std::uint32_t part : {town.oaza_cho, town.chome, town.koaza}) {
            if (part != 0) letters = append_name(key, draft_.text(part), fold_);
        }
        if (key.labels.empty()) return add(town, key, index);
        key.bare_number = !letters;
        const std::uint32_t value = index;
        add(town, key, value);
        if (town.koaza == 0 || town.oaza_cho == 0) builder_.add(nationwide(), key, value);
        if (town.koaza != 0 && town.oaza_cho != 0) add_without_oaza(town, index);
        add_reading(town, index);
        add_in_kanji(town, index);
    }

    void finish(IndexDraft& draft) {
        builder_.finish();
        draft.town_nodes = builder_.nodes();
        draft.town_labels = builder_.labels();
        draft.town_roots = builder_.roots();
        draft.town_entries = builder_.values();
        for (std::size_t i = 0; i < draft.town_entries.size(); ++i) {
            if (builder_.ends()[i]) draft.town_entries[i] |= town_last;
        }
    }

 private:
    std::uint32_t nationwide() const { return static_cast<std::uint32_t>(draft_.municipalities.size()); }

    void add(const TownRecord& town, const LabelKey& key, std::uint32_t value) {
        for (const std::uint32_t root : roots_[town.municipality]) builder_.add(root, key, value);
    }

    /// おもろ町 for おもろまち.
    void add_in_kanji(const TownRecord& town, std::uint32_t index) {
        constexpr std::string_view kana = "まち";
        std::string oaza(draft_.text(town.oaza_cho));
        if (!oaza.ends_with(kana) || oaza.size() <= kana.size() || town.koaza != 0) return;
        oaza.replace(oaza.size() - kana.size(), kana.size(), "町");
        LabelKey key;
        append_name(key, oaza, fold_);
        if (town.chome != 0) append_name(key, draft_.text(town.chome), fold_);
        add(town, key, index);
    }

    /// ワカヤマシイマブク5チョウメ: the reading, where all parts have one.
    void add_reading(const TownRecord& town, std::uint32_t index) {
        const bool whole =
            (town.oaza_cho == 0 || town.oaza_cho_kana != 0) && (town.koaza == 0 || town.koaza_kana != 0);
        if (!whole || (town.oaza_cho_kana == 0 && town.koaza_kana == 0)) return;
        const std::string_view oaza = draft_.text(town.oaza_cho_kana);
        const std::string_view koaza = draft_.text(town.koaza_kana);
        add_reading(town, index, oaza, koaza);
        const std::string_view plain_oaza = without_marker(oaza);
        const std::string_view plain_koaza = without_marker(koaza);
        if (plain_oaza != oaza || plain_koaza != koaza) add_reading(town, index, plain_oaza, plain_koaza);
    }

    void add_reading(const TownRecord& town, std::uint32_t index, std::string_view oaza,
                     std::string_view koaza) {
        LabelKey key;
        if (!oaza.empty()) append_name(key, oaza, fold_);
        if (town.chome != 0) append_name(key, draft_.text(town.chome), fold_);
        if (!koaza.empty()) append_name(key, koaza, fold_);
        add(town, key, index | town_by_kana);
        if (town.koaza == 0) builder_.add(nationwide(), key, index | town_by_kana);
    }

    /// The readings of 大字 and 字 in front are left out as those are.
    static std::string_view without_marker(std::string_view kana) {
        for (const std::string_view marker : {"オオアザ", "アザ"}) {
            if (kana.starts_with(marker) && kana.size() > marker.size()) return kana.substr(marker.size());
        }
        return kana;
    }

    void add_without_oaza(const TownRecord& town, std::uint32_t index) {
        LabelKey key;
        const bool letters = append_name(key, draft_.text(town.koaza), fold_);
        if (letters && key.labels.size() > 1) add(town, key, index | town_without_oaza);
    }

    const IndexDraft& draft_;
    FoldTable fold_;
    std::vector<std::vector<std::uint32_t>> roots_;
    LabelTrieBuilder builder_;
};

}  // namespace

void make_town_trie(IndexDraft& draft, const FoldTable& fold) {
    TownTrieMaker maker{draft, fold};
    for (std::uint32_t i = 0; i < draft.towns.size(); ++i) maker.add(i);
    maker.finish(draft);
}

}  // namespace daicho
