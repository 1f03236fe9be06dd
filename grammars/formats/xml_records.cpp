#include "grammars/formats/xml_records.hpp"

#include <algorithm>
#include <map>

#include "grammars/base/error.hpp"
#include "grammars/base/record_place.hpp"
#include "grammars/formats/document_members.hpp"
#include "grammars/formats/xml_name.hpp"
#include "grammars/text/spaces.hpp"

namespace daicho {

namespace {

/// What there is of the elements of one path.
struct PathFacts {
    std::string path;
    std::size_t depth = 0;
    std::size_t parent = 0;  ///< its place among all paths; of the root 0 as well
    std::uint64_t elements = 0;
    std::uint64_t most_together = 0;  ///< in one parent
    std::uint64_t values = 0;         ///< attributes and texts in them, at any depth
    std::uint64_t own_values = 0;     ///< those that are not of elements below
    bool about = false;               ///< they speak of the document
    bool holds_values = false;        ///< of elements below, or attributes

    bool repeats() const { return most_together > 1 && holds_values; }
};

constexpr std::size_t most_paths = 10'000;

/// A name without the required pattern that GIF's schema puts behind it: address of address_MP01.
std::string_view without_pattern(std::string_view name) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (name.size() < 6) return name;
    const std::string_view end = name.substr(name.size() - 5);
    const bool pattern = end.starts_with("_MP") && is_digit(end[3]) && is_digit(end[4]);
    return pattern ? name.substr(0, name.size() - end.size()) : name;
}

/// The elements in the root of a document of daicho's own, even if there is only one; else null.
const PathFacts* own_path(const std::vector<PathFacts>& paths) {
    if (paths.size() < 2 || paths.front().path != "/" + std::string(xml_root_name)) return nullptr;
    const bool one_kind = std::ranges::count(paths, std::size_t{2}, &PathFacts::depth) == 1;
    return one_kind && paths[1].holds_values ? &paths[1] : nullptr;
}

/// Attributes that say how the document is made and are no data.
bool is_of_schema(const XmlReader::Attribute& attribute) {
    return attribute.uri == "http://www.w3.org/2001/XMLSchema-instance";
}

/// Looks over a document once.
class PathSurvey {
 public:
    PathSurvey(XmlReader& xml, const std::string& name) : xml_(xml), name_(name) {}

    std::vector<PathFacts> paths;

    void run() {
        for (XmlEvent event = xml_.next(); event != XmlEvent::finished; event = xml_.next()) {
            if (event == XmlEvent::start) {
                begin();
            } else if (event == XmlEvent::end) {
                end();
            } else if (!open_.empty() && !trimmed(xml_.text()).empty() && !open_.back().has_text) {
                open_.back().has_text = true;
                count();
            }
        }
    }

 private:
    struct Open {
        std::size_t path;  ///< in `paths`
        bool has_text = false;
        std::map<std::size_t, std::uint64_t> children;  ///< paths of elements in it, and how many
    };

    void begin() {
        std::string path = open_.empty() ? "" : paths[open_.back().path].path;
        path.append("/").append(without_pattern(xml_.name()));
        auto known = places_.find(path);
        if (known == places_.end()) {
            if (paths.size() == most_paths) {
                throw Error{ErrorKind::limit, name_ + ": XML の要素の種類が多すぎます（10,000 まで）。",
                            name_ + ": too many kinds of elements (at most 10,000)"};
            }
            known = places_.emplace(path, paths.size()).first;
            const std::size_t parent = open_.empty() ? 0 : open_.back().path;
            paths.push_back({path, open_.size() + 1, parent});
            const bool root = open_.empty();
            paths.back().about = !root && (paths[parent].about || is_about_document(xml_.name()));
        }
        const std::size_t at = known->second;
        ++paths[at].elements;
        if (!open_.empty()) {
            const std::uint64_t together = ++open_.back().children[at];
            paths[at].most_together = std::max(paths[at].most_together, together);
            paths[open_.back().path].holds_values = true;
        }
        open_.push_back({at});
        for (const XmlReader::Attribute& attribute : xml_.attributes()) {
            if (is_of_schema(attribute)) continue;
            paths[at].holds_values = true;
            count();
        }
    }
    void end() {
        if (!open_.empty()) open_.pop_back();
    }
    void count() {
        for (const Open& one : open_) ++paths[one.path].values;
        ++paths[open_.back().path].own_values;
    }

