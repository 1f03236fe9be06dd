#include "models/engine/code_list.hpp"

#include <algorithm>

#include "grammars/text/digits.hpp"
#include "grammars/values/rule_ids.hpp"
#include "models/engine/header.hpp"
#include "models/engine/tsv.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

std::vector<syntax::Code> codes_of(const syntax::CodeList& list, std::string_view tsv) {
    std::vector<syntax::Code> codes = list.codes;
    const TsvTable table(tsv);
    for (const auto& row : table) {
        syntax::Code code{row.get("code"), {row.get("ja"), row.get("en")}, {}};
        const std::string aliases = row.get("alias");
        for (const auto part : split_list(aliases)) {
            code.aliases.push_back({syntax::AliasScope::alias, std::string(part)});
        }
        codes.push_back(std::move(code));
    }
    return codes;
}

CodeList::CodeList(const syntax::CodeList& list, std::string_view tsv)
    : name_(list.name.text),
      label_(list.label.ja.empty() ? list.name.text : list.label.ja),
      closed_(list.closed && !list.unknown_values) {
    for (const auto& code : codes_of(list, tsv)) {
        std::vector<std::string> others{code.label.en};
        for (const auto& alias : code.aliases) others.push_back(alias.text);
        add(code.code, code.label.ja, others);
    }
}

void CodeList::add(std::string code, std::string label, const std::vector<std::string>& others) {
    const std::size_t index = codes_.size();
    by_code_.emplace(code, index);
    by_label_.emplace(label, index);
    by_key_.emplace(header_key(code), index);
    by_key_.emplace(header_key(label), index);
    for (const auto& other : others) {
        if (!other.empty()) by_key_.emplace(header_key(other), index);
    }
    codes_.push_back({std::move(code), std::move(label)});
}

std::string CodeList::examples(syntax::CodeForm form) const {
    constexpr std::size_t enough = 4;
    if (codes_.empty()) return label_;
    std::string text;
    for (std::size_t i = 0; i < std::min(codes_.size(), enough); ++i) {
        text += (i == 0 ? "" : ", ") + (form == syntax::CodeForm::label ? codes_[i].label : codes_[i].code);
    }
    return codes_.size() > enough ? text + " …" : text;
}

bool CodeList::is_canonical(std::string_view text, syntax::CodeForm form) const {
    if (form == syntax::CodeForm::label) return by_label_.contains(text);
    if (form == syntax::CodeForm::code) return by_code_.contains(text);
    return by_code_.contains(text) || by_label_.contains(text);
}

const std::size_t* CodeList::find(std::string_view text) const {
    if (const auto at = by_code_.find(text); at != by_code_.end()) return &at->second;
    if (const auto at = by_label_.find(text); at != by_label_.end()) return &at->second;
    const std::string key = header_key(text);
    if (const auto at = by_key_.find(key); at != by_key_.end()) return &at->second;
    // A spreadsheet drops zeros in front of a code, or a form adds them; only one code may fit.
    const std::size_t* only = nullptr;
    const auto digits = [](std::string_view t) {
        return t.substr(std::min(t.find_first_not_of('0'), t.size() - 1));
    };
    if (key.empty() || !std::ranges::all_of(key, is_ascii_digit)) return nullptr;
    for (const auto& [code, index] : by_code_) {
        if (code.empty() || digits(code) != digits(key)) continue;
        if (only) return nullptr;
        only = &index;
    }
    return only;
}

Result<std::string> CodeList::canonical(std::string_view text, syntax::CodeForm form) const {
    const std::size_t* found = find(text);
    if (!found) return Remark{rules::unknown_code, whole(text), RepairKind::none, {}, label_};
    const Entry& entry = codes_[*found];
    if (form != syntax::CodeForm::label && text == entry.code) return entry.code;
    if (form != syntax::CodeForm::code && text == entry.label) return entry.label;
    const bool label_given = text == entry.label;
    return {form == syntax::CodeForm::label ? entry.label : entry.code,
            Remark{label_given ? rules::label_for_code : rules::other_notation, whole(text),
                   RepairKind::normal_form}};
}

}  // namespace daicho
