#include "grammars/formats/zip_name.hpp"

#include <algorithm>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

std::string decoded(std::string_view raw) {
    if (find_invalid_utf8(raw) == raw.npos) return std::string{raw};
    Buffer<char> text;
    std::vector<SourceBytes> replaced;
    Decoder{Encoding::cp932}.decode(raw, true, text, replaced);
    return {text.data(), text.size()};
}

std::string as_utf8(std::string_view raw) {
    std::string name = decoded(raw);
    for (auto at = name.find('!'); at != name.npos; at = name.find('!', at)) name.replace(at, 1, "！");
    return name;
}

bool has_drive(std::string_view name) {
    return name.size() >= 2 && name[1] == ':' &&
           ((name[0] >= 'A' && name[0] <= 'Z') || (name[0] >= 'a' && name[0] <= 'z'));
}

/// The parts of a path that count, joined again; false where one of them leads up.
bool tidy(std::string_view path, std::string& tidied) {
    const bool folder = path.ends_with('/') || path.ends_with("/.");
    while (!path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        const auto part = path.substr(0, slash);
        path.remove_prefix(std::min(slash + 1, path.size()));
        if (part == "..") return false;
        if (part.empty() || part == ".") continue;
        if (!tidied.empty()) tidied += '/';
        tidied += part;
    }
    if (folder) tidied += '/';
    return true;
}

}  // namespace

std::string read_zip_name(std::string_view raw, const std::string& archive) {
    std::string name = as_utf8(raw);
    std::replace(name.begin(), name.end(), '\\', '/');
    std::string tidied;
    const bool outside = name.starts_with('/') || has_drive(name) || !tidy(name, tidied);
    if (!outside && !tidied.empty() && std::none_of(name.begin(), name.end(), is_control)) return tidied;
    const std::string where = archive + "!" + show_zip_name(raw);
    if (outside) {
        throw Error{
            ErrorKind::input,
            where + ": アーカイブの外を指す名前なので読みません。入手元を確かめてください。",
            where + ": this name leads out of the archive, so it is not read; check where it came from"};
    }
    throw Error{ErrorKind::input, where + ": 使えない名前なので読みません。入手元を確かめてください。",
                where + ": this is not a valid file name, so it is not read; check where it came from"};
}

std::string show_zip_name(std::string_view raw) {
    std::string name = as_utf8(raw);
    std::replace_if(name.begin(), name.end(), is_control, '?');
    return name;
}

}  // namespace daicho
