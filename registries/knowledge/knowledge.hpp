#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "models/engine/knowledge_sources.hpp"
#include "registries/lookup/lookup.hpp"

namespace daicho {

class AddressMatcher;  // registries/address/address_matcher.hpp

/// The registry that is used when none is named: $DAICHO_REGISTRY, else registry.sqlite in the folder daicho
/// of $XDG_DATA_HOME (~/.local/share), where there is one; else empty.
std::string usual_registry();

/// What was asked for and only a registry could have answered.
enum class MissingKnowledge : unsigned char {
    codes,              ///< 町字ID, postal codes, coordinates ...: there is no registry
    addresses,          ///< there is no registry, or one without addresses
    corporations,       ///< there is no registry, or one without the register of corporations
    corporation_names,  ///< the same, or it has no index of names
};

struct KnowledgeOptions {
    /// The path of a registry; empty: only what is compiled in is known.
    std::string registry = usual_registry();
    /// Whether corporations that are searched by name are compared by the places of their addresses.
    bool locate_corporations = true;
    /// An index of addresses that is missing is made first, which takes seconds. Told once, in both
    /// languages.
    std::function<void(const std::string& ja, const std::string& en)> say{};
    std::function<void(const Text& step, std::size_t done, std::size_t all)> progress{};
};

/// All that is known beside the datasets: what is compiled in, and a registry that `daicho build` made. Each
/// part is opened when it is first asked for, and then stays what it is, whatever takes the place of the
/// file: see `SharedKnowledge`. What it gives lives as long as it does and may be asked from several threads
/// at once.
class Knowledge {
 public:
    explicit Knowledge(KnowledgeOptions options = {});
    ~Knowledge();
    Knowledge(const Knowledge&) = delete;
    Knowledge& operator=(const Knowledge&) = delete;

    /// What checks and transformations ask. Throws Error where a registry was named that cannot be read.
    KnowledgeSources sources() const;
    /// Looks up an "address", a "corporation", a "postal-code" ... (`lookup_kinds`). Of `context` the
    /// registry and the addresses are filled in. Throws Error where there is no such kind, or no registry to
    /// be read.
    LookupAnswer look_up(std::string_view kind, std::string_view query, LookupContext context = {}) const;

    /// Lends an open registry to `use`, for one thread; false where there is none. Throws Error as `sources`,
    /// and what `use` throws.
    bool with_registry(const std::function<void(const Registry&)>& use) const;

    /// Finds addresses; null where nothing is known of them. Throws Error as `sources`, or where no index can
    /// be made.
    const AddressMatcher* addresses() const;
    /// Null where there is no registry. Throws Error as `sources`.
    const CharacterAuthority* characters() const;
    /// The names of prefectures and municipalities that are compiled in; as long as the program runs.
    static const AddressResolver& places();

    /// Opens all parts now, so that a registry that takes the place of the file later is not looked at by
    /// those that were not asked yet. Throws Error as `sources` and `addresses`.
    void open() const;
    /// What has been asked for so far and was not there, each once, in the order of the enumeration.
    std::vector<MissingKnowledge> missing() const;
    /// Whether another file stands at the path of the registry than when this was made.
    bool is_outdated() const;

 private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

/// The knowledge of a registry that newer ones replace while the program runs. May be used from several
/// threads at once.
class SharedKnowledge {
 public:
    /// Throws Error where a registry was named that cannot be read.
    explicit SharedKnowledge(KnowledgeOptions options);

    /// The present one. Who is at work keeps it, and with it the registry that was there at the start.
    std::shared_ptr<const Knowledge> now() const;
    /// Looks whether another file is in place of the registry; from then on `now` gives the knowledge of that
    /// one. Gives whether it was so. Throws Error where the new one cannot be read, and keeps the old one
    /// then. `now` never waits for it, though an index of addresses may have to be made first.
    bool reopen_if_replaced();

    ~SharedKnowledge();

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace daicho
