#pragma once

#include <string_view>

namespace daicho {

/// What became of places. The comparison declares it; the registries implement it. May be called from several
/// threads at once.
class PlaceHistory {
 public:
    virtual ~PlaceHistory() = default;

    /// Whether `before` is a code of a municipality that has the code `after` since.
    virtual bool code_renewed(std::string_view before, std::string_view after) const = 0;
    /// Whether `before` begins with a name of a municipality that has the name with which `after` begins
    /// since, and both go on alike.
    virtual bool name_renewed(std::string_view before, std::string_view after) const = 0;
};

}  // namespace daicho
