#include "registries/characters/registry_characters.hpp"

#include <shared_mutex>
#include <unordered_map>

#include "grammars/base/once.hpp"
#include "grammars/text/code_point_name.hpp"
#include "grammars/text/unit.hpp"
#include "grammars/text/utf8.hpp"
#include "registries/characters/gj_base.hpp"
#include "registries/characters/gj_characters.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/characters/mj_set.hpp"
#include "registries/characters/shrinker.hpp"
#include "registries/characters/variation.hpp"
#include "registries/store/registry_pool.hpp"

namespace daicho {

namespace {

/// Answers that were given, by question. Emptied when it is full: what is asked often is soon back.
template <class Answer>
class AnswerMemory {
 public:
    bool find(const std::string& question, Answer& answer) const {
        const std::shared_lock lock(mutex_);
        const auto found = answers_.find(question);
        if (found == answers_.end()) return false;
        answer = found->second;
        return true;
    }
    void keep(std::string question, const Answer& answer) {
        constexpr std::size_t most = 20'000;
        const std::unique_lock lock(mutex_);
        if (answers_.size() >= most) answers_.clear();
        answers_.emplace(std::move(question), answer);
    }

 private:
    mutable std::shared_mutex mutex_;
    std::unordered_map<std::string, Answer> answers_;
};

std::vector<TranslatedSequence> best_proved(const std::vector<SequenceTranslation>& all) {
    std::vector<TranslatedSequence> best;
    for (const SequenceTranslation& one : all) {
        if (one.reason != all.front().reason) break;
        std::string text;
        append_utf8(text, one.to.sequence.base);
        append_utf8(text, one.to.sequence.selector);
        best.push_back({std::move(text), std::string(name_of(one.reason)) + ' ' + one.shared});
    }
    return best;
}

class RegistryCharacters final : public CharacterAuthority {
 public:
    explicit RegistryCharacters(const std::string& path) : pool_(path) {
        const auto registry = pool_.borrow();
        for (const auto& [set, tables] : tables_of_sets) {
            for (const std::string_view table : tables)
                has_[static_cast<unsigned>(set)] |= registry->has(table);
        }
        has_[static_cast<unsigned>(LoadedSet::mj_plus)] = has(LoadedSet::mj) && has_gj(*registry);
    }

    bool has(LoadedSet set) const override { return has_[static_cast<unsigned>(set)]; }

    Membership holds(LoadedSet set, std::string_view text) const override {
        if (!has(set)) return Membership::not_loaded;
        const CharacterUnit unit = unit_at(text, 0);
        const bool one = unit.size != 0 && unit.size == text.size() && unit.selectors <= 1;
        return one && member(set, unit, text) ? Membership::present : Membership::absent;
    }

    VariationFacts variation(char32_t base, char32_t selector) const override {
        return variations().facts({base, selector});
    }

    std::vector<TranslatedSequence> translations(char32_t base, char32_t selector,
                                                 std::uint8_t collection) const override {
        std::string question(1, static_cast<char>(collection));
        append_utf8(question, base);
        append_utf8(question, selector);
        std::vector<TranslatedSequence> answer;
        if (translated_.find(question, answer)) return answer;
        answer = best_proved(translate_sequence(*pool_.borrow(), {base, selector}, collection));
        translated_.keep(std::move(question), answer);
        return answer;
    }

    std::vector<TranslatedSequence> juki(char32_t code) const override {
        std::string question;
        append_utf8(question, code);
        std::vector<TranslatedSequence> answer;
        if (jukis_.find(question, answer)) return answer;
        const std::string number = "J+" + code_point_digits(code);
        for (const MjGlyph& glyph : mj_glyphs(*pool_.borrow(), MjKey::juki, number))
            answer.push_back({unit_of(glyph), number + " = " + glyph.mj});
        jukis_.keep(std::move(question), answer);
        return answer;
    }

    UnitShrink shrink(std::string_view unit, ShrinkPolicy policy, ShrinkTarget target) const override {
        std::string question(unit);
        question += {static_cast<char>(policy), static_cast<char>(target)};
        UnitShrink answer;
        if (memory_.find(question, answer)) return answer;
        answer = shrink_unit(*pool_.borrow(), unit, policy, target);
        memory_.keep(std::move(question), answer);
        return answer;
    }

 private:
    struct TablesOfSet {
        LoadedSet set;
        std::vector<std::string_view> tables;  ///< one of them is enough
    };
    static inline const TablesOfSet tables_of_sets[] = {
        {LoadedSet::mj, {"mj_character"}},
        {LoadedSet::variations, {"variation_sequence"}},
        {LoadedSet::mj_shrink, {"mj_shrink", "mj_shrink_relation"}},
        {LoadedSet::tax_shrink, {"nta_shrink"}},
    };

    bool member(LoadedSet set, const CharacterUnit& unit, std::string_view text) const {
        if (set == LoadedSet::variations) return variations().facts({unit.base, unit.selector}).registered();
        if (unit.mark == 0 && mj().holds(unit.base, unit.selector)) return true;
        return set == LoadedSet::mj_plus && gj().of(text) != nullptr;
    }

    const VariationTable& variations() const {
        variations_read_.run([&] { variations_ = std::make_unique<VariationTable>(*pool_.borrow()); });
        return *variations_;
    }
    const MjSet& mj() const {
        mj_read_.run([&] { mj_ = std::make_unique<MjSet>(*pool_.borrow()); });
        return *mj_;
    }

    const GjCharacters& gj() const {
        gj_read_.run([&] { gj_ = std::make_unique<GjCharacters>(*pool_.borrow()); });
        return *gj_;
    }

    mutable RegistryPool pool_;
    bool has_[5] = {};
    mutable AnswerMemory<UnitShrink> memory_;
    mutable AnswerMemory<std::vector<TranslatedSequence>> translated_;
    mutable AnswerMemory<std::vector<TranslatedSequence>> jukis_;
    mutable Once variations_read_;
    mutable std::unique_ptr<VariationTable> variations_;
    mutable Once mj_read_;
    mutable std::unique_ptr<MjSet> mj_;
    mutable Once gj_read_;
    mutable std::unique_ptr<GjCharacters> gj_;
};

}  // namespace

std::unique_ptr<CharacterAuthority> registry_characters(const std::string& path) {
    return std::make_unique<RegistryCharacters>(path);
}

}  // namespace daicho
