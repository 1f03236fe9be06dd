#include <cmath>

#include "registries/address/address_generation.hpp"
#include "registries/address/address_index.hpp"
#include "registries/address/character_classes.hpp"
#include "registries/address/index_draft.hpp"
#include "registries/address/index_writer.hpp"

namespace daicho {

using address_format::Section;

namespace {

void add_names(SymbolTable& symbols, const IndexDraft& draft) {
    for (const auto& m : draft.municipalities) {
        for (const auto name : {m.prefecture, m.county, m.city, m.ward}) symbols.add(draft.text(name));
    }
    for (const auto& reading : draft.municipality_readings) {
        for (const auto kana : reading.kana) symbols.add(draft.text(kana));
    }
    for (const Succession& succession : draft.successions) {
        for (const auto* name : {&succession.prefecture, &succession.county, &succession.name})
            symbols.add(*name);
    }
    for (const auto& town : draft.towns) {
        for (const auto name : {town.oaza_cho, town.chome, town.koaza, town.oaza_cho_kana, town.koaza_kana})
            symbols.add(draft.text(name));
    }
}

void write_draft(const IndexDraft& draft, const SymbolTable& symbols, const std::string& path,
                 std::string_view generation) {
    AddressIndexWriter writer;
    writer.add(Section::fold_pages, symbols.pages());
    writer.add(Section::fold_symbols, symbols.symbols());
    writer.add(Section::strings, draft.strings.bytes());
    writer.add(Section::prefectures, draft.prefectures);
    writer.add(Section::municipalities, draft.municipalities);
    writer.add(Section::old_municipalities, draft.old_municipalities);
    writer.add(Section::region_nodes, draft.region_nodes);
    writer.add(Section::region_labels, draft.region_labels);
    writer.add(Section::region_entries, draft.region_entries);
    writer.add(Section::town_nodes, draft.town_nodes);
    writer.add(Section::town_labels, draft.town_labels);
    writer.add(Section::town_roots, draft.town_roots);
    writer.add(Section::town_entries, draft.town_entries);
    writer.add(Section::towns, draft.towns);
    writer.add(Section::residences, draft.residences);
    writer.add(Section::residence_points, draft.residence_points);
    writer.add(Section::parcels, draft.parcels);
    writer.add(Section::parcel_points, draft.parcel_points);
    writer.add(Section::odd_parts, draft.odd_parts);
    writer.add(Section::odd_part_texts, draft.odd_part_texts);
    writer.add(Section::odd_rows, draft.odd_rows);
    writer.add(Section::place_sounds, draft.place_sounds);
    writer.add(Section::municipality_readings, draft.municipality_readings);
    writer.write(path, generation);
}

constexpr std::size_t index_steps = 5;

}  // namespace

std::int32_t micro_degrees(double degrees) {
    return static_cast<std::int32_t>(std::lround(degrees * 1e6));
}

void build_address_index(const Registry& registry, const std::string& path, const IndexProgress& progress) {
    std::size_t done = 0;
    const auto next = [&](const Text& step) {
        if (progress) progress(step, done++, index_steps);
    };
    next({"町字", "towns"});
    IndexDraft draft;
    load_municipalities(draft, registry);
    load_successions(draft, registry);
    load_towns(draft, registry);
    load_town_points(draft, registry);
    add_listed_chome(draft, registry);
    add_town_groups(draft);
    inherit_postal_codes(draft, registry);

    next({"異体字", "variants of characters"});
    CharacterClasses classes;
    classes.add_variants_of(registry);
    SymbolTable symbols{classes};
    add_names(symbols, draft);
    symbols.finish();

    next({"名前", "names"});
    make_town_trie(draft, symbols.table());
    make_region_trie(draft, symbols.table());
    make_place_sounds(draft);
    draft.towns.push_back({});  // the sentinel
    next({"住居番号と地番", "residences and parcels"});
    load_lots(draft, registry);
    next({"書き出し", "writing"});
    write_draft(draft, symbols, path, address_generation(registry));
    next({});
}

}  // namespace daicho
