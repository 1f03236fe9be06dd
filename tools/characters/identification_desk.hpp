#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "grammars/formats/read_options.hpp"
#include "registries/characters/gaiji_candidates.hpp"
#include "registries/characters/gaiji_census.hpp"
#include "registries/characters/gaiji_sheet.hpp"
#include "registries/store/registry.hpp"
#include "tools/session.hpp"

namespace daicho {

/// What `characters identify` was told.
struct IdentifyOptions {
    std::vector<std::string> files;
    std::string table;   ///< empty: a new one
    std::string output;  ///< empty: no table is written
    std::string page;    ///< HTML; empty: none
    std::string font;    ///< of the own characters; empty: no pictures of them
    std::string glyphs;  ///< font with MJ or GJ names; empty: no pictures of candidates
    std::string site;    ///< whose characters; empty: the table has one site
    std::size_t candidates = 8;
    ReadOptions read;
};

/// An own character on the desk.
struct DeskRow {
    std::size_t row = 0;  ///< of the table
    GaijiEntry entry;
    GlyphOutline outline;  ///< empty: there is no picture
    GaijiCensus::Use use;
    GaijiProposal proposal;
};

/// Table, data and fonts together.
struct IdentificationDesk {
    GaijiSheet sheet;
    std::vector<DeskRow> rows;  ///< in the order of the table
    bool with_data = false;
    std::unique_ptr<Registry> registry;
    std::unique_ptr<FontShapes> glyph_font;
    std::unique_ptr<GlyphGallery> gallery;
};

/// Reads what the options name; characters of data and font that the table lacks become rows of it, and its
/// empty cells are filled with what is known. Throws Error.
IdentificationDesk set_up_desk(const IdentifyOptions& options, const Session& session);

/// The sheet that people compare shapes on: a page of HTML for the printer, without anything from outside.
std::string identification_page(const IdentificationDesk& desk, const Session& session);

}  // namespace daicho
