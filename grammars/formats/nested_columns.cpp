#include "grammars/formats/nested_columns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "grammars/text/ascii.hpp"

namespace daicho {

namespace {

constexpr std::size_t longest_first = 256;

bool is_number(std::string_view step) {
    return !step.empty() && step.size() < 10 && step.find_first_not_of("0123456789") == step.npos;
}

/// The way to what is written alone in some records and as an array of one in others.
std::string without_first_elements(const std::string& path) {
    std::string out;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t end = std::min(path.find('/', at + 1), path.size());
        if (path.compare(at, end - at, "/0") != 0) out.append(path, at, end - at);
        at = end;
    }
    return out;
}

std::string name_of(const std::vector<std::string>& steps, const char* between) {
    std::string name;
    for (const std::string& step : steps) {
        if (is_number(step) && !name.empty()) {
            if (step != "0") name.append("[").append(std::to_string(std::stoul(step) + 1)).append("]");
        } else {
            name.append(name.empty() ? "" : between).append(step);
        }
    }
    return name;
}

/// What forms wrap around values, taken away from the ways down to them: one function for each thing that a
/// form wraps, hence their number; they share the columns.
class Unwrapper {
 public:
    Unwrapper(const std::vector<NestedColumn>& columns, std::uint64_t records)
        : columns_(columns), records_(records) {
        for (const NestedColumn& column : columns) ways_.push_back(pointer_steps(column.path));
        kept_.assign(columns.size(), true);
        places_.assign(columns.size(), Place::none);
        main_.assign(columns.size(), nobody);
        others_.resize(columns.size());
    }

    NestedHeaders headers() {
        leave_out_contexts();
        unwrap_features();
        unwrap_properties();
        unwrap_typed_values();
        unwrap_points();
        unwrap_codes();
        leave_out_kinds();
        take_prefixes_away();
        name_columns();
        join_alternatives();
        NestedHeaders made;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (kept_[i]) {
                made.names.push_back(std::move(names_[i]));
                made.paths.push_back(columns_[i].path);
                made.others.push_back(std::move(others_[i]));
            } else if (main_[i] == nobody) {
                made.left_out.push_back(columns_[i].path);
            }
        }
        return made;
    }

