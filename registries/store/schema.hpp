#pragma once

#include <cstdint>
#include <string>

#include "registries/store/database.hpp"

namespace daicho {

/// "DAIC": marks the files of daicho (SQLite's application_id).
constexpr std::int64_t registry_application = 0x44414943;
/// Grows whenever a reader of the version before would misread a file (SQLite's user_version).
constexpr std::int64_t registry_version = 3;

/// Creates what every registry has, beside the tables of the publications:
///   fact       the registry as a whole: `generation`, the name of its content
///   file       one row a file that was shown to `build` or `update`, taken or not, with its four counts
///   rejection  rows of them that were not taken (the first thousand of a file), with the reason
///   coverage   what each table speaks of, since which edition
void create_registry(Database& database);

/// Throws Error where the file is not a registry, is older or newer than this program reads.
void check_registry(const Database& database);

/// Throws Error where something else than a registry, of whatever version, stands at `path`: nobody means to
/// lose that. An empty file, or none, may be written over.
void check_replaceable(const std::string& path);

}  // namespace daicho
