#include "registries/embedded/code_systems_reader.hpp"

#include <algorithm>
#include <cassert>
#include <set>

#include "registries/embedded/embedded_table.hpp"

namespace daicho {

namespace {

// ---- lists of the models ----

void find_lists(CodeSystemsFiles& files) {
    std::set<std::string_view> asked;
    std::set<const syntax::CodeList*> seen;
    for (const ModelIndex::Named& named : files.models.index().code_lists()) {
        if (!asked.insert(named.name).second) continue;
        for (FoundCodes& list : files.models.code_lists(named.name)) {
            if (seen.insert(list.tree).second) files.lists.push_back(std::move(list));
        }
    }
}

SystemCode code_of(const syntax::Code& written) {
    SystemCode code{.code = written.code, .ja = written.label.ja, .en = written.label.en};
    for (const auto& alias : written.aliases) code.aliases.push_back(alias.text);
    return code;
}

void add_model_lists(CodeSystemsFiles& files) {
    find_lists(files);
    for (const FoundCodes& list : files.lists) {
        CodeSystem& system = files.systems.emplace_back();
        system.id = list.tree->name.text;
        system.ja = list.tree->label.ja;
        system.en = list.tree->label.en;
        system.origin = list.source->tree.name.text;
        system.has_codes = !list.tree->unknown_values;
        for (const syntax::Code& code : list.codes) system.codes.push_back(code_of(code));
    }
}

// ---- lists of files ----

/// Puts the cells of `line` where `columns` ("code ja alias") says.
SystemCode read_code(std::string_view line, std::string_view columns) {
    SystemCode code;
    while (!columns.empty() && !line.empty()) {
        const std::string_view column = columns.substr(0, columns.find(' '));
        columns.remove_prefix(std::min(column.size() + 1, columns.size()));
        const std::string_view cell = take_field(line);
        if (column == "code") code.code = cell;
        if (column == "ja") code.ja = cell;
        if (column == "group") code.group = cell;
        if (column == "note") code.note = cell;
        if (column == "alias") code.aliases.push_back(cell);
    }
    return code;
}

void add_listed_systems(CodeSystemsFiles& files) {
    for_each_line(embedded_text("registries/embedded/codes/systems.tsv"), [&](std::string_view line) {
        CodeSystem& system = files.systems.emplace_back();
        for (std::string_view* field : {&system.id, &system.ja, &system.en, &system.origin}) {
            *field = take_field(line);
        }
        system.has_codes = true;
        const std::string_view file = take_field(line), list = take_field(line), columns = line;
        for_each_line(embedded_text(file), [&](std::string_view row) {
            if (list.empty() || take_field(row) == list) system.codes.push_back(read_code(row, columns));
        });
    });
}

SystemCode* find_code(CodeSystemsFiles& files, std::string_view system, std::string_view code) {
    const auto one = std::ranges::find(files.systems, system, &CodeSystem::id);
    if (one == files.systems.end()) return nullptr;
    const auto found = std::ranges::find(one->codes, code, &SystemCode::code);
    return found == one->codes.end() ? nullptr : &*found;
}

void add_relations(CodeSystemsFiles& files, std::string_view path) {
    for_each_line(embedded_text(path), [&](std::string_view line) {
        const std::string_view system = take_field(line), code = take_field(line);
        SystemCode* from = find_code(files, system, code);
        assert(from);
        from->relations.push_back({take_field(line), take_field(line), take_field(line)});
    });
}

// ---- the catalogue ----

void add_catalog(CodeSystemsFiles& files) {
    for_each_line(embedded_text("registries/embedded/codes/catalog.tsv"), [&](std::string_view line) {
        CodeSystem& system = files.systems.emplace_back();
        system.origin = "GIF 491-2";
        for (std::string_view* field :
             {&system.id, &system.ja, &system.group, &system.publisher, &system.region, &system.update,
              &system.status, &system.data, &system.format, &system.page, &system.note}) {
            *field = take_field(line);
        }
    });
}

}  // namespace

void read_code_systems(CodeSystemsFiles& files) {
    files.systems.reserve(1024);
    add_model_lists(files);
    add_listed_systems(files);
    add_relations(files, "registries/embedded/codes/poi_relations.tsv");
    add_relations(files, "registries/embedded/codes/procurement_relations.tsv");
    add_catalog(files);
}

}  // namespace daicho
