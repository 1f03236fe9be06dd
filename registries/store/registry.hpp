#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "registries/store/database.hpp"

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
    bool has(std::string_view table) const { return tables_.contains(table); }
    /// Whether `table` speaks of `coverage` (a municipality, a prefecture; see Layout::coverage).
    bool covers(std::string_view table, std::string_view coverage) const;
    /// The statement of `sql`, prepared at the first call and ready to be bound. `sql` lives as long as the
    /// program.
    Statement& prepared(std::string_view sql) const;
    /// The name of its content: the same for the same publications.
    std::string generation() const;

 private:
    /// Texts of statements are long, and those of one place are one statement.
    struct HashOfPlace {
        std::size_t operator()(std::string_view sql) const {
            return std::hash<const void*>{}(sql.data()) ^ sql.size();
        }
    };

    Database database_;
    std::set<std::string, std::less<>> tables_;
    mutable std::unordered_map<std::string_view, Statement, HashOfPlace> prepared_;
};

}  // namespace daicho
