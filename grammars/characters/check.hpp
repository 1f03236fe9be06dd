#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/result.hpp"
#include "grammars/characters/character_authority.hpp"
#include "grammars/characters/profile.hpp"
#include "grammars/text/repertoire.hpp"

namespace daicho {

struct CharacterCheckOptions {
    /// Sets that every unit has to be in. Where neither these nor `loaded` are given: that of the profile,
    /// JIS X 0213 in most, as GIF asks of them. Sets that are given count in fields of every profile.
    std::vector<const Repertoire*> repertoires;
    /// Sets of a registry that every ideograph has to be in. One that `authority` does not have is an Error.
    std::vector<LoadedSet> loaded;
    const CharacterAuthority* authority = nullptr;  ///< null: nothing is loaded. Must outlive the check
    std::vector<RuleId> left_out;                   ///< rules that others look after
    bool named = false;                             ///< set by the check itself: the sets were given
};

/// Something about one place of a text: a unit, or some that belong together. `where` are bytes of the text.
struct CharacterProblem {
    RuleId rule;
    Span where;
    RepairKind repair = RepairKind::none;
    std::string replacement;  ///< of `where`; empty may mean that it is to be taken out
    std::vector<std::string>
        candidates;  ///< what may be written instead, where that needs somebody to decide
    std::vector<std::string_view> lacking;  ///< C220: names of the sets that do not have it; static
};

/// The rules about characters, for fields of one profile. May be used from several threads at once.
class CharacterCheck {
 public:
    /// `profile` must outlive it. Throws Error where a set is asked for that is not loaded.
    explicit CharacterCheck(const CharacterProfile& profile, CharacterCheckOptions options = {});
    ~CharacterCheck();
    CharacterCheck(CharacterCheck&&) noexcept;

    /// One load of properties for each character beyond ASCII, no allocation: true only where there is no
    /// problem. False says no more than that `problems` has to look. `text` is valid UTF-8.
    bool is_plainly_clean(std::string_view text) const;

    /// The same, quicker and of fewer texts: true only where each character by itself is one that no rule has
    /// anything to do with, nor is any a control or a space but U+0020.
    bool needs_no_look(std::string_view text) const;

    /// In order of place. At one place the most telling problem alone is told.
    std::vector<CharacterProblem> problems(std::string_view text) const;

    /// `text` with its safe repairs, until there is none left.
    std::string safely_repaired(std::string_view text) const;

    const CharacterProfile& profile() const;
    const CharacterCheckOptions& options() const;

 private:
    struct Plan;
    std::unique_ptr<const Plan> plan_;
};

/// `text` with the repairs of `problems` that are safe, or that are of `rule` as well.
std::string repaired(std::string_view text, std::span<const CharacterProblem> problems, RuleId rule = {});

/// What a unit is, in facts that are the same in every language: "髙 U+9AD9 CP932", "か゚ U+304B U+309A JIS
/// 1-4-87", "U+200B ZWSP", "か゛ U+304B U+309B". Of a longer run of units the first.
std::string unit_facts(std::string_view unit);

}  // namespace daicho
