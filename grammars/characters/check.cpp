#include "grammars/characters/check.hpp"

#include <algorithm>
#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/characters/judges.hpp"
#include "grammars/characters/rule_ids.hpp"
#include "grammars/formats/mojibake.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

/// What is no usable character, and what is said of all characters that are. The first that has something to
/// do with a unit is the one that tells.
constexpr UnitJudge judges_of_use[] = {judge_lost, judge_private_use, judge_control, judge_invisible,
                                       judge_space};
constexpr UnitJudge judges[] = {
    judge_selector,   judge_half_width_kana,   judge_radical,       judge_normal_form,
    judge_sound_mark, judge_stand_in,          judge_look_alike,    judge_mark_between_digits,
    judge_repertoire, judge_machine_dependent, judge_changed_shape, judge_letters,
};

ScanPlan scan_plan(const CharacterProblems& asked) {
    using namespace character;
    ScanPlan plan;
    plan.alarm = control | private_use | unassigned | invisible | odd_space | selector | nfc_no | nfc_maybe |
                 voicing | look_alike | placeholder | character::half_width_kana;
    if (asked.asks(rules::machine_dependent)) plan.alarm |= machine_dependent;
    if (asked.asks(rules::mixed_pair)) plan.alarm |= pair_member;
    for (const Repertoire* repertoire : asked.options().repertoires) plan.need |= repertoire->bit;
    const bool width = asked.asks(rules::other_width);
    const FieldLetters letters = asked.profile().letters;
    if (width && letters == FieldLetters::half) plan.alarm |= wide_ascii;
    plan.ascii_letters = width && (letters == FieldLetters::wide || letters == FieldLetters::katakana);
    if (asked.asks(rules::wrong_script) && letters == FieldLetters::katakana) {
        plan.need |= katakana_letter;
        plan.ascii_letters = plan.ascii_signs = true;
    }
    // Membership of what is loaded and a shape that changed are no bits: every ideograph needs a look.
    if (!asked.options().loaded.empty() || asked.asks(rules::changed_shape)) plan.alarm |= ideograph;
    return plan;
}

void refuse_what_is_not_loaded(const CharacterCheckOptions& options) {
    for (const LoadedSet set : options.loaded) {
        if (options.authority && options.authority->has(set)) continue;
        const Text title = title_of(set);
        throw Error{ErrorKind::registry,
                    std::string(title.ja) +
                        " が台帳ファイルにないので調べられません。取り込んだ台帳ファイルを指定してください。",
                    std::string(title.en) +
                        " is not in the registry, so nothing can be checked against it; name a registry that "
                        "has it",
                    ErrorHint::registry};
    }
}

}  // namespace

CharacterCheck::CharacterCheck(const CharacterProfile& profile, CharacterCheckOptions options) {
    refuse_what_is_not_loaded(options);
    options.named = !options.repertoires.empty() || !options.loaded.empty();
    if (!options.named && !profile.set) {
        options.repertoires.push_back(find_repertoire("jisx0213"));
    } else if (!options.named && options.authority && options.authority->has(*profile.set)) {
        options.loaded.push_back(*profile.set);
    }
    const ScanPlan scan = scan_plan(CharacterProblems(profile, options));
    plan_ = std::make_unique<const Plan>(Plan{&profile, std::move(options), scan});
}

CharacterCheck::~CharacterCheck() = default;
CharacterCheck::CharacterCheck(CharacterCheck&&) noexcept = default;

const CharacterProfile& CharacterCheck::profile() const {
    return *plan_->profile;
}

const CharacterCheckOptions& CharacterCheck::options() const {
    return plan_->options;
}

bool CharacterCheck::is_plainly_clean(std::string_view text) const {
    return plan_->plain.are_all_of(text) || !alarms(text, plan_->scan);
}

bool CharacterCheck::needs_no_look(std::string_view text) const {
    return plan_->plain.are_all_of(text);
}

