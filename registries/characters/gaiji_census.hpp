#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/batch.hpp"

namespace daicho {

/// A place in a table.
struct GaijiPlace {
    std::string file;
    std::uint64_t record = 0;
    std::uint64_t line = 0;
    std::string column;  ///< header

    bool operator==(const GaijiPlace&) const = default;
};

/// Whether the unit is a private use character, or nothing at all.
bool is_private_use(std::string_view unit);

/// What stands in data that a table of own characters should speak of: every private use character, U+FFFD
/// (bytes that were no character), and whatever else the table itself names.
class GaijiCensus {
 public:
    struct Use {
        std::uint64_t count = 0;
        std::vector<GaijiPlace> places;  ///< the first of them, a cell once

        static constexpr std::size_t most_places = 5;
    };

    GaijiCensus() = default;
    /// `wanted`: whether the table names a unit that is no private use character.
    explicit GaijiCensus(std::function<bool(std::string_view unit)> wanted) : wanted_(std::move(wanted)) {}

    void add(std::string_view text, const std::function<GaijiPlace()>& place);
    /// The cells of these columns (all where there are none); `header` names them.
    void add(const Batch& batch, const std::string& file, const std::vector<std::string>& header,
             const std::vector<std::size_t>& columns);

    /// By unit, in the order of code points.
    const std::map<std::string, Use>& uses() const { return uses_; }
    std::uint64_t cells() const { return cells_; }

 private:
    std::function<bool(std::string_view)> wanted_;
    std::map<std::string, Use> uses_;
    std::uint64_t cells_ = 0;
};

}  // namespace daicho
