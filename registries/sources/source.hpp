#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "registries/sources/record_stream.hpp"

namespace daicho {

/// What it says of a row that a newer edition does not have it.
enum class Absence : std::uint8_t {
    ends_it,       ///< an edition is complete for what it covers: the row is no more
    says_nothing,  ///< rows are published when they change, with dates of their own (CorporationLoader)
};

/// A column that daicho adds to those of the publication: a key for finding, never shown as data.
struct DerivedColumn {
    std::string_view name;
    std::vector<std::string_view> from;  ///< items
    /// `values` are those of `from`; appends the key to `key`.
    void (*make)(std::span<const std::string_view> values, std::string& key);
};

/// Rows name rows of another table: the items that must be found there under the same names.
struct TableReference {
    std::string_view table;
    std::vector<std::string_view> items;
};

/// One kind of record of a publication and the table of the registry that keeps it. The columns, their names
/// and their kinds of value are those of a class of the models.
struct Layout {
    std::string_view table;             ///< "town"
    std::string_view model;             ///< "publications.address_registry/AddressTown"
    std::vector<std::string_view> key;  ///< items that tell a row; one that can be empty counts as ""
    /// Item or derived column whose values say what a file speaks of; empty: of everything.
    std::string_view coverage;
    std::size_t coverage_size = 0;  ///< only so many bytes of it: 2 = the prefecture; 0: all
    Absence absence = Absence::ends_it;
    std::vector<std::size_t> widths{};  ///< positional: numbers of columns that editions had; empty: all
    std::vector<std::string_view>
        not_compared{};  ///< items that say nothing of the thing: its place in the file
    std::vector<std::string_view>
        pair{};  ///< items: a row that went and one that came with these equal are a change
    /// Items whose columns tell the file, of datasets that many publish after one model: they have the
    /// columns that they fill. Empty: most of the columns are there.
    std::vector<std::string_view> told_by{};
    std::vector<DerivedColumn> derived{};
    std::vector<std::string_view> indexes{};  ///< "post_code", "name_key, lg_code"
    /// What stands at the latitude and longitude of a row: "town", "block", "residence", "parcel"; empty:
    /// nothing to be found by its place. The key without the degrees tells which one.
    std::string_view place{};
    /// What the item `outline` of a row (well-known text in degrees) is drawn around: "municipality", "town",
    /// "lot"; empty: there is none.
    std::string_view outline{};
    /// The column, an item or a derived one, with its 全国地方公共団体コード of six digits.
    std::string_view place_code = "lg_code";
    /// SQL on the columns of the table: which rows are such places; empty: all.
    std::string_view place_condition{};
    /// Items that say its name; empty: the address base registry does, by its key.
    std::vector<std::string_view> place_name{};
    std::vector<TableReference> references{};
    const FileForm* form = nullptr;        ///< null: a table, with a header unless the class is positional
    const FileForm* other_form = nullptr;  ///< files may have this form as well
    Text note{};  ///< what a reader of `info` should know, for example: no real sample at hand
};

/// A family of publications.
struct Source {
    std::string_view id;  ///< "address-registry", as in `build --without`
    Text title;
    std::string_view publisher;
    std::string_view url;
    std::string_view licence;   ///< "CC-BY-4.0"
    bool share_alike = false;   ///< who passes it on must do so under the same licence
    std::string_view credit{};  ///< what to print beside the data
    std::vector<Layout> layouts;
};

/// Every source, in the order in which they are tried on a file.
std::span<const Source> sources();

// One file a family: registries/sources/NAME.cpp.
Source address_registry_source();
Source corporate_number_source();
Source postal_code_source();
Source land_map_source();
Source municipality_codes_source();
Source standard_areas_source();
Source localgovjp_source();
Source renamed_towns_source();
Source position_reference_source();
Source municipality_boundaries_source();
Source town_boundaries_source();
Source nationwide_towns_source();
Source mj_characters_source();
Source mj_shrink_source();
Source mj_shrink_tables_source();
Source ipamj_source();
Source gaiji_source();
Source standard_characters_source();
Source unicode_characters_source();
Source jis_table_source();
Source adobe_japan_source();
Source imi_sets_source();
Source character_levels_source();
Source tax_shrink_source();
Source joyo_source();
Source kanji_policy_source();
Source nyukan_source();
Source cjkvi_source();
Source schools_source();
Source universities_source();
Source programmes_source();
Source code_lists_source();
Source area_codes_source();

}  // namespace daicho
