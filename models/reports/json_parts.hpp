#pragma once

#include "grammars/formats/json_writer.hpp"
#include "models/reports/finding_json.hpp"
#include "models/reports/listing.hpp"
#include "models/reports/report.hpp"

namespace daicho {

// Parts that the reports in JSON share. Each writes keys into the object that is open.

/// How a table is written down: encoding, bom, newline and delimiter of a text, else the format; the line of
/// the header.
void write_form(JsonWriter& json, const TableForm& form);
void write_facts(JsonWriter& json, const FileFacts& facts);
void write_verdict(JsonWriter& json, const FileVerdict& verdict);
/// Writes one object: totals by severity and by rule and column, and what blocks the next level.
void write_summary(JsonWriter& json, const Listing& listing, const FileVerdict& verdict,
                   const FindingStyle& style);

}  // namespace daicho