 private:
    using Way = std::vector<std::string>;
    enum class Place : unsigned char { none, longitude, latitude };
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);
    /// What holds the value of a property of NGSI-LD.
    static constexpr std::array<std::string_view, 3> property_members = {"value", "object", "languageMap"};

    bool all_ascii() const {
        for (std::size_t i = 0; i < ways_.size(); ++i) {
            if (kept_[i] && !std::ranges::all_of(ways_[i], is_ascii)) return false;
        }
        return true;
    }
    std::size_t find(const Way& way) const {
        return static_cast<std::size_t>(std::ranges::find(ways_, way) - ways_.begin());
    }
    bool has_constant(const Way& way, std::string_view value) const {
        const std::size_t at = find(way);
        return at < columns_.size() && columns_[at].constant && columns_[at].first == value;
    }
    void leave_out(const Way& way) {
        if (const std::size_t at = find(way); at < columns_.size()) kept_[at] = false;
    }
    template <class Act>
    void each_below(const Way& start, const Act& act) {
        for (std::size_t i = 0; i < ways_.size(); ++i) {
            if (kept_[i] && ways_[i].size() >= start.size() &&
                std::equal(start.begin(), start.end(), ways_[i].begin()))
                act(i);
        }
    }

    void leave_out_contexts() {
        each_below({"@context"}, [&](std::size_t i) { kept_[i] = false; });
    }

    void unwrap_features() {
        if (!has_constant({"type"}, "Feature")) return;
        bool any = false;
        each_below({"properties"}, [&](std::size_t i) {
            if (ways_[i].size() < 2) {
                kept_[i] = false;  // null
                return;
            }
            ways_[i].erase(ways_[i].begin());
            any = true;
        });
        if (any) leave_out({"type"});
    }

    /// {"type": "Property", "value": …} of NGSI-LD, or {"value": …} in its concise form.
    void unwrap_properties() {
        constexpr std::array<std::string_view, 4> kinds = {"Property", "GeoProperty", "Relationship",
                                                           "LanguageProperty"};
        bool typed = false;
        for (std::size_t i = 0; i < ways_.size(); ++i) {
            if (ways_[i].size() < 2 || ways_[i].back() != "type" || !columns_[i].constant ||
                std::ranges::find(kinds, columns_[i].first) == kinds.end())
                continue;
            typed = true;
            const Way owner(ways_[i].begin(), ways_[i].end() - 1);
            if (unwrap_property(owner)) kept_[i] = false;
        }
        if (!typed && is_entity()) unwrap_concise_properties();
    }
    void unwrap_concise_properties() {
        const auto has = [&](Way owner, const char* member) {
            owner.emplace_back(member);
            return find(owner) < ways_.size();
        };
        for (std::size_t i = 0; i < ways_.size(); ++i) {
            for (std::size_t step = 1; kept_[i] && step < ways_[i].size(); ++step) {
                if (std::ranges::find(property_members, ways_[i][step]) == property_members.end()) continue;
                const Way owner(ways_[i].begin(), ways_[i].begin() + static_cast<std::ptrdiff_t>(step));
                if (!has(owner, "code") && !has(owner, "コード")) unwrap_property(owner);
            }
        }
    }
    bool unwrap_property(const Way& owner) {
        bool any = false;
        for (const std::string_view member : property_members) {
            Way wrapped = owner;
            wrapped.emplace_back(member);
            each_below(wrapped, [&](std::size_t i) {
                ways_[i].erase(ways_[i].begin() + static_cast<std::ptrdiff_t>(owner.size()));
                any = true;
            });
        }
        return any;
    }

    /// {"@type": …, "@value": …} and {"@id": …} of JSON-LD.
    void unwrap_typed_values() {
        for (std::size_t i = 0; i < ways_.size(); ++i) {
            if (!kept_[i] || ways_[i].size() < 2 || ways_[i].back() != "@value") continue;
            ways_[i].pop_back();
            Way type = ways_[i];
            type.emplace_back("@type");
            leave_out(type);
        }
    }

    /// {"type": "Point", "coordinates": [longitude, latitude]}
    void unwrap_points() {
        for (std::size_t i = 0; i < ways_.size(); ++i) {
            if (!kept_[i] || ways_[i].size() < 2 || ways_[i].back() != "type" || !columns_[i].constant ||
                columns_[i].first != "Point")
                continue;
            const Way owner(ways_[i].begin(), ways_[i].end() - 1);
            Way first = owner, second = owner;
            first.insert(first.end(), {"coordinates", "0"});
            second.insert(second.end(), {"coordinates", "1"});
            const std::size_t longitude = find(first), latitude = find(second);
            if (longitude == ways_.size() || latitude == ways_.size()) continue;
            kept_[i] = false;
            const bool outer = owner == Way{"geometry"} || owner == Way{"location"};
            ways_[longitude] = ways_[latitude] = outer ? Way{} : owner;
            places_[longitude] = Place::longitude;
            places_[latitude] = Place::latitude;
        }
    }

    /// {"code": …, "value": …}: a code with its label, GIF's form of a code item, is the code.
    void unwrap_codes() {
        for (std::size_t i = 0; i < ways_.size(); ++i) {
            const bool code =
                ways_[i].size() > 1 && (ways_[i].back() == "code" || ways_[i].back() == "コード");
            if (kept_[i] && code) unwrap_code(i);
        }
    }
    void unwrap_code(std::size_t code) {
        constexpr std::array<std::string_view, 3> labels = {"value", "値", "名称"};
        const Way owner(ways_[code].begin(), ways_[code].end() - 1);
        std::size_t members = 0, label = ways_.size();
        each_below(owner, [&](std::size_t i) {
            if (ways_[i].size() == owner.size()) return;  // a text in other records
            ++members;
            const bool inside = ways_[i].size() == owner.size() + 1;
            if (inside && std::ranges::find(labels, ways_[i].back()) != labels.end()) label = i;
        });
        if (members != 2 || label == ways_.size()) return;
        kept_[label] = false;
        others_[code].push_back({columns_[label].path, true});
        ways_[code] = owner;
    }

    /// The columns are those of entities of NGSI-LD.
    bool is_entity() const {
        const std::size_t id = find({"id"});
        return id < columns_.size() && columns_[id].first.starts_with("urn:ngsi-ld:");
    }

    /// The class of all records, and ids that only count the records or that an item repeats.
    void leave_out_kinds() {
        const auto leave_out_constant = [&](const Way& way) {
            if (const std::size_t at = find(way); at < columns_.size() && columns_[at].constant)
                kept_[at] = false;
        };
        leave_out_constant({"@type"});
        if (!is_entity()) return;
        leave_out_constant({"type"});
        const std::size_t id = find({"id"});
        const std::string& urn = columns_[id].first;
        bool repeated = urn.ends_with(":record-1");
        for (const Way& way : ways_)
            repeated = repeated || (way.size() == 1 && (way.front() == "ID" || way.front().ends_with(":id")));
        if (repeated) kept_[id] = false;
    }

    /// pd:familyName of linked data
    void take_prefixes_away() {
        const bool linked = std::ranges::any_of(columns_, [](const NestedColumn& column) {
            return column.path.starts_with("/@context") || column.path == "/@type";
        });
        if (!linked && !is_entity()) return;
        for (Way& way : ways_) {
            for (std::string& step : way) {
                const std::size_t colon = step.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-");
                const bool prefixed = colon != step.npos && colon > 0 && colon + 1 < step.size();
                if (prefixed && step[colon] == ':') step.erase(0, colon + 1);
            }
        }
    }

    void name_columns() {
        const char* between = all_ascii() ? "." : "_";
        bool ja = false;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            names_.push_back(kept_[i] ? name_of(ways_[i], between) : std::string());
            ja = ja || !is_ascii(names_.back());
        }
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (kept_[i] && places_[i] != Place::none) name_position(i, ja);
        }
    }

    /// 緯度 and 経度 where other headers are Japanese.
    void name_position(std::size_t i, bool ja) {
        const bool longitude = places_[i] == Place::longitude;
        const std::string what = longitude ? (ja ? "経度" : "longitude") : (ja ? "緯度" : "latitude");
        std::string& name = names_[i];
        if (name.empty()) {
            const auto same = static_cast<std::size_t>(std::ranges::find(names_, what) - names_.begin());
            if (same < names_.size() && !stands_in(same, i)) name = "geometry";
        }
        name += name.empty() ? what : "_" + what;
    }

    /// Whether records have either the one or the other: a property where there is no geometry.
    bool stands_in(std::size_t one, std::size_t other) const {
        return columns_[one].filled + columns_[other].filled <= records_;
    }

    /// Columns of one name of which a record can have only one: 性別, 性別/code.
    void join_alternatives() {
        std::map<std::string_view, std::size_t> first;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (!kept_[i] || names_[i].empty()) continue;
            const auto [named, fresh] = first.emplace(names_[i], i);
            if (fresh || !are_alternatives(named->second, i)) continue;
            kept_[i] = false;
            main_[i] = named->second;
            auto& others = others_[named->second];
            others.insert(others.begin(), {columns_[i].path, false});
            others.insert(others.end(), others_[i].begin(), others_[i].end());
        }
    }
    bool are_alternatives(std::size_t one, std::size_t other) const {
        if (places_[one] != places_[other]) return stands_in(one, other);
        const std::string &a = columns_[one].path, &b = columns_[other].path;
        if (without_first_elements(a) == without_first_elements(b)) return true;
        return a.size() < b.size() ? b.starts_with(a + "/") : a.starts_with(b + "/");
    }

    const std::vector<NestedColumn>& columns_;
    std::vector<Way> ways_;
    std::vector<bool> kept_;
    std::vector<Place> places_;
    std::vector<std::size_t> main_;  ///< the column that a column's values go to
    std::vector<std::vector<NestedHeaders::Other>> others_;
    std::vector<std::string> names_;
    std::uint64_t records_;
};

}  // namespace

