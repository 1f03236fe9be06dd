#include "registries/embedded/code_systems.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "models/engine/header.hpp"
#include "registries/embedded/code_systems_reader.hpp"

namespace daicho {

namespace {

/// A system, or a code of it.
struct CodePlace {
    std::uint32_t system = 0;
    std::uint32_t code = 0;  // its number in the system and one more; 0: the system itself
};

/// A name of something, folded.
struct NameOf {
    std::string key;
    CodePlace place;
    bool alias = false;
};

/// The name of a system without what says no more than that it is one: 性別コード一覧 -> 性別.
std::string_view short_name(std::string_view name) {
    for (const std::string_view end : {"一覧", "コード"}) {
        if (name.size() > end.size() && name.ends_with(end)) name.remove_suffix(end.size());
    }
    return name;
}

}  // namespace

struct CodeSystems::Contents {
    CodeSystemsFiles files;
    std::vector<NameOf> names;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_key;  // numbers of names
    std::unordered_map<std::string_view, std::vector<CodePlace>> by_code;

    Contents() {
        read_code_systems(files);
        for (std::uint32_t number = 0; number < files.systems.size(); ++number) add_system(number);
        for (std::uint32_t i = 0; i < names.size(); ++i) by_key[names[i].key].push_back(i);
    }

    void add_name(std::string_view name, CodePlace place, bool alias = false) {
        std::string key = header_key(name);
        if (!key.empty()) names.push_back({std::move(key), place, alias});
    }

    void add_system(std::uint32_t number) {
        const CodeSystem& system = files.systems[number];
        for (const std::string_view name : {system.id, system.ja, short_name(system.ja), system.en}) {
            add_name(name, {number, 0});
        }
        for (std::uint32_t i = 0; i < system.codes.size(); ++i) {
            const SystemCode& code = system.codes[i];
            const CodePlace place{number, i + 1};
            if (!code.code.empty()) by_code[code.code].push_back(place);
            add_name(code.ja, place);
            add_name(code.en, place);
            for (const std::string_view alias : code.aliases) add_name(alias, place, true);
        }
    }

    FoundCode found(CodePlace place, CodeMatch match) const {
        const CodeSystem& system = files.systems[place.system];
        return {&system, place.code == 0 ? nullptr : &system.codes[place.code - 1], match};
    }

    /// What bears the name `key`.
    void add_named(std::string_view key, std::vector<FoundCode>& out) const {
        const auto numbers = by_key.find(key);
        if (numbers == by_key.end()) return;
        for (const std::uint32_t number : numbers->second) {
            const NameOf& name = names[number];
            const CodeMatch of_code = name.alias ? CodeMatch::alias : CodeMatch::label;
            out.push_back(found(name.place, name.place.code == 0 ? CodeMatch::system : of_code));
        }
    }

    void add_coded(std::string_view code, std::vector<FoundCode>& out) const {
        const auto places = by_code.find(code);
        if (places == by_code.end()) return;
        for (const CodePlace place : places->second) out.push_back(found(place, CodeMatch::code));
    }

    /// What has `key` in a name; systems alone where `codes` is false.
    void add_containing(std::string_view key, bool codes, std::vector<FoundCode>& out) const {
        for (const NameOf& name : names) {
            if (!codes && name.place.code != 0) continue;
            const auto at = name.key.find(key);
            if (at == name.key.npos) continue;
            const bool start = at == 0;
            const CodeMatch of_code = start ? CodeMatch::start_of_label : CodeMatch::in_label;
            const CodeMatch of_system = start ? CodeMatch::start_of_system : CodeMatch::in_system;
            out.push_back(found(name.place, name.place.code == 0 ? of_system : of_code));
        }
    }
};

namespace {

/// Each thing once, by its best match.
std::vector<FoundCode> tidied(std::vector<FoundCode> found) {
    std::ranges::stable_sort(found, {}, &FoundCode::match);
    std::vector<FoundCode> tidy;
    for (const FoundCode& one : found) {
        const auto same = [&](const FoundCode& other) {
            return other.system == one.system && other.code == one.code;
        };
        if (std::ranges::none_of(tidy, same)) tidy.push_back(one);
    }
    return tidy;
}

}  // namespace

CodeSystems::CodeSystems() : contents_(std::make_unique<const Contents>()) {}
CodeSystems::~CodeSystems() = default;

const CodeSystems& CodeSystems::embedded() {
    static const CodeSystems table;
    return table;
}

std::span<const CodeSystem> CodeSystems::systems() const {
    return contents_->files.systems;
}

std::vector<FoundCode> CodeSystems::systems_named(std::string_view text) const {
    const std::string key = header_key(text);
    std::vector<FoundCode> found;
    if (key.empty()) return found;
    contents_->add_named(key, found);
    std::erase_if(found, [](const FoundCode& one) { return one.code != nullptr; });
    if (found.empty()) contents_->add_containing(key, false, found);
    found = tidied(std::move(found));
    std::erase_if(found, [&](const FoundCode& one) { return one.match != found.front().match; });
    return found;
}

const SystemCode* CodeSystems::find(const CodeSystem& system, std::string_view text) const {
    const auto code = std::ranges::find(system.codes, text, &SystemCode::code);
    if (!text.empty() && code != system.codes.end()) return &*code;
    std::vector<FoundCode> found;
    contents_->add_named(header_key(text), found);
    for (const FoundCode& one : found) {
        if (one.system == &system && one.code) return one.code;
    }
    return nullptr;
}

std::vector<FoundCode> CodeSystems::named(std::string_view text) const {
    std::vector<FoundCode> found;
    contents_->add_named(header_key(text), found);
    contents_->add_coded(text, found);
    return tidied(std::move(found));
}

std::vector<FoundCode> CodeSystems::containing(std::string_view text) const {
    std::vector<FoundCode> found;
    if (const std::string key = header_key(text); !key.empty()) contents_->add_containing(key, true, found);
    return tidied(std::move(found));
}

}  // namespace daicho
