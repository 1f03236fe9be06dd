#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/engine/change.hpp"
#include "registries/address/address_index.hpp"
#include "registries/loading/table_loader.hpp"

namespace daicho {

/// What became of a file that was shown to the builder.
struct FileReport {
    std::string name;  ///< the way to it from the path that was given: "data/postal/ken_all.zip!KEN_ALL.CSV"
    std::string source;  ///< empty: it was not taken
    std::string table;
    std::string edition;
    RowCounts rows;
    Note note;  ///< why it was not taken, or what to know about it
};

struct BuildOptions {
    std::vector<std::string> without;  ///< ids of sources that are left out
    /// Refuse a difference file of corporations where one of a working day before it is missing.
    bool refuse_gaps = false;
    /// Told before a file is read; `done` of `all` files have been read.
    std::function<void(const std::string& name, std::size_t done, std::size_t all)> progress;
    /// Steps of `update_registry`, told when they are done: for who measures them.
    enum class Step : unsigned char {
        copied,     ///< the registry, to work on
        loaded,     ///< the files, into the copy
        published,  ///< the copy took the place of the registry
    };
    std::function<void(Step)> step;
    bool index = true;  ///< whether the index of addresses is made beside the registry
    IndexProgress index_progress;
};

struct BuildReport {
    std::vector<FileReport> files;    ///< in the order in which they were found
    std::vector<FileReport> refused;  ///< those of them that a later run may take (BuildOptions::refuse_gaps)
    bool changed = false;             ///< `update`: the registry is not what it was
    /// The index of addresses beside the registry; nothing where it has none.
    std::optional<AddressIndexFacts> index;
};

/// Makes a registry of all publications at and below `paths` (folders, archives, files) and puts it at
/// `output` when it is complete, with its index beside it: until then, and whatever happens, what was there
/// stays as it is. The same input gives the same bytes. Throws Error where another process writes to it,
/// where nothing was recognised, or where the disk fails; a broken file among many is told in the report and
/// does not stop the others.
BuildReport build_registry(const std::string& output, const std::vector<std::string>& paths,
                           const BuildOptions& options);

/// Adds newer editions and difference files to the registry at `path`, on a copy that then takes its place.
/// Changes of what it spoke of before go to `changed` (may be empty), table by table, by key.
BuildReport update_registry(const std::string& path, const std::vector<std::string>& paths,
                            const BuildOptions& options, const std::function<void(const Change&)>& changed);

}  // namespace daicho