    XmlReader& xml_;
    const std::string& name_;
    std::map<std::string, std::size_t, std::less<>> places_;
    std::vector<Open> open_;
};

/// The text of an element without others: lines that only set it apart from its tags are not a part of it,
/// spaces are.
std::string_view without_layout(std::string_view text) {
    const std::string_view bare = trimmed(text);
    const auto begin = static_cast<std::size_t>(bare.data() - text.data());
    const bool set_apart =
        bare.empty() ? text.find('\n') != text.npos : text.substr(0, begin).find('\n') != text.npos;
    return set_apart ? bare : text;
}

bool is_beside(const PathFacts& path, const PathFacts& records) {
    return &path != &records && !path.path.starts_with(records.path + "/");
}

/// Whether nothing but `records` is in the element that they are in.
bool stand_alone(const std::vector<PathFacts>& paths, const PathFacts& records) {
    const PathFacts& around = paths[records.parent];
    return &around != &paths.front() && around.values == records.values;
}

/// Values that may belong to a record of which `records` are a part: neither of the document, as attributes
/// of its root are, nor of lists beside that of the records.
std::uint64_t loose_values(const std::vector<PathFacts>& paths, const PathFacts& records) {
    std::vector<bool> passed(paths.size());
    std::uint64_t loose = 0;
    for (std::size_t i = 1; i < paths.size(); ++i) {
        const PathFacts& path = paths[i];
        const bool list = path.repeats() && path.depth == records.depth && stand_alone(paths, path);
        passed[i] = passed[path.parent] || list || path.about;
        if (!passed[i] && is_beside(path, records)) loose += path.own_values;
    }
    return loose;
}

/// The elements that repeat and hold so much of the document that the rest is likely to be beside them.
const PathFacts* likely_path(const std::vector<PathFacts>& paths) {
    const PathFacts* best = nullptr;
    for (const PathFacts& path : paths) {
        if (!path.repeats() || path.values * 2 < paths.front().values) continue;
        if (best == nullptr || path.depth < best->depth ||
            (path.depth == best->depth && path.elements > best->elements))
            best = &path;
    }
    if (best == nullptr) return nullptr;
    const std::uint64_t loose = loose_values(paths, *best);
    // A list of their own speaks for records as well.
    const std::uint64_t many_times = stand_alone(paths, *best) ? 3 : much_beside_little;
    return loose == 0 || best->values >= many_times * (loose + 1) ? best : nullptr;
}

const PathFacts* named_path(const std::vector<PathFacts>& paths, std::string_view wanted) {
    if (wanted == "/") return &paths.front();
    const auto exact = std::ranges::find(paths, wanted, &PathFacts::path);
    if (exact != paths.end()) return &*exact;
    const std::string ending = "/" + std::string(wanted);
    const auto alike =
        std::ranges::find_if(paths, [&](const PathFacts& one) { return one.path.ends_with(ending); });
    return alike == paths.end() || wanted.starts_with('/') ? nullptr : &*alike;
}

std::string shown_path(const PathFacts& path) {
    return path.path + " (" + std::to_string(path.elements) + ")";
}

/// Tells what is not read: other elements that repeat, and values that are in none of these.
void tell_others(const std::vector<PathFacts>& paths, const PathFacts& chosen, XmlLayout& layout) {
    std::vector<bool> told(paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const PathFacts& path = paths[i];
        told[i] = told[path.parent];
        if (told[i] || !is_beside(path, chosen)) continue;
        if (path.repeats() && !chosen.path.starts_with(path.path + "/")) {
            told[i] = true;
            layout.others.push_back(shown_path(path));
        } else if (path.own_values > 0) {
            layout.outside.push_back(path.path);
        }
    }
}

}  // namespace

