#include "models/engine/check_model.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "grammars/model_language/parse_model.hpp"
#include "models/engine/contradictions.hpp"

namespace daicho {

namespace {

class Checker {
 public:
    Checker(ModelSet& models, const ModelSource& source) : models_(models), source_(source) {}

    std::vector<Error> check() {
        for (const auto& use : source_.tree.uses) check_use(use);
        check_names();
        for (const auto& list : source_.tree.code_lists) check_codes(list);
        for (const auto& tree : source_.tree.classes) compile(tree);
        return std::move(errors_);
    }

 private:
    void complain(Span where, const std::string& ja, const std::string& en) {
        keep({ErrorKind::input, point_at(source_.path, source_.text, where, ja),
              point_at(source_.path, source_.text, where, en)});
    }

    /// What is wrong with a class is found again wherever it is nested.
    void keep(const Error& error) {
        const auto same = [&](const Error& other) { return other.en() == error.en(); };
        if (std::ranges::none_of(errors_, same)) errors_.push_back(error);
    }

    void check_use(const syntax::Name& use) {
        if (models_.knows(use.text)) return;
        complain(use.where, "モデル「" + use.text + "」はありません。",
                 "there is no model '" + use.text + "'");
    }

    void check_names() {
        std::set<std::string_view> names;
        for (const auto& tree : source_.tree.classes) check_once(names, tree.name);
        for (const auto& list : source_.tree.code_lists) check_once(names, list.name);
        for (const auto& tree : source_.tree.classes) {
            std::set<std::string_view> items;
            for (const auto& item : tree.items) check_once(items, item.name);
        }
    }

    void check_once(std::set<std::string_view>& names, const syntax::Name& name) {
        if (names.insert(name.text).second) return;
        complain(name.where, "「" + name.text + "」が二度あります。", "'" + name.text + "' is there twice");
    }

    void check_codes(const syntax::CodeList& list) {
        try {
            const FoundCodes found = models_.find_codes(source_, list.name.text);
            std::set<std::string_view> codes;
            for (const auto& code : found.codes) {
                if (codes.insert(code.code).second) continue;
                complain(list.name.where, "コード「" + code.code + "」が二度あります。",
                         "the code '" + code.code + "' is there twice");
            }
        } catch (const Error& error) {
            complain(list.name.where, error.ja(), error.en());
        }
    }

    void compile(const syntax::Class& tree) {
        try {
            const Model& model = models_.get({&source_, &tree});
            for (const Contradiction& one : contradictions_of(model, tree))
                complain(one.where, one.ja, one.en);
        } catch (const Error& error) {
            keep(error);
        }
    }

    ModelSet& models_;
    const ModelSource& source_;
    std::vector<Error> errors_;
};

}  // namespace

std::vector<Error> check_model(ModelSet& models, const ModelSource& source) {
    return Checker(models, source).check();
}

}  // namespace daicho
