#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "registries/embedded/municipality_history.hpp"

namespace daicho {

/// The files of the history, read, with numbers of `periods` in place of pointers.
struct MunicipalityHistoryFiles {
    struct Event {
        std::string_view date;
        const MunicipalityEventType* type = nullptr;
        std::uint32_t from = 0;
        std::uint32_t to = 0;
    };
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    std::string_view first_day;
    std::string_view last_day;
    std::vector<MunicipalityEventType> types;
    std::vector<MunicipalityPeriod> periods;  ///< in no order
    std::vector<Event> events;                ///< in the order of the date
};

/// Reads municipality_events.tsv, municipality_event_types.tsv and municipalities.tsv.
MunicipalityHistoryFiles read_municipality_history();

}  // namespace daicho
