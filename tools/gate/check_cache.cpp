#include "tools/gate/check_cache.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "grammars/base/digest.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/base/os_program.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = "daicho check 1\n";

/// Settings by which a file is checked; the others decide only what is made of the result.
constexpr std::string_view of_check[] = {
    "model",     "map",        "set",   "pattern", "as-of",     "two-digit-year", "encoding",
    "delimiter", "header-row", "sheet", "records", "addresses", "corporations",   "fresh-column"};

std::string usual_folder() {
    const auto absolute = [](const char* name) -> std::string {
        const char* value = std::getenv(name);
        return value != nullptr && *value == '/' ? value : "";
    };
    if (const std::string cache = absolute("XDG_CACHE_HOME"); !cache.empty()) return cache + "/daicho/check";
    const std::string home = absolute("HOME");
    return home.empty() ? "" : home + "/.cache/daicho/check";
}

void add_part(Sha256& digest, std::string_view part) {
    digest.add(std::to_string(part.size()) + ":");
    digest.add(part);
}

/// Own models and mappings use files beside them: all of these count.
void add_models_beside(Sha256& digest, const std::string& named) {
    const std::string path = named.substr(0, named.find('#'));
    const fs::path folder = fs::path(path).parent_path();
    for (const std::string& name : list_folder(folder.empty() ? "." : folder.string())) {
        if (!name.ends_with(".gifm") && !name.ends_with(".gift") && !name.ends_with(".tsv")) continue;
        add_part(digest, name);
        add_part(digest, read_file((folder / name).string()));
    }
}

}  // namespace

CheckCache::CheckCache(const std::string& where, const std::string& registry) {
    if (where == "off") return;
    folder_ = where == "on" ? usual_folder() : where;
    std::error_code error;
    if (!folder_.empty()) fs::create_directories(folder_, error);
    if (error) folder_.clear();
    if (folder_.empty()) return;
    place_ = fs::current_path(error).string();
    surroundings_ = program_identity() + "\n";
    if (!registry.empty()) surroundings_ += Registry(registry).generation();
}

std::string CheckCache::key_of(const std::string& name, std::string_view bytes, const SettingMap& settings,
                               const std::vector<Suppression>& keyed) const {
    Sha256 digest;
    add_part(digest, surroundings_);
    add_part(digest, name);
    for (const auto& [key, setting] : settings) {
        if (std::ranges::find(of_check, std::string_view(key).substr(0, key.find('.'))) == std::end(of_check))
            continue;
        add_part(digest, key);
        for (const std::string& value : setting.values) {
            add_part(digest, value);
            const bool named = key == "model" || key == "map" || key.starts_with("set.");
            if (named && (value.find(".gif") != value.npos || value.ends_with(".tsv")))
                add_models_beside(digest, value);
        }
    }
    for (const Suppression& one : keyed) {
        add_part(digest, "suppress");
        for (const auto& [header, value] : one.key) add_part(digest, header), add_part(digest, value);
    }
    add_part(digest, bytes);
    return digest.hex();
}

std::string CheckCache::entry_of(const std::string& name) const {
    Sha256 digest;
    add_part(digest, place_);
    add_part(digest, name);
    return folder_ + "/" + digest.hex().substr(0, 32);
}

std::optional<StoredCheck> CheckCache::find(const std::string& name, const std::string& key) const {
    try {
        const std::string path = entry_of(name);
        if (!file_facts(path)) return std::nullopt;
        const std::string text = read_file(path);
        const std::size_t head = mark.size() + key.size() + 1;
        if (text.size() < head || !text.starts_with(mark) || text.compare(mark.size(), key.size(), key) != 0)
            return std::nullopt;
        return unpack(std::string_view(text).substr(head), name);
    } catch (const Error&) {  // as if it were not there
        return std::nullopt;
    }
}

void CheckCache::put(const std::string& name, const std::string& key, const StoredCheck& check) const {
    try {
        OutputFile file(entry_of(name));
        file.write(std::string(mark) + key + "\n" + pack(check));
        file.commit();
    } catch (const Error&) {  // the next run checks again
        return;
    }
}

}  // namespace daicho
