#pragma once

#include <cstddef>
#include <string>

#include "registries/builder/builder.hpp"
#include "tools/registry_report.hpp"
#include "tools/session.hpp"

namespace CLI {
class App;
}

namespace daicho {

/// `--format text|json` of the commands about registries.
void add_registry_report_form(CLI::App& app, RegistryReportForm& form, const Session& session);

/// `--without-index` of the commands that write a registry.
void add_without_index(CLI::App& app, bool& without, const Session& session);

/// `--despite-gaps` of the commands that load differences of corporate numbers.
void add_despite_gaps(CLI::App& app, bool& despite_gaps, const Session& session);

/// Says on standard error which files were refused and why; whether there were any.
bool tell_refused(const BuildReport& report, const Session& session);

/// The registry that is meant: `--registry`, else the usual one. Throws Error where there is none.
std::string named_registry(const Session& session);

/// One line on standard error that says how far the work is; nothing where that is no terminal.
class Progress {
 public:
    explicit Progress(const Session& session);
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(const std::string& name, std::size_t done, std::size_t all);
    void clear();

 private:
    const Session& session_;
    bool terminal_;
    bool shown_ = false;
};

}  // namespace daicho
