#pragma once

#include <string>
#include <vector>

#include "grammars/base/language.hpp"
#include "models/engine/model_set.hpp"

namespace daicho {

/// A file of a site: its name in the folder, without folders of its own.
struct SiteFile {
    std::string name;
    std::string text;
};

/// All models compiled in as static pages that link to one another: a page for each class and code list, one
/// for the transformations, an index with a search box that needs no server.
std::vector<SiteFile> model_site(ModelSet& models, Language language);

}  // namespace daicho
