#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/embedded_file.hpp"
#include "models/engine/model.hpp"

namespace daicho {

/// The model files that the program knows: those compiled in, and any that a path names. Files are parsed and
/// classes compiled when they are first asked for. Not for use from several threads at once while it loads;
/// the models it has given may be shared.
class ModelSet {
 public:
    ModelSet();
    ~ModelSet();

    /// The class named `name`: "Person", "個人", "gif.core.person/Person", or the path of a .gifm file (its
    /// first class, or the one after '#'). Throws Error where there is none or several, naming what there is.
    const Model& get(std::string_view name);

    struct Entry {
        std::string model;       ///< "gif.core.person"
        std::string class_name;  ///< "Person"
        syntax::Text label;
        bool part = false;  ///< other classes nest it: a part of datasets, not one of its own
    };
    /// Every class of the models compiled in, in the order of their files.
    std::vector<Entry> entries();

 private:
    struct File;

    File& load(std::string_view path, std::string_view text);
    void load_embedded();
    File& load_path(const std::string& path);
    const Model& compiled(File& file, const syntax::Class& found);
    const CodeList* codes_of(File& file, std::string_view name);

    std::map<std::string, std::unique_ptr<File>, std::less<>> files_;    // by path
    std::map<std::string, std::unique_ptr<Model>, std::less<>> models_;  // by "model/Class"
    std::vector<File*> embedded_;                                        // in the order of their files
};

}  // namespace daicho
