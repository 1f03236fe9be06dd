#pragma once

#include <string>

#include "registries/characters/gaiji_audit.hpp"
#include "tools/session.hpp"

namespace daicho {

/// What `characters gaiji` has to say.
struct GaijiReport {
    const GaijiTable& table;
    const GaijiAudit& audit;
    bool has_mj = false;  ///< the registry has the set
    bool has_gj = false;
};

void write_gaiji_text(const GaijiReport& report, const Session& session);
/// One object; findings and replacements in full.
void write_gaiji_json(const GaijiReport& report, const Session& session);
/// "from to glyph site evidence checked_by checked_on", tab-separated, with a header: code points in the
/// first two.
std::string gaiji_replacement_table(const GaijiAudit& audit);

}  // namespace daicho
