#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

class Registry;

/// A character that 行政事務標準文字 adds to MJ, as imported tables and fonts have it.
struct GjCharacter {
    std::string number;              ///< GJ000001, GJH000001
    std::string base;                ///< the unit that the table says it may be written as; empty: none
    std::string note;                ///< of the table
    std::vector<std::string> units;  ///< as which fonts and the table write it: private use; more than one
                                     ///< where they differ

    /// The unit that all of them write; empty where they differ or nobody writes it.
    std::string_view unit() const {
        return units.size() == 1 ? std::string_view(units.front()) : std::string_view();
    }
};

/// All of them that a registry has, in memory: constant, so for any number of threads.
class GjCharacters {
 public:
    GjCharacters() = default;
    explicit GjCharacters(const Registry& registry);

    /// Nothing was imported: nobody can say what is in the set.
    bool empty() const { return characters_.empty(); }
    std::size_t size() const { return characters_.size(); }
    /// Null where there is none of that number.
    const GjCharacter* find(std::string_view number) const;
    /// What the unit is by the tables and fonts. None: a private use code of which nothing is known. Several:
    /// they differ, so that the code identifies nothing.
    std::vector<const GjCharacter*> all_of(std::string_view unit) const;
    /// The units by which `of` gives a character, in the order of code points.
    std::vector<std::string_view> units() const;
    /// The only one; null where there is none or several.
    const GjCharacter* of(std::string_view unit) const;

 private:
    GjCharacter& entry(std::string_view number);
    void read_table(const Registry& registry);
    void read_fonts(const Registry& registry);
    void add_unit(GjCharacter& character, std::string unit);

    std::map<std::string, GjCharacter, std::less<>> characters_;
    std::map<std::string, std::vector<std::string>, std::less<>> numbers_;  // by unit
};

}  // namespace daicho
