#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "models/dictionary/class_sheet.hpp"
#include "models/engine/model_index.hpp"

namespace daicho {

/// The phrases that the forms of a sheet for people share.
class SheetWords {
 public:
    explicit SheetWords(Language language) : language_(language) {}

    Language language() const { return language_; }
    std::string say(std::string_view ja, std::string_view en) const {
        return std::string(Text{ja, en}.in(language_));
    }

    std::string title(const syntax::Text& label, const std::string& name) const;  ///< 個人（Person）
    std::string model(const ModelSource& source) const;  ///< gif.core.person 2.2.0 個人, 現行
    std::string model(const ModelIndex::File& file) const;
    std::string origin(const syntax::Source& source) const;
    /// What is known of a class beside its items: what it extends, whether other columns are welcome.
    std::vector<std::string> facts(const syntax::Class& tree) const;
    std::string reference(const syntax::Reference& reference) const;
    std::string pattern(const syntax::Pattern& pattern) const;  ///< the items: "familyName, buildingNameEtc?"
    std::string severity(Severity severity) const;
    std::string level(Level level) const;
    std::string condition(const syntax::Rule& rule) const;  ///< as the model file has it
    std::string openness(const syntax::CodeList& list) const;
    /// "0 不明、1 男性", the first of them where there are many.
    std::string codes(const FoundCodes& list) const;
    std::string aliases(const std::vector<syntax::Alias>& aliases) const;

 private:
    Language language_;
};

}  // namespace daicho
