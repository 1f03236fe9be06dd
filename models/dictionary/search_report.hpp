#pragma once

#include <span>
#include <string>

#include "grammars/base/language.hpp"
#include "models/dictionary/search.hpp"

namespace daicho {

std::string answer_text(const DictionaryAnswer& answer, Language language);
std::string answer_json(std::span<const std::string> words, const DictionaryAnswer& answer);
std::string same_names_text(std::span<const SameName> names, Language language);
std::string same_names_json(std::span<const SameName> names);

}  // namespace daicho
