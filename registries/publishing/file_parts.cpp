#include "registries/publishing/file_parts.hpp"

#include "grammars/base/digest.hpp"

namespace daicho {

std::string digest_of(std::string_view bytes) {
    Sha256 digest;
    digest.add(bytes);
    return digest.hex();
}

bool read_part(InputFile& file, std::string& part) {
    part.resize(GenerationManifest::part_bytes);
    std::size_t size = 0;
    while (size < part.size()) {
        const std::size_t got = file.read(part.data() + size, part.size() - size);
        if (got == 0) break;
        size += got;
    }
    part.resize(size);
    return size != 0;
}

void read_parts(const std::string& path, PublishedFile& file,
                const std::function<void(std::string_view bytes, const std::string& sha256)>& part) {
    InputFile input(path);
    Sha256 whole, one;
    std::string bytes;
    while (read_part(input, bytes)) {
        whole.add(bytes);
        one.add(bytes);
        file.parts.push_back(one.hex());
        file.size += bytes.size();
        part(bytes, file.parts.back());
    }
    file.sha256 = whole.hex();
}

}  // namespace daicho
