#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "registries/store/database.hpp"

namespace daicho {

/// Which days' differences a registry has. The register is complete to the day of the newest complete file;
/// from there on each working day has a difference file of its own.
class PublishedDays {
 public:
    /// Reads what the registry has.
    explicit PublishedDays(const Database& database);

    /// The day of a difference file by its name (diff_20260821.csv); nothing for a complete file.
    static std::optional<std::string> difference_day(std::string_view name, std::string_view edition);

    /// Working days before `day` (YYYY-MM-DD) whose differences are missing, in order. None where there is
    /// nothing that a difference could follow, or where `day` is before the newest complete file.
    std::vector<std::string> missing_before(const std::string& day) const;
    /// The last day of which all was published that came before: from the newest complete file on, no
    /// difference of a working day is missing. Empty where there is no complete file.
    std::string unbroken_until() const;
    void add_difference(std::string day) { differences_.insert(std::move(day)); }
    void add_complete(const std::string& day) {
        if (day > complete_) complete_ = day;
    }
    /// Writes the day of the newest complete file into the registry.
    void finish(Database& database);

 private:
    friend std::string last_published_day(const Database& database);

    std::set<std::string> differences_;
    std::string complete_;
};

/// The last day whose publications the registry has; empty where it has none.
std::string last_published_day(const Database& database);

}  // namespace daicho
