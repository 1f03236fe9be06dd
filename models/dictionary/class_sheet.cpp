#include "models/dictionary/class_sheet.hpp"

#include <algorithm>

#include "models/engine/compile_names.hpp"

namespace daicho {

namespace {

/// Of one class, with what it nests.
constexpr std::size_t most_items = 10'000;

Demand demand_of(const syntax::Item& item) {
    switch (item.requirement) {
        case syntax::Requirement::required:
            return item.may_be_empty ? Demand::may_be_empty : Demand::required;
        case syntax::Requirement::recommended:
            return Demand::recommended;
        case syntax::Requirement::when_assigned:
            return Demand::when_assigned;
        case syntax::Requirement::forbidden:
            return Demand::forbidden;
        case syntax::Requirement::optional:
            break;
    }
    return Demand::none;
}

class Maker {
 public:
    Maker(ModelSet& models, const FoundClass& found, const SheetOptions& options)
        : models_(models), options_(options) {
        sheet_.found = found;
        for (const auto& pattern : found.tree->patterns) {
            sheet_.patterns.push_back(&pattern);
            sheet_.columns.push_back(pattern.name.text);
        }
        if (sheet_.columns.empty()) sheet_.columns.emplace_back();
        add_class(found, {});
    }

    ClassSheet take() { return std::move(sheet_); }

 private:
    struct Way {
        std::string path;    // "address."
        std::string header;  // "住所_"
        std::string number;  // "16."
        std::vector<const syntax::Class*> classes;
        std::size_t depth() const { return classes.size() - 1; }
    };

    void add_class(const FoundClass& found, Way way) {
        if (std::ranges::find(way.classes, found.tree) != way.classes.end()) return;
        if (++classes_ + sheet_.items.size() > most_items) {
            fail(*found.source, found.tree->name.where,
                 "展開した項目が 10000 を超えます。展開する深さを小さくしてください。",
                 "more than 10000 items would be laid out; ask for fewer levels");
        }
        way.classes.push_back(found.tree);
        std::size_t count = 0;
        add_items(found, way, count);
    }

    /// The items of the classes that this one extends come first; all are counted through.
    void add_items(const FoundClass& found, const Way& way, std::size_t& count) {
        if (found.tree->extends) {
            add_items(base_of(models_, found), way, count);
        }
        for (const auto& item : found.tree->items) {
            const bool extension = item.standing == syntax::Standing::extension;
            if (extension && way.depth() > 0 && !options_.extensions) continue;
            add_item(*found.source, item, way, ++count);
        }
        for (const auto& alias : found.tree->path_aliases) add_aliases(way.path + alias.path.text, alias);
        if (way.depth() > 0) return;
        for (const auto& rule : found.tree->rules) sheet_.rules.emplace_back(found.tree, &rule);
        for (const auto& unique : found.tree->uniques) sheet_.uniques.push_back(&unique);
        for (const auto& one : found.tree->references) sheet_.references.push_back(&one);
    }

    void add_item(const ModelSource& source, const syntax::Item& item, const Way& way, std::size_t count) {
        SheetItem line;
        line.item = &item;
        const bool counted = item.number.empty() || way.depth() > 0;
        line.number = counted ? way.number + std::to_string(count) : item.number;
        line.path = way.path + item.name.text;
        line.header = way.header + item.label.ja;
        line.depth = way.depth();
        line.aliases = item.aliases;
        line.demands = demands_of(item, line);
        if (item.type.kind == syntax::TypeKind::code) add_code_list(source, item.type.names.front().text);
        if (item.type.kind == syntax::TypeKind::reference) {
            line.nested = models_.find_class(source, item.type.names.front().text);
        }
        sheet_.items.push_back(line);
        if (line.nested.tree) lay_out(sheet_.items.size() - 1, way);
    }

    /// What a nested item must be is said by the patterns of the class that nests it.
    std::vector<Demand> demands_of(const syntax::Item& item, const SheetItem& line) const {
        const Demand always = line.depth == 0 ? demand_of(item) : Demand::none;
        std::vector<Demand> demands(sheet_.columns.size(), always);
        for (std::size_t i = 0; i < sheet_.patterns.size(); ++i) {
            for (const auto& wanted : sheet_.patterns[i]->items) {
                if (wanted.path.text != line.path) continue;
                demands[i] = wanted.may_be_empty ? Demand::may_be_empty : Demand::required;
            }
        }
        return demands;
    }

    void lay_out(std::size_t index, const Way& way) {
        const SheetItem line = sheet_.items[index];
        const bool inside = std::ranges::find(way.classes, line.nested.tree) != way.classes.end();
        if (way.depth() >= options_.depth || inside) return;
        sheet_.items[index].laid_out = true;
        if (!options_.extensions) {
            sheet_.items[index].left_out = static_cast<std::size_t>(std::ranges::count(
                line.nested.tree->items, syntax::Standing::extension, &syntax::Item::standing));
        }
        add_class(line.nested, {line.path + ".", line.header + "_", line.number + ".", way.classes});
    }

    void add_aliases(const std::string& path, const syntax::PathAlias& alias) {
        const auto line = std::ranges::find(sheet_.items, path, &SheetItem::path);
        if (line == sheet_.items.end()) return;
        line->aliases.insert(line->aliases.end(), alias.aliases.begin(), alias.aliases.end());
    }

    void add_code_list(const ModelSource& source, std::string_view name) {
        FoundCodes found = models_.find_codes(source, name);
        const bool known =
            std::ranges::find(sheet_.code_lists, found.tree, &FoundCodes::tree) != sheet_.code_lists.end();
        if (found.tree && !known) sheet_.code_lists.push_back(std::move(found));
    }

    ModelSet& models_;
    SheetOptions options_;
    ClassSheet sheet_;
    std::size_t classes_ = 0;  // that were gone into
};

}  // namespace

std::string_view sign_of(Demand demand) {
    constexpr std::string_view signs[] = {"", "●", "○", "△", "◇", "×"};
    return signs[static_cast<int>(demand)];
}

FoundClass base_of(ModelSet& models, const FoundClass& derived) {
    const ModelLibrary library{
        [&](const ModelSource& source, std::string_view name) { return models.find_class(source, name); },
        {}};
    return need_base(library, *derived.source, *derived.tree);
}

ClassSheet class_sheet(ModelSet& models, const FoundClass& found, const SheetOptions& options) {
    return Maker(models, found, options).take();
}

}  // namespace daicho
