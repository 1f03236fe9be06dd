#include "registries/publishing/local_parts.hpp"

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"
#include "registries/address/address_generation.hpp"
#include "registries/address/index_place.hpp"
#include "registries/publishing/file_parts.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

std::size_t parts_at_start(const std::string& path, const std::vector<std::string>& parts) {
    if (!file_facts(path)) return 0;
    InputFile file(path);
    std::string part;
    std::size_t count = 0;
    while (count < parts.size() && read_part(file, part) && digest_of(part) == parts[count]) ++count;
    return count;
}

void LocalParts::add_file(const std::string& path) {
    if (!file_facts(path)) return;
    std::uint64_t offset = 0;
    PublishedFile file;
    read_parts(path, file, [&](std::string_view bytes, const std::string& sha256) {
        places_.try_emplace(sha256, Place{files_.size(), offset});
        offset += bytes.size();
    });
    files_.emplace_back(path);
}

std::optional<std::string> LocalParts::read(const std::string& sha256) const {
    const auto found = places_.find(sha256);
    if (found == places_.end()) return std::nullopt;
    InputFile& file = files_[found->second.file];
    file.seek(found->second.offset);
    std::string part;
    read_part(file, part);
    if (digest_of(part) != sha256) return std::nullopt;
    return part;
}

LocalParts parts_beside(const std::string& target) {
    LocalParts parts;
    parts.add_file(target);
    try {
        if (file_facts(target))
            parts.add_file(IndexPlace::beside(target, address_generation(Registry{target})).path());
    } catch (const Error&) {  // it is no registry that this program reads: all the more is fetched
    }
    return parts;
}

}  // namespace daicho