std::size_t NestedColumns::find_or_add(std::string_view path, std::size_t guess) {
    if (const auto known = find(path, guess)) return *known;
    places_.emplace(path, columns_.size());
    columns_.push_back({std::string(path), {}, true, 0});
    return columns_.size() - 1;
}

void NestedColumns::fold(std::string_view path) {
    const std::string below = std::string(path) + "/";
    const auto inside = [&](const NestedColumn& column) {
        return column.path == path || column.path.starts_with(below);
    };
    const auto first = std::ranges::find_if(columns_, inside) - columns_.begin();
    std::erase_if(columns_, inside);
    columns_.insert(columns_.begin() + first, {std::string(path), {}, false, 0});
    number();
}

void NestedColumns::drop_empty_owners() {
    std::set<std::string_view> paths;
    for (const NestedColumn& column : columns_) paths.insert(column.path);
    const auto owns_others = [&](const NestedColumn& column) {
        const std::string below = column.path + "/";
        const auto next = paths.lower_bound(below);
        return column.first.empty() && column.constant && next != paths.end() && next->starts_with(below);
    };
    std::vector<NestedColumn> kept;
    for (const NestedColumn& column : columns_) {
        if (!owns_others(column)) kept.push_back(column);
    }
    columns_ = std::move(kept);
    number();
}

void NestedColumns::number() {
    places_.clear();
    for (std::size_t i = 0; i < columns_.size(); ++i) places_.emplace(columns_[i].path, i);
}

bool is_like_first(NestedColumn& column, std::string_view value) {
    const std::string_view start = value.substr(0, longest_first);
    if (column.first.empty()) column.first = start;
    return column.first == start;
}

NestedHeaders nested_headers(const std::vector<NestedColumn>& columns, std::uint64_t records) {
    return Unwrapper(columns, records).headers();
}

std::vector<std::string> pointer_steps(std::string_view pointer) {
    std::vector<std::string> steps;
    for (std::size_t at = 0; at < pointer.size();) {
        const std::size_t end = std::min(pointer.find('/', at + 1), pointer.size());
        std::string& step = steps.emplace_back();
        for (std::size_t i = at + 1; i < end; ++i) {
            const bool escape =
                pointer[i] == '~' && i + 1 < end && (pointer[i + 1] == '0' || pointer[i + 1] == '1');
            step += escape ? (pointer[i + 1] == '0' ? '~' : '/') : pointer[i];
            i += escape;
        }
        at = end;
    }
    return steps;
}

}  // namespace daicho
