#include "registries/embedded/place_history.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "grammars/text/digits.hpp"
#include "grammars/text/join.hpp"
#include "grammars/values/seat_key.hpp"
#include "registries/embedded/municipality_history.hpp"

namespace daicho {

namespace {

constexpr std::size_t longest_name = 96;  // bytes of a municipality's name with all that stands in front

bool is_code(std::string_view text) {
    return (text.size() == 5 || text.size() == 6) && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

/// What a municipality is called, in full and with parts left out.
std::vector<std::string> names_of(const MunicipalityPeriod& period) {
    std::vector<std::string> names;
    if (period.city.empty()) return names;
    const auto add = [&](std::string name) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    };
    add(concatenated({period.prefecture, period.county, period.city, period.ward}));
    add(concatenated({period.prefecture, period.city, period.ward}));
    add(concatenated({period.county, period.city, period.ward}));
    add(concatenated({period.city, period.ward}));
    return names;
}

bool is_boundary(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// Whether the rests of two addresses say the same.
bool same_rest(std::string_view before, std::string_view after) {
    return before == after || seat_key(before) == seat_key(after);
}

class EmbeddedPlaceHistory final : public PlaceHistory {
 public:
    EmbeddedPlaceHistory() : history_(MunicipalityHistory::embedded()) {
        for (const MunicipalityPeriod& period : history_.periods()) {
            if (period.ended.empty()) continue;
            for (std::string& name : names_of(period)) ended_[std::move(name)].push_back(&period);
        }
    }

    bool code_renewed(std::string_view before, std::string_view after) const override {
        if (!is_code(before) || !is_code(after) || before.substr(0, 5) == after.substr(0, 5)) return false;
        for (const MunicipalityPeriod& period : history_.with_code(before)) {
            for (const MunicipalityPeriod* heir : heirs(period)) {
                if (heir->lg_code.substr(0, 5) == after.substr(0, 5)) return true;
            }
        }
        return false;
    }

    bool name_renewed(std::string_view before, std::string_view after) const override {
        for (std::size_t size = std::min(before.size(), longest_name); size > 0; --size) {
            if (!is_boundary(before, size)) continue;
            const auto found = ended_.find(std::string(before.substr(0, size)));
            if (found == ended_.end()) continue;
            for (const MunicipalityPeriod* period : found->second) {
                if (becomes(*period, before.substr(size), after)) return true;
            }
        }
        return false;
    }

 private:
    /// All that the municipality was or became a part of, up to now.
    std::vector<const MunicipalityPeriod*> heirs(const MunicipalityPeriod& period) const {
        std::vector<const MunicipalityPeriod*> heirs = history_.successors(period, {});
        for (const MunicipalityEvent* event : history_.way_of(period, {})) heirs.push_back(event->to);
        return heirs;
    }

    bool becomes(const MunicipalityPeriod& period, std::string_view rest, std::string_view after) const {
        for (const MunicipalityPeriod* heir : heirs(period)) {
            for (const std::string& name : names_of(*heir)) {
                if (after.starts_with(name) && same_rest(rest, after.substr(name.size()))) return true;
            }
        }
        return false;
    }

    const MunicipalityHistory& history_;
    std::unordered_map<std::string, std::vector<const MunicipalityPeriod*>> ended_;
};

}  // namespace

const PlaceHistory& embedded_place_history() {
    static const EmbeddedPlaceHistory history;
    return history;
}

}  // namespace daicho
