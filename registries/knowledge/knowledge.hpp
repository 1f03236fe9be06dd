#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "models/engine/knowledge_sources.hpp"
#include "registries/lookup/lookup.hpp"

namespace daicho {

/// The registry that is used when none is named: $DAICHO_REGISTRY, else registry.sqlite in the folder daicho
/// of $XDG_DATA_HOME (~/.local/share), where there is one; else empty.
std::string usual_registry();

/// What was asked for and is not there.
struct MissingKnowledge {
    bool codes = false;         ///< town ids, postal codes, coordinates ...: there is no registry
    bool addresses = false;     ///< there is no registry, or one without addresses
    bool corporations = false;  ///< there is no registry, or one without the register of corporations
};

/// All that is known beside the datasets: what is compiled in, and a registry that `daicho build` made. Parts
/// of the registry are opened when they are first asked for. May be used from several threads at once. It
/// shows one state of the registry: when `is_outdated`, make another object and let go of this one once
/// nobody uses it.
class Knowledge {
 public:
    /// What is told while an index of addresses is made, which takes seconds: sentences in both languages.
    using Talk = std::function<void(const std::string& ja, const std::string& en)>;

    /// `registry`: the path of one; empty: only what is compiled in is known. Throws Error where it cannot be
    /// read.
    explicit Knowledge(std::string registry = usual_registry(), Talk talk = {});
    ~Knowledge();
    Knowledge(const Knowledge&) = delete;
    Knowledge& operator=(const Knowledge&) = delete;

    /// What checks and transformations ask; lives as long as this.
    const KnowledgeSources& sources() const;

    /// Looks up an "address", a "corporation", a "postal-code" ... (`lookup_kinds`). Of `context` the registry
    /// and the addresses are filled in. Throws Error where there is no such kind.
    LookupAnswer look_up(std::string_view kind, std::string_view query, LookupContext context = {}) const;

    /// What has been asked for so far and was not there.
    MissingKnowledge missing() const;
    /// Whether another registry stands at the path than when this was made.
    bool is_outdated() const;

 private:
    struct State;

    std::unique_ptr<State> state_;
};

}  // namespace daicho
