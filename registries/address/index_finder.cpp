#include "registries/address/index_finder.hpp"

#include "grammars/base/os_files.hpp"
#include "grammars/base/os_growing_file.hpp"
#include "registries/address/address_generation.hpp"
#include "registries/address/index_place.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

/// Why an index that is there is not taken.
using Reasons = std::optional<Error>;

/// The index at `path` where it can be used. Where it is there and cannot, `why` says so.
std::optional<AddressIndex> usable(const std::string& path, std::string_view generation, Reasons& why) {
    try {
        if (!file_facts(path)) return std::nullopt;
        AddressIndex index = AddressIndex::open(path);
        if (index.generation() == generation) return index;
        why = Error{ErrorKind::registry, path + ": 別の台帳の住所の索引です",
                    path + ": this index of addresses is of another registry"};
    } catch (const Error& error) {
        why = error;
    }
    return std::nullopt;
}

std::optional<AddressIndex> find(const Registry& registry, const std::string& generation, Reasons& why) {
    if (auto index = usable(IndexPlace::beside(registry.path(), generation).path(), generation, why))
        return index;
    const auto cache = IndexPlace::in_cache(registry.path(), generation);
    return cache ? usable(cache->path(), generation, why) : std::nullopt;
}

/// "REGISTRY: it has no index of addresses; it is made in WHERE (this takes seconds)"
void say_made(const Registry& registry, const std::string& where_ja, const std::string& where_en,
              const Reasons& why, const IndexTalk& talk) {
    if (!talk.say) return;
    talk.say((why ? why->ja() + "\n" : "") + registry.path() + ": 使える住所の索引がないので、" + where_ja +
                 "（daicho update か build が台帳の横に作ります）",
             (why ? std::string(why->what()) + "\n" : "") + registry.path() +
                 ": there is no index of addresses that can be used; " + where_en +
                 " (daicho build and update make it beside the registry)");
}

/// The right to make the index at `place`, as soon as nobody else has it.
FileLock turn_at(const IndexPlace& place, const IndexTalk& talk) {
    if (auto free = FileLock::try_lock(place.lock_name())) return std::move(*free);
    if (talk.progress) talk.progress({"ほかの処理が作るのを待っています", "another process makes it"}, 0, 1);
    FileLock held = FileLock::wait(place.lock_name());
    if (talk.progress) talk.progress({}, 1, 1);
    return held;
}

/// Whoever waited for the lock may find that it is done.
AddressIndex make_in_cache(const Registry& registry, const std::string& generation, const IndexPlace& place,
                           Reasons why, const IndexTalk& talk) {
    make_folders(place.folder());
    const FileLock held = turn_at(place, talk);
    Reasons still;
    if (auto index = usable(place.path(), generation, still)) return std::move(*index);
    say_made(registry, place.path() + " に作ります", "it is made in " + place.path(), why, talk);
    place.remove_all();
    build_address_index(registry, place.path(), talk.progress);
    return AddressIndex::open(place.path());
}

/// A file without a name, gone when the index is closed.
AddressIndex make_for_now(const Registry& registry, const Error& refused, const IndexTalk& talk) {
    const std::string path = temporary_folder() + "/daicho.addresses";
    say_made(registry, "この実行のためだけに作ります。XDG_CACHE_HOME に書ける場所を指定すると残ります",
             "it is made for this run only, and kept where XDG_CACHE_HOME names a place that can be written",
             refused, talk);
    const std::string name = make_temporary_beside(path);
    try {
        build_address_index(registry, name, talk.progress);
        AddressIndex index = AddressIndex::open(name);
        remove_file(name);
        return index;
    } catch (...) {
        remove_file(name);
        throw;
    }
}

}  // namespace

bool has_addresses(const Registry& registry) {
    return registry.has("municipality") || registry.has("town");
}

std::optional<AddressIndex> index_of_place(const IndexPlace& place, std::string_view generation) {
    Reasons why;
    return usable(place.path(), generation, why);
}

std::optional<AddressIndex> find_address_index(const Registry& registry) {
    Reasons why;
    return has_addresses(registry) ? find(registry, address_generation(registry), why) : std::nullopt;
}

std::vector<ExaminedIndex> examine_address_indexes(const Registry& registry) {
    std::vector<ExaminedIndex> examined;
    const std::string generation = address_generation(registry);
    const auto examine = [&](const std::string& path) {
        if (!file_facts(path)) return;
        ExaminedIndex& one = examined.emplace_back(ExaminedIndex{path, {}});
        const auto index = usable(path, generation, one.wrong);
        if (!index) return;
        try {
            index->verify();
        } catch (const Error& error) {
            one.wrong = error;
        }
    };
    examine(IndexPlace::beside(registry.path(), generation).path());
    if (const auto cache = IndexPlace::in_cache(registry.path(), generation)) examine(cache->path());
    return examined;
}

std::optional<AddressIndex> find_or_make_address_index(const Registry& registry, const IndexTalk& talk) {
    if (!has_addresses(registry)) return std::nullopt;
    const std::string generation = address_generation(registry);
    Reasons why;
    if (auto index = find(registry, generation, why)) return index;
    const auto cache = IndexPlace::in_cache(registry.path(), generation);
    Error refused{ErrorKind::system, "索引を残せる場所がありません（HOME も XDG_CACHE_HOME もありません）",
                  "there is no place to keep an index in (neither HOME nor XDG_CACHE_HOME is set)"};
    if (cache) {
        try {
            return make_in_cache(registry, generation, *cache, why, talk);
        } catch (const Error& error) {
            refused = error;
        }
    }
    return make_for_now(registry, refused, talk);
}

}  // namespace daicho
