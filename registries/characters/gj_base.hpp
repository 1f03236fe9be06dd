#pragma once

#include <string>
#include <string_view>

namespace daicho {

class Registry;

/// Whether fonts or tables with GJ numbers were imported.
bool has_gj(const Registry& registry);

/// The GJ number of a private use character by the imported fonts and tables; empty where none of them has
/// it, or where they differ, so that it identifies nothing.
std::string gj_number_of(const Registry& registry, std::string_view unit);

/// The unit that an imported table says a GJ character may be written as: its base, or the glyph of MJ that
/// it names. Empty where it names none.
std::string gj_base(const Registry& registry, std::string_view number);

}  // namespace daicho
