#include "models/engine/file_area.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "grammars/values/address.hpp"
#include "grammars/values/check_digit.hpp"
#include "grammars/values/municipality_code.hpp"
#include "grammars/values/municipality_levels.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_records = 200;
constexpr std::size_t least_votes = 5;

std::string completed(std::string digits) {
    digits.push_back(municipality_check_digit(digits));
    return digits;
}

/// 221309 of a ward of 浜松市; else the municipality itself.
std::string city_of(std::string_view code) {
    std::string city = completed(std::string(code.substr(0, 3)) + "00");
    return may_have_wards(city) && lies_within(code, city) ? city : std::string(code);
}

/// How many records are of which area.
class Votes {
 public:
    void add(std::string_view area) {
        ++all_;
        ++of_area_[std::string(area)];
    }
    /// The area that has the most votes, `least` of 100 at least; else empty.
    std::string winner(std::size_t least) const {
        const auto best = std::max_element(of_area_.begin(), of_area_.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        const bool wins =
            best != of_area_.end() && best->second >= least_votes && best->second * 100 >= all_ * least;
        return wins ? best->first : std::string();
    }

 private:
    std::map<std::string, std::size_t> of_area_;
    std::size_t all_ = 0;
};

/// What a table says of the area it is of.
struct Evidence {
    Votes cities, prefectures;
    std::vector<std::string_view> texts;  // of addresses

    void add(std::string_view lg_code) {
        if (lg_code.size() != 6) return;
        cities.add(city_of(lg_code));
        prefectures.add(completed(std::string(lg_code.substr(0, 2)) + "000"));
    }
};

/// Whether most addresses are known in the area, so that it is not another one of which many bear the
/// names.
bool fits(const std::vector<std::string_view>& texts, const std::string& area,
          const AddressReference& addresses) {
    const auto known = std::count_if(texts.begin(), texts.end(), [&](std::string_view text) {
        const LocatedAddress found = addresses.locate(text, area);
        return found.level >= MatchLevel::town && lies_within(found.lg_code, area);
    });
    return static_cast<std::size_t>(known) * 10 >= texts.size() * 6;
}

const ValueType* kind_of(const ColumnBinding& bound, const Model& model) {
    return bound.slot ? model.slots[*bound.slot].kind : bound.kind;
}

}  // namespace

std::string area_of(const Batch& batch, const Model& model, const Binding& binding,
                    const AddressReference& addresses) {
    Evidence evidence;
    const std::size_t records = std::min(batch.size(), most_records);
    for (std::uint32_t column = 0; column < binding.columns.size(); ++column) {
        const ValueType* kind = kind_of(binding.columns[column], model);
        if (kind != &municipality_code_type && kind != &address_type) continue;
        for (std::size_t record = 0; record < records; ++record) {
            const std::string_view text = batch.cell(record, column);
            if (text.empty()) continue;
            if (kind == &municipality_code_type) {
                if (const auto code = kind->canonical(text, {})) evidence.add(*code);
                continue;
            }
            evidence.texts.push_back(text);
            const LocatedAddress found = addresses.locate(text, {});
            if (found.doubt != AddressDoubt::several_places && found.level >= MatchLevel::town)
                evidence.add(found.lg_code);
        }
    }
    const std::string area = evidence.cities.winner(evidence.texts.empty() ? 90 : 50);
    if (!area.empty() && fits(evidence.texts, area, addresses)) return area;
    return evidence.prefectures.winner(90);
}

}  // namespace daicho
