#include "grammars/formats/xml_layout.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/formats/document_members.hpp"
#include "grammars/formats/xml_name.hpp"

namespace daicho {

namespace {

/// The elements in the root of a document of daicho's own, even if there is only one; else null.
const XmlPath* own_path(const std::vector<XmlPath>& paths) {
    if (paths.size() < 2 || paths.front().path != "/" + std::string(xml_root_name)) return nullptr;
    const bool one_kind = std::ranges::count(paths, std::size_t{2}, &XmlPath::depth) == 1;
    return one_kind && paths[1].holds_values ? &paths[1] : nullptr;
}

bool is_beside(const XmlPath& path, const XmlPath& records) {
    return &path != &records && !path.path.starts_with(records.path + "/");
}

/// Whether nothing but `records` is in the element that they are in.
bool stand_alone(const std::vector<XmlPath>& paths, const XmlPath& records) {
    const XmlPath& around = paths[records.parent];
    return &around != &paths.front() && around.values == records.values;
}

/// Values that may belong to a record of which `records` are a part: neither of the document, as attributes
/// of its root are, nor of lists beside that of the records.
std::uint64_t loose_values(const std::vector<XmlPath>& paths, const XmlPath& records) {
    std::vector<bool> passed(paths.size());
    std::uint64_t loose = 0;
    for (std::size_t i = 1; i < paths.size(); ++i) {
        const XmlPath& path = paths[i];
        const bool list = path.repeats() && path.depth == records.depth && stand_alone(paths, path);
        passed[i] = passed[path.parent] || list || path.about;
        if (!passed[i] && is_beside(path, records)) loose += path.own_values;
    }
    return loose;
}

/// The elements that repeat and hold so much of the document that the rest is likely to be beside them.
const XmlPath* likely_path(const std::vector<XmlPath>& paths) {
    const XmlPath* best = nullptr;
    for (const XmlPath& path : paths) {
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

const XmlPath* named_path(const std::vector<XmlPath>& paths, std::string_view wanted) {
    if (wanted == "/") return &paths.front();
    const auto exact = std::ranges::find(paths, wanted, &XmlPath::path);
    if (exact != paths.end()) return &*exact;
    const std::string ending = "/" + std::string(wanted);
    const auto alike =
        std::ranges::find_if(paths, [&](const XmlPath& one) { return one.path.ends_with(ending); });
    return alike == paths.end() || wanted.starts_with('/') ? nullptr : &*alike;
}

std::string shown_path(const XmlPath& path) {
    return path.path + " (" + std::to_string(path.elements) + ")";
}

/// Tells what is not read: other elements that repeat, and values that are in none of these.
void tell_others(const std::vector<XmlPath>& paths, const XmlPath& chosen, XmlLayout& layout) {
    std::vector<bool> told(paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const XmlPath& path = paths[i];
        told[i] = told[path.parent];
        if (told[i]) continue;
        if (!is_beside(path, chosen)) {
            if (path.mixed) layout.mixed.push_back(path.path);
            continue;
        }
        if (path.repeats() && !chosen.path.starts_with(path.path + "/")) {
            told[i] = true;
            layout.others.push_back(shown_path(path));
        } else if (path.own_values > 0) {
            layout.outside.push_back(path.path);
        }
    }
}

}  // namespace

XmlLayout choose_xml_records(const XmlSurvey& survey, const std::string& name, const std::string& wanted) {
    const std::vector<XmlPath> paths = survey.paths();
    XmlLayout layout;
    layout.name = name;
    layout.several_namespaces = survey.namespaces();
    layout.several_patterns = survey.patterns();
    layout.no_data = survey.of_schema();
    if (paths.empty()) return layout;
    const XmlPath* chosen = wanted.empty() ? own_path(paths) : named_path(paths, wanted);
    if (chosen == nullptr && wanted.empty()) chosen = likely_path(paths);
    if (chosen == nullptr && !wanted.empty()) {
        std::string there;
        for (const XmlPath& path : paths) {
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

}  // namespace daicho
