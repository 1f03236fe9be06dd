#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammars/base/result.hpp"
#include "grammars/model_language/syntax.hpp"

namespace daicho {

/// The codes of a list as it is written, those of its file included: `tsv` is the text of that file (`code`,
/// `ja`, `en`, `alias` columns), or empty.
std::vector<syntax::Code> codes_of(const syntax::CodeList& list, std::string_view tsv);

/// A code list, ready to be asked. Codes and labels are compared as written first, then by `header_key`.
class CodeList {
 public:
    /// `tsv`: see `codes_of`.
    CodeList(const syntax::CodeList& list, std::string_view tsv);

    const std::string& name() const { return name_; }
    bool closed() const { return closed_; }
    /// The first codes or labels, to show what a value looks like: "1, 2, 9".
    std::string examples(syntax::CodeForm form) const;
    std::size_t size() const { return codes_.size(); }
    std::string_view code(std::size_t i) const { return codes_[i].code; }
    std::string_view label(std::size_t i) const { return codes_[i].label; }
    bool has_code(std::string_view code) const { return by_code_.contains(code); }

    /// Whether `text` is a code (or a label, as `form` asks) exactly as the list has it. Allocates nothing.
    bool is_canonical(std::string_view text, syntax::CodeForm form) const;
    /// `text` in the form that is asked, from a code, a label or another name of it. Refuses with K300.
    Result<std::string> canonical(std::string_view text, syntax::CodeForm form) const;

 private:
    void add(std::string code, std::string label, const std::vector<std::string>& others);
    const std::size_t* find(std::string_view text) const;

    struct Entry {
        std::string code;
        std::string label;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Index = std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>>;

    std::string name_;
    std::string label_;  // for messages
    bool closed_ = true;
    std::vector<Entry> codes_;
    Index by_code_, by_label_, by_key_;
};

}  // namespace daicho
