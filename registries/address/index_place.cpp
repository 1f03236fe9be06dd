#include "registries/address/index_place.hpp"

#include <algorithm>
#include <cstdlib>

#include "grammars/base/digest.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/base/path_names.hpp"

namespace daicho {

namespace {

/// Digits of the digest of a path: two registries of one user do not share them.
constexpr std::size_t path_digits = 12;

std::string name_of(const std::string& path) {
    return std::string(name_of_path(path));
}

/// The file that `registry` stands for, named as it is given where it is no link.
std::string followed(const std::string& registry) {
    const std::string real = real_target(registry);
    return real_target(folder_of_path(registry)) + "/" + name_of(registry) == real ? registry : real;
}

/// Relative ones are ignored: https://specifications.freedesktop.org/basedir-spec/latest/
std::string absolute_variable(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value == '/' ? value : "";
}

bool is_generation(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

IndexPlace IndexPlace::beside(const std::string& registry, std::string_view generation) {
    const std::string file = followed(registry);
    return {folder_of_path(file), name_of(file), generation};
}

std::optional<IndexPlace> IndexPlace::in_cache(const std::string& registry, std::string_view generation) {
    std::string folder = absolute_variable("XDG_CACHE_HOME");
    if (folder.empty()) {
        const std::string home = absolute_variable("HOME");
        if (home.empty()) return std::nullopt;
        folder = home + "/.cache";
    }
    const std::string file = real_target(registry);
    Sha256 digest;
    digest.add(file);
    return IndexPlace{folder + "/daicho", name_of(file) + "-" + digest.hex().substr(0, path_digits),
                      generation};
}

/// What a killed run leaves is an index as well, with letters behind its name.
void IndexPlace::remove_but(std::string_view kept) const {
    const std::string own = name_ + ".";
    for (const std::string& name : list_folder(folder_)) {
        if (!name.starts_with(own) || name == kept) continue;
        const auto rest = std::string_view{name}.substr(own.size());
        const auto dot = rest.find('.');
        if (dot == rest.npos || !is_generation(rest.substr(0, dot))) continue;
        if (rest.substr(dot).starts_with(ending)) remove_file(folder_ + "/" + name);
    }
}

void IndexPlace::remove_others() const {
    remove_but(name_ + "." + generation_ + std::string(ending));
}

void IndexPlace::remove_all() const {
    remove_but({});
}

void remove_cached_indexes(const std::string& registry) {
    const auto place = IndexPlace::in_cache(registry, {});
    if (!place || !file_facts(place->lock_name())) return;  // none was ever made there
    if (const auto held = FileLock::try_lock(place->lock_name())) place->remove_all();
}

}  // namespace daicho
