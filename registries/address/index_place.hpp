#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace daicho {

/// Where the address index of a registry lies: its name says of which registry and of which generation of it
/// it is, so that the index of another generation is never taken for it.
class IndexPlace {
 public:
    /// Beside the registry: REGISTRY.GENERATION.addresses. A symbolic link is followed to the registry.
    static IndexPlace beside(const std::string& registry, std::string_view generation);
    /// In the folder daicho of $XDG_CACHE_HOME (~/.cache), with a digest of where the registry is in the
    /// name. Nothing where there is neither.
    static std::optional<IndexPlace> in_cache(const std::string& registry, std::string_view generation);

    const std::string& folder() const { return folder_; }
    std::string path() const { return start() + generation_ + std::string(ending); }
    /// Who makes or removes an index in the cache holds this (FileLock).
    std::string lock_name() const { return start() + "lock"; }

    /// Removes the indexes of other generations of the same registry, and what killed runs left of any. Only
    /// for who holds the lock of the place. Throws Error.
    void remove_others() const;
    /// The same, and that of this generation as well.
    void remove_all() const;

 private:
    IndexPlace(std::string folder, std::string name, std::string_view generation)
        : folder_(std::move(folder)), name_(std::move(name)), generation_(generation) {}

    static constexpr std::string_view ending = ".addresses";
    std::string start() const { return (folder_ == "." ? "" : folder_ + "/") + name_ + "."; }
    void remove_but(std::string_view kept) const;

    std::string folder_;
    std::string name_;  ///< without the generation
    std::string generation_;
};

/// Removes the indexes of the registry at `registry` in the cache, where there are any and nobody makes one.
/// Throws Error.
void remove_cached_indexes(const std::string& registry);

}  // namespace daicho
