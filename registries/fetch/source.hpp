#pragma once

#include <span>
#include <string>
#include <vector>

#include "registries/fetch/publication.hpp"

namespace daicho {

struct ContentKind;

/// One file that is wanted.
struct Download {
    std::string
        source;       ///< what asked for it, as it would be typed: "abr-parcel:city=302015", or the address
    std::string url;  ///< empty: there is no plain address; a person gets it from `page`
    std::string page;
    std::string file;                      ///< its name in the folder; empty where there is no address
    const ContentKind* content = nullptr;  ///< what it must be; null: anything but a web page
    std::string sha256;                    ///< expected, 64 small hexadecimal digits; empty: any
    std::string licence;
    BothTexts title;  ///< empty for a plain address
    BothTexts note;
};

/// What `words` ask for, in their order. A word is
///   - an address of http or https; `#sha256=HEX` behind it says which content is expected;
///   - `ID`, `ID:VALUE` (of the first parameter) or `ID:NAME=VALUE,NAME=VALUE` of a publication; the value
///     `all` stands for each of a parameter that has a range.
/// Throws Error where a word is none of these, or two files would have one name.
std::vector<Download> resolve_sources(std::span<const std::string> words,
                                      std::span<const Publication> publications);

}  // namespace daicho
