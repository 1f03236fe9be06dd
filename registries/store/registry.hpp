#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "registries/store/database.hpp"
#include "registries/store/number_filter.hpp"

namespace daicho {

/// A registry that `daicho build` made, open to be read. Nobody writes to a registry that is in place, so it
/// may be read from anywhere at any time; a newer one that takes its place is seen by who opens it anew. Not
/// for use from two threads at once: open it again for each.
class Registry {
 public:
    /// Throws Error where there is none, or where it is older or newer than this program.
    explicit Registry(const std::string& path);

    const std::string& path() const { return database_.path(); }
    const Database& database() const { return database_; }
    /// Whether there is a table, or an index, of this name.
    bool has(std::string_view table) const { return tables_.contains(table); }
    /// Whether `table` speaks of `coverage` (a municipality, a prefecture; see Layout::coverage).
    bool covers(std::string_view table, std::string_view coverage) const;
    /// The statement of `sql`, prepared at the first call and ready to be bound. `sql` lives as long as the
    /// program.
    Statement& prepared(std::string_view sql) const;
    /// Whether `number` is among what `sql`, which has no parameters, gives; true where that would have to be
    /// looked up. Who asks often is answered from memory: all of them are read then, once.
    bool may_give(std::string_view sql, std::int64_t number) const;
    /// The name of its content: the same for the same publications.
    std::string generation() const;

 private:
    /// Texts of statements are long, and those of one place are one statement.
    struct HashOfPlace {
        std::size_t operator()(std::string_view sql) const {
            return std::hash<const void*>{}(sql.data()) ^ sql.size();
        }
    };

    struct GivenNumbers {
        unsigned asked = 0;
        std::optional<NumberFilter> filter;
    };

    Database database_;
    std::set<std::string, std::less<>> tables_;
    mutable std::unordered_map<std::string_view, Statement, HashOfPlace> prepared_;
    mutable std::unordered_map<std::string_view, GivenNumbers, HashOfPlace> given_;
};

}  // namespace daicho
