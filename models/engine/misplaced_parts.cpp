#include "models/engine/misplaced_parts.hpp"

#include <algorithm>
#include <string_view>

#include "grammars/formats/nested_columns.hpp"
#include "models/engine/header.hpp"
#include "models/rules/rule.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

/// What NGSI-LD says of a property beside its value.
constexpr std::string_view facts_of_properties[] = {"observedAt", "unitCode",   "datasetId",
                                                    "createdAt",  "modifiedAt", "instanceId"};

bool says_of_value(std::string_view step) {
    return step.starts_with('@') ||
           std::ranges::find(facts_of_properties, step) != std::end(facts_of_properties);
}

bool is_element(std::string_view step) {
    return !step.empty() && step.find_first_not_of("0123456789") == step.npos;
}

/// "name[2].kana" without its numbers.
std::string without_numbers(std::string_view header) {
    std::string out;
    for (std::size_t at = 0; at < header.size(); ++at) {
        const std::size_t end = header[at] == '[' ? header.find(']', at) : header.npos;
        if (end != header.npos && is_element(header.substr(at + 1, end - at - 1))) {
            at = end;
        } else {
            out += header[at];
        }
    }
    return out;
}

/// The steps of a way; those of XML ("/電話番号[2]") as those of JSON: 電話番号, 1.
std::vector<std::string> steps_of(const std::string& way, bool xml) {
    std::vector<std::string> steps;
    for (std::string& step : pointer_steps(way)) {
        const std::size_t bracket = xml && step.ends_with(']') ? step.find('[') : step.npos;
        steps.push_back(step.substr(0, bracket));
        if (bracket == step.npos) continue;
        const std::string number = step.substr(bracket + 1, step.size() - bracket - 2);
        steps.push_back(std::to_string(std::stoul(number) - 1));
    }
    return steps;
}

class PartFinder {
 public:
    explicit PartFinder(const Model& model) : model_(model) {}

    /// The item that the column stands beside, within or instead of.
    const Slot* item_of(std::string header, std::vector<std::string> steps) const {
        header = without_numbers(header);
        if (steps.empty() || says_of_value(steps.back())) return nullptr;
        if (const Slot* slot = named(header); slot && !slot->repeats && is_further(steps)) return slot;
        if (const Slot* slot = nested_in(header)) return slot;
        while (steps.size() > 1) {
            const std::string step = steps.back();
            steps.pop_back();
            if (is_element(step)) continue;
            if (header.size() <= step.size() + 1 || !header.ends_with(step)) return nullptr;
            header.resize(header.size() - step.size() - 1);
            if (nested_in(header)) return nullptr;  // an item of one's own beside the others
            if (const Slot* slot = named(header)) return slot;
        }
        return nullptr;
    }

 private:
    /// Whether a step of the way is the second or a later element of an array.
    static bool is_further(const std::vector<std::string>& steps) {
        return std::ranges::any_of(steps,
                                   [](const std::string& step) { return is_element(step) && step != "0"; });
    }

    const Slot* named(std::string_view header) const {
        const std::string key = header_key(header);
        for (const Slot& slot : model_.slots) {
            if (std::ranges::find(slot.names, key, &HeaderName::key) != slot.names.end()) return &slot;
        }
        return nullptr;
    }
    const Slot* nested_in(const std::string& header) const {
        const auto inside = [&](const Slot& slot) {
            return slot.path.starts_with(header + ".") || slot.long_label.starts_with(header + "_");
        };
        const auto found = std::ranges::find_if(model_.slots, inside);
        return found == model_.slots.end() ? nullptr : &*found;
    }

    const Model& model_;
};

}  // namespace

void tell_misplaced_parts(const Model& model, std::span<const std::string> headers, const PlaceForm& places,
                          std::span<const ColumnEvidence> evidence, Binding& binding) {
    const bool json = places.kind == PlaceForm::Kind::pointer || places.kind == PlaceForm::Kind::line_pointer;
    const bool xml = places.kind == PlaceForm::Kind::path;
    if (!places.ways || !(json || xml)) return;
    const std::vector<std::string>& ways = *places.ways;
    const PartFinder finder(model);
    const Rule& rule = *find_rule(rules::misplaced_part.text);
    for (std::uint32_t i = 0; i < headers.size() && i < ways.size(); ++i) {
        if (binding.columns[i].slot || !evidence[i].filled) continue;
        const Slot* slot = finder.item_of(headers[i], steps_of(ways[i], xml));
        if (slot == nullptr) continue;
        std::erase_if(binding.findings, [&](const Finding& told) { return told.column == i + 1; });
        Finding& finding = binding.findings.emplace_back();
        finding.rule = rules::misplaced_part;
        finding.severity = rule.severity;
        finding.blocks = rule.blocks;
        finding.column = i + 1;
        finding.header = finding.value = headers[i];
        finding.detail = slot->label;
    }
}

}  // namespace daicho
