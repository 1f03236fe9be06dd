#pragma once

// Fragment: phrases that several statements of the model language share. Included by .cpp files only.

#include <string>
#include <string_view>
#include <vector>

#include "grammars/model_language/grammar.hpp"
#include "grammars/model_language/token_parts.hpp"

namespace daicho::syntax {

constexpr std::string_view label_words[] = {"en"};

const Complaint no_pattern{"'matches' の後には '/' で囲んだ正規表現が必要です",
                           "expected a pattern between slashes after 'matches'"};
const Complaint no_header{"別名（見出し）を引用符で囲んで書いてください", "expected a header in quotes"};

// The tokens and phrases, see token_grammar.cpp.
const auto name = Elsewhere<Name>(read_name);
const auto path = Elsewhere<Name>(read_path);
const auto qualified_name = Elsewhere<Name>(read_qualified_name);
const auto slug = Elsewhere<Name>(read_slug);
const auto pattern_name = Elsewhere<Name>(read_pattern_name);
const auto text = Elsewhere<std::string>(read_text);
const auto regex = Elsewhere<std::string>(read_regex);
const auto label = Elsewhere<Text>(read_label);
const auto alias_group = Elsewhere<std::vector<Alias>>(read_alias_group);

const auto matching = word("matches") >> expect(no_pattern)[regex];

/// The action `append<&Item::aliases>`: the list that was read goes to the end of that one.
template <auto Member>
const auto append = [](auto& context) {
    auto& list = x3::_val(context).*Member;
    for (auto& one : x3::_attr(context)) list.push_back(std::move(one));
};

}  // namespace daicho::syntax
