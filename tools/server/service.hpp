#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "grammars/base/once.hpp"
#include "models/dataset/models.hpp"
#include "registries/audit/registry_info.hpp"
#include "registries/corporations/change_feed.hpp"
#include "registries/knowledge/knowledge.hpp"
#include "tools/server/metrics.hpp"

namespace daicho {

/// A kind of thing that has points, /v1/PATH/ID.
struct ServedKind {
    std::string_view path;                 ///< "corporations"
    std::string_view kind;                 ///< of `look_up`: "corporation"
    std::string_view id_field;             ///< the field of an answer that is its id
    Text name;                             ///< 法人
    std::vector<std::string_view> tables;  ///< of a registry that the answers come from; empty: compiled in
};

std::span<const ServedKind> served_kinds();
/// By path or by kind; null: none.
const ServedKind* served_kind(std::string_view name);

/// The registry as it is at a time: what a request keeps from its start to its end.
class Snapshot {
 public:
    /// Throws Error where the registry cannot be read.
    explicit Snapshot(std::shared_ptr<const Knowledge> knowledge);

    const Knowledge& knowledge() const { return *knowledge_; }
    /// The name of the content, 16 digits; "embedded" where there is no registry.
    const std::string& generation() const { return generation_; }
    bool has_registry() const { return has_registry_; }
    /// The newest edition of what answers of the kind come from; empty where that is not known.
    const std::string& data_date(const ServedKind& kind) const;
    const std::vector<std::string>& attribution(const ServedKind& kind) const;
    /// `"generation":…,"dataDate":…,"attribution":[…]`, members of an object.
    const std::string& members(const ServedKind* kind) const;
    /// What the registry was made of; counted when it is first asked for.
    const RegistryInfo& info() const;
    /// What the register of corporations published, in order; read when it is first asked for.
    const ChangeFeed& changes() const;

 private:
    struct Provenance {
        std::string data_date;
        std::vector<std::string> attribution;
        std::string members;
    };
    void read_provenance(const Registry* registry);
    const Provenance& provenance(const ServedKind* kind) const;
    std::string members_of(const Provenance& provenance) const;

    std::shared_ptr<const Knowledge> knowledge_;
    std::string generation_ = "embedded";
    bool has_registry_ = false;
    std::map<std::string_view, Provenance> provenance_;  ///< by kind; "": all of them
    mutable Once informed_;
    mutable RegistryInfo info_;
    mutable Once ordered_;
    mutable ChangeFeed changes_;
};

struct ServiceOptions {
    KnowledgeOptions knowledge;
    Language language = Language::ja;    ///< of messages, where a client asks for none
    std::string cors = "*";              ///< Access-Control-Allow-Origin; empty: none
    std::size_t body_limit = 64u << 20;  ///< of datasets, in bytes
    unsigned threads = 0;                ///< that one request may use at once; 0: as many as the machine has
};

/// What the answers are made of. May be used from several threads at once.
class Service {
 public:
    /// `routes`: for the counters. Opens nothing yet.
    Service(ServiceOptions options, std::vector<std::string> routes);
    ~Service();

    /// Opens the registry, which may take long where an index of addresses has to be made; `now` is null
    /// until then. Throws Error where it cannot be read.
    void open();
    /// Null: it is not open yet.
    std::shared_ptr<const Snapshot> now() const;
    /// Takes up a registry that stands in the place of the one that is open. Gives whether there was one.
    /// Throws Error where it cannot be read; the old one stays.
    bool refresh();

    const ServiceOptions& options() const { return options_; }
    Models& models() { return models_; }
    Metrics& metrics() { return metrics_; }

 private:
    ServiceOptions options_;
    Models models_;
    Metrics metrics_;
    std::unique_ptr<SharedKnowledge> shared_;
    mutable std::mutex mutex_;  // of `now_`
    std::shared_ptr<const Snapshot> now_;
};

}  // namespace daicho
