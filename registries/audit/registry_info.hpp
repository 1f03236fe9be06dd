#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "registries/address/address_index.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

/// What a registry was made of.
struct RegistryInfo {
    struct Table {
        std::string name;
        std::string oldest, newest;  ///< editions of the rows that are there now
        std::int64_t rows = 0;
        std::int64_t history = 0;  ///< rows that a newer edition changed or did not have any more
        std::int64_t covered = 0;  ///< municipalities, prefectures … that it speaks of
        std::string note_ja, note_en;
        std::string digest;  ///< of what its rows say: the same in a fresh build and in one that was updated
    };
    struct Origin {
        std::string id, title_ja, title_en, publisher, licence, credit, url;
        bool share_alike = false;
        std::vector<Table> tables;
    };
    struct File {
        std::string name, source, table, edition, edition_from, sha256, encoding, note_ja, note_en;
        std::int64_t size = 0, records = 0, stored = 0, duplicate = 0, superseded = 0, rejected = 0;
    };
    struct Rejection {
        std::string file;
        std::int64_t record = 0, line = 0;
        std::string column, value, reason_ja, reason_en;
    };

    std::string generation;
    std::optional<AddressIndexFacts> index;  ///< beside it or in the cache; nothing: there is none to use
    std::vector<Origin> origins;             ///< in the order of `sources()`; those with tables
    std::vector<File> files;  ///< in the order in which they were found; `source` empty: not a publication

    /// The licences under which the whole may be passed on.
    std::vector<std::string> licences() const;
    bool share_alike() const;
};

RegistryInfo registry_info(const Registry& registry);
/// Rows that were not taken, up to a thousand of each file.
std::vector<RegistryInfo::Rejection> rejections(const Registry& registry);

}  // namespace daicho
