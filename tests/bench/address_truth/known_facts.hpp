#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "registries/store/registry.hpp"

namespace daicho::truth {

/// What the registry says of municipalities, towns and postal codes, asked without the index of addresses.
class KnownFacts {
 public:
    explicit KnownFacts(const Registry& registry);

    const Registry& registry() const { return registry_; }

    /// Whether `answered` (6 digits) is the municipality `code` (5 or 6 digits), a ward of it, or, where that
    /// is no more, one that came of it.
    bool same_municipality(std::string_view code, std::string_view answered) const;
    /// Whether the municipality `after` came of `before`, by one reorganisation or several.
    bool came_of(std::string_view before, std::string_view after) const;
    /// Whether `code` is a municipality of the present.
    bool present(std::string_view code) const { return names_.contains(std::string(code.substr(0, 5))); }
    /// The name without prefecture and county: 札幌市北区; empty: not known.
    std::string name_of(std::string_view code) const;
    std::string prefecture_of(std::string_view code) const;

    /// The plain names of the towns of a municipality, sorted.
    const std::vector<std::string>& towns_of(std::string_view code) const;

    struct PostalTown {
        std::string municipality;  ///< 5 digits
        std::string town;          ///< plain, without what stands in brackets; empty: any town
    };
    /// What a postal code is of; empty: not known.
    const std::vector<PostalTown>& postal(std::string_view code) const;

 private:
    struct Name {
        std::string prefecture, city, ward;
    };

    void read_municipalities();
    void read_successors();
    void read_postal_codes();
    std::vector<std::string> read_towns(const std::string& code) const;

    const Registry& registry_;
    std::map<std::string, Name> names_;                        ///< by 5 digits
    std::map<std::string, std::set<std::string>> successors_;  ///< by 5 digits
    std::unordered_map<std::string, std::vector<PostalTown>> postal_;
    mutable std::unordered_map<std::string, std::vector<std::string>> towns_;
};

}  // namespace daicho::truth
