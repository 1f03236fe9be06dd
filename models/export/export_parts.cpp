#include "models/export/export_parts.hpp"

#include <algorithm>

#include "models/export/value_form.hpp"

namespace daicho {

namespace {

/// Codes that are put into a pattern; more would make it too long to be read.
constexpr std::size_t most_codes_in_pattern = 300;

std::string alternatives_of(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) out.append(out.empty() ? "" : "|").append(literal_pattern(text));
    return out;
}

/// Of one value.
std::string value_pattern(const ExportedModel& model, const ExportedItem& item) {
    if (!item.kind) {
        const FoundCodes& list = model.codes[item.codes];
        if (!list.tree->closed || list.codes.empty() || list.codes.size() > most_codes_in_pattern) return {};
        return alternatives_of(accepted_codes(model, item));
    }
    const syntax::Type& type = item.tree->type;
    if (!type.matches.empty()) return type.matches;
    std::string pattern = value_form(*item.kind).pattern;
    const bool positive = type.minimum && !type.minimum->starts_with('-');
    if (positive && pattern.starts_with("-?")) pattern.erase(0, 2);
    return pattern;
}

void add_paths(const ExportedModel& model, const ExportedItem& item, std::vector<std::string>& paths) {
    const std::string& name = item.tree->name.text;
    if (item.classes.empty() || item.tree->type.pattern.empty()) {
        paths.push_back(name);
        return;
    }
    for (const auto* pattern : model.classes[item.classes.front()].patterns) {
        if (pattern->name.text != item.tree->type.pattern) continue;
        for (const auto& one : pattern->items) {
            if (!one.may_be_empty) paths.push_back(name + "." + one.path.text);
        }
    }
}

}  // namespace

std::string indented_json(std::string_view compact) {
    std::string out;
    std::size_t depth = 0;
    bool in_text = false;
    const auto new_line = [&] { out.append("\n").append(2 * depth, ' '); };
    for (std::size_t i = 0; i < compact.size(); ++i) {
        const char c = compact[i];
        if (in_text) {
            out += c;
            if (c == '\\' && i + 1 < compact.size()) out += compact[++i];
            in_text = c != '"';
        } else if (c == '{' || c == '[') {
            out += c;
            const bool empty = i + 1 < compact.size() && (compact[i + 1] == '}' || compact[i + 1] == ']');
            if (empty) {
                out += compact[++i];
            } else {
                ++depth;
                new_line();
            }
        } else if (c == '}' || c == ']') {
            depth -= depth > 0 ? 1 : 0;
            new_line();
            out += c;
        } else if (c == ',') {
            out += c;
            new_line();
        } else if (c != '\n') {
            in_text = c == '"';
            out += c;
            if (c == ':') out += ' ';
        }
    }
    return out + "\n";
}

std::string loss_lines(const ExportRequest& request, std::string_view before) {
    if (request.losses.empty()) return {};
    std::string out = std::string(before) + losses_title(request.label, request.language) + ":\n";
    for (const ExportLoss& loss : request.losses) {
        out.append(before).append(loss_text(loss, request.language, 20)).append("\n");
    }
    return out;
}

std::string literal_pattern(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\^$.|?*+()[]{}/").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::string cell_pattern(const ExportedModel& model, const ExportedItem& item) {
    std::string one = value_pattern(model, item);
    if (one.empty()) return {};
    if (!item.tree->unknowns.empty()) one += "|" + alternatives_of(item.tree->unknowns);
    if (item.tree->separator.empty()) return one;
    return "(" + one + ")(" + literal_pattern(item.tree->separator) + "(" + one + "))*";
}

bool is_number(const ExportedItem& item) {
    return item.kind && value_form(*item.kind).number && item.tree->separator.empty() &&
           item.tree->unknowns.empty() && item.tree->type.matches.empty();
}

bool is_plain_code(const ExportedModel& model, const ExportedItem& item) {
    return item.codes != ExportedItem::none && item.tree->separator.empty() && item.tree->unknowns.empty() &&
           model.codes[item.codes].tree->closed && !model.codes[item.codes].codes.empty();
}

std::vector<std::string> accepted_codes(const ExportedModel& model, const ExportedItem& item) {
    std::vector<std::string> texts;
    const auto add = [&](const std::string& text) {
        if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
    };
    const syntax::CodeForm form = item.tree->type.form;
    for (const auto& code : model.codes[item.codes].codes) {
        if (form != syntax::CodeForm::label) add(code.code);
    }
    for (const auto& code : model.codes[item.codes].codes) {
        if (form != syntax::CodeForm::code) add(code.label.ja.empty() ? code.label.en : code.label.ja);
    }
    return texts;
}

std::vector<FlatColumn> flat_columns(const ExportRequest& request) {
    const RequiredPaths paths = required_paths(request.model);
    std::vector<FlatColumn> columns;
    for (const SheetItem& line : request.sheet.items) {
        if (line.laid_out || line.nested.tree) continue;
        const auto way = way_of(request.model, request.model.root(), line.path);
        if (way.empty() || !way.back()->classes.empty()) continue;
        FlatColumn column{&line, *way.back(), request.model.japanese ? line.header : line.path, false};
        column.required = std::ranges::find(paths.always, line.path) != paths.always.end();
        columns.push_back(std::move(column));
    }
    return columns;
}

RequiredPaths required_paths(const ExportedModel& model) {
    RequiredPaths out;
    for (const ExportedItem& item : model.root().items) {
        if (item.required() && !item.tree->may_be_empty) add_paths(model, item, out.always);
    }
    for (const auto* pattern : model.root().patterns) {
        RequiredPaths::Alternative one{pattern->name.text, {}};
        for (const auto& item : pattern->items) {
            if (!item.may_be_empty) one.paths.push_back(item.path.text);
        }
        out.alternatives.push_back(std::move(one));
    }
    return out;
}

std::string plain_name(const std::string& name, std::string_view instead, std::size_t number) {
    const bool plain = !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    return plain ? name : std::string(instead) + "_" + std::to_string(number + 1);
}

std::string codes_name(const ExportedModel& model, std::size_t number) {
    return plain_name(model.codes[number].tree->name.text, "Codes", number);
}

}  // namespace daicho
