#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "registries/embedded/municipality_table.hpp"

namespace daicho {

/// A municipality under one code and one name, and the days on which it was so. A municipality that was
/// renamed, or that merged into a new one of the same code and name, is two of these. Texts live as long as
/// the program. The county is that of the end of the period, empty where it is not known (towns of 北海道
/// that ended before 2004).
struct MunicipalityPeriod : Municipality {
    std::string_view since;  ///< YYYY-MM-DD, its first day; empty: it was there when the record begins

    /// Whether it was so on that day, or is so now where `as_of` (YYYY-MM-DD) is empty.
    bool covers(std::string_view as_of) const {
        if (as_of.empty()) return ended.empty();
        return since <= as_of && (ended.empty() || as_of < ended);
    }
    bool ended_by(std::string_view as_of) const {
        return !ended.empty() && (as_of.empty() || ended <= as_of);
    }
};

/// A type of municipality_event_types.tsv.
struct MunicipalityEventType {
    std::string_view name;  ///< 新設合併
    std::string_view en;
    bool ends = false;    ///< the municipality named first was no more afterwards
    bool begins = false;  ///< the municipality named second was not there before
    bool same = false;    ///< it is the same municipality under another code or name
};

struct MunicipalityEvent {
    std::string_view date;  ///< YYYY-MM-DD, the first day on which it was so
    const MunicipalityEventType* type = nullptr;
    const MunicipalityPeriod* from = nullptr;  ///< null: from nothing that was a municipality before
    const MunicipalityPeriod* to = nullptr;    ///< never null
};

using MunicipalityEvents = std::vector<const MunicipalityEvent*>;

/// Every prefecture, municipality and ward of a designated city since 1970-04-01, and what became of them.
class MunicipalityHistory {
 public:
    /// The history that is compiled in; made at the first call.
    static const MunicipalityHistory& embedded();

    /// The first and the last day for which it is complete.
    std::string_view first_day() const { return first_day_; }
    std::string_view last_day() const { return last_day_; }

    /// By code; those of one code in the order of time.
    std::span<const MunicipalityPeriod> periods() const { return periods_; }
    /// Those of a code of six digits, or of five where the check digit is left out.
    std::span<const MunicipalityPeriod> with_code(std::string_view code) const;
    /// The one that bears the code on that day; before and after its time the first or the last that bore it.
    /// Null where the code was never used.
    const MunicipalityPeriod* holder(std::string_view code, std::string_view as_of) const;

    /// What happened to `period` (merged, renamed, a part separated …) and what it came from (others that
    /// were merged into it included), in the order of time.
    std::span<const MunicipalityEvent* const> events_from(const MunicipalityPeriod& period) const;
    std::span<const MunicipalityEvent* const> events_to(const MunicipalityPeriod& period) const;

    /// The events that lead from a period that ended to those it became part of by `as_of`, in the order of
    /// time.
    MunicipalityEvents way_of(const MunicipalityPeriod& period, std::string_view as_of) const;
    /// The municipalities that it became by `as_of`; itself, where it had not ended by then.
    std::vector<const MunicipalityPeriod*> successors(const MunicipalityPeriod& period,
                                                      std::string_view as_of) const;
    /// The code of the one municipality that what bore `code` last has become by today; empty: it became
    /// several, or the code was never used.
    std::string_view code_of_today(std::string_view code) const;

 private:
    MunicipalityHistory();

    std::string_view first_day_;
    std::string_view last_day_;
    std::vector<MunicipalityEventType> types_;
    std::vector<MunicipalityPeriod> periods_;
    std::vector<MunicipalityEvent> events_;
    MunicipalityEvents by_from_;  // sorted by period, then date
    MunicipalityEvents by_to_;
};

}  // namespace daicho
