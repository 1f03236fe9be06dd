#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/engine/model.hpp"
#include "models/engine/model_index.hpp"
#include "models/engine/model_source.hpp"

namespace daicho {

/// The model files that the program knows: those compiled in, and any that a path names. Files are parsed and
/// classes compiled when they are first asked for. Not for use from several threads at once while it loads;
/// the models it has given may be shared.
class ModelSet {
 public:
    ModelSet() : ModelSet(ModelIndex::embedded()) {}
    /// `index` is of the models compiled in and must outlive this.
    explicit ModelSet(const ModelIndex& index);
    ~ModelSet();

    /// The class named `name`: "Person", "個人", "gif.core.person/Person", or the path of a .gifm file (its
    /// first class, or the one after '#'). Throws Error where there is none or several, naming what there is.
    const Model& get(std::string_view name);
    /// The same class as it is written.
    FoundClass find(std::string_view name);

    /// The file at `path`, parsed. Its classes are not compiled.
    const ModelSource& read(const std::string& path);
    /// A class of a file that this set has given.
    const Model& get(const FoundClass& found);
    /// Whether a model of this name is compiled in or was read.
    bool knows(std::string_view model) const;
    /// The models compiled in, in the order of their files.
    std::vector<const ModelSource*> sources();

    /// The class, or the code list, that `name` means in `source`, a file that this set has given; `tree` is
    /// null where there is none.
    FoundClass find_class(const ModelSource& source, std::string_view name);
    FoundCodes find_codes(const ModelSource& source, std::string_view name);
    /// The code lists of the models compiled in that are named `name` or labelled so.
    std::vector<FoundCodes> code_lists(std::string_view name);

    struct Entry {
        std::string model;       ///< "gif.core.person"
        std::string class_name;  ///< "Person"
        syntax::Text label;
        /// A part of datasets, not one of its own: it only holds other classes together, or others nest it
        /// and it has neither a key nor required patterns.
        bool part = false;
    };
    /// Every class of the models compiled in, in the order of their files.
    std::vector<Entry> entries() const;

    const ModelIndex& index() const { return index_; }
    /// The class of that number in the index.
    const Model& get(std::size_t number);

 private:
    struct File;

    File& embedded_file(std::size_t number);
    FoundClass find_in(const std::string& path, std::string_view name);
    FoundClass embedded_class(const ModelIndex::Named& entry);
    std::vector<File*> files_seen_by(const ModelSource& source);
    FoundCodes codes_in(const File& file, std::string_view name) const;
    const CodeList* compiled_codes(const ModelSource& source, std::string_view name);

    const ModelIndex& index_;
    std::vector<std::unique_ptr<File>> embedded_;  // one a file of the index; null: not read
    std::map<std::string, std::unique_ptr<File>, std::less<>> read_;  // by path
    std::map<const syntax::Class*, std::unique_ptr<Model>> models_;
};

}  // namespace daicho
