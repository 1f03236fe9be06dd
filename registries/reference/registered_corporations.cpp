#include "registries/reference/registered_corporations.hpp"

#include <algorithm>
#include <charconv>

#include "grammars/values/check_digit.hpp"
#include "registries/corporations/corporation_coverage.hpp"
#include "registries/corporations/corporation_register.hpp"
#include "registries/corporations/corporation_rows.hpp"
#include "registries/corporations/number_repair.hpp"
#include "registries/corporations/published_days.hpp"
#include "registries/store/registry_pool.hpp"

namespace daicho {

namespace {

namespace item = corporation_item;

std::string municipality_code(const CorporationState& state) {
    std::string code = state[item::prefecture_code] + state[item::city_code];
    if (code.size() != 5) return {};
    code += municipality_check_digit(code);
    return code;
}

/// States in the order in which they held; a text that is `present` is not former.
void add_former(std::vector<FormerText>& texts, std::string text, const std::string& until,
                const std::string& present) {
    if (text.empty() || text == present || until.empty()) return;
    const auto known = std::ranges::find(texts, text, &FormerText::text);
    if (known == texts.end()) {
        texts.push_back({std::move(text), until});
    } else {
        known->until = std::max(known->until, until);
    }
}

class RegisteredCorporations final : public CorporationReference {
 public:
    explicit RegisteredCorporations(const std::string& path) : pool_(path) {
        const auto registry = pool_.borrow();
        if (!CorporationRegister::is_in(*registry)) return;
        there_ = true;
        coverage_ = read_corporation_coverage(registry->database());
        day_ = PublishedDays(registry->database()).unbroken_until();
    }

    bool is_there() const { return there_; }

    KnownCorporation find(std::string_view number, std::string_view as_of) const override {
        KnownCorporation corporation;
        corporation.register_day = day_;
        const auto key = CorporationRegister::number(number);
        if (!key) return corporation;
        const auto registry = pool_.borrow();
        const CorporationRegister corporations(*registry);
        const auto present = corporations.find(*key);
        if (!present) {
            corporation.standing =
                coverage_.is_everything() ? CorporationStanding::unknown : CorporationStanding::not_covered;
        } else if (is_of(*present, as_of)) {
            describe(*present, corporation);
        } else {
            describe_past(corporations, *key, *present, as_of, corporation);
        }
        if (corporation.standing == CorporationStanding::closed)
            corporation.successors = successors(corporations, *key, as_of);
        return corporation;
    }

    FormerCorporation former(std::string_view number, std::string_view as_of) const override {
        FormerCorporation former;
        const auto key = CorporationRegister::number(number);
        if (!key) return former;
        const auto registry = pool_.borrow();
        std::vector<CorporationState> states = CorporationRegister(*registry).states(*key);
        std::erase_if(states, [&](const CorporationState& state) {
            return !state.is_believed() || state.is_withdrawal() ||
                   (!as_of.empty() && state.valid_from() > as_of);
        });
        if (states.empty()) return former;
        const auto holds_longer = [](const CorporationState& a, const CorporationState& b) {
            if (a.valid_until.empty() || b.valid_until.empty()) return !a.valid_until.empty();
            return a.valid_until < b.valid_until;
        };
        std::ranges::stable_sort(states, holds_longer);
        const CorporationState& last = states.back();
        for (auto state = states.rbegin(); state != states.rend(); ++state) {
            add_former(former.names, (*state)[item::name], state->valid_until, last[item::name]);
            add_former(former.addresses, state->address(), state->valid_until, last.address());
        }
        return former;
    }

    bool covers(std::string_view prefecture) const override {
        std::uint32_t code = 0;
        const auto [end, error] =
            std::from_chars(prefecture.data(), prefecture.data() + prefecture.size(), code);
        return prefecture.size() == 2 && error == std::errc() && code != 0 && coverage_.has(code * 1000);
    }

    std::vector<std::string> repairs(std::string_view digits) const override {
        std::vector<std::string> numbers = repaired_numbers(digits);
        const auto registry = pool_.borrow();
        const CorporationRegister corporations(*registry);
        std::erase_if(numbers, [&](const std::string& number) {
            const auto key = CorporationRegister::number(number);
            return !key || !corporations.has(*key);
        });
        return numbers;
    }

 private:
    /// Whether the present state held on that day already.
    static bool is_of(const CorporationState& present, std::string_view as_of) {
        return as_of.empty() || present.is_withdrawal() || present.valid_from() <= as_of;
    }

    static void describe(const CorporationState& state, KnownCorporation& corporation) {
        if (state.is_withdrawal()) {
            corporation.standing = CorporationStanding::withdrawn;
            corporation.date = state[item::update_date];
            return;
        }
        corporation.standing = state.is_closed() ? CorporationStanding::closed : CorporationStanding::live;
        corporation.date = state[item::close_date];
        corporation.close_cause = state[item::close_cause];
        corporation.name = state[item::name];
        corporation.kana = state[item::furigana];
        corporation.kind = state[item::kind];
        corporation.prefecture = state[item::prefecture];
        corporation.city = state[item::city];
        corporation.street = state[item::street];
        corporation.lg_code = municipality_code(state);
    }

    /// Where no state of that day was published, no more is said than that the corporation was there.
    static void describe_past(const CorporationRegister& corporations, std::int64_t key,
                              const CorporationState& present, std::string_view as_of,
                              KnownCorporation& corporation) {
        if (const auto state = corporations.find(key, as_of)) return describe(*state, corporation);
        const std::string& given = present[item::assignment_date];
        corporation.standing = given > as_of ? CorporationStanding::not_yet : CorporationStanding::live;
        if (given > as_of) corporation.date = given;
    }

    static std::vector<CorporationSuccessor> successors(const CorporationRegister& corporations,
                                                        std::int64_t key, std::string_view as_of) {
        std::vector<CorporationSuccessor> chain;
        for (const CorporationMerger& hop : corporations.successors(key)) {
            if (!as_of.empty() && hop.date > as_of) break;
            const auto survivor = corporations.find(hop.survivor);
            CorporationSuccessor& one = chain.emplace_back();
            one.number = corporate_number_text(hop.survivor);
            one.date = hop.date;
            if (!survivor) continue;
            one.name = (*survivor)[item::name];
            one.closed = survivor->is_closed() || survivor->is_withdrawal();
        }
        return chain;
    }

    mutable RegistryPool pool_;
    CorporationCoverage coverage_;
    std::string day_;
    bool there_ = false;
};

}  // namespace

std::unique_ptr<CorporationReference> registered_corporations(const std::string& path) {
    auto corporations = std::make_unique<RegisteredCorporations>(path);
    return corporations->is_there() ? std::move(corporations) : nullptr;
}

}  // namespace daicho
