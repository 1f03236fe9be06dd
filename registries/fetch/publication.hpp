#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/both_texts.hpp"
#include "registries/fetch/address_parameter.hpp"

namespace daicho {

/// Something that is published at an address of its own: a row of `publications.tsv`.
struct Publication {
    std::string id;
    BothTexts title;
    BothTexts publisher;
    std::string licence;
    std::string url;      ///< with `{name}` for parameters; empty where a person has to go to `page`
    std::string page;     ///< where people find it
    std::string file;     ///< its name in the folder, with parameters; empty: that of the address
    std::string content;  ///< a word of `content_kinds()`, or empty: by the name of the file
    std::vector<AddressParameter> parameters;
    BothTexts cadence;
    std::string date;  ///< where the day of the edition is found
    std::string seen;  ///< what stands behind the address: catalogue, programs, memory; empty: not told
    BothTexts note;
    std::string sha256;  ///< of the file, where only that one is wanted
};

/// Reads a table with the columns of `publications.tsv` in any order; `id` and one of `url` and `page` are
/// needed, all others may be missing. `name` is what messages call the table. Throws Error.
std::vector<Publication> read_publications(std::string_view table, const std::string& name);

/// The publications that are compiled in.
const std::vector<Publication>& known_publications();

}  // namespace daicho
