#pragma once

#include <string>
#include <vector>

#include "registries/matching/record_matcher.hpp"
#include "tools/session.hpp"

namespace daicho {

enum class MatchForm : unsigned char { text, csv, json };

struct MatchFindings {
    const MatchTable& a;
    const MatchTable& b;
    const std::vector<MatchItem>& items;
    const std::vector<MatchPair>& pairs;
};

/// CSV and JSON: every pair, and every record of A without one, a line each. Text: counts, what is not
/// settled, and how unique each set of items is in each table.
std::string match_report(const MatchFindings& found, MatchForm form, const Session& session);

}  // namespace daicho
