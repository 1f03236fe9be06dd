#include <algorithm>
#include <string>

#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/values/check_digit.hpp"
#include "registries/corporations/corporation_coverage.hpp"
#include "registries/corporations/corporation_register.hpp"
#include "registries/corporations/number_repair.hpp"
#include "registries/lookup/corporation_by_name.hpp"
#include "registries/lookup/corporation_fields.hpp"
#include "registries/lookup/corporation_line.hpp"
#include "registries/lookup/lookup.hpp"

namespace daicho {

namespace {

constexpr AnswerTerm by_number{"corporate-number", {"法人番号", "corporate number"}};
constexpr AnswerTerm by_twelve{
    "number-without-check-digit",
    {"会社法人等番号（検査用数字を補いました）", "number without its check digit"}};
constexpr AnswerTerm by_repair{
    "wrong-check-digit",
    {"1 桁違い、または隣どうしの入れ替わり", "one digit otherwise, or two neighbours exchanged"}};

constexpr std::size_t number_size = 13;
constexpr std::size_t least_digits = 10;  ///< what has fewer may be a name

/// The digits of a number that is written in any width, with T in front, with hyphens or spaces between;
/// empty where it is no number.
std::string digits_of(std::string_view query) {
    if (std::ranges::all_of(query, is_ascii_digit)) return std::string(query);
    const Narrow narrow(query);
    std::string_view text = narrow.text();
    if (text.starts_with('T') || text.starts_with('t')) text.remove_prefix(1);
    std::string digits;
    for (const char c : text) {
        if (c == '-' || c == ' ') continue;
        if (c < '0' || c > '9') return {};
        digits += c;
    }
    return digits;
}

class CorporationQuestion {
 public:
    CorporationQuestion(const LookupContext& context, LookupAnswer& answer)
        : registry_(*context.registry), corporations_(registry_), as_of_(context.as_of), answer_(answer) {}

    void ask_number(std::string digits) {
        const bool twelve = digits.size() == number_size - 1;
        if (twelve) digits.insert(digits.begin(), corporate_check_digit(digits));
        if (digits.size() != number_size) {
            if (digits.size() < least_digits) return;
            say("法人番号は 13 桁です（この番号は " + std::to_string(digits.size()) + " 桁）。",
                "a corporate number has 13 digits, not " + std::to_string(digits.size()));
            return;
        }
        if (digits[0] != corporate_check_digit(std::string_view(digits).substr(1))) {
            ask_repaired(digits);
        } else if (!add(digits, twelve ? by_twelve : by_number, true)) {
            unknown(digits);
        }
    }

    void ask_name(std::string_view name, const LookupContext& context) {
        find_corporations_by_name(name, context, answer_);
    }

 private:
    /// The state of the day, or a hint where none of that day is known. False: there is no such number.
    bool add(const std::string& digits, const AnswerTerm& reason, bool sure) {
        const auto number = CorporationRegister::number(digits);
        if (!number) return false;
        const auto states = corporations_.states(*number);
        const CorporationState* const present = CorporationRegister::present_of(states);
        if (!present) return false;
        const CorporationState* state =
            as_of_.empty() ? present : CorporationRegister::state_on(as_of_, states);
        const bool known = state != nullptr;
        if (!known) {
            state = earliest(states);
            if (!state) return false;
            say("番号 " + digits + " の " + std::string(as_of_) +
                    " の状態は、この台帳にありません（分かるのは " + state->valid_from() + " からです）。",
                "the state of " + digits + " on " + std::string(as_of_) +
                    " is not in this registry, which goes back to " + state->valid_from());
        }
        if (state->is_withdrawal()) {
            say("番号 " + digits + " は " + state->recorded_from() +
                    " に取り消されました。ふたたび使われることはありません。",
                "the number " + digits + " was withdrawn on " + state->recorded_from() +
                    " and is never used again");
        }
        answer_.matches.push_back(
            {corporation_fields(corporations_, *state, states, as_of_), reason, 0, sure && known});
        return true;
    }

    static const CorporationState* earliest(const std::vector<CorporationState>& states) {
        const CorporationState* first = nullptr;
        for (const CorporationState& state : states) {
            if (state.is_believed() && (!first || state.valid_from() < first->valid_from())) first = &state;
        }
        return first;
    }

    void ask_repaired(const std::string& digits) {
        std::size_t found = 0;
        for (const std::string& number : repaired_numbers(digits)) found += add(number, by_repair, false);
        const std::string check(1, corporate_check_digit(std::string_view(digits).substr(1)));
        say("番号 " + digits + " の検査用数字が合いません（ほかの桁が正しければ先頭は " + check +
                "）。この番号の法人はありません。" +
                (found > 0 ? "1 桁違いなどでこの台帳にある番号を示します。"
                           : "1 桁違いなどの番号も、この台帳にはありません。"),
            "the check digit of " + digits + " is wrong (if all other digits are right it is " + check +
                "): no body has this number; " +
                (found > 0 ? "shown are numbers near it that this registry has"
                           : "nor has this registry a number near it"));
    }

    void unknown(const std::string& digits) {
        answer_.covered = is_complete();
        if (answer_.covered) return;
        say("番号 " + digits +
                " はこの台帳にありません。台帳に収めた法人番号の公表データは全国分ではないので、実在しないと"
                "は限りません。",
            digits +
                " is not in this registry; it does not have the complete files of all prefectures, so that "
                "the number may exist");
    }

    bool is_complete() const { return read_corporation_coverage(registry_.database()).is_everything(); }

    void say(const std::string& ja, const std::string& en) {
        answer_.note_ja += ja;
        answer_.note_en += (answer_.note_en.empty() ? "" : "; ") + en;
    }

    const Registry& registry_;
    CorporationRegister corporations_;
    std::string_view as_of_;
    LookupAnswer& answer_;
};

}  // namespace

LookupAnswer look_up_corporation(std::string_view query, const LookupContext& context) {
    LookupAnswer answer;
    if (!context.registry || !CorporationRegister::is_in(*context.registry)) {
        answer.covered = false;
        answer.note_ja = "法人番号のある台帳がありません。daicho build で作ってください。";
        answer.note_en = "there is no registry with corporate numbers; make one with daicho build";
        return answer;
    }
    const CorporationLine line = read_corporation_line(query);
    LookupContext told = context;
    if (!line.address.empty()) told.corporations.address = line.address;
    CorporationQuestion question(told, answer);
    if (line.query.find_first_not_of(" \t") == line.query.npos && !told.corporations.address.empty()) {
        find_corporations_at(told.corporations.address, context, answer);
        return answer;
    }
    std::string digits = digits_of(line.query);
    if (!digits.empty()) question.ask_number(digits);
    // A name may be digits only.
    if (digits.empty() || (answer.matches.empty() && digits.size() < least_digits))
        question.ask_name(line.query, told);
    return answer;
}

}  // namespace daicho
