#pragma once

#include <string>
#include <string_view>

#include "registries/characters/gj_characters.hpp"

namespace daicho {

class Registry;

/// What is known of a glyph by its number.
struct StandardGlyph {
    enum class Standing : unsigned char {
        present,
        absent,      ///< the set is loaded and has no such number
        not_loaded,  ///< nobody can say
    };
    Standing standing = Standing::not_loaded;
    std::string unit;  ///< as which it is written in text; empty: as nothing, or as fonts differ about
};

/// Answers for MJ and GJ numbers from a registry. For one thread.
class StandardGlyphs {
 public:
    /// Without a registry nothing is loaded.
    StandardGlyphs() = default;
    /// `registry` must outlive this.
    explicit StandardGlyphs(const Registry& registry);

    bool has_mj() const { return has_mj_; }
    bool has_gj() const { return !gj_.empty(); }
    const GjCharacters& gj() const { return gj_; }
    /// Null where there is none.
    const Registry* registry() const { return registry_; }
    /// `number`: as `glyph_number` gives it.
    StandardGlyph find(std::string_view number) const;

 private:
    StandardGlyph find_mj(std::string_view number) const;

    const Registry* registry_ = nullptr;
    bool has_mj_ = false;
    GjCharacters gj_;
};

}  // namespace daicho
