#include "registries/embedded/embedded_reference.hpp"

#include "registries/embedded/municipality_history.hpp"

namespace daicho {

namespace {

using Known = ReferenceAnswer::Known;

std::string successor_codes(const MunicipalityHistory& history, const MunicipalityPeriod& ended,
                            std::string_view as_of) {
    std::string codes;
    for (const MunicipalityPeriod* municipality : history.successors(ended, as_of)) {
        codes.append(codes.empty() ? "" : ", ").append(municipality->lg_code);
    }
    return codes;
}

ReferenceAnswer ask_municipality(std::string_view code, std::string_view as_of) {
    const auto& history = MunicipalityHistory::embedded();
    if (!as_of.empty() && as_of < history.first_day()) return {Known::not_covered, {}};
    const MunicipalityPeriod* municipality = code.size() == 6 ? history.holder(code, as_of) : nullptr;
    if (!municipality) return {Known::absent, {}};
    if (municipality->covers(as_of)) return {Known::present, {}};
    if (!municipality->ended_by(as_of)) return {Known::absent, {}};
    return {Known::ended, successor_codes(history, *municipality, as_of)};
}

class EmbeddedReference : public ReferenceData {
 public:
    void find(std::string_view kind, std::span<const std::string_view> keys, std::string_view as_of,
              std::span<ReferenceAnswer> answers) const override {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            answers[i] = kind == "municipality" ? ask_municipality(keys[i], as_of) : ReferenceAnswer{};
        }
    }

    std::string text(std::string_view kind, std::string_view key, std::string_view column) const override {
        if (kind != "municipality" || key.size() != 6) return {};
        const MunicipalityPeriod* municipality = MunicipalityHistory::embedded().holder(key, {});
        if (!municipality) return {};
        if (column == "prefecture") return std::string(municipality->prefecture);
        if (column == "county") return std::string(municipality->county);
        if (column == "city") return std::string(municipality->city);
        return column == "ward" ? std::string(municipality->ward) : std::string();
    }
};

}  // namespace

const ReferenceData& embedded_reference() {
    static const EmbeddedReference reference;
    return reference;
}

}  // namespace daicho