XmlLayout find_xml_records(XmlReader& xml, const std::string& name, const std::string& wanted) {
    PathSurvey survey(xml, name);
    survey.run();
    const auto& paths = survey.paths;
    XmlLayout layout;
    layout.name = name;
    if (paths.empty()) return layout;
    const PathFacts* chosen = wanted.empty() ? own_path(paths) : named_path(paths, wanted);
    if (chosen == nullptr && wanted.empty()) chosen = likely_path(paths);
    if (chosen == nullptr && !wanted.empty()) {
        std::string there;
        for (const PathFacts& path : paths) {
            if (!path.repeats()) continue;
            if (there.size() > 300) break;
            there += (there.empty() ? "" : ", ") + shown_path(path);
        }
        throw Error{ErrorKind::usage,
                    name + ": 「" + wanted +
                        "」の要素はありません。繰り返す要素: " + (there.empty() ? "なし" : there),
                    name + ": there is no element '" + wanted +
                        "'; those that repeat: " + (there.empty() ? "none" : there)};
    }
    if (chosen == nullptr) chosen = &paths.front();
    layout.path = chosen->path;
    tell_others(paths, *chosen, layout);
    return layout;
}

bool XmlRecords::next() {
    for (XmlEvent event = xml_.next_tag(); event != XmlEvent::finished; event = xml_.next_tag()) {
        if (event == XmlEvent::end) {
            path_.resize(sizes_.empty() ? 0 : sizes_.back());
            if (!sizes_.empty()) sizes_.pop_back();
            continue;
        }
        const std::size_t before = path_.size();
        path_.append("/").append(without_pattern(xml_.name()));
        if (path_ == layout_.path) {
            path_.resize(before);
            line_ = xml_.line();
            return true;
        }
        sizes_.push_back(before);
    }
    return false;
}

void XmlRecords::open(XmlValues& values) {
    if (!open_.empty()) {
        auto& children = open_.back().children;
        const std::string_view name = without_pattern(xml_.name());
        const auto known = std::ranges::find(children, name, &std::pair<std::string, std::uint32_t>::first);
        ++open_.back().parts;
        append_pointer_step(way_, name);
        if (known == children.end()) {
            children.emplace_back(name, 1);
        } else {
            way_.append("/").append(std::to_string(known->second++));
        }
    }
    open_.push_back({way_.size()});
    take_attributes(values);
}

/// Attributes of one local name, of which others are in a namespace, are several of one name: id and x:id.
void XmlRecords::take_attributes(XmlValues& values) {
    std::map<std::string_view, std::size_t> names;
    for (const XmlReader::Attribute& attribute : xml_.attributes()) {
        if (is_of_schema(attribute)) continue;
        append_pointer_step(way_, "@" + std::string(attribute.name));
        const std::size_t before = names[attribute.name]++;
        if (before > 0) way_.append("/").append(std::to_string(before));
        values.value(way_, attribute.value);
        way_.resize(open_.back().way);
        ++open_.back().parts;
    }
}

void XmlRecords::close(XmlValues& values) {
    const Open& done = open_.back();
    const std::string_view text = done.parts == 0 ? without_layout(done.text) : trimmed(done.text);
    way_.resize(done.way);
    if (!text.empty() || done.parts == 0) {
        // The text of the record itself has no name of its own.
        if (way_.empty()) {
            if (!text.empty()) values.value("/#text", text);
        } else {
            values.value(way_, text);
        }
    }
    open_.pop_back();
    way_.resize(open_.empty() ? 0 : open_.back().way);
}

void XmlRecords::read(XmlValues& values) {
    constexpr std::size_t longest_value = std::size_t{1} << 20;
    way_.clear();
    open(values);
    while (!open_.empty()) {
        const XmlEvent event = xml_.next();
        if (event == XmlEvent::start) {
            open(values);
        } else if (event == XmlEvent::end) {
            close(values);
        } else if (event == XmlEvent::text) {
            if (open_.back().text.size() + xml_.text().size() > longest_value) {
                throw Error{ErrorKind::limit, layout_.name + ": 値が長すぎます（1 MiB まで）。",
                            layout_.name + ": a value is too long (at most 1 MiB)"};
            }
            open_.back().text += xml_.text();
        } else {
            return;
        }
    }
}

}  // namespace daicho
