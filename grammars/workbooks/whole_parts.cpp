#include "grammars/workbooks/whole_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "grammars/base/os.hpp"
#include "grammars/formats/zip_file.hpp"

namespace daicho {

namespace {

constexpr std::uint64_t most_members = 100'000;

/// The name of the first element of the text; empty: it has none.
std::string_view root_of(std::string_view text) {
    for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
        const std::string_view name = text.substr(at + 1);
        if (name.starts_with('?') || name.starts_with('!')) continue;
        return name.substr(0, name.find_first_of(" \t\r\n/>"));
    }
    return {};
}

/// `end` is the end of the part, as much as was read last.
bool closes_root(std::string_view root, std::string_view end) {
    while (!end.empty() && (end.back() == '\n' || end.back() == '\r')) end.remove_suffix(1);
    if (root.empty() || !end.ends_with('>')) return false;
    end.remove_suffix(1);
    if (end.ends_with('/')) return root_of(end.substr(end.rfind('<'))) == root;
    return end.ends_with("</" + std::string(root));
}

bool is_whole(ByteSource& part) {
    constexpr std::size_t block = std::size_t{1} << 16;
    std::string text(block, '\0'), root, end;
    while (const std::size_t got = part.read(text.data(), block)) {
        const std::string_view read = std::string_view(text).substr(0, got);
        if (end.empty()) root = root_of(read);
        end = end.substr(end.size() - std::min<std::size_t>(end.size(), root.size() + 4)).append(read);
    }
    return closes_root(root, end);
}

}  // namespace

bool has_whole_parts(const std::string& path, const std::string& name) {
    InputFile file(path);
    const ZipFile zip(file, name, most_members);
    for (std::uint64_t i = 0; i < zip.size(); ++i) {
        const std::string part = zip.member(i).name;
        const bool xml = part.ends_with(".xml") || part.ends_with(".rels") || part.ends_with(".vml");
        if (xml && !is_whole(*zip.open(i, name))) return false;
    }
    return true;
}

}  // namespace daicho
