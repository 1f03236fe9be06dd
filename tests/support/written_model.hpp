#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/model_language/parse_model.hpp"
#include "models/engine/model_compiler.hpp"

namespace daicho {

/// The first class of a model written in a test, compiled on its own: it sees its own file only.
class WrittenModel {
 public:
    explicit WrittenModel(std::string text) : source_{"test.gifm", text, parse_model(text, "test.gifm")} {
        for (const auto& list : source_.tree.code_lists)
            tables_.push_back(std::make_unique<CodeList>(list, ""));
        const auto find_class = [](const ModelSource& source, std::string_view name) -> FoundClass {
            for (const auto& tree : source.tree.classes) {
                if (tree.name.text == name) return {&source, &tree};
            }
            return {};
        };
        const auto find_codes = [this](const ModelSource&, std::string_view name) -> const CodeList* {
            for (const auto& table : tables_) {
                if (table->name() == name) return table.get();
            }
            return nullptr;
        };
        model_ = compile_model(source_, source_.tree.classes.front(), {find_class, find_codes});
    }

    const Model& operator*() const { return *model_; }
    const Model* operator->() const { return model_.get(); }

 private:
    ModelSource source_;
    std::vector<std::unique_ptr<CodeList>> tables_;
    std::unique_ptr<Model> model_;
};

}  // namespace daicho
