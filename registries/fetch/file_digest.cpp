#include "registries/fetch/file_digest.hpp"

#include <algorithm>
#include <string_view>

#include "grammars/base/digest.hpp"
#include "grammars/base/os.hpp"
#include "registries/fetch/content_kind.hpp"

namespace daicho {

FileDigest digest_file(const std::string& path) {
    FileDigest facts;
    InputFile file{path};
    Sha256 sha256;
    std::string block(std::size_t{1} << 18, '\0');
    while (const std::size_t got = file.read(block.data(), block.size())) {
        const std::string_view bytes{block.data(), got};
        sha256.add(bytes);
        facts.size += got;
        facts.first.append(bytes.substr(0, judged_start - std::min(judged_start, facts.first.size())));
        facts.last.append(bytes);
        if (facts.last.size() > judged_end) facts.last.erase(0, facts.last.size() - judged_end);
    }
    facts.sha256 = sha256.hex();
    return facts;
}

}  // namespace daicho