namespace {

/// A text that was garbled as a whole has one problem, not as many as it has strange characters.
bool is_garbled(std::string_view text, CharacterProblems& out) {
    if (!out.asks(rules::mojibake)) return false;
    auto repair = find_mojibake_repair(text);
    if (!repair) return false;
    out.add(rules::mojibake, 0, text.size(), RepairKind::guess, std::move(repair->text));
    return true;
}

/// Whether no judge has anything to do with a character: nothing alarms of it, it is not one that is right or
/// wrong by what stands beside it, and nothing behind it belongs to it.
bool is_plain(CodePoint c, CodePoint next, const ScanPlan& plan) {
    using namespace character;
    if (c.value < 0x80) {
        if (c.value < 0x20 || c.value == 0x7F || c.value == '?' || c.value == '-' || plan.ascii_letters)
            return false;
    } else {
        const CharacterProperties word = properties_of(c.value);
        if (((word ^ plan.need) & (plan.alarm | plan.need)) != 0) return false;
        if ((word & (kana_twin | hyphen_like)) != 0) return false;
    }
    if (next.value < 0x80) return true;
    return (properties_of(next.value) & (selector | combining | nfc_maybe | voicing)) == 0;
}

/// Where the next unit is that is not plain, or the end; `previous` becomes what stands before it.
std::size_t skip_plain(std::string_view text, std::size_t at, const ScanPlan& plan, char32_t& previous) {
    CodePoint c = code_point_at(text, at);
    while (c.size != 0) {
        const CodePoint next = code_point_at(text, at + c.size);
        if (!is_plain(c, next, plan)) break;
        previous = c.value;
        at += c.size;
        c = next;
    }
    return at;
}

std::size_t first_of(std::span<const UnitJudge> these, const UnitPlace& place, CharacterProblems& out) {
    for (const UnitJudge judge : these) {
        if (const std::size_t size = judge(place, out); size != 0) return size;
    }
    return 0;
}

/// A mark between digits that the grammar of the kind makes a hyphen of is not in the value that it writes;
/// who names a set asks for the text as it is.
bool is_left_to_grammar(const UnitPlace& place, const CharacterProblems& out) {
    return (place.properties & character::hyphen_like) != 0 && is_decimal_digit(place.previous) &&
           is_decimal_digit(place.next) && !out.options().named &&
           std::ranges::find(out.options().left_out, rules::mark_between_digits) !=
               out.options().left_out.end();
}

/// A note on a character hides not that a set lacks it; a warning, or a repair that takes it away, says
/// enough.
std::size_t judge_character(const UnitPlace& place, CharacterProblems& out) {
    const std::size_t before = out.found().size();
    const std::size_t size = first_of(judges, place, out);
    const auto told = out.found().subspan(before);
    const bool settled = std::ranges::any_of(told, [&](const CharacterProblem& problem) {
        const RuleWeight weight = out.profile().weight_of(problem.rule);
        const bool note = weight == RuleWeight::info || weight == RuleWeight::off;
        return problem.rule == rules::outside_repertoire || !note || is_safe(problem.repair);
    });
    if (size != 0 && !settled && !is_left_to_grammar(place, out)) judge_repertoire(place, out);
    return size;
}

}  // namespace

std::vector<CharacterProblem> CharacterCheck::problems(std::string_view text) const {
    CharacterProblems out(*plan_->profile, plan_->options);
    if (is_garbled(text, out)) return out.take();
    char32_t previous = 0;
    const auto next_from = [&](std::size_t at) { return skip_plain(text, at, plan_->scan, previous); };
    for (std::size_t at = next_from(0); at < text.size(); at = next_from(at)) {
        const UnitPlace place = unit_place(text, at, previous);
        std::size_t size = first_of(judges_of_use, place, out);
        if (size == 0) size = judge_character(place, out);
        at += std::max<std::size_t>(size, place.unit.size);
        previous = place.unit.base;
    }
    return out.take();
}

std::string CharacterCheck::safely_repaired(std::string_view text) const {
    std::string now(text);
    // A repair can bring to light another one (a selector behind what is invisible); each shortens or
    // settles.
    for (int round = 0; round < 8 && !is_plainly_clean(now); ++round) {
        std::string next = repaired(now, problems(now));
        if (next == now) break;
        now = std::move(next);
    }
    return now;
}

std::string repaired(std::string_view text, std::span<const CharacterProblem> problems, RuleId rule) {
    std::string out;
    std::size_t done = 0;
    for (const CharacterProblem& problem : problems) {
        const bool applies =
            is_safe(problem.repair) || (problem.repair != RepairKind::none && problem.rule == rule);
        if (!applies) continue;
        out += text.substr(done, problem.where.begin - done);
        out += problem.replacement;
        done = problem.where.end;
    }
    return out += text.substr(done);
}

// ---- what judges work with ----

bool CharacterProblems::asks(RuleId rule) const {
    const bool named = rule == rules::outside_repertoire && options_.named;
    return (named || profile_.weight_of(rule) != RuleWeight::off) &&
           std::ranges::find(options_.left_out, rule) == options_.left_out.end();
}

CharacterProblem* CharacterProblems::add(RuleId rule, std::size_t begin, std::size_t size) {
    if (!asks(rule)) return nullptr;
    const auto first = static_cast<std::uint32_t>(begin);
    return &found_.emplace_back(
        CharacterProblem{rule, {first, first + static_cast<std::uint32_t>(size)}, {}, {}, {}, {}});
}

void CharacterProblems::add(RuleId rule, std::size_t begin, std::size_t size, RepairKind repair,
                            std::string replacement) {
    if (CharacterProblem* problem = add(rule, begin, size)) {
        problem->repair = repair;
        problem->replacement = std::move(replacement);
    }
}

UnitPlace unit_place(std::string_view text, std::size_t at, char32_t previous) {
    UnitPlace place{text, at, unit_at(text, at), 0, previous, 0};
    place.properties = properties_of(place.unit.base);
    place.next = code_point_at(text, place.end()).value;
    return place;
}

}  // namespace daicho
