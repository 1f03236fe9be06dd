#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// What is known of the models compiled in without reading them: which classes and code lists there are, in
/// which file, and which headers are names of their items. Made from the models when the program is built.
class ModelIndex {
 public:
    struct File {
        std::string_view path;
        std::string_view model;
        std::string_view version, ja, en, status;  ///< of the model; as its file says, or empty
    };
    struct Named {
        std::uint32_t file = 0;
        std::string_view name;
        std::string_view ja;
        std::string_view en;
        bool part = false;  ///< of a class: see `ModelSet::Entry`
        bool rare = false;  ///< of a class: tables of it are seldom published, see `models/index/rare.tsv`
        /// Of a class: its items, those of the classes that it extends included, nested ones not.
        std::size_t items = 0;

        bool is_named(std::string_view wanted) const { return name == wanted || ja == wanted; }
    };

    /// `text` as `make_model_index` writes it. Must outlive the index.
    explicit ModelIndex(std::string_view text);
    /// That of the models compiled in.
    static const ModelIndex& embedded();

    std::span<const File> files() const { return files_; }
    std::span<const Named> classes() const { return classes_; }
    std::span<const Named> code_lists() const { return code_lists_; }

    /// The numbers of the classes with an item of which `header` is a name or a repetition, in order; parts
    /// are left out.
    std::vector<std::size_t> classes_knowing(std::string_view header) const;
    /// Whether there is one.
    bool knows(std::string_view header) const;
    /// How many of these classes count where a header is weighed for a class that is rare, or is not: all of
    /// them, or those that are not rare either. 1 at least.
    double weighed(std::span<const std::size_t> classes, bool rare) const;
    /// How many classes know the headers that most of them know: the tenth of these. Without the rare ones.
    std::size_t common() const { return common_; }

 private:
    void add_line(std::string_view line);
    /// The numbers of the classes that know a header, as text.
    std::string_view classes_with(std::string_view key) const;

    std::vector<File> files_;
    std::vector<Named> classes_;
    std::vector<Named> code_lists_;
    std::size_t common_ = 0;
    std::vector<std::string_view> keys_;  // lines "key TAB numbers", sorted
};

/// The text of the index of the models compiled in. Throws Error where one of them is wrong.
std::string make_model_index();

}  // namespace daicho
