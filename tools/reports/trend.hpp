#pragma once

#include <string>
#include <vector>

#include "tools/gate/run_history.hpp"
#include "tools/session.hpp"

namespace daicho {

/// The runs as lines with bars, the newest last.
std::string trend_text(const std::vector<HistoryLine>& runs, Language language);
/// The runs as a picture (SVG) that needs nothing else.
std::string trend_svg(const std::vector<HistoryLine>& runs, Language language);
/// A page with the picture and the runs as a table.
std::string trend_html(const std::vector<HistoryLine>& runs, Language language);

}  // namespace daicho
