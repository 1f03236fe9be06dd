#pragma once

#include <cstddef>
#include <string>

#include "tools/registry_report.hpp"
#include "tools/session.hpp"

namespace daicho {

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
