#pragma once

#include <cstddef>
#include <string>

#include "tools/registry_report.hpp"
#include "tools/session.hpp"

namespace CLI {
class App;
}

namespace daicho {

/// `--format text|json` of the commands about registries.
void add_registry_report_form(CLI::App& app, RegistryReportForm& form, const Session& session);

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
